"""Accuracy on the project's own cases does not fall, and where it rises its floor follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from accuracy.cases import CaseError, Half
from accuracy.floors import Floor, complaints, load_floors
from accuracy.measure import Outcome
from reconcile import Kind
from tests.accuracy.conftest import CaseMaker, FindingMaker


def test_no_figure_is_below_its_floor_or_well_above_it(outcomes: tuple[Outcome, ...]) -> None:
    assert "\n".join(complaints(outcomes, load_floors())) == ""


def test_every_kind_and_half_has_a_floor(outcomes: tuple[Outcome, ...]) -> None:
    floors = load_floors()
    assert set(floors) == {outcome.case.kind for outcome in outcomes}
    assert all(set(halves) == set(Half) for halves in floors.values())


def test_a_figure_below_its_floor_is_told(case: CaseMaker) -> None:
    floors = {Kind.DATE: {Half.OPEN: Floor(precision=1, recall=0.5)}}
    (told,) = complaints([Outcome(case(), ())], floors)
    assert told == "date open recall: 0.000 is below the floor of 0.5; floors do not fall, so find what broke"


def test_a_figure_well_above_its_floor_asks_for_a_higher_one(case: CaseMaker, finding: FindingMaker) -> None:
    floors = {Kind.DATE: {Half.OPEN: Floor(precision=0.95, recall=0.5)}}
    (told,) = complaints([Outcome(case(), (finding(),))], floors)
    assert told == "date open recall: 1.000 is well above the floor of 0.5; raise it to 1.0 in floors.yaml"


@pytest.mark.parametrize(
    "content", ["date: {open: {precision: 2, recall: 0}}", "date: {half: {}}", "date: ["]
)
def test_floors_that_cannot_be_meant_are_told(tmp_path: Path, content: str) -> None:
    file = tmp_path / "floors.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CaseError, match=r"floors\.yaml"):
        load_floors(file)
