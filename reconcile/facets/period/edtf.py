"""Days written down: in EDTF (ISO 8601-2, as the Library of Congress publishes it), and in words."""

from __future__ import annotations

import re
from datetime import date

from reconcile.facets.period.days import Days, Grain, Yearly, month_days, unit_around, year_days
from reconcile.lexicon import lexicon

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {3: (21, "spring"), 6: (22, "summer"), 9: (23, "autumn"), 12: (24, "winter")}
_NUMBERED = ("first", "second", "third", "fourth")
_CALENDAR = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_SPAN_OF_YEARS = re.compile(r"[0-9]{3}X|[0-9]{2}XX")


def edtf(days: Days, grain: Grain) -> str:
    """The shortest EDTF string for these days: 2023, 2023-08, 2023-34, 202X, 2023-01/2023-06, …"""
    first = days.first
    if season := _season(days, grain):
        return f"{season[0]:04}-{_SEASONS[season[1]][0]}"
    if grain is Grain.QUARTER and _is_quarter(days):
        return f"{first.year:04}-{33 + (first.month - 1) // 3}"
    if grain is Grain.DECADE and _years(days) == 10 and first.year % 10 == 0:
        return f"{first.year // 10:03}X"
    if grain is Grain.CENTURY and _years(days) == 100 and first.year % 100 == 0:
        return f"{first.year // 100:02}XX"
    start, end = _pair(days)
    return start if start == end else f"{start}/{end}"


def days_of(written: str) -> Days | None:
    """The days that `edtf` wrote so; None of an open end, of a date without its year, and of what is no EDTF."""
    start, _, end = written.partition("/")
    first, last = _unit(start), _unit(end or start)
    return Days(first.first, last.last) if first and last and first.first <= last.last else None


def _unit(written: str) -> Days | None:
    """The days of one calendar unit: 2023, 2023-08, 2023-08-31, 2023-22, 2023-34, 202X, 20XX."""
    if _SPAN_OF_YEARS.fullmatch(written):
        return year_days(int(written.replace("X", "0")), int(written.replace("X", "9")))
    match = _CALENDAR.fullmatch(written)
    if match is None:
        return None
    year, part, day = (int(digits) if digits else None for digits in match.groups())
    return _named_part(year or 0, part, day) if part and part > 12 else _calendar_unit(year or 0, part, day)


def _calendar_unit(year: int, month: int | None, day: int | None) -> Days | None:
    grain = Grain.DAY if day else Grain.MONTH if month else Grain.YEAR
    try:
        return unit_around(date(year, month or 1, day or 1), grain)
    except ValueError:
        return None


def _named_part(year: int, part: int, day: int | None) -> Days | None:
    """A quarter or a season; the hull of both winters that touch a year."""
    if 33 <= part <= 36 and year and day is None:
        return unit_around(date(year, 3 * (part - 33) + 1, 1), Grain.QUARTER)
    name = dict(_SEASONS.values()).get(part)
    if name is None or day is not None:
        return None
    first, last = lexicon("periods")["season_days"][name]
    season = Yearly((first[0], first[1]), (last[0], last[1]))
    years = [year - 1, year] if last < first else [year]
    touching = [found for found in map(season.of_year, years) if found]
    return touching[0].hull(touching[-1]) if touching else None


def spoken(days: Days, grain: Grain) -> str:
    """The days in words: "August 2023", "the second quarter of 2023", "1 January to 15 March 2023"."""
    first = days.first
    if season := _season(days, grain):
        return f"{_SEASONS[season[1]][1]} {season[0]}"
    if grain is Grain.QUARTER and _is_quarter(days):
        return f"the {_NUMBERED[(first.month - 1) // 3]} quarter of {first.year}"
    if grain is Grain.DECADE and _years(days) == 10 and first.year % 10 == 0:
        return f"the {first.year}s"
    if grain is Grain.CENTURY and _years(days) == 100 and first.year % 100 == 0:
        return f"the {_th(first.year // 100 + 1)} century"
    start, end = (_in_words(part) for part in _pair(days))
    if start == end:
        return start
    same_year = first.year == days.last.year
    return f"{start.removesuffix(f' {first.year}') if same_year else start} to {end}"


def day_in_words(day: date) -> str:
    return _in_words(day.isoformat())


def _pair(days: Days) -> tuple[str, str]:
    """First and last of the days, as coarse as both allow: two years, two months or two days."""
    first, last = days.first.isoformat(), days.last.isoformat()
    if days.first.day > 1 or days.last.day < month_days(days.last.year, days.last.month):
        return first, last
    if days.first.month > 1 or days.last.month < 12:
        return first[:7], last[:7]
    return first[:4], last[:4]


def _in_words(iso: str) -> str:
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return str(year)
    month = f"{_MONTHS[rest[0] - 1]} {year}"
    return month if len(rest) == 1 else f"{rest[1]} {month}"


def _years(days: Days) -> int:
    """How many whole years the days fill; 0 if they do not begin and end with a year."""
    first, last = days.first, days.last
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return last.year - first.year + 1 if whole else 0


def _is_quarter(days: Days) -> bool:
    start, end = days.first, days.last
    whole = start.day == 1 and end.day == month_days(end.year, end.month)
    return whole and start.year == end.year and start.month % 3 == 1 and end.month == start.month + 2


def _season(days: Days, grain: Grain) -> tuple[int, int] | None:
    """Year and first month of a whole season. A year's winter may be either of the two that touch it."""
    first, length = days.first, (days.last - days.first).days
    if grain is not Grain.SEASON or first.day != 1 or first.month not in _SEASONS:
        return None
    if length > 400:
        return first.year + 1, first.month
    return (first.year, first.month) if length > 95 else None


def _th(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
