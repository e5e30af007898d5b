"""Vetoes: what shows that two claims are of two events, however alike their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind, Participant
from reconcile.facets.period import period_agreement
from reconcile.facets.place import compare_places, read_place
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile, common, read_once

_AT_HAND = 4096  # pairs of places, which a run compares again and again
_TOLD_OF = {"agent", "patient", "attribute"}
_LONE = {"first", "no. 1"}  # "his first novel" and "his novel" may be one


def vetoed(a: Profile, b: Profile, entities: Entities, leaving_out: Kind) -> bool:
    """Whether something said of both but the facet compared is not the same: parties, time, thing or place."""
    if leaving_out is not Kind.ACTOR and leaving_out is not Kind.NAME and any(rivals(a, b, entities)):
        return True
    if leaving_out is not Kind.DATE and at_other_times(a, b):
        return True
    if _of_other_things(a, b) or of_other_ranks(a, b):
        return True
    return leaving_out is not Kind.PLACE and elsewhere(a, b, entities)


def rivals(a: Profile, b: Profile, entities: Entities) -> Iterator[bool]:
    """Slots that both fill with names, of one kind, of which none is shared."""
    for slot in ("agent", "patient"):
        ours, theirs = a.by_slot.get(slot, frozenset()), b.by_slot.get(slot, frozenset())
        if ours and theirs and not (ours & b.around) and not (theirs & a.around):
            yield True
    ours, theirs = (_people(x, entities) - y.around for x, y in ((a, b), (b, a)))
    if ours and theirs:
        yield True  # "Kone met Frei", "Frei met Traore"
    for kind in (EntityKind.PERSON, EntityKind.ORGANISATION):
        ours, theirs = (_by_kind(p, entities).get(kind, frozenset()) for p in (a, b))
        if ours and theirs and not ours & b.around and not theirs & a.around:
            yield True


@read_once
def _by_kind(profile: Profile, entities: Entities) -> Mapping[EntityKind, frozenset[int]]:
    """The entities that a clause names."""
    found: dict[EntityKind, set[int]] = defaultdict(set)
    for n in profile.named:
        found[entities.by_number[n].kind].add(n)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


@read_once
def _people(profile: Profile, entities: Entities) -> frozenset[int]:
    """The people who do it or to whom it is done."""
    core = profile.by_slot.get("agent", frozenset()) | profile.by_slot.get("patient", frozenset())
    return frozenset(n for n in core if entities.by_number[n].kind is EntityKind.PERSON)


def _of_other_things(a: Profile, b: Profile) -> bool:
    """What it is done to is not shown to be one thing: "signed a treaty", "signed a cheque"."""
    if a.by_slot.get("patient", frozenset()) & b.around or b.by_slot.get("patient", frozenset()) & a.around:
        return False
    ours, theirs = _undergoing(a), _undergoing(b)
    return bool(ours and theirs) and not common(ours, {*theirs, *b.told}) and not common(theirs, a.told)


def of_other_ranks(a: Profile, b: Profile) -> bool:
    """One is told of another of its kind: "his first novel", "his second"; "the coach", "the assistant coach"."""
    ours, theirs = _ranked(a), _ranked(b)
    return any(
        all((x ^ y) - _LONE for x, y in product(ours[what], theirs[what]))
        for what in ours.keys() & theirs.keys()
    )


def _ranked(profile: Profile) -> Mapping[tuple[str, str], list[frozenset[str]]]:
    """For each slot and noun that the claim is told of, the ranks that it has there."""
    found: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for p in _described(profile):
        found[p.slot, p.head].append((p.modifiers & ranking()) | _ordinals(profile, p.head))
    return found


def _ordinals(profile: Profile, head: str) -> frozenset[str]:
    figures = (b.value for b in profile.claim.quantities if b.head == head)
    return frozenset(v.normal for v in figures if isinstance(v, Quantity) and v.dimension == "ordinal")


@read_once
def _described(profile: Profile) -> Sequence[Participant]:
    """What the claim is told of."""
    return [p for p in profile.claim.participants if p.slot in _TOLD_OF and not p.pronoun]


@cache
def ranking() -> frozenset[str]:
    """The words that tell one from another of its kind: "second", "assistant"."""
    return frozenset(lexicon("deeds")["ranking"])


@read_once
def _undergoing(profile: Profile) -> frozenset[str]:
    """The words for what the claim's event is done to; none where it is a pronoun, or what is counted."""
    counted = {q.head for q in profile.claim.quantities}
    found = [p for p in profile.claim.participants if p.slot == "patient" and p.head.isalpha()]
    if any(p.head in counted or p.pronoun for p in found):
        return frozenset()
    return frozenset(word for p in found for word in (p.head, *p.modifiers))


def at_other_times(a: Profile, b: Profile) -> bool:
    """Both are dated, and no date of the one can be a date of the other."""
    return compare_times(a, b) is Agreement.DIFFER


def compare_times(a: Profile, b: Profile) -> Agreement:
    """Whether two claims are dated alike; unknown where one is not dated."""
    found = {period_agreement(x.value, y.value) for x in a.claim.periods for y in b.claim.periods}  # type: ignore[arg-type]
    if Agreement.AGREE in found:
        return Agreement.AGREE
    return Agreement.DIFFER if Agreement.DIFFER in found else Agreement.UNKNOWN


def elsewhere(a: Profile, b: Profile, entities: Entities) -> bool:
    """Each names a place that the other does not, and neither lies in the other."""
    ours, theirs = (_by_kind(p, entities).get(EntityKind.PLACE, frozenset()) for p in (a, b))
    if not ours or not theirs or ours & b.around or theirs & a.around:
        return False
    names = entities.by_number
    return all(_apart(names[n].name, names[m].name) for n in sorted(ours) for m in sorted(theirs))


@lru_cache(maxsize=_AT_HAND)
def _apart(x: str, y: str) -> bool:
    first, second = read_place(x), read_place(y)
    return bool(first and second and compare_places(first, second).agreement is not Agreement.AGREE)
