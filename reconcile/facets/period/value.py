"""What a date expression says: an interval of days, and the words and the reckoning behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reconcile.facets.period.days import Days, Grain, Yearly, yearly_of
from reconcile.facets.period.edtf import WEEKDAYS, day_in_words, days_of, edtf, spoken
from reconcile.text import Span


class Bound(StrEnum):
    """How a stated date bounds the period: `at` it, from it on (`since`, `after`), up to it, or near it."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a text was published: on some day of an interval, None where a side is open.

    The lone date of a page header gives `latest` only: the text is not younger than that.
    """

    earliest: date | None
    latest: date | None

    @classmethod
    def on(cls, day: date) -> Anchor:
        return cls(day, day)

    @property
    def label(self) -> str:
        if self.earliest and self.latest:
            return spoken(Days(self.earliest, self.latest), Grain.DAY)
        if self.latest:
            return f"{day_in_words(self.latest)} or before"
        return f"{day_in_words(self.earliest)} or later" if self.earliest else "unknown date"


@dataclass(frozen=True, slots=True)
class Window:
    """An interval of days, None where a side is open or not known."""

    earliest: date | None
    latest: date | None

    @classmethod
    def written(cls, normal: str) -> Window:
        """The stretch that a period's `normal` stands for; of an approximate one, the stretch that was named."""
        start, slash, end = normal.removesuffix("~").partition("/")
        is_open = ".." in (start, end)
        first, last = (days_of(start), days_of(end)) if is_open else (days_of(start + slash + end),) * 2
        return cls(first.first if first else None, last.last if last else None)

    def overlaps(self, other: Window) -> bool:
        return not (_ends_before(self, other) or _ends_before(other, self))

    @property
    def days(self) -> Days | None:
        return Days(self.earliest, self.latest) if self.earliest and self.latest else None


def _ends_before(a: Window, b: Window) -> bool:
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


@dataclass(frozen=True, slots=True)
class Period:
    """One date expression.

    `earliest` and `latest` are the first and the last day that it can mean, None where that side is open;
    both are None where it could not be resolved. `stated` is the date that was named, before the bound is
    applied: all of September 2022 for "since September 2022". `yearly` and `weekday` (Monday is 0) are known
    without a year, too. A `fiscal` period is given as if its year were the calendar year: the true offset is
    not known. A `directed` one ("last May") means one year, which only the day of publication tells.
    """

    span: Span
    words: str
    earliest: date | None
    latest: date | None
    grain: Grain
    relative: bool
    bound: Bound = Bound.AT
    reckoning: str = ""
    stated: Window = Window(None, None)
    yearly: Yearly | None = None
    weekday: int | None = None
    fiscal: bool = False
    directed: bool = False

    @property
    def known(self) -> bool:
        return self.earliest is not None or self.latest is not None

    @property
    def window(self) -> Window:
        return Window(self.earliest, self.latest)

    @property
    def yearly_range(self) -> Yearly | None:
        """Where in the year the stated date lies, if it says so."""
        days = self.stated.days
        return yearly_of(days) if days else self.yearly

    @property
    def normal(self) -> str:
        """In EDTF: 2023-08, 2023-08-31, 2024-06-05/.., 202X, 1990~; a season 2023-22, a quarter 2023-34.

        A date without its year is XXXX-10-05; what cannot be resolved at all keeps its words.
        """
        stated = self.stated.days
        if not self.known:
            return self._without_year or " ".join(self.words.casefold().split())
        if self.bound is Bound.ABOUT and stated:
            return f"{edtf(stated, self.grain)}~"
        if self.earliest and self.latest:
            return edtf(Days(self.earliest, self.latest), self.grain)
        if stated and self.bound in (Bound.SINCE, Bound.UNTIL):
            named = edtf(stated, self.grain)
            return f"{named.split('/')[0]}/.." if self.earliest else f"../{named.split('/')[-1]}"
        return f"{self.earliest or '..'}/{self.latest or '..'}"

    @property
    def label(self) -> str:
        """In words: "August 2023", "since September 2022"; what is not resolved keeps those of the text."""
        stated = self.stated.days
        if stated and self.weekday is not None and stated.first != stated.last:
            return f"a {WEEKDAYS[self.weekday]} in {spoken(stated, self.grain)}"
        if stated:
            return f"{_IN_WORDS[self.bound]}{spoken(stated, self.grain)}{' (fiscal)' if self.fiscal else ''}"
        if not self.known:
            return self.words
        if self.latest:
            return f"{day_in_words(self.latest)} or before"
        return f"{day_in_words(self.earliest)} or later" if self.earliest else self.words

    @property
    def _without_year(self) -> str:
        """EDTF of a month, or of a day of a month, whose year is not known; empty if there is none."""
        if self.yearly is None or self.bound is not Bound.AT:
            return ""
        month, day = self.yearly.first
        if self.yearly.first == self.yearly.last:
            return f"XXXX-{month:02}-{day:02}"
        return f"XXXX-{month:02}" if self.yearly == Yearly.months(month, month) else ""


_IN_WORDS = {bound: "" if bound is Bound.AT else f"{bound} " for bound in Bound}
