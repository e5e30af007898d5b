"""Slips of the pen: one number for one thing, in two units or of two scales: "31 inches", "31 centimetres".

That two accounts of one story write the same digits is what shows that they mean the same figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from math import isclose

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import BoundValue
from reconcile.facets.quantity import Quantity, compare_quantities
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.links import ClaimPair, Link, held_value
from reconcile.matching.profiles import alike

_SCALES = (1e3, 1e6, 1e9)  # a million for a billion
_TELLING = 2  # digits from which the same ones are hardly chance
_SURE = 0.65
_MONEY = "money"


def link_digits(pair: ClaimPair) -> Iterator[Link]:
    """Figures of the same digits that two accounts of one story give for one thing, in unlike units."""
    if not pair.one_story:
        return
    for x, y in product(pair.a.claim.quantities, pair.b.claim.quantities):
        if _same_digits(x, y) and not _converted(pair, x, y) and _of_one_thing(pair, x, y):
            a, b = held_value(pair.a, x), held_value(pair.b, y)
            comparison = Comparison(Agreement.DIFFER, _said(x, y))
            why = "two accounts of one story give these digits for one thing"
            yield Link(Kind.NUMBER, min(x.head, y.head), a, b, comparison, _SURE, why)


def _said(x: BoundValue, y: BoundValue) -> str:
    v, w = x.value, y.value
    assert isinstance(v, Quantity) and isinstance(w, Quantity)
    return (
        f"{v.words} and {w.words}: the same digits {'of two scales' if v.unit == w.unit else 'in two units'}."
    )


def _same_digits(x: BoundValue, y: BoundValue) -> bool:
    v, w = x.value, y.value
    if not isinstance(v, Quantity) or not isinstance(w, Quantity) or not (v.unit and w.unit):
        return False
    if v.is_range or w.is_range or {v.dimension, w.dimension} & {"time", "age"}:
        return False  # "two days", "two weeks": too common to tell
    if v.unit == w.unit:
        return any(isclose(max(v.stated, w.stated), scale * min(v.stated, w.stated)) for scale in _SCALES)
    return _of_one_dimension(v, w) and isclose(v.written(v.stated), w.written(w.stated))


def _of_one_dimension(v: Quantity, w: Quantity) -> bool:
    """Whether both measure lengths, say; of money only where no noun is common to both: "kroner" may be either."""
    if v.dimension.startswith(_MONEY) and w.dimension.startswith(_MONEY):
        return _nouns(v.unit).isdisjoint(_nouns(w.unit))
    return v.dimension == w.dimension


@cache
def _nouns(currency: str) -> frozenset[str]:
    """The nouns for a currency, without the country: "krone", "crown"."""
    about = lexicon("quantities")["currencies"].get(currency, {})
    return frozenset(str(words).split()[-1].lower() for words in about.get("words", ()))


def _converted(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether one account holds the other's figure as well: "31 inches (79 centimetres)"."""
    return any(
        isinstance(v, Quantity)
        and isinstance(w.value, Quantity)
        and compare_quantities(v, w.value).agreement is Agreement.AGREE
        for claim, w in ((pair.a.claim, y), (pair.b.claim, x))
        for v in claim.wording.values
    )


def _of_one_thing(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether the one would support the other, were its unit the same."""
    from reconcile.matching.support.values import rarity, supports  # seldom needed

    if rarity(pair.a, x.value) + 1 < _TELLING and not alike(x.head, y.head):
        return False
    return supports(pair, x, replace(y, value=x.value))
