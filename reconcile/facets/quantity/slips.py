"""Slips of the pen in figures: two digits that changed places, "37,400" for "34,700"."""

from __future__ import annotations

from reconcile.facets.quantity.units import MONEY
from reconcile.facets.quantity.value import Bound, Quantity

_TELLING = 3  # digits from which the same ones in another order are hardly chance
_MOST = 10  # digits that are looked at
_RANKED = frozenset({"ordinal", "score", "ratio", "age"})


def _digits(value: Quantity) -> str:
    """The digits of a figure as it is written, without the noughts at either end: 374 of "37,400"."""
    return f"{value.written(value.stated):.{_MOST}g}".replace(".", "").strip("0")


def shape(value: Quantity) -> str:
    """What figures have in common whose digits changed places; empty where that would tell nothing."""
    if value.dimension in _RANKED or value.bound is Bound.BETWEEN or len(_digits(value)) < _TELLING:
        return ""
    return f"{_places(value)}:{''.join(sorted(_digits(value)))}"


def are_transposed(a: Quantity, b: Quantity) -> bool:
    """Whether two neighbouring digits stand in the other order, and all else of the figures is alike. Symmetric."""
    if not _of_one_unit(a, b) or a.dimension in _RANKED or a.bound is not b.bound or a.bound is Bound.BETWEEN:
        return False
    x, y = _digits(a), _digits(b)
    if len(x) != len(y) or x == y or _places(a) != _places(b):
        return False
    first = next(n for n, (d, e) in enumerate(zip(x, y, strict=True)) if d != e)
    return y == x[:first] + x[first : first + 2][::-1] + x[first + 2 :]


def _places(value: Quantity) -> int:
    """How many digits stand before the point."""
    return len(f"{abs(value.written(value.stated)):.0f}")


def _of_one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether both are written in one unit; a large bare figure is a sum where the other is one."""
    if (a.dimension, a.unit) == (b.dimension, b.unit):
        return True
    bare, other = (a, b) if not a.dimension else (b, a)
    return bare.may_be_sum and other.dimension.startswith(MONEY)
