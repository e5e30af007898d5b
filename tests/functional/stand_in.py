"""A stand-in for the pipeline, for testing the command without models: it finds what it is told to find."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar

from reconcile.coverage import Coverage
from reconcile.findings import Finding
from reconcile.matching.subjects import Subject
from reconcile.reports.model import Report
from reconcile.text import Span
from tests.reports.examples import entry


class StandIn:
    """A Checker that gives each document one claim, and reports `findings`."""

    findings: ClassVar[tuple[Finding, ...]] = ()
    coverage: ClassVar[Coverage | None] = None
    failure: ClassVar[BaseException | None] = None
    extracted: ClassVar[dict[str, tuple[Any, ...]]] = {}
    subjects: ClassVar[dict[str, Subject]] = {}
    made: ClassVar[list[StandIn]] = []

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        self.documents: tuple[Any, ...] = ()
        self.made.append(self)

    def check(self, documents: Sequence[Any], *, progress: Any = None, coverage: bool = False) -> Report:
        if self.failure is not None:
            raise self.failure
        if progress is not None:
            progress("reading", 1, len(documents))
        self.documents = tuple(documents)
        entries = tuple(
            entry(
                document.id,
                role=str(document.role),
                claims=1 if document.text.strip() else 0,
                problems=() if document.text.strip() else (document.problem or "is empty",),
            )
            for document in documents
        )
        return Report("0.1.0", "stand-in", None, entries, self.findings, coverage=self.coverage)

    def explained(
        self, documents: Sequence[Any], *, progress: Any = None
    ) -> tuple[Report, dict[str, Subject]]:
        return self.check(documents, progress=progress), self.subjects

    def claims(self, documents: Sequence[Any]) -> list[tuple[Any, tuple[Any, ...]]]:
        return [(document, self.extracted.get(document.id, ())) for document in documents]


def install(*findings: Finding, failure: BaseException | None = None) -> None:
    """Put the stand-in where the command imports its Checker from."""
    module = ModuleType("reconcile.pipeline")
    module.Checker = StandIn  # type: ignore[attr-defined]
    sys.modules["reconcile.pipeline"] = module
    StandIn.findings, StandIn.failure, StandIn.coverage = findings, failure, None
    StandIn.extracted, StandIn.subjects, StandIn.made = {}, {}, []


def claim(document: str, text: str, **details: Any) -> Any:
    """Something with the fields of a claim that the command shows: a bridge was reopened."""
    bridge = SimpleNamespace(slot="patient", head="bridge", span=Span(4, 10), mention=None)
    settings = {
        "document": document,
        "number": 0,
        "span": Span(0, len(text)),
        "text": text,
        "predicate": SimpleNamespace(lemma="reopen"),
        "participants": (bridge,),
        **dict.fromkeys(("mentions", "periods", "quantities"), ()),
        "modality": "asserted",
        **dict.fromkeys(("negated", "denial", "quoted"), False),
        "speaker": None,
    }
    return SimpleNamespace(**{**settings, **details})
