"""One run over the cases for all tests that need its figures, and findings made by hand for those that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accuracy.cases import Case, load_cases
from accuracy.measure import Outcome, measure
from reconcile import Checker, Evidence, Finding, Kind, Position, Relation, Severity
from reconcile.text import Span

CaseMaker = Callable[..., Case]
FindingMaker = Callable[..., Finding]


@pytest.fixture(scope="session")
def outcomes(real_checker: Checker) -> tuple[Outcome, ...]:
    return measure(real_checker, load_cases())


@pytest.fixture
def case() -> CaseMaker:
    def make(id: str = "date-01", expect: str = "conflict", **more: object) -> Case:
        return Case.model_validate({"id": id, "a": "A text.", "b": "Another.", "expect": expect, **more})

    return make


@pytest.fixture
def finding() -> FindingMaker:
    def make(
        kind: Kind = Kind.DATE,
        relation: Relation = Relation.CONFLICT,
        severity: Severity = Severity.ERROR,
        confidence: float = 0.9,
        documents: str = "ab",
    ) -> Finding:
        positions = tuple(
            Position(id, (Evidence(id, Span(0, 1), id, 1, 1, Span(0, 1), id),)) for id in documents
        )
        return Finding("id", "rule", kind, relation, severity, confidence, "s", "m", "e", positions)

    return make
