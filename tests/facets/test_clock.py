"""Times of day: as they are written, how exact they are, and when two of them cannot be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.period import compare_hours, read_hours

_WRITTEN = [
    "at 3 a.m.",
    "at 15:00",
    "shortly after noon",
    "at half past two",
    "at dawn",
    "at 9 p.m. GMT",
    "at midnight",
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dam burst at 3 a.m. on Tuesday.", ["3 a.m."]),
        ("It struck at 6.15 a.m. local time (1115 GMT).", ["6.15 a.m. local time", "1115 GMT"]),
        ("He fell shortly before five in the morning.", ["five in the morning"]),
        ("Robbers came at half past two in the afternoon.", ["half past two in the afternoon"]),
        ("She won in 2:31 and they lost 2:1.", []),
        ("The shop is open from 7 p.m. to 9 p.m.", []),
        ("It was over by 11pm.", []),
        ("The tanker sank at daybreak.", ["daybreak"]),
        ("They met at ten minutes past three in the afternoon.", ["ten minutes past three in the afternoon"]),
        ("It rose at 00:40 East Africa Time.", ["00:40 East Africa Time"]),
        ("She left at 5 p.m. Some time later it rained.", ["5 p.m."]),
    ],
)
def test_moments_are_read_and_ends_of_stretches_are_not(text: str, words: list[str]) -> None:
    assert [h.words for h in read_hours(text)] == words


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [
        ("at 3 a.m.", "shortly after noon", Agreement.DIFFER),
        ("at 3:30 a.m.", "at 03:32", Agreement.AGREE),
        ("at 7:20", "at 7.20 p.m.", Agreement.AGREE),
        ("at 11.55 p.m.", "at midnight", Agreement.AGREE),
        ("at 3 a.m.", "in the small hours", Agreement.AGREE),
        ("at 3 a.m.", "at 11:00 GMT", Agreement.UNKNOWN),
        ("at dawn", "in the evening", Agreement.UNKNOWN),
        ("at dawn", "at 9 p.m.", Agreement.DIFFER),
    ],
)
def test_times_differ_where_no_two_watches_would(a: str, b: str, agreement: Agreement) -> None:
    [x], [y] = read_hours(a), read_hours(b)
    assert compare_hours(x, y).agreement is agreement


@given(st.sampled_from(_WRITTEN), st.sampled_from(_WRITTEN))
def test_comparing_is_symmetric_and_a_time_is_itself(a: str, b: str) -> None:
    [x], [y] = read_hours(a), read_hours(b)
    assert compare_hours(x, y).agreement is compare_hours(y, x).agreement
    assert compare_hours(x, x).agreement is not Agreement.DIFFER


def test_a_value_is_the_time_where_it_is_one_and_else_the_words() -> None:
    text = "at 3 a.m., at 9.30 p.m. GMT, shortly after noon, at dawn"
    assert [h.normal for h in read_hours(text)] == ["03:00", "21:30 GMT", "noon", "dawn"]


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [
        ("twenty minutes before midnight", "11:40 p.m.", Agreement.AGREE),
        ("twenty minutes before midnight", "at midnight", Agreement.UNKNOWN),
        ("half an hour after noon", "at 12:30 p.m.", Agreement.AGREE),
        ("half an hour after noon", "at 11:30 a.m.", Agreement.DIFFER),
        ("at 00:40 East Africa Time", "at 11:40 p.m.", Agreement.UNKNOWN),
        ("a quarter of an hour to six in the evening", "at 5:45 p.m.", Agreement.AGREE),
    ],
)
def test_minutes_before_and_after_move_a_time(a: str, b: str, agreement: Agreement) -> None:
    (x,), (y,) = read_hours(a), read_hours(b)
    assert compare_hours(x, y).agreement is agreement
