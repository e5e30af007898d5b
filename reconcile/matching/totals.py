"""Totals: figures of one sentence that together give another text's figure ("300 of pine and 180 of scrub", "480")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from reconcile.agreement import Agreement
from reconcile.claims.model import FacetValue, Wording
from reconcile.facets.quantity import Bound, Quantity, quantity_agreement
from reconcile.matching.links import ClaimPair

_NOT_SUMMED = {"ordinal", "score", "ratio", "age"}
_MOST = 4  # figures that a reader adds up
_NEAR = 8  # words between two of them, "and" or a comma among them
_JOINING = {"and", "plus", "&", ","}


def add_up(pair: ClaimPair, x: FacetValue, y: FacetValue) -> bool:
    """Whether one of two figures is part of a sum that its sentence gives, and the other is the sum."""
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension in _NOT_SUMMED:
        return False
    sides = ((pair.a, x, y), (pair.b, y, x))
    return any(
        _is_sum(parts, whole)
        for profile, part, whole in sides
        if whole.bound is Bound.EXACT
        for parts in _runs(profile.claim.wording, part)
    )


def _runs(wording: Wording, part: Quantity) -> Iterator[Sequence[Quantity]]:
    """The runs of figures joined by "and" in which a part stands."""
    figures = [v for v in wording.values if isinstance(v, Quantity) and v.dimension == part.dimension]
    for first in range(len(figures)):
        for last in range(first + 2, min(first + _MOST, len(figures)) + 1):
            run = figures[first:last]
            if any(v.span == part.span for v in run) and all(
                _are_joined(wording, *two) for two in pairwise(run)
            ):
                yield run


def _are_joined(wording: Wording, x: Quantity, y: Quantity) -> bool:
    between = [
        w.text.lower() for w in wording.words if x.span.end <= w.span.start and w.span.end <= y.span.start
    ]
    return len(between) <= _NEAR and not _JOINING.isdisjoint(between)


def _is_sum(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether exact figures make up the whole, and no fewer of them would."""
    if any(v.bound is not Bound.EXACT for v in parts) or not _agrees(parts, whole):
        return False
    return not any(_agrees([*parts[:n], *parts[n + 1 :]], whole) for n in range(len(parts)))


def _agrees(parts: Sequence[Quantity], whole: Quantity) -> bool:
    return quantity_agreement(reduce(_sum, parts), whole) is Agreement.AGREE


def _sum(x: Quantity, y: Quantity) -> Quantity:
    return replace(x, low=x.low + y.low, high=x.high + y.high, stated=x.stated + y.stated)
