from datetime import date

import pytest

from reconcile.findings import Kind, Position
from reconcile.reports.html.timeline import Timeline, timeline
from tests.reports.examples import SHORT, evidence, finding


def drawn(*values: str) -> Timeline | None:
    places = (evidence("b.txt", SHORT, "in 2024"),)
    return timeline(finding(positions=tuple(Position(value, places) for value in values)))


def certain(*values: str) -> Timeline:
    axis = drawn(*values)
    assert axis is not None
    return axis


def test_bars_that_do_not_overlap_in_time_do_not_on_the_axis() -> None:
    first, second = certain("2024", "2023-08").bars
    assert (first.position.value, second.position.value) == ("2023-08", "2024")
    assert 0 < first.left < first.right < second.left < second.right < 100
    assert second.width > 10 * first.width


def test_adjoining_bars_meet() -> None:
    first, second = certain("2023-08", "2023-09").bars
    assert first.right == pytest.approx(second.left, abs=0.02)


def test_what_has_no_end_reaches_the_edge() -> None:
    until, since = certain("2024-06/..", "../2019").bars
    assert (until.left, until.open_left, until.open_right) == (0, True, False)
    assert (since.right, since.open_left, since.open_right) == (100, False, True)


def test_what_is_about_a_date_is_drawn_so() -> None:
    assert [bar.about for bar in certain("1990~", "1995").bars] == [True, False]


@pytest.mark.parametrize(
    "values", [("2023",), ("2023", "monday"), ("XXXX-10-05", "XXXX-10-06"), ("2023", "")]
)
def test_one_date_alone_gives_no_timeline(values: tuple[str, ...]) -> None:
    assert drawn(*values) is None


def test_what_has_no_place_in_time_is_named_beside() -> None:
    axis = certain("2023", "2024", "monday")
    assert [position.value for position in axis.unplaced] == ["monday"]
    assert len(axis.bars) == 2


def test_only_dates_have_a_timeline() -> None:
    assert timeline(finding(kind=Kind.NUMBER)) is None


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        (
            ("2024-06-05", "2024-06-07"),
            ["5 Jun 2024", "6 Jun 2024", "7 Jun 2024", "8 Jun 2024"],
        ),
        (("2023-08", "2023-10"), ["Aug 2023", "Sep 2023", "Oct 2023", "Nov 2023"]),
        (("1914", "1939-09-01"), ["1920", "1930", "1940"]),
        (("0001", "9999"), ["2000", "4000", "6000", "8000"]),
    ],
)
def test_the_axis_is_marked_by_the_calendar(values: tuple[str, ...], labels: list[str]) -> None:
    ticks = certain(*values).ticks
    assert [tick.label for tick in ticks] == labels
    assert all(0 <= tick.left <= 100 for tick in ticks)


def test_the_ends_of_the_calendar_can_be_shown() -> None:
    bars = certain(f"../{date.min}", f"{date.max}/..").bars
    assert [(bar.left, bar.right) for bar in bars] == [(0, 0), (100, 100)]
