"""Linking the dates and the figures of two claims: only like slots compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import BoundValue
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.quantity import Quantity, compare_quantities
from reconcile.findings import Kind
from reconcile.matching.identity import one_event
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, alike, common
from reconcile.matching.subjects import Holding

_Compare = Callable[[BoundValue, BoundValue], Comparison]


def link_dates(pair: ClaimPair) -> Iterator[Link]:
    """Dates that date the same word, or the two predicates themselves."""
    for x, y in _open(pair.a.claim.periods, pair.b.claim.periods, _compared_periods):
        if alike(x.head, y.head):
            yield from _link(Kind.DATE, pair, x, y, _compared_periods(x, y))


def link_numbers(pair: ClaimPair) -> Iterator[Link]:
    """Figures of one dimension that count the same thing in like company."""
    for x, y in _open(pair.a.claim.quantities, pair.b.claim.quantities, _compared_quantities):
        if _count_alike(pair.a, x, pair.b, y):
            yield from _link(Kind.NUMBER, pair, x, y, _compared_quantities(x, y))


def _link(kind: Kind, pair: ClaimPair, x: BoundValue, y: BoundValue, comparison: Comparison) -> Iterator[Link]:
    identity = one_event(pair, kind)
    if identity:
        a, b = _holding(pair.a, x), _holding(pair.b, y)
        yield Link(kind, min(x.head, y.head), a, b, comparison, identity.confidence, identity.why)


def _holding(profile: Profile, bound: BoundValue) -> Holding:
    value = bound.value
    reckoning = value.reckoning if isinstance(value, Period) else ""
    return Holding(profile.claim.document, bound.span, profile.claim.sentence, value, value.normal, reckoning)


def _open(xs: Sequence[BoundValue], ys: Sequence[BoundValue], compare: _Compare) -> Iterator[tuple[BoundValue, BoundValue]]:
    """Pairs that may be set against each other: a value that the other claim holds too is set against that alone."""
    agreeing = {(i, j) for i, x in enumerate(xs) for j, y in enumerate(ys) if compare(x, y).agreement is Agreement.AGREE}
    settled_x, settled_y = {i for i, _ in agreeing}, {j for _, j in agreeing}
    for i, x in enumerate(xs):
        for j, y in enumerate(ys):
            if (i, j) in agreeing or (i not in settled_x and j not in settled_y):
                yield x, y


def _compared_periods(x: BoundValue, y: BoundValue) -> Comparison:
    assert isinstance(x.value, Period) and isinstance(y.value, Period)
    return compare_periods(x.value, y.value)


def _compared_quantities(x: BoundValue, y: BoundValue) -> Comparison:
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    return compare_quantities(x.value, y.value)


def _count_alike(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    if x.part != y.part or x.value.dimension != y.value.dimension or not alike(x.head, y.head):
        return False
    shared = common(x.modifiers, y.modifiers)
    if len(shared) < len(x.modifiers) and len(shared) < len(y.modifiers):
        return False
    governed = common(x.path, y.path) or (alike(x.head, a.claim.predicate.lemma) and alike(y.head, b.claim.predicate.lemma))
    return bool(governed or shared)
