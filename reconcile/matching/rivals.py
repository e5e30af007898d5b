"""Rivals: two parties who cannot both be the one who did a deed, and what the claims say apart from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from reconcile.agreement import Agreement
from reconcile.claims.model import Claim, EntityKind, Participant
from reconcile.facets.name import name_agreement
from reconcile.facets.place import gazetteer
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import entity, named
from reconcile.matching.entities import Entity
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import Profile, concepts, predicates
from reconcile.text import Span

_DESCRIBING = {"ADJ", "NOUN", "PROPN", "NUM", "PART"}
_JOINING = {"of", "from", "at", "the", "a", "an"}  # "the crew of the patrol boat"
_INDEFINITE = {"a", "an", "another", "some", "several"}
_LONGEST = 12  # words of a description


def are_rivals(pair: ClaimPair, xs: Sequence[Participant], ys: Sequence[Participant]) -> bool:
    """Whether nobody of the one side is of the other: all are named, and by different names of like kinds."""
    return may_be_rivals(pair, xs, ys) and all(_are_named_otherwise(pair, x, y) for x, y in product(xs, ys))


def _are_named_otherwise(pair: ClaimPair, x: Participant, y: Participant) -> bool:
    ours, theirs = named(pair.a.claim, x), named(pair.b.claim, y)
    return bool(ours and theirs) and name_agreement(ours.name, theirs.name) is Agreement.DIFFER  # type: ignore[union-attr]


def may_be_rivals(pair: ClaimPair, xs: Sequence[Participant], ys: Sequence[Participant]) -> bool:
    """Whether nobody of the one side is of the other so far as entities show, before their names are compared."""
    return bool(xs and ys) and all(_are_two(pair, x, y) for x, y in product(xs, ys))


def _are_two(pair: ClaimPair, x: Participant, y: Participant) -> bool:
    first, second = entity(pair.entities, pair.a.claim, x), entity(pair.entities, pair.b.claim, y)
    if (
        first is None
        or second is None
        or first == second
        or first in pair.b.around
        or second in pair.a.around
    ):
        return False
    kinds = {_kind(pair.entities.by_number[n]) for n in (first, second)} - {EntityKind.OTHER}
    return len(kinds) < 2 or (EntityKind.PLACE not in kinds and _is_personal(pair))


def _kind(entity: Entity) -> EntityKind:
    """What sort of party it is; one word that looks like a person's name may as well be a firm's."""
    lone = entity.kind is EntityKind.PERSON and " " not in entity.name
    return EntityKind.OTHER if lone else entity.kind


def _is_personal(pair: ClaimPair) -> bool:
    """Whether only persons do such a deed, so that what a name looks like says nothing."""
    listed = frozenset(lexicon("deeds")["by_persons"])
    return all(any(not concepts(word).isdisjoint(listed) for word in predicates(p)) for p in (pair.a, pair.b))


def are_of_two_sorts(pair: ClaimPair, xs: Sequence[Participant], ys: Sequence[Participant]) -> bool:
    """Whether two doers are of sorts, or bodies of countries, that exclude each other: "fishermen", "coastguards"."""
    if len(xs) != 1 or len(ys) != 1:
        return False
    ours, theirs = _described(pair.a.claim, xs[0]), _described(pair.b.claim, ys[0])
    sorts = [(_sorts(words), _origins(words)) for words in (ours, theirs)]
    if all(s for s, _ in sorts):
        return sorts[0][0].isdisjoint(sorts[1][0])
    bodies = set(lexicon("deeds")["bodies"])
    both = all(not bodies.isdisjoint(word.lower() for word in words) for words in (ours, theirs))
    return both and all(o for _, o in sorts) and sorts[0][1].isdisjoint(sorts[1][1])


def _sorts(words: Sequence[str]) -> set[int]:
    lemmas = {concept for word in words for concept in (word.lower(), word.lower().removesuffix("s"))}
    return {n for n, sort in enumerate(lexicon("deeds")["sorts"]) if not lemmas.isdisjoint(sort)}


def _origins(words: Sequence[str]) -> set[str]:
    return {gazetteer().country_of(w) or w.lower() for w in words if gazetteer().is_nationality(w)}


def _described(claim: Claim, participant: Participant) -> list[str]:
    """The words of a description and their lemmas."""
    inside = description(claim, participant)
    return [form for w in claim.wording.words if inside.contains(w.span) for form in (w.text, w.lemma)]


def description(claim: Claim, participant: Participant) -> Span:
    """All that describes a participant: "the Swiss chemist Hedi Brunner", "the crew of the patrol boat Anton"."""
    mention = named(claim, participant)
    spans = [participant.span, *([mention.span] if mention else [])]
    words = [w for w in claim.wording.words if claim.sentence.contains(w.span)]
    start = min(s.start for s in spans)
    for word in reversed([w for w in words if w.span.end <= start][-_LONGEST:]):
        if word.pos not in _DESCRIBING or not word.text[:1].isalpha():
            break
        start = word.span.start
    end = max(s.end for s in spans)
    for word in [w for w in words if w.span.start >= end][:_LONGEST]:
        if word.pos not in {"NOUN", "PROPN"} and word.text.lower() not in _JOINING:
            break
        end = word.span.end
    return Span(start, end)


def is_indefinite(claim: Claim, participant: Participant) -> bool:
    """Whether a description leaves open which it is: "a stake", "another house"."""
    before = [w for w in claim.wording.words if w.span.end <= description(claim, participant).start]
    return bool(before) and not named(claim, participant) and before[-1].text.lower() in _INDEFINITE


def without(pair: ClaimPair, xs: Sequence[Participant], ys: Sequence[Participant]) -> ClaimPair:
    """The pair without the rivals and all that describes them, so that identity rests on what else is said."""
    return replace(pair, a=_bare(pair, pair.a, xs), b=_bare(pair, pair.b, ys))


def _bare(pair: ClaimPair, profile: Profile, gone: Sequence[Participant]) -> Profile:
    claim, inside = profile.claim, [description(profile.claim, p) for p in gone]
    numbers = frozenset(_entities_in(pair, claim, inside))
    lemmas = {w.lemma for w in claim.wording.words if any(s.contains(w.span) for s in inside)}
    others = {w.lemma for w in claim.words if not any(s.contains(w.span) for s in inside)}
    participants = tuple(p for p in claim.participants if not any(s.contains(p.span) for s in inside))
    return replace(
        profile,
        claim=replace(claim, participants=participants),
        named=profile.named - numbers,
        around=profile.around - numbers,
        by_slot={slot: held - numbers for slot, held in profile.by_slot.items()},
        words=profile.words & others,
        told=profile.told - (lemmas - others),
    )


def _entities_in(pair: ClaimPair, claim: Claim, spans: Sequence[Span]) -> Iterator[int]:
    for mention in claim.wording.mentions:
        if any(span.contains(mention.span) for span in spans):
            yield pair.entities.of(claim.document, mention)
