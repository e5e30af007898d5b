"""Coverage on six drafts with their sources, each detail labelled by hand with how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile import Checker
from reconcile.cli.desk import gather
from reconcile.coverage import Coverage, Detail, Standing
from reconcile.findings import Kind
from tests.functional.command import DATA

DRAFTS = sorted(folder.name for folder in (DATA / "coverage").iterdir())

# Of the details that a source supports, how many are found to be, by kind: these floors may rise, never fall.
SUPPORTED = {Kind.NAME: 43, Kind.DATE: 18, Kind.NUMBER: 22, Kind.QUOTE_WORDING: 5}
ALL = {Kind.NAME: 43, Kind.DATE: 24, Kind.NUMBER: 43, Kind.QUOTE_WORDING: 5}

Judged = tuple[Kind, str, str]  # its kind, how it stands, and how it is found to stand


@pytest.fixture(scope="module")
def judged(real_checker: Checker) -> Counter[Judged]:
    return Counter(judgement for name in DRAFTS for judgement in _judgements(name, real_checker))


def _judgements(name: str, checker: Checker) -> Iterator[Judged]:
    coverage, labels = _coverage(DATA / "coverage" / name, checker), _labels(name)
    left = list(coverage.details)
    for label in labels:
        found = next((detail for detail in left if _is(detail, label)), None)
        if found:
            left.remove(found)
        yield Kind(label["kind"]), label["standing"], found.standing if found else "not read"


def _coverage(folder: Path, checker: Checker) -> Coverage:
    sources = [path for path in sorted(folder.glob("*.md")) if path.name != "draft.md"]
    coverage = checker.check(gather([folder / "draft.md"], sources).documents).coverage
    assert coverage is not None
    return coverage


def _labels(name: str) -> list[dict[str, Any]]:
    labels: list[dict[str, Any]] = yaml.safe_load((DATA / "coverage" / name / "details.yaml").read_text())
    return labels


def _is(detail: Detail, label: dict[str, Any]) -> bool:
    words = " ".join(detail.words.split())
    return detail.kind == label["kind"] and (label["words"] in words or words in label["words"])


def test_nothing_without_a_source_is_called_supported(judged: Counter[Judged]) -> None:
    assert {j: n for j, n in judged.items() if j[1] != Standing.AGREES and j[2] == Standing.AGREES} == {}


def test_what_a_source_has_in_plainly_other_words_is_supported(judged: Counter[Judged]) -> None:
    held = {kind: sum(n for j, n in judged.items() if j[:2] == (kind, Standing.AGREES)) for kind in ALL}
    assert held == ALL
    found = {kind: judged[kind, Standing.AGREES, Standing.AGREES] for kind in SUPPORTED}
    assert all(found[kind] >= least for kind, least in SUPPORTED.items()), found
