"""The value of the number facet: an interval, with the words and the unit it was written in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from reconcile.facets.quantity.units import unit_named
from reconcile.text import Span

_LARGE = 1e5


class Bound(StrEnum):
    """How the words stand to the figure they name."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    BETWEEN = "between"

    @property
    def is_floor(self) -> bool:
        return self in (Bound.AT_LEAST, Bound.MORE_THAN)

    @property
    def is_ceiling(self) -> bool:
        return self in (Bound.AT_MOST, Bound.LESS_THAN, Bound.NEARLY)


_MARKS = {
    Bound.ABOUT: "~",
    Bound.AT_LEAST: "≥",
    Bound.AT_MOST: "≤",
    Bound.MORE_THAN: ">",
    Bound.LESS_THAN: "<",
    Bound.NEARLY: "nearly ",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as it stands in a text.

    `low`, `high`, `stated` and `spread` are in the base unit of the dimension: metre, kilogram, second (for
    ages too), per cent, percentage point, degree Celsius, the currency itself. `low` and `high` may be
    infinite. A score has its smaller number in `low` and its larger in `high`; a range states its middle, a
    vague word its least. `spread` is half the place of the last figure written, 0 for a count.
    """

    span: Span
    words: str
    low: float
    high: float
    stated: float
    unit: str
    dimension: str
    bound: Bound
    number_span: Span
    spread: float = 0.0

    @property
    def normal(self) -> str:
        """The value for reports: "≥58", "3140 m", "30000000000 USD", "~1200000"."""
        if self.dimension == "score":
            return f"{number_words(self.high)}-{number_words(self.low)}"
        if self.dimension == "ratio":
            return f"{number_words(self.stated)}:1"
        if self.dimension == "ordinal":
            return f"no. {number_words(self.stated)}"
        number = self._range() if self.bound is Bound.BETWEEN else number_words(self.written(self.stated))
        return f"{_MARKS.get(self.bound, '')}{number} {self.symbol}".rstrip()

    @property
    def symbol(self) -> str:
        return "%" if self.dimension == "share" else unit_named(self.unit).symbol

    def written(self, base: float) -> float:
        """A number of the base unit in the unit of this quantity."""
        return base if self.dimension == "share" else unit_named(self.unit).from_base(base)

    def _range(self) -> str:
        return f"{number_words(self.written(self.low))}–{number_words(self.written(self.high))}"

    @property
    def is_range(self) -> bool:
        """Whether both ends are written ("4-7"), as against a vague word ("dozens")."""
        return self.bound is Bound.BETWEEN and self.stated != self.low

    @property
    def may_be_sum(self) -> bool:
        """Whether it is a bare figure large enough to be a sum of money: "18.5 million, they paid"."""
        return not (self.dimension or self.unit) and self.stated >= _LARGE

    @property
    def is_rounded(self) -> bool:
        return self.bound is Bound.EXACT and self.low < self.high


def number_words(number: float) -> str:
    """A number without exponent, to ten significant figures: "30000000000", "0.25", "∞"."""
    if math.isinf(number):
        return "∞" if number > 0 else "-∞"
    rounded = float(f"{number:.10g}")
    return f"{rounded:.12f}".rstrip("0").rstrip(".") if rounded else "0"
