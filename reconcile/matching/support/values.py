"""Whether a date or a figure supports another: a source must say as much, of the same thing."""

from __future__ import annotations

from math import isinf

from reconcile.agreement import Agreement
from reconcile.claims.model import BoundValue, FacetValue
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.quantity import Quantity, compare_quantities
from reconcile.findings import Kind
from reconcile.matching.identity import one_event
from reconcile.matching.links import ClaimPair
from reconcile.matching.slots import count_alike, date_one_word

_NOISE = 1e-9
_ROUNDED = 1.25  # how far a figure may lie beyond the bound that rounds it: 412 is "more than 400"


def supports(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether what the second claim holds supports what the first one does."""
    if isinstance(x.value, Period):
        return isinstance(y.value, Period) and _dates(pair, x, y)
    return isinstance(y.value, Quantity) and _counts(pair, x, y)


def _dates(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    return says_as_much(x.value, y.value) and date_one_word(pair, x, y) and bool(one_event(pair, Kind.DATE))


def _counts(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    if not says_as_much(x.value, y.value) or not count_alike(pair.a, x, pair.b, y):
        return False
    return bool(one_event(pair, Kind.NUMBER))


def says_as_much(x: FacetValue, y: FacetValue) -> bool:
    """Whether the second value agrees with the first and is no vaguer: "May 2022" is no support of "3 May 2022"."""
    if isinstance(x, Period) and isinstance(y, Period):
        return compare_periods(x, y).agreement is Agreement.AGREE and _as_dated(x, y)
    if isinstance(x, Quantity) and isinstance(y, Quantity) and x.dimension == y.dimension:
        return compare_quantities(x, y).agreement is Agreement.AGREE and _as_exact(x, y)
    return False


def _as_dated(x: Period, y: Period) -> bool:
    if not x.known:
        return True
    ours, theirs = (p.stated.days or p.window.days for p in (x, y))
    if ours is None or theirs is None:
        return x.normal == y.normal
    return ours.first <= theirs.first and theirs.last <= ours.last


def _as_exact(x: Quantity, y: Quantity) -> bool:
    if x.unit != y.unit and x.dimension and not isinf(y.high - y.low):
        return True  # what is converted is rounded
    if abs(x.stated - y.stated) <= _NOISE * max(abs(x.stated), abs(y.stated)):
        return True
    within = x.low * (1 - _NOISE) <= y.low and y.high <= x.high * (1 + _NOISE)
    return within and (not isinf(x.high - x.low) or _is_near(x.stated, y.stated))


def _is_near(x: float, y: float) -> bool:
    return 0 < max(x, y) <= _ROUNDED * min(x, y)
