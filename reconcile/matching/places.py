"""Linking the places of two claims: where one event happened, where it set out from, where it went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim, EntityKind, Participant, Word
from reconcile.facets.place import Place, compare_places, read_places
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import (
    CORE,
    compare_parties,
    filling,
    retold,
    same_deed,
    same_report,
    same_week,
    shared_parties,
)
from reconcile.matching.identity import Identity, one_event
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, concepts, predicates, read_once
from reconcile.matching.stories import families
from reconcile.matching.subjects import Holding
from reconcile.matching.vetoes import vetoed


@dataclass(frozen=True, slots=True)
class _Located:
    """A place with the way it takes part: where, from where, to where."""

    slot: str
    place: Place  # span in the document


def link_places(pair: ClaimPair) -> Iterator[Link]:
    """Places that like prepositions introduce, where the claims agree on who, what and when.

    A claim that names several places for one slot ("in a flat in Naples, in Italy") is opposed only by places
    that differ from all of them.
    """
    ours = _by_slot(pair.a)
    theirs = _by_slot(pair.b) if ours else {}
    for slot in sorted(ours.keys() & theirs.keys()):
        compared = [(x, y, compare_places(x.place, y.place)) for x in ours[slot] for y in theirs[slot]]
        if _is_settled(
            pair, [x for x, _, _ in compared], [y for _, y, _ in compared], [c for _, _, c in compared]
        ):
            compared = [c for c in compared if c[2].agreement is Agreement.AGREE]
        yield from _links(pair, slot, compared)


def _links(
    pair: ClaimPair, slot: str, compared: list[tuple[_Located, _Located, Comparison]]
) -> Iterator[Link]:
    identity = _identity(pair) if compared else None
    for x, y, comparison in compared:
        if identity and comparison.agreement in (Agreement.AGREE, Agreement.DIFFER):
            a, b = _holding(pair.a, x.place), _holding(pair.b, y.place)
            yield Link(Kind.PLACE, slot, a, b, comparison, identity.confidence, identity.why)


def _identity(pair: ClaimPair) -> Identity | None:
    """That the claims are of one event: by a name that both have, or by the day and all that both say of it."""
    if any(c.quoted or c.negated for c in (pair.a.claim, pair.b.claim)):
        return None
    found = one_event(pair, Kind.PLACE) if _same_event(pair) else None
    if found or not _same_subject(pair) or vetoed(pair.a, pair.b, pair.entities, Kind.PLACE):
        return found
    return Identity(0.6, "both tell it in like words of one day") if same_report(pair) else None


def _same_subject(pair: ClaimPair) -> bool:
    """Whether one thing is what both deeds concern, or what one of them only says to have been there."""
    ours, theirs = _core(pair.a), _core(pair.b)
    if not any(compare_parties(pair, x, y) is Agreement.AGREE for x, y in product(ours, theirs)):
        return False
    still = any(_is_one_of(p, _being_there()) for p in (pair.a, pair.b))
    return same_deed(pair) or still or not families(pair.a).isdisjoint(families(pair.b))


def _core(profile: Profile) -> list[Participant]:
    """Who or what the deed concerns, if it is one or is counted: "schools closed" holds of many places."""
    claim = profile.claim
    counted = {q.head for q in claim.quantities}
    texts = {w.span: w.text.lower() for w in claim.wording.words}
    found = [p for slot in CORE for p in filling(profile, slot) if not p.pronoun]
    return [
        p for p in found if p.mention or p.head in counted or not _is_plural(texts.get(p.span, ""), p.head)
    ]


def _is_plural(text: str, lemma: str) -> bool:
    return text != lemma and text.endswith("s")


@cache
def _being_there() -> frozenset[str]:
    return frozenset(lexicon("deeds")["being_there"])


def _is_settled(
    pair: ClaimPair, ours: list[_Located], theirs: list[_Located], found: list[Comparison]
) -> bool:
    """Whether the places do not all differ, or one is named elsewhere in the other's sentence."""
    if any(c.agreement is not Agreement.DIFFER for c in found):
        return True
    return _named(pair, pair.a, theirs) or _named(pair, pair.b, ours)


def _named(pair: ClaimPair, profile: Profile, places: list[_Located]) -> bool:
    names = {pair.entities.by_number[n].name for n in profile.around}
    return any(located.place.name in names for located in places)


def _same_event(pair: ClaimPair) -> bool:
    """One predicate of one party, at one time; what is not dated to the day must happen once, or be told alike."""
    both = (pair.a, pair.b)
    if not same_deed(pair) or not _same_parties(pair):
        return False
    if same_week(pair) or all(_is_one_of(p, _once()) for p in both):
        return True
    undated = not pair.a.claim.periods or not pair.b.claim.periods
    return undated and retold(pair) and not any(_is_one_of(p, _anywhere()) for p in both)


def _is_one_of(profile: Profile, listed: frozenset[str]) -> bool:
    return any(not concepts(predicate).isdisjoint(listed) for predicate in predicates(profile))


def _same_parties(pair: ClaimPair) -> bool:
    """Nobody else takes part in either, and somebody or something is shared: in one slot, or by name."""
    shared = shared_parties(pair)
    by_name = (pair.entities.by_number[n].kind for n in pair.a.named & pair.b.named)
    return shared is not None and (bool(shared) or any(kind is not EntityKind.PLACE for kind in by_name))


@cache
def _once() -> frozenset[str]:
    return frozenset(lexicon("events")["once"]) | frozenset(lexicon("deeds")["once_in_one_place"])


@cache
def _anywhere() -> frozenset[str]:
    return frozenset(lexicon("deeds")["in_many_places"])


@read_once
def _by_slot(profile: Profile) -> Mapping[str, list[_Located]]:
    found: dict[str, list[_Located]] = defaultdict(list)
    for located in _located(profile.claim):
        found[located.slot].append(located)
    return found


@cache
def _slots() -> Mapping[str, str]:
    return {
        preposition: slot for slot, words in lexicon("deeds")["locatives"].items() for preposition in words
    }


def _located(claim: Claim) -> Iterator[_Located]:
    """Places that a preposition introduces, as a participant of the claim or anywhere after its predicate."""
    for place in claim.places:
        slot = _slot(claim, place)
        if slot:
            yield _Located(slot, place)
    yield from _fronted(claim)


def _fronted(claim: Claim) -> Iterator[_Located]:
    """Places brought forward from a claim: "It was there, in Siena, that she was born"."""
    before = [w for w in claim.wording.words if w.span.end <= claim.span.start]
    if [w.text.lower() for w in before[:2]] != ["it", "was"] or not claim.text.lower().startswith("that "):
        return
    text = "".join(
        w.text.rjust(w.span.end - start) for start, w in zip(_ends(claim, before), before, strict=True)
    )
    for place in read_places(text):
        slot = _slots().get(" ".join(_before(text, place)[-1:]), "")
        if slot:
            yield _Located(slot, replace(place, span=place.span.shifted(claim.sentence.start)))


def _ends(claim: Claim, words: Sequence[Word]) -> list[int]:
    """Where the words before each end."""
    return [claim.sentence.start, *(w.span.end for w in words[:-1])]


def _slot(claim: Claim, place: Place) -> str:
    for participant in claim.participants:
        if participant.span.overlaps(place.span) and (slot := _way(claim, participant.slot)):
            longer = participant.mention and not place.span.contains(participant.mention.span)
            return "" if longer else slot
    return _slot_in_words(claim, place) if place.span.start > claim.predicate.span.end else ""


def _way(claim: Claim, slot: str) -> str:
    """How one who takes part in a slot is there; of leaving, what is left is an origin, and "for" a destination."""
    if slot in ("patient", "for") and not concepts(claim.predicate.lemma).isdisjoint(
        lexicon("deeds")["leaving"]
    ):
        return "from where" if slot == "patient" else "to where"
    return _slots().get(slot, "")


def _slot_in_words(claim: Claim, place: Place) -> str:
    """The slot told by the words before a place that describes an object: "opened a plant in Fez", "bound for Fez"."""
    if any(m.span.overlaps(place.span) and not place.span.contains(m.span) for m in claim.mentions):
        return ""
    before = _before(claim.text, replace(place, span=place.span.shifted(-claim.span.start)))
    return next((_slots()[words] for n in (2, 1) if (words := " ".join(before[-n:])) in _slots()), "")


def _before(text: str, place: Place) -> list[str]:
    return text[: place.span.start].lower().removesuffix("the ").split()


def _holding(profile: Profile, place: Place) -> Holding:
    return Holding(profile.claim.document, place.span, profile.claim.sentence, place, place.normal)
