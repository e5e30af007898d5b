"""Totals: figures of one sentence that together give another text's figure ("300 of pine and 180 of scrub", "480")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from reconcile.agreement import Agreement
from reconcile.claims.model import FacetValue
from reconcile.facets.quantity import Quantity, quantity_agreement
from reconcile.matching.links import ClaimPair

_NOT_SUMMED = {"ordinal", "score", "ratio", "age"}
_MOST = 4  # figures that a reader adds up


def add_up(pair: ClaimPair, x: FacetValue, y: FacetValue) -> bool:
    """Whether one of two figures is part of a sum that its sentence gives, and the other is the sum."""
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension in _NOT_SUMMED:
        return False
    sides = ((pair.a, x, y), (pair.b, y, x))
    return any(
        quantity_agreement(total, whole) is Agreement.AGREE
        for profile, part, whole in sides
        for total in _sums(profile.claim.wording.values, part)
    )


def _sums(values: Sequence[FacetValue], part: Quantity) -> Iterator[Quantity]:
    """The sums of two or more figures of a sentence that follow each other, where the part is one of them."""
    figures = [v for v in values if isinstance(v, Quantity) and v.dimension == part.dimension]
    for first in range(len(figures)):
        run = figures[first : first + _MOST]
        for n, total in enumerate(accumulate(run, _sum), 1):
            if n > 1 and any(v.span == part.span for v in run[:n]):
                yield total


def _sum(x: Quantity, y: Quantity) -> Quantity:
    return replace(x, low=x.low + y.low, high=x.high + y.high, stated=x.stated + y.stated)
