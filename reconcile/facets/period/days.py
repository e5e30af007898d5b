"""Stretches of days, and the calendar's arithmetic on them. The years 1 to 9999 are their limits."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil


class Grain(StrEnum):
    """The calendar unit in which a period is stated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
_DAYS = {Grain.DAY: 1, Grain.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; `first` is never after `last`."""

    first: date
    last: date

    def hull(self, other: Days) -> Days:
        return Days(min(self.first, other.first), max(self.last, other.last))

    def share(self, low: float, high: float) -> Days:
        """The part that lies between two fractions of its length: months of a year or more, days of less."""
        after = moved_days(self.last, 1)
        months = (after.year - self.first.year) * 12 + after.month - self.first.month
        if months >= 12:
            first = moved_months(self.first, int(months * low))
            return Days(first, moved_days(moved_months(self.first, ceil(months * high)), -1))
        length = (self.last - self.first).days + 1
        first = moved_days(self.first, min(int(length * low), length - 1))
        return Days(first, max(first, moved_days(self.first, ceil(length * high) - 1)))


def month_days(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def moved_days(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def moved_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.min if year < 1 else date.max
    return date(year, month + 1, min(day.day, month_days(year, month + 1)))


def moved(day: date, count: float, grain: Grain) -> date:
    """A day so many units away; a fraction of a month counts as days."""
    if grain in _DAYS:
        return moved_days(day, round(count * _DAYS[grain]))
    months = count * _MONTHS[grain]
    whole = int(months)
    return moved_days(moved_months(day, whole), round((months - whole) * 30))


def year_days(first: int, last: int | None = None) -> Days:
    """All days of a year, or of the years from one to another."""
    return Days(date(_bounded(first), 1, 1), date(_bounded(first if last is None else last), 12, 31))


def _bounded(year: int) -> int:
    return min(max(year, 1), 9999)


def unit_around(day: date, grain: Grain) -> Days:
    """The calendar unit in which a day lies. A week may begin on Sunday or Monday: the hull of both."""
    if grain is Grain.DAY:
        return Days(day, day)
    if grain is Grain.WEEK:
        from_monday = moved_days(day, -day.weekday())
        from_sunday = moved_days(day, -(day.isoweekday() % 7))
        return Days(min(from_monday, from_sunday), moved_days(max(from_monday, from_sunday), 6))
    if grain in (Grain.MONTH, Grain.QUARTER, Grain.SEASON):
        size = _MONTHS[grain]
        first = (day.month - 1) // size * size + 1
        last = first + size - 1
        return Days(day.replace(month=first, day=1), date(day.year, last, month_days(day.year, last)))
    size = _MONTHS[grain] // 12
    return year_days(day.year // size * size, day.year // size * size + size - 1)


def unit_away(day: date, count: int, grain: Grain) -> Days:
    """The calendar unit so many before (negative) or after the one in which a day lies."""
    return unit_around(moved(day, count, grain), grain)


def weekday_before(day: date, weekday: int, *, strictly: bool) -> date:
    """The latest such weekday not after a day, or strictly before it."""
    back = (day.weekday() - weekday) % 7
    return moved_days(day, -(back or (7 if strictly else 0)))


def weekday_after(day: date, weekday: int, *, strictly: bool) -> date:
    """The first such weekday not before a day, or strictly after it."""
    ahead = (weekday - day.weekday()) % 7
    return moved_days(day, ahead or (7 if strictly else 0))


@dataclass(frozen=True, slots=True)
class Yearly:
    """Days that come back every year, as (month, day); `first` after `last` runs over New Year."""

    first: tuple[int, int]
    last: tuple[int, int]

    @classmethod
    def months(cls, first: int, last: int) -> Yearly:
        return cls((first, 1), (last, 29 if last == 2 else month_days(2000, last)))

    def overlaps(self, other: Yearly) -> bool:
        return self._holds(other.first) or other._holds(self.first)

    def _holds(self, day: tuple[int, int]) -> bool:
        if self.first <= self.last:
            return self.first <= day <= self.last
        return day >= self.first or day <= self.last

    def of_year(self, year: int) -> Days | None:
        """Its days that begin in a year; None on 29 February of a common year, and beyond the calendar."""
        ends = year + (self.last < self.first)
        if not 1 <= year <= ends <= 9999 or self.first[1] > month_days(year, self.first[0]):
            return None
        month, day = self.last
        return Days(date(year, *self.first), date(ends, month, min(day, month_days(ends, month))))

    def before(self, day: date) -> Days:
        """The latest that has begun by a day."""
        years = (self.of_year(year) for year in range(day.year, day.year - 9, -1))
        return next((found for found in years if found and found.first <= day), Days(date.min, date.min))

    def after(self, day: date) -> Days:
        """The first that has not ended before a day."""
        years = (self.of_year(year) for year in range(day.year - 1, day.year + 9))
        return next((found for found in years if found and found.last >= day), Days(date.max, date.max))


def yearly_of(days: Days) -> Yearly | None:
    """Where days lie in the year; None where they fill a year or more and so say nothing of it."""
    if (days.last - days.first).days >= 364:
        return None
    return Yearly((days.first.month, days.first.day), (days.last.month, days.last.day))
