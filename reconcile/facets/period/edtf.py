"""Days written down: in EDTF (ISO 8601-2, as the Library of Congress publishes it), and in words."""

from __future__ import annotations

from datetime import date

from reconcile.facets.period.days import Days, Grain, month_days

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {3: (21, "spring"), 6: (22, "summer"), 9: (23, "autumn"), 12: (24, "winter")}
_NUMBERED = ("first", "second", "third", "fourth")


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
