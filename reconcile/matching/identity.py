"""Event identity: whether two claims speak of one event, by all that is said of it except the facet compared.

Lexical likeness alone proves nothing (two rehab admissions, two earthquakes); what is unknown is not agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind, FacetValue
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.place import compare_places, read_place
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import Profile, common

_VERBATIM = (
    0.72  # share of the shorter claim's words that both have, from which wording alone carries identity
)
_SOME = 0.34
_RETOLD_WORDS = 5
_ACROSS = 0.5
_WITHIN = (
    0.75  # share of the longer claim's words: one text that gives two values mostly speaks of two events
)


@dataclass(frozen=True, slots=True)
class Identity:
    """That two claims are about the same event, how surely, and by what they share."""

    confidence: float
    why: str


def one_event(pair: ClaimPair, leaving_out: Kind) -> Identity | None:
    """Whether two claims are about one event; None where that is not shown."""
    a, b, cosine, entities = pair.a, pair.b, pair.cosine, pair.entities
    if _vetoed(a, b, entities, leaving_out):
        return None
    shared = [entities.by_number[n] for n in sorted((a.named & b.around) | (b.named & a.around))]
    telling = [e for e in shared if e.distinctive]
    words = common(a.words, b.words)
    overlap = len(words) / max(1, min(len(a.words), len(b.words)))
    same_event_word = bool(common([a.predicate], [b.predicate, *b.words]) or common([b.predicate], a.words))
    confidence = 0.0
    if telling and same_event_word:
        confidence = 0.7 + 0.2 * min(1.0, overlap)
    elif telling and overlap >= _SOME and cosine >= 0.6:
        confidence = 0.55 + 0.2 * overlap
    elif shared and same_event_word and overlap >= 0.5 and len(words) >= 3:
        confidence = 0.6
    elif overlap >= _VERBATIM and len(words) >= 4 and cosine >= 0.75 and not _unmatched(a, b):
        confidence = 0.5 + 0.4 * overlap
    breadth = len(words) / max(1, len(a.words), len(b.words))
    if confidence < _ACROSS or (pair.one_voice and breadth < _WITHIN):
        return None
    return Identity(round(min(0.98, confidence), 2), _why(telling or shared, words))


def retold(pair: ClaimPair) -> bool:
    """Whether two claims tell the same in so nearly the same words that they can hardly be of two occasions."""
    shared = common(pair.a.words, pair.b.words)
    breadth = len(shared) / max(1, len(pair.a.words), len(pair.b.words))
    return len(shared) >= _RETOLD_WORDS and breadth >= _WITHIN


def in_one_frame(a: Profile, x: FacetValue, b: Profile, y: FacetValue) -> bool:
    """Whether two figures are of one span and rank: not of 24 hours and one, a year and its quarter, nor of all
    rounds and the first."""
    for dimension in ("time", "ordinal"):
        ours, theirs = (_others(p, v, dimension) for p, v in ((a, x), (b, y)))
        if ours != theirs and (dimension == "ordinal" or (ours and theirs)):
            return False
    if isinstance(x, Quantity) and not x.dimension:
        return True
    grains = [{p.value.grain for p in c.claim.periods if isinstance(p.value, Period)} for c in (a, b)]
    return not all(grains) or not grains[0].isdisjoint(grains[1])


def _others(profile: Profile, value: FacetValue, dimension: str) -> set[str]:
    """The claim's other figures of one dimension."""
    others = (q.value for q in profile.claim.quantities if q.value != value)
    return {q.normal for q in others if isinstance(q, Quantity) and q.dimension == dimension}


def _why(shared: list[Entity], words: list[str]) -> str:
    return "both speak of " + ", ".join([*(e.name for e in shared[:3]), *words[:4]])


def _unmatched(a: Profile, b: Profile) -> bool:
    """Whether each names someone or something that the other does not."""
    return bool(a.named - b.around) and bool(b.named - a.around)


def _vetoed(a: Profile, b: Profile, entities: Entities, leaving_out: Kind) -> bool:
    if leaving_out is not Kind.ACTOR and leaving_out is not Kind.NAME and any(_rivals(a, b, entities)):
        return True
    if leaving_out is not Kind.DATE and _at_other_times(a, b):
        return True
    if _of_other_things(a, b):
        return True
    return leaving_out is not Kind.PLACE and _elsewhere(a, b, entities)


def _rivals(a: Profile, b: Profile, entities: Entities) -> Iterator[bool]:
    """Slots that both fill with names, of one kind, of which none is shared."""
    for slot in ("agent", "patient"):
        ours, theirs = a.by_slot.get(slot, frozenset()), b.by_slot.get(slot, frozenset())
        if ours and theirs and not (ours & b.around) and not (theirs & a.around):
            yield True
    for kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
        ours = frozenset(n for n in a.named if entities.by_number[n].kind is kind)
        theirs = frozenset(n for n in b.named if entities.by_number[n].kind is kind)
        if ours and theirs and not ours & b.around and not theirs & a.around:
            yield True


def _of_other_things(a: Profile, b: Profile) -> bool:
    """What it is done to is not shown to be one thing: "signed a treaty", "signed a cheque"."""
    if a.by_slot.get("patient", frozenset()) & b.around or b.by_slot.get("patient", frozenset()) & a.around:
        return False
    ours, theirs = _undergoing(a), _undergoing(b)
    return bool(ours and theirs) and not common(ours, {*theirs, *b.told}) and not common(theirs, a.told)


def _undergoing(profile: Profile) -> set[str]:
    """The words for what the claim's event is done to; none where it is a pronoun, or what is counted."""
    counted = {q.head for q in profile.claim.quantities}
    found = [p for p in profile.claim.participants if p.slot == "patient" and p.head.isalpha()]
    if any(p.head in counted or p.pronoun for p in found):
        return set()
    return {word for p in found for word in (p.head, *p.modifiers)}


def _at_other_times(a: Profile, b: Profile) -> bool:
    """Both are dated, and no date of the one can be a date of the other."""
    pairs = [compare_periods(x.value, y.value).agreement for x in a.claim.periods for y in b.claim.periods]  # type: ignore[arg-type]
    return bool(pairs) and Agreement.DIFFER in pairs and Agreement.AGREE not in pairs


def _elsewhere(a: Profile, b: Profile, entities: Entities) -> bool:
    """Each names a place that the other does not, and neither lies in the other."""
    ours = [entities.by_number[n] for n in sorted(a.named) if entities.by_number[n].kind is EntityKind.PLACE]
    theirs = [
        entities.by_number[n] for n in sorted(b.named) if entities.by_number[n].kind is EntityKind.PLACE
    ]
    if not ours or not theirs or {e.number for e in ours} & b.around or {e.number for e in theirs} & a.around:
        return False
    return all(_apart(x.name, y.name) for x in ours for y in theirs)


def _apart(x: str, y: str) -> bool:
    first, second = read_place(x), read_place(y)
    return bool(first and second and compare_places(first, second).agreement is not Agreement.AGREE)
