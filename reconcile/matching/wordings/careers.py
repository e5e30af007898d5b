"""For how long somebody has been at work: "whose career spans five decades", "has been performing for 30 years"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.model import BoundValue, Claim
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.traits import Trait


def career(claim: Claim, introduced: bool) -> Iterator[Trait]:
    """The length of a career, so far as the sentence speaks of all of it and not of one post.

    Args:
        introduced: whether the sentence introduces its subject by nationality: "has been a Danish painter for …".
    """
    for bound in claim.quantities:
        value = bound.value
        if isinstance(value, Quantity) and value.dimension == "time" and _is_career(claim, bound, introduced):
            yield Trait("career", Kind.NUMBER, value.span, value, value.normal)


def _is_career(claim: Claim, bound: BoundValue, introduced: bool) -> bool:
    words = lexicon("deeds")["careers"]
    if bound.head in words["spanning"]:
        return not {*bound.modifiers, *bound.path, *bound.left}.isdisjoint(words["career"])
    if not _lasts_still(claim) or not _is_for(claim, bound):
        return False
    if claim.predicate.lemma == "be":
        return introduced
    elsewhere = (p.head for p in claim.participants if p.slot not in {"agent", "for"})
    return claim.predicate.lemma in words["working"] and set(elsewhere) <= set(words["anywhere"])


def _lasts_still(claim: Claim) -> bool:
    """Whether the verb stands in the perfect: "has worked", "had been working"."""
    before = [w.lemma for w in claim.wording.words if w.span.end <= claim.predicate.span.start][-3:]
    return "have" in before


def _is_for(claim: Claim, bound: BoundValue) -> bool:
    before = [w.text.lower() for w in claim.wording.words if w.span.end <= bound.span.start][-1:]
    return before == ["for"]
