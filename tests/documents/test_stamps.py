"""Dates of headers, bylines and datelines."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.documents.stamps import stamps


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tue. Mar 9th, 2021", date(2021, 3, 9)),
        ("9 March 2021", date(2021, 3, 9)),
        ("Tuesday, the 9th of March, 2021", date(2021, 3, 9)),
        ("MARCH 9 2021", date(2021, 3, 9)),
        ("2021-03-09T10:15:00Z", date(2021, 3, 9)),
        ("9.3.2021", date(2021, 3, 9)),
        ("25/03/2021", date(2021, 3, 25)),
        ("03/25/2021", date(2021, 3, 25)),
        ("Sept. 9, 20218:05 AM", date(2021, 9, 9)),
    ],
)
def test_a_day_is_read_however_it_is_written(words: str, expected: date) -> None:
    (stamp,) = stamps(words)
    assert (stamp.earliest, stamp.latest) == (expected, expected)


def test_a_month_is_an_interval() -> None:
    (stamp,) = stamps("February 2020")
    assert (stamp.earliest, stamp.latest) == (date(2020, 2, 1), date(2020, 2, 29))


@pytest.mark.parametrize(
    "words", ["03/04/2021", "2021-13-01", "may 50,000 men", "12 people", "Marching on", "1 for 2021"]
)
def test_what_is_no_date_or_may_be_two_is_not_read(words: str) -> None:
    assert stamps(words) == ()


def test_a_day_without_year_is_the_last_one_up_to_a_bound() -> None:
    (stamp,) = stamps("Dec 30")
    assert stamp.earliest is None
    assert stamp.last_before(date(2021, 1, 2)) == date(2020, 12, 30)
    assert stamp.last_before(date(2020, 12, 30)) == date(2020, 12, 30)


def test_a_leap_day_is_not_moved_to_another_year() -> None:
    (stamp,) = stamps("Feb 29")
    assert stamp.last_before(date(2023, 5, 1)) is None
