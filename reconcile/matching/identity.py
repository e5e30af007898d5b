"""Event identity: whether two claims speak of one event, by all that is said of it except the facet compared.

Lexical likeness alone proves nothing (two rehab admissions, two earthquakes); what is unknown is not agreement.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.claims.model import FacetValue
from reconcile.facets.period import Period
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.matching.entities import Entity
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import Profile, common
from reconcile.matching.vetoes import vetoed

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
    if vetoed(a, b, entities, leaving_out):
        return None
    shared = [entities.by_number[n] for n in sorted((a.named & b.around) | (b.named & a.around))]
    telling = [e for e in shared if e.distinctive]
    words = common(a.words, b.words)
    overlap = len(words) / max(1, min(len(a.words), len(b.words)))
    same_event_word = (
        bool(common([a.predicate], [b.predicate, *b.words]) or common([b.predicate], a.words)) or pair.akin
    )
    confidence = 0.0
    if telling and same_event_word:
        confidence = 0.7 + 0.2 * min(1.0, overlap)
    elif telling and overlap >= _SOME and cosine >= 0.6:
        confidence = 0.55 + 0.2 * overlap
    elif shared and same_event_word and overlap >= 0.5 and len(words) >= 3:
        confidence = 0.6
    elif overlap >= _VERBATIM and len(words) >= 4 and cosine >= 0.75 and not _unmatched(a, b):
        confidence = 0.5 + 0.4 * overlap
    elif pair.in_story:
        confidence = 0.6
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
