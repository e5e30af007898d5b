"""Comparing two answers to one question."""

from __future__ import annotations

from datetime import date

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import FacetValue
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.place import Place, compare_places
from reconcile.facets.quantity import Bound, Quantity, compare_quantities
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer

_YEAR = 365.25 * 24 * 3600  # seconds
_SLACK = 1  # year by which a birthday, or counting in whole years, moves an age
_SUMS = "money"
_BARE = ("", "age")


def compare_answers(a: Profile, x: Answer, b: Profile, y: Answer) -> Comparison:
    """Whether two answers can both be right; unknown where they are of two sorts."""
    v, w = x.value, y.value
    if isinstance(v, Place) and isinstance(w, Place):
        return _places(v, w)
    if isinstance(v, Period) and isinstance(w, Period):
        return compare_periods(v, w)
    if isinstance(v, Quantity) and isinstance(w, Quantity):
        return _quantities(a, v, b, w)
    return _since(a, v, b, w)


def _places(v: Place, w: Place) -> Comparison:
    """Like any places; of two names that nobody knows, or one of a town, it is not shown that one lies in the other."""
    found = compare_places(v, w)
    towns = {v.kind, w.kind} <= {"city", "unknown"} and not (v.feature or w.feature)
    if found.agreement is Agreement.UNKNOWN and towns and not (v.senses() and w.senses()):
        return Comparison(Agreement.DIFFER, f"{v.normal} and {w.normal} are two names")
    return found


def _quantities(a: Profile, v: Quantity, b: Profile, w: Quantity) -> Comparison:
    if v.dimension != w.dimension and not (
        _is_sum(v, w) or _is_sum(w, v) or {v.dimension, w.dimension} <= {*_BARE}
    ):
        return Comparison(Agreement.UNKNOWN, "They measure different things.")
    if v.stated == w.stated and Bound.EXACT in {v.bound, w.bound}:
        return Comparison(Agreement.AGREE, "Both give one figure.")
    if _is_margin(v, w) or _is_margin(w, v):
        return Comparison(Agreement.AGREE, "One gives the margin, the other both sides of it.")
    if "age" in {v.dimension, w.dimension} and _may_be_one_age(a, v, b, w):
        return Comparison(Agreement.AGREE, "A birthday may lie between them.")
    return compare_quantities(v, w)


def _is_margin(both: Quantity, margin: Quantity) -> bool:
    """Whether one figure is by how much the other's two lie apart: "by two votes", "by 59 to 61"."""
    return both.is_range and not margin.is_range and margin.stated == both.high - both.low


def _is_sum(bare: Quantity, other: Quantity) -> bool:
    """Whether a figure without a unit is large enough to be the sum that the other is."""
    return bare.may_be_sum and other.dimension.startswith(_SUMS)


def _may_be_one_age(a: Profile, v: Quantity, b: Profile, w: Quantity) -> bool:
    apart = abs((a.published - b.published).days) / 365 if a.published and b.published else 0
    return abs(_years(v) - _years(w)) <= _SLACK + apart


def _years(value: Quantity) -> float:
    return round(value.stated / _YEAR) if value.dimension else value.stated


def _since(a: Profile, v: FacetValue | Place, b: Profile, w: FacetValue | Place) -> Comparison:
    """A date against how long ago it was by the other: "built in 1962", "has stood for 54 years"."""
    for dated, lasting, published in ((v, w, b.published), (w, v, a.published)):
        if (
            isinstance(dated, Period)
            and isinstance(lasting, Quantity)
            and published
            and dated.earliest
            and dated.latest
        ):
            return _reckoned(dated, dated.earliest, dated.latest, lasting, published)
    return Comparison(Agreement.UNKNOWN, "They are of two sorts.")


def _reckoned(dated: Period, earliest: date, latest: date, lasting: Quantity, published: date) -> Comparison:
    year = published.year - int(_years(lasting))
    if earliest.year - _SLACK <= year <= latest.year + _SLACK or lasting.bound is not Bound.EXACT:
        return Comparison(Agreement.AGREE, f"{lasting.words} before {published.year} is about {year}.")
    return Comparison(
        Agreement.DIFFER, f"{lasting.words} before {published.year} is about {year}, not {dated.words}"
    )
