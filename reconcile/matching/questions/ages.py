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
    """The person whose age stands beside the name, or beside the noun for what they are."""
    if not isinstance(bound.value, Quantity) or bound.value.dimension != _AGE:
        return None
    people = (m for m in profile.claim.wording.mentions if m.kind is EntityKind.PERSON)
    named = (m for m in people if bound.head in m.name.normal.lower().split() or m.span.contains(bound.span))
    return next(named, None) or _who_is(profile, bound.head)


def _described(profile: Profile, bound: BoundValue) -> Mention | None:
    """The person who is described with a bare figure behind "of"; groups of people are not said to be a person."""
    value = bound.value
    if not isinstance(value, Quantity) or value.dimension or value.unit or not 0 < value.stated < _OLDEST:
        return None
    words = before(profile, bound.span)
    return _who_is(profile, bound.head) if [w.lemma for w in words[-2:]] == [bound.head, "of"] else None


def _who_is(profile: Profile, noun: str) -> Mention | None:
    """The person of whom the sentence says that they are such a one."""
    claim = profile.claim
    said = (p.subject for p in claim.wording.predications if p.parts[0].word.lemma == noun)
    beside = (p.mention for p in claim.participants if p.head == noun)
    named = (*(s.mention for s in said if s.slot == "being"), *beside)
    return next((m for m in named if m is not None and m.kind is EntityKind.PERSON), None)
