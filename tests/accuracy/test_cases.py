"""The case files: what is read of them, what is wrong with them is told, and the shipped ones are balanced."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from accuracy.cases import CaseError, Half, load_cases
from reconcile import Kind, Relation

SOUND = "  - {id: %s, a: The dam broke in May., b: The dam broke in June., expect: conflict}\n"
KINDS = set(Kind) - {Kind.STYLE, Kind.SUPPORT}


def _written(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def _mistakes(folder: Path) -> str:
    with pytest.raises(CaseError) as told:
        load_cases(folder)
    return str(told.value)


def test_a_case_carries_its_kind_its_half_and_its_dates(tmp_path: Path) -> None:
    dated = "  - {id: date-02, a: A., b: B., b_date: 2019-06-05, expect: silent}\n"
    first, second = load_cases(_written(tmp_path, "date.yaml", "cases:\n" + SOUND % "date-01" + dated))
    assert (first.kind, first.half, first.relation) == (Kind.DATE, Half.OPEN, Relation.CONFLICT)
    assert (second.half, second.relation) == (Half.SEALED, None)
    assert [str(document.published) for document in second.documents] == ["None", "2019-06-05"]


def test_mistakes_of_all_files_are_told_at_once_with_file_case_and_mend(tmp_path: Path) -> None:
    _written(tmp_path, "date.yaml", "cases:\n  - {id: date-01, a: A., expect: conflict, when: now}\n")
    _written(tmp_path, "number.yaml", "cases:\n" + SOUND % "number-07")
    _written(tmp_path, "colour.yaml", "cases: []\n")
    told = _mistakes(tmp_path)
    assert "date.yaml, case date-01: b is missing; add it" in told
    assert "date.yaml, case date-01: when is no field; use id, a, b" in told
    assert "number.yaml, case number-07: cases are numbered in order; call it number-01" in told
    assert "colour.yaml: 'colour' is no kind; name the file after one of date, number" in told


def test_an_unknown_relation_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    _written(tmp_path, "date.yaml", "cases:\n" + (SOUND % "date-01").replace("conflict", "quarrel"))
    assert "expect is not valid: Input should be 'conflict', 'variant'" in _mistakes(tmp_path)


@pytest.mark.parametrize("content", ["- date-01\n", "cases: none\n", ""])
def test_a_file_without_a_list_of_cases_is_told(tmp_path: Path, content: str) -> None:
    assert "give one list under `cases:`" in _mistakes(_written(tmp_path, "date.yaml", content))


def test_a_text_that_breaks_the_yaml_is_told_with_its_file(tmp_path: Path) -> None:
    _written(tmp_path, "date.yaml", "cases:\n  - id: date-01\n    a: He said: in May.\n")
    assert _mistakes(tmp_path).startswith("date.yaml: mapping values are not allowed here")


def test_the_shipped_cases_hold_forty_pairs_a_kind_and_their_halves_are_alike() -> None:
    cases = load_cases()
    assert {case.kind for case in cases} == KINDS
    disagree = Counter((case.kind, case.half) for case in cases if case.relation is not None)
    silent = Counter((case.kind, case.half) for case in cases if case.relation is None)
    for kind in KINDS:
        counts = [counted[kind, half] for counted in (disagree, silent) for half in Half]
        assert min(counts) >= 10, kind
        assert max(counts) - min(counts) <= 1, kind


def test_no_two_shipped_cases_share_their_texts() -> None:
    texts = Counter((case.a, case.b) for case in load_cases())
    assert max(texts.values()) == 1
