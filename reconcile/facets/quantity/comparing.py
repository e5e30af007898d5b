"""Whether two quantities can both hold."""

from __future__ import annotations

from dataclasses import replace

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.quantity.units import COUNT, MONEY, Unit, unit_named
from reconcile.facets.quantity.value import Bound, Quantity, number_words

_NOISE = 1e-9
_OPEN = (Bound.MORE_THAN, Bound.LESS_THAN, Bound.NEARLY)
_DURATIONS = ("time", "age")


def compare_quantities(a: Quantity, b: Quantity) -> Comparison:
    """`agree` where the intervals overlap or one figure is the other rounded, else `differ`. Symmetric.

    Units of one dimension are converted; a number without a unit is compared with the other's written number.
    """
    pair = _commensurate(a, b)
    if pair is None:
        return Comparison(Agreement.DIFFER, f"{_said(a)} and {_said(b)} measure different things")
    if _agree(*pair):
        return Comparison(Agreement.AGREE, f"{_said(a)} and {_said(b)} agree{_conversion(a, b)}")
    return Comparison(Agreement.DIFFER, f"{_said(a)} and {_said(b)} cannot both hold{_conversion(a, b)}")


def quantity_agreement(a: Quantity, b: Quantity) -> Agreement:
    """What `compare_quantities` gives, without the sentence."""
    pair = _commensurate(a, b)
    return Agreement.AGREE if pair and _agree(*pair) else Agreement.DIFFER


def _commensurate(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two with their numbers on one scale; None if there is none."""
    if _same_dimension(a, b):
        return (_as_written(a), _as_written(b)) if _open_scale(a) or _open_scale(b) else (a, b)
    if _is_bare(a) or _is_bare(b) or _names_currency(a, b) or _names_currency(b, a):
        return _as_written(a), _as_written(b)
    return None


def _same_dimension(a: Quantity, b: Quantity) -> bool:
    return a.dimension == b.dimension or (a.dimension in _DURATIONS and b.dimension in _DURATIONS)


def _open_scale(quantity: Quantity) -> bool:
    return unit_named(quantity.unit).unscaled


def _is_bare(quantity: Quantity) -> bool:
    return quantity.dimension == COUNT.dimension and not quantity.unit


def _names_currency(a: Quantity, b: Quantity) -> bool:
    """ "10 pounds" may be money, where the other is."""
    currency = unit_named(a.unit).money
    return bool(currency) and b.dimension == MONEY + currency


def _as_written(quantity: Quantity) -> Quantity:
    unit = unit_named(quantity.unit)
    low, high, stated = map(unit.from_base, (quantity.low, quantity.high, quantity.stated))
    return replace(quantity, low=low, high=high, stated=stated, spread=quantity.spread / unit.factor)


def _agree(a: Quantity, b: Quantity) -> bool:
    if a.dimension == b.dimension == "score":
        return (a.low, a.high) == (b.low, b.high)
    if a.is_range and b.is_range:
        spread = 0.0 if a.unit == b.unit else max(a.spread, b.spread)
        return _near(a.low, b.low, spread) and _near(a.high, b.high, spread)
    if a.unit == b.unit == "fraction" and a.is_rounded and b.is_rounded:
        return _near(a.stated, b.stated, 0.0)
    if _bound_one_way(a, b):
        return _near(a.stated, b.stated, max(a.spread, b.spread))
    if a.bound is b.bound is Bound.ABOUT:
        return a.low <= b.stated <= a.high or b.low <= a.stated <= b.high
    return _overlap(a, b)


def _bound_one_way(a: Quantity, b: Quantity) -> bool:
    both_nearly = a.bound is b.bound is Bound.NEARLY
    return (
        both_nearly or (a.bound.is_floor and b.bound.is_floor) or (a.bound.is_ceiling and b.bound.is_ceiling)
    )


def _near(x: float, y: float, spread: float) -> bool:
    return abs(x - y) <= spread + _NOISE * max(abs(x), abs(y))


def _overlap(a: Quantity, b: Quantity) -> bool:
    gap = min(a.high, b.high) - max(a.low, b.low)
    noise = _NOISE * max(abs(a.stated), abs(b.stated))
    if abs(gap) > noise:
        return gap > 0
    # Rounded, 3.5 and 3.6 touch, and differ; "at least 12" and "12" agree, "more than 12" and "12" do not.
    if a.bound in _OPEN or b.bound in _OPEN:
        return gap >= 0
    return not (a.is_rounded and b.is_rounded)


def _said(quantity: Quantity) -> str:
    return " ".join(quantity.words.split())


def _conversion(a: Quantity, b: Quantity) -> str:
    """ ": 101 miles is 162.5 km", where the two are written in different units of one dimension."""
    mine, other = unit_named(a.unit), unit_named(b.unit)
    if not _same_dimension(a, b) or mine.symbol == other.symbol or _open_scale(a) or _open_scale(b):
        return ""
    return f": {_said(a)} is {_rounded(other, a.stated)} {other.symbol}".rstrip()


def _rounded(unit: Unit, base: float) -> str:
    return number_words(float(f"{unit.from_base(base):.4g}"))
