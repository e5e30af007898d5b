"""How old people are: "Anna Lind, 41", "the 41-year-old", "Lind, a farmer of forty-one"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.model import BoundValue, EntityKind, Mention
from reconcile.facets.quantity import Quantity
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer, Bearer
from reconcile.matching.questions.phrases import before

_AGE = "age"
_OLDEST = 120


def ages(profile: Profile) -> Iterator[Answer]:
    """The ages that a claim gives to people whom it names."""
    for bound in profile.claim.quantities:
        owner = _aged(profile, bound) or _described(profile, bound)
        if owner is not None:
            yield Answer(_AGE, bound.value, bound.span, Bearer(owner), bound)


def _aged(profile: Profile, bound: BoundValue) -> Mention | None:
    """The person whose age stands beside the name, or is said of them."""
    if not isinstance(bound.value, Quantity) or bound.value.dimension != _AGE:
        return None
    people = (m for m in profile.claim.mentions if m.kind is EntityKind.PERSON)
    return next(
        (m for m in people if bound.head in m.name.normal.lower().split() or m.span.contains(bound.span)),
        None,
    )


def _described(profile: Profile, bound: BoundValue) -> Mention | None:
    """The person who is described with a bare figure behind "of"; groups of people are not said to be a person."""
    value = bound.value
    if not isinstance(value, Quantity) or value.dimension or value.unit or not 0 < value.stated < _OLDEST:
        return None
    words = before(profile, bound.span, lambda _: False)
    if [w.lemma for w in words[-2:]] != [bound.head, "of"]:
        return None
    said = (p.subject for p in profile.claim.wording.predications if p.parts[0].word.lemma == bound.head)
    named = (s.mention for s in said if s.slot == "being" and s.mention is not None)
    return next((m for m in named if m.kind is EntityKind.PERSON), None)
