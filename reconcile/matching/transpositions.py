"""Slips of the pen: two digits that changed places, "37,400" for "34,700".

That two accounts of one story differ by this alone shows that they mean one figure: chance seldom brings it about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import BoundValue
from reconcile.facets.quantity import Quantity, are_transposed, shape
from reconcile.findings import Kind
from reconcile.matching.links import ClaimPair, Link, held_value
from reconcile.matching.profiles import Profile, alike
from reconcile.matching.questions import answers, is_rate
from reconcile.matching.vetoes import at_other_times

_SURE = 0.65


def link_transpositions(pair: ClaimPair) -> Iterator[Link]:
    """Figures of two accounts of one story that differ in the order of two digits, where neither gives both."""
    if not pair.one_story or at_other_times(pair.a, pair.b):
        return
    for x, y in product(pair.a.claim.quantities, pair.b.claim.quantities):
        if not _are_transposed(x.value, y.value) or _answer_otherwise(pair, x, y):
            continue
        if _of_one_thing(pair, x, y) and not _gives_both(pair, x, y):
            a, b = held_value(pair.a, x), held_value(pair.b, y)
            comparison = Comparison(
                Agreement.DIFFER, f"{_said(x)} and {_said(y)}: two digits changed places."
            )
            why = "two accounts of one story give figures of the same digits"
            yield Link(Kind.NUMBER, min(x.head, y.head), a, b, comparison, _SURE, why)


def _are_transposed(x: object, y: object) -> bool:
    return isinstance(x, Quantity) and isinstance(y, Quantity) and are_transposed(x, y)


def _answer_otherwise(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether the two are known to answer two questions, or one that an account answers more than once."""
    ours, theirs = ([v for v in answers(p) if v.bound == b] for p, b in ((pair.a, x), (pair.b, y)))
    if not ours or not theirs or pair.stories is None:
        return False
    return not any(
        v.question == w.question and pair.stories.answer_once(pair.a, v, pair.b, w)
        for v, w in product(ours, theirs)
    )


def _gives_both(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether a document holds the other's figure as well: then it tells of both."""
    a, b = pair.a.claim.document, pair.b.claim.document
    return pair.stories is None or pair.stories.gives(b, x.value) or pair.stories.gives(a, y.value)


def _of_one_thing(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether long figures may be of one thing; of short ones the one must support the other, were it the same."""
    from reconcile.matching.support.values import supports  # seldom needed

    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    if x.part is not y.part or is_rate(x) is not is_rate(y):
        return False
    if shape(x.value) and shape(y.value):
        counts = not x.value.dimension and not y.value.dimension
        return not counts or alike(x.head, y.head) or _is_bare(pair.a, x) or _is_bare(pair.b, y)
    return supports(pair, x, replace(y, value=x.value))


def _is_bare(profile: Profile, bound: BoundValue) -> bool:
    """Whether a figure counts nothing that the text names."""
    return bound.head in {profile.predicate, *bound.left}


def _said(bound: BoundValue) -> str:
    assert isinstance(bound.value, Quantity)
    return " ".join(bound.value.words.split())
