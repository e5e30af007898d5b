"""Dates as they stand in headers, bylines and datelines: "Fri. Jul 5th, 2024", "17 January 2024", "Oct 4"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from reconcile.lexicon import lexicon
from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date with its place in the words given. The year or the day may be missing."""

    span: Span
    year: int | None
    month: int
    day: int | None

    @property
    def earliest(self) -> date | None:
        return date(self.year, self.month, self.day or 1) if self.year else None

    @property
    def latest(self) -> date | None:
        return (
            date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])
            if self.year
            else None
        )

    def last_before(self, bound: date) -> date | None:
        """For a day without a year: the last of that name, the bound included; None for some 29 February."""
        if self.day is None:
            return None
        later = (self.month, self.day) > (bound.month, bound.day)
        return _day(bound.year - later, self.month, self.day)


def stamps(words: str) -> tuple[Stamp, ...]:
    """Every date in a line, in order. A date in slashes that can be read in two ways is left out."""
    matches = [match for form in _forms() for match in form.finditer(words)]
    found: list[Stamp] = []
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        stamp = _stamp(match)
        if stamp and not (found and found[-1].span.overlaps(stamp.span)):
            found.append(stamp)
    return tuple(found)


def _stamp(match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    month, day = _sides(parts) if "left" in parts else (_month(parts["month"]), _number(parts.get("day")))
    year = _number(parts.get("year"))
    if not _day(year or 2000, month, day or 1):
        return None
    return Stamp(Span(match.start(), match.end()), year, month, day)


def _sides(parts: dict[str, str]) -> tuple[int, int]:
    """Month and day of 25/12/2024 or 12/25/2024; no month, 0, where both could be meant."""
    left, right = int(parts["left"]), int(parts["right"])
    if left == right or right > 12:
        return left, right
    return (right, left) if left > 12 else (0, 0)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(words: str) -> int:
    return int(words) if words.isdecimal() else _months()[words.casefold()]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(lexicon("datelines")["months"], 1) for name in names}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    weekday = rf"(?:(?:{'|'.join(lexicon('datelines')['weekdays'])})\b[.,]{{0,2}}\s{{1,3}})?"
    month = rf"(?P<month>{'|'.join(sorted(_months(), key=len, reverse=True))})\b\.?"
    day, year = (
        r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?",
        r"(?P<year>(?:19|20)[0-9]{2})(?:(?![0-9])|(?=[0-9]{1,2}:))",
    )
    gap, comma = r"\s{1,3}", r"(?:\s{0,2},\s{0,3}|\s{1,3})"
    written = (
        rf"{weekday}{day}{gap}(?:of{gap})?{month}{comma}{year}",
        rf"{weekday}{month}{gap}{day}{comma}{year}",
        rf"{month}{comma}{year}",
        rf"{weekday}{day}{gap}{month}(?!\s{{0,3}}[0-9])",
        rf"{weekday}{month}{gap}{day}(?![0-9])",
    )
    numeric = (
        r"(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>[01]?[0-9])[-/](?P<day>[0-3]?[0-9])(?![0-9])",
        r"(?P<day>[0-3]?[0-9])\.(?P<month>[01]?[0-9])\.(?P<year>(?:19|20)[0-9]{2})(?:(?![0-9])|(?=[0-9]{1,2}:))",
        r"(?P<left>[0-3]?[0-9])/(?P<right>[0-3]?[0-9])/(?P<year>(?:19|20)[0-9]{2})(?:(?![0-9])|(?=[0-9]{1,2}:))",
    )
    return tuple(re.compile(rf"(?<![^\W_])(?:{form})", re.IGNORECASE) for form in written + numeric)
