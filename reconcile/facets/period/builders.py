"""What the rules of the grammar build from the words they matched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reconcile.facets.period.days import Grain, Yearly, month_days, unit_around, year_days
from reconcile.facets.period.meaning import (
    Bare,
    Count,
    Meaning,
    absolute,
    away,
    century,
    inside,
    lasting,
    recurring,
    unit,
    unresolved,
    with_weekday,
    year,
)
from reconcile.facets.period.shares import day_of_month, from_to, nth_unit, share
from reconcile.facets.period.terminals import full_year

Unit = tuple[int, Grain]  # how many of which grain a unit is


def month(month: int) -> Meaning:
    return recurring(Yearly.months(month, month), Grain.MONTH, Bare.MONTH)


def months(first: int, last: int) -> Meaning:
    return recurring(Yearly.months(first, last), Grain.MONTH)


def month_day(month: int, day: int) -> Meaning | None:
    return some_days(month, day, day)


def some_days(month: int, first: int, last: int) -> Meaning | None:
    if not first <= last <= month_days(2000, month):
        return None
    return recurring(Yearly((month, first), (month, last)), Grain.DAY)


def quarter(number: int) -> Meaning | None:
    """Q3, which is never anything else than a quarter of a year."""
    if not 1 <= number <= 4:
        return None
    return recurring(Yearly.months(3 * number - 2, 3 * number), Grain.QUARTER)


def half(number: int) -> Meaning:
    return months(6 * number - 5, 6 * number)


def spelled(term: Meaning | None) -> Meaning | None:
    """A third quarter or a first half, which may also be of a game."""
    return replace(term, bare=Bare.TERM) if term else None


def fiscal(meaning: Meaning) -> Meaning:
    return replace(meaning, fiscal=True, bare=None)


def two_years(year: Meaning, last: int) -> Meaning | None:
    """1998/99, 2019-20, 1999/00; None where the second figures cannot follow the first."""
    first = _first_year(year)
    end = first // 100 * 100 + last
    if end <= first and first % 100 < 99:
        return None
    return absolute(year_days(first, end if end > first else end + 100), Grain.YEAR)


def _first_year(year: Meaning) -> int:
    return year.on(date.min, False).first.year


def year_month(year: Meaning, month: int) -> Meaning:
    return absolute(unit_around(date(_first_year(year), month, 1), Grain.MONTH), Grain.MONTH)


def away_by(amount: Count, unit: Unit, sign: int) -> Meaning:
    size, grain = unit
    return away(Count(amount.low * size, amount.high * size), grain, sign)


def lasting_for(unit: Unit, sign: int, amount: Count | None = None) -> Meaning:
    size, grain = unit
    count = amount or Count(1, 1)
    return lasting(Count(count.low * size, count.high * size), grain, sign)


def on_day(date: Meaning, weekday: int) -> Meaning | None:
    return with_weekday(date, weekday) if date.grain is Grain.DAY and date.weekday is None else None


def centuries(first: int, last: int) -> Meaning | None:
    start, end = century(first), century(last)
    return from_to(start, end) if start and end else None


def current(of: Unit) -> Meaning:
    return unit("this", of[1])


def part_of(part: list[float], whole: Meaning) -> Meaning:
    return share(whole, *part)


def in_short_year(term: Meaning | None, short: int) -> Meaning | None:
    return inside(term, year(full_year(short))) if term else None


def fiscal_years(year: Meaning, last: int) -> Meaning | None:
    years = two_years(year, last)
    return fiscal(years) if years else None


def nth_day(number: int, weekday: int | None = None) -> Meaning | None:
    if not 1 <= number <= 31:
        return None
    return replace(day_of_month(number), weekday=weekday, bare=Bare.DAY if weekday is None else None)


def deictic_unit(deictic: str, of: Unit) -> Meaning:
    return unit(deictic, of[1]) if of[1] is not Grain.DAY else unresolved(Grain.DAY)


def plain_day(meaning: Meaning) -> Meaning | None:
    """A part of a day: the day itself, as nothing here is finer."""
    return replace(meaning, bare=None) if meaning.grain is Grain.DAY else None


def nth_unit_of(number: int, of: Unit, whole: Meaning, amount: Count | None = None) -> Meaning | None:
    size, grain = of
    count = max(1, int(amount.high)) if amount else 1
    return nth_unit(number, count * size, grain, whole) if whole.grain is not Grain.DAY and number else None
