"""Parts of periods, and periods made of others: "the end of June", "the first week of March", 2019-2021."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reconcile.facets.period.days import (
    Days,
    Grain,
    Yearly,
    month_days,
    moved,
    moved_days,
    moved_months,
    unit_around,
    weekday_after,
    weekday_before,
)
from reconcile.facets.period.meaning import Count, Meaning, Resolve
from reconcile.facets.period.value import Bound

LAST = -1  # the last of several, where others have their ordinal number


def share(whole: Meaning, low: float, high: float) -> Meaning:
    """A part of a period, given as fractions of it. A day has no parts here."""
    if whole.grain is Grain.DAY:
        return replace(whole, bare=None)
    return whole.mapped(lambda days, day: days.share(low, high), bare=None, yearly=None)


def until_now(whole: Meaning) -> Meaning:
    """The part of a period up to publication: "earlier this year". Of a written year it may be any part."""
    if not whole.relative:
        return replace(whole, bare=None)
    return whole.mapped(lambda days, day: Days(days.first, max(days.first, min(days.last, day))), bare=None)


def from_now(whole: Meaning) -> Meaning:
    """The part of a period from publication on: "later this month". Of a written year it may be any part."""
    if not whole.relative:
        return replace(whole, bare=None)
    return whole.mapped(lambda days, day: Days(min(days.last, max(days.first, day)), days.last), bare=None)


def nth_unit(number: int, count: int, grain: Grain, whole: Meaning) -> Meaning:
    """ "the first week of March", "the last two months of 2023", counted from the beginning or the end."""

    def change(days: Days, day: date) -> Days:
        if number == LAST:
            return Days(moved_days(moved(moved_days(days.last, 1), -count, grain), 0), days.last)
        first = moved(days.first, (number - 1) * count, grain)
        last = moved_days(moved(first, count, grain), -1)
        return Days(first, max(first, min(last, days.last)))

    return whole.mapped(change, grain=grain, bare=None, yearly=None)


def nth_weekday(number: int, weekday: int, whole: Meaning) -> Meaning:
    """ "the second Tuesday of November"."""

    def change(days: Days, day: date) -> Days:
        if number == LAST:
            found = weekday_before(days.last, weekday, strictly=False)
        else:
            found = moved_days(weekday_after(days.first, weekday, strictly=False), 7 * number - 7)
        return Days(found, found)

    return whole.mapped(change, grain=Grain.DAY, weekday=weekday, bare=None, yearly=None)


def weekday_of(weekday: int, week: Meaning) -> Meaning:
    """ "Tuesday of last week". The week's days from Monday on: a Sunday may be the one at either end."""

    def change(days: Days, day: date) -> Days:
        first = weekday_after(days.first, weekday, strictly=False)
        return Days(first, weekday_before(days.last, weekday, strictly=False))

    return week.mapped(change, grain=Grain.DAY, weekday=weekday, bare=None)


def some_weekday(weekday: int, whole: Meaning) -> Meaning | None:
    """ "a Sunday in 1998": any such day of it, so that its bounds are those of the whole."""
    if whole.grain is Grain.DAY:
        return None
    return replace(whole, weekday=weekday, bare=None)


def week_of(day: Meaning) -> Meaning:
    """ "the week of 5 June": the seven days from then on, or the calendar week around it."""
    return day.mapped(
        lambda days, _: unit_around(days.first, Grain.WEEK).hull(Days(days.first, moved_days(days.first, 6))),
        grain=Grain.WEEK,
        bare=None,
        yearly=None,
    )


def ended(count: Count, grain: Grain, end: Meaning) -> Meaning:
    """ "the quarter ended 30 June 2023": the units that close on that day, or with that month."""
    return end.mapped(
        lambda days, _: Days(moved_days(moved(moved_days(days.last, 1), -count.high, grain), 0), days.last),
        grain=grain,
        bare=None,
        yearly=None,
    )


def day_of_month(number: int) -> Meaning:
    """ "the 5th": of this month or the last one that had such a day; of what comes, the next one."""

    def resolve(day: date, ahead: bool) -> Days:
        months = (moved_months(day.replace(day=1), step if ahead else -step) for step in range(4))
        days = (
            month.replace(day=number) for month in months if number <= month_days(month.year, month.month)
        )
        found = next((each for each in days if (each >= day if ahead else each <= day)), day)
        return Days(found, found)

    return Meaning(resolve, Grain.DAY, relative=True)


def from_to(first: Meaning, last: Meaning) -> Meaning | None:
    """From one date to another; None if it comes later. A beginning without a year takes that of the end."""
    start, end = first.resolve, last.resolve
    if start is None or end is None:
        return None
    shape = _combined(first.yearly, last.yearly)
    resolve = _hull(start, end)
    if first.yearly and first.relative:
        resolve = _borrowing(first.yearly, end)
    if not (first.relative or last.relative) and start(date.min, False).first > end(date.min, False).last:
        return None
    grain = first.grain if first.grain is last.grain else Grain.DAY
    relative = last.relative or (first.relative and first.yearly is None)
    return replace(
        last, resolve=resolve, grain=grain, relative=relative, yearly=shape, weekday=None, bare=None
    )


def _combined(first: Yearly | None, last: Yearly | None) -> Yearly | None:
    return Yearly(first.first, last.last) if first and last else None


def _hull(start: Resolve, end: Resolve) -> Resolve:
    return lambda day, ahead: start(day, ahead).hull(end(day, ahead))


def _borrowing(first: Yearly, end: Resolve) -> Resolve:
    return lambda day, ahead: first.before(end(day, ahead).first).hull(end(day, ahead))


def bounded(bound: str, meaning: Meaning) -> Meaning:
    return replace(meaning, bound=Bound(bound))
