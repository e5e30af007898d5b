"""What date expressions mean: functions from the day of publication to the days that are meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reconcile.facets.period.days import (
    Days,
    Grain,
    Yearly,
    moved,
    moved_days,
    unit_around,
    unit_away,
    weekday_after,
    weekday_before,
    year_days,
)
from reconcile.facets.period.value import Bound

# The days meant, given the day of publication and whether the text speaks of what is to come.
Resolve = Callable[[date, bool], Days]


class Bare(StrEnum):
    """Words that are a date only where something around them says so."""

    YEAR = "year"
    MONTH = "month"
    WEEKDAY = "weekday"
    SEASON = "season"
    TERM = "term"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a date expression means. `resolve` is None where only another event could tell.

    A `directed` date names its year by where it lies from publication: "last May", unlike "in May".
    """

    resolve: Resolve | None
    grain: Grain
    relative: bool = False
    bound: Bound = Bound.AT
    yearly: Yearly | None = None
    weekday: int | None = None
    fiscal: bool = False
    directed: bool = False
    bare: Bare | None = None

    def on(self, day: date, ahead: bool) -> Days:
        assert self.resolve is not None, "an unresolved meaning has no days"
        return self.resolve(day, ahead)

    def mapped(self, change: Callable[[Days, date], Days], **changes: object) -> Meaning:
        """The same meaning with its days changed; what is not resolved stays so."""
        resolve = self.resolve
        if resolve is None:
            return self
        changed: Resolve = lambda day, ahead: change(resolve(day, ahead), day)  # noqa: E731
        return replace(self, resolve=changed, **changes)  # type: ignore[arg-type]


def absolute(days: Days, grain: Grain, *, bare: Bare | None = None) -> Meaning:
    return Meaning(lambda day, ahead: days, grain, bare=bare)


def unresolved(grain: Grain) -> Meaning:
    """A date that hangs on another event: "the following year", "two days later"."""
    return Meaning(None, grain, relative=True)


def recurring(yearly: Yearly, grain: Grain, bare: Bare | None = None) -> Meaning:
    """A date without its year: the latest not after publication, or the first not before it."""

    def resolve(day: date, ahead: bool) -> Days:
        return yearly.after(day) if ahead else yearly.before(day)

    return Meaning(resolve, grain, relative=True, yearly=yearly, bare=bare)


def on_weekday(weekday: int, bare: Bare | None = None) -> Meaning:
    def resolve(day: date, ahead: bool) -> Days:
        return _one((weekday_after if ahead else weekday_before)(day, weekday, strictly=False))

    return Meaning(resolve, Grain.DAY, relative=True, weekday=weekday, bare=bare)


def with_weekday(meaning: Meaning, weekday: int) -> Meaning:
    """A day with its weekday. Where no year is written, the weekday tells the coming from the past one."""
    yearly, written = meaning.yearly, meaning.resolve
    if yearly is None or not meaning.relative or written is None:
        return replace(meaning, weekday=weekday)

    def resolve(day: date, ahead: bool) -> Days:
        near = (written(day, ahead), written(day, not ahead))
        return next((days for days in near if days.first.weekday() == weekday), near[0])

    return replace(meaning, resolve=resolve, weekday=weekday)


def inside(yearly: Meaning, era: Meaning) -> Meaning:
    """A date without its year, in the year that is named: "June last year", "the first quarter of 2023"."""
    shape, years = yearly.yearly, era.resolve
    if shape is None or years is None:
        return replace(yearly, resolve=None, relative=True)

    def resolve(day: date, ahead: bool) -> Days:
        return _in_year(shape, years(day, ahead).first.year)

    return replace(
        yearly, resolve=resolve, relative=era.relative, fiscal=yearly.fiscal or era.fiscal, bare=None
    )


def _in_year(yearly: Yearly, year: int) -> Days:
    """Its days in a year. The winter of a year may be the one it begins with or the one it ends with."""
    found = yearly.of_year(year) or unit_around(date(year, yearly.first[0], 1), Grain.MONTH)
    earlier = yearly.of_year(year - 1) if yearly.last < yearly.first else None
    return earlier.hull(found) if earlier else found


def named(direction: str, name: Meaning) -> Meaning:
    """ "last August", "next Friday": strictly before, or after, publication; "this spring": in its year."""
    resolve: Resolve = lambda day, ahead: _named(direction, name, day)  # noqa: E731
    return replace(name, resolve=resolve, relative=True, directed=True, bare=None)


def _named(direction: str, name: Meaning, day: date) -> Days:
    if name.yearly is None:
        assert name.weekday is not None, "only weekdays and yearly dates carry a direction"
        if direction == "last":
            return _one(weekday_before(day, name.weekday, strictly=True))
        return _one(weekday_after(day, name.weekday, strictly=direction == "next"))
    if direction == "this":
        return name.yearly.of_year(day.year) or name.yearly.before(day)
    running = name.yearly.before(day)
    if direction == "last":
        return name.yearly.before(moved_days(running.first, -1)) if running.last >= day else running
    return name.yearly.after(moved_days(running.last, 1))


def unit(direction: str, grain: Grain) -> Meaning:
    """ "last week", "this year", "next month": whole calendar units."""
    count = {"last": -1, "this": 0, "next": 1}[direction]
    return Meaning(lambda day, ahead: unit_away(day, count, grain), grain, relative=True)


def day_away(days: int) -> Meaning:
    return Meaning(lambda day, ahead: _one(moved_days(day, days)), Grain.DAY, relative=True)


def weekend(direction: str | None) -> Meaning:
    """Saturday and Sunday, with the Friday before publication on one of them."""

    def resolve(day: date, ahead: bool) -> Days:
        if direction == "next" or (direction in (None, "this") and ahead):
            saturday = weekday_after(day, 5, strictly=True)
        else:
            saturday = weekday_before(day, 5, strictly=direction == "last")
        if direction == "this" and day.weekday() < 5:
            return Days(saturday, moved_days(saturday, 8))
        return Days(saturday, moved_days(saturday, 1))

    return Meaning(resolve, Grain.DAY, relative=True)


@dataclass(frozen=True, slots=True)
class Count:
    """How many units: from low to high. `round` counts are rounded ones, as in "20 years ago"."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        return self.low == self.high and self.low == int(self.low)

    @property
    def slack(self) -> float:
        """By how many units people are off who use such a count; what is hedged is wide enough."""
        if self.low != self.high:
            return 0
        return 1 if self.low >= 10 and self.low % 5 == 0 else 0.25


def away(count: Count, grain: Grain, sign: int) -> Meaning:
    """ "two years ago" (sign -1), "three weeks from now" (sign 1): near that day, or in its calendar unit."""

    def resolve(day: date, ahead: bool) -> Days:
        slack = 0 if grain is Grain.DAY else count.slack
        ends = sorted(moved(day, sign * units, grain) for units in (count.low - slack, count.high + slack))
        near = Days(*ends)
        if not count.exact or grain in (Grain.DAY, Grain.DECADE, Grain.CENTURY):
            return near
        return near.hull(unit_away(day, int(sign * count.low), grain))

    return Meaning(resolve, grain, relative=True)


def lasting(count: Count, grain: Grain, sign: int) -> Meaning:
    """ "in the past three months" (sign -1): the stretch that ends, or begins, on the day of publication."""

    def resolve(day: date, ahead: bool) -> Days:
        return Days(*sorted((day, moved(day, sign * count.high, grain))))

    return Meaning(resolve, grain, relative=True)


def century(number: int) -> Meaning | None:
    """The nth century, from its year 0 to its year 100: both reckonings are in use."""
    return (
        absolute(year_days(100 * number - 100, 100 * number - 1), Grain.CENTURY)
        if 1 <= number <= 99
        else None
    )


def decade(first_year: int) -> Meaning:
    return absolute(year_days(first_year, first_year + 9), Grain.DECADE)


def year(number: int, bare: Bare | None = None) -> Meaning:
    return absolute(year_days(number), Grain.YEAR, bare=bare)


def _one(day: date) -> Days:
    return Days(day, day)
