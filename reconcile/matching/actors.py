"""Linking who did what to whom: the parties of one deed exchanged, or one deed given to two doers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim, EntityKind, Participant
from reconcile.facets.name import Name, compare_names
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import (
    compare_slot,
    entity,
    filling,
    named,
    other_circumstances,
    other_nouns,
    predicates,
    retold,
    same_deed,
    same_time,
)
from reconcile.matching.entities import Entities
from reconcile.matching.identity import Identity, one_event
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, concepts
from reconcile.matching.subjects import Holding


def link_actors(pair: ClaimPair) -> Iterator[Link]:
    """Exchanged parties (kind actor); two doers or undergoers of a deed for one (actor, or name of persons)."""
    a, b = pair.a.claim, pair.b.claim
    if pair.one_voice or a.negated or b.negated or a.quoted or b.quoted:
        return
    if same_deed(pair) and same_time(pair) is not Agreement.DIFFER:
        yield from _exchanged(pair)
        yield from _doubled(pair, "agent", "patient", "one_doer")
        yield from _doubled(pair, "patient", "agent", "one_undergoer")


def _same_occasion(pair: ClaimPair) -> bool:
    return same_time(pair) is Agreement.AGREE or retold(pair)


def _exchanged(pair: ClaimPair) -> Iterator[Link]:
    """The doer of each claim is the other party of the other."""
    if _is_listed(pair, "reciprocal") or not _same_occasion(pair):
        return
    for slot in _other_parties(pair):
        doers = _lone(pair.a.claim, "agent"), _lone(pair.b.claim, "agent")
        others = _lone(pair.a.claim, slot), _lone(pair.b.claim, slot)
        if None in (*doers, *others) or not _crossed(pair, doers, others):  # type: ignore[arg-type]
            continue
        detail = "The two claims exchange the doer and the other party."
        yield from _link(pair, Kind.ACTOR, "agent", *doers, detail, one_event(pair, Kind.ACTOR))  # type: ignore[arg-type]
        return


def _other_parties(pair: ClaimPair) -> list[str]:
    """The slots in which both claims may have another party than the doer: "beat B", "swerved into B"."""
    ours, theirs = ({p.slot for p in c.participants if p.mention} for c in (pair.a.claim, pair.b.claim))
    return ["patient", *sorted(ours & theirs & set(lexicon("deeds")["other_party"]))]


def _crossed(
    pair: ClaimPair, doers: tuple[Participant, Participant], others: tuple[Participant, Participant]
) -> bool:
    a, b = pair.a.claim, pair.b.claim
    first, second = entity(pair.entities, a, doers[0]), entity(pair.entities, b, doers[1])
    return first != second and (entity(pair.entities, b, others[1]), entity(pair.entities, a, others[0])) == (
        first,
        second,
    )


def _lone(claim: Claim, slot: str) -> Participant | None:
    """The one who is named in a slot; None where nobody is, or several are."""
    found = filling(claim, slot)
    return found[0] if len(found) == 1 and named(claim, found[0]) else None


def _doubled(pair: ClaimPair, slot: str, fixed: str, section: str) -> Iterator[Link]:
    """Two named rivals in a slot that has room for one, all else being alike."""
    a, b = pair.a.claim, pair.b.claim
    x, y = _lone(a, slot), _lone(b, slot)
    if x is None or y is None or not _is_listed(pair, section) or not _are_rivals(pair, x, y):
        return
    if compare_slot(pair, fixed) is Agreement.DIFFER or other_circumstances(pair) or other_nouns(pair):
        return
    if (compare_slot(pair, fixed) is Agreement.AGREE or slot == "patient") and _same_matter(pair, x, y):
        persons = all(
            _kind(pair, c, p) is EntityKind.PERSON for c, p in ((pair.a.claim, x), (pair.b.claim, y))
        )
        kind = Kind.NAME if persons else Kind.ACTOR
        detail = f"{_name(a, x).normal} and {_name(b, y).normal} are two, and there is room for one."
        yield from _link(pair, kind, slot, x, y, detail, one_event(_without(pair, x, y), kind))


def _same_matter(pair: ClaimPair, x: Participant, y: Participant) -> bool:
    """Whether the claims are dated alike or told alike, or name one work or body besides the rivals.

    What is done again and again, such as buying a firm, needs the first.
    """
    if _is_listed(pair, "again"):
        return _same_occasion(pair)
    rivals = {entity(pair.entities, pair.a.claim, x), entity(pair.entities, pair.b.claim, y)}
    kinds = {pair.entities.by_number[n].kind for n in (pair.a.named & pair.b.named) - rivals}
    return _same_occasion(pair) or bool(kinds & {EntityKind.OTHER, EntityKind.ORGANISATION})


def _without(pair: ClaimPair, x: Participant, y: Participant) -> ClaimPair:
    """The pair without the two rivals, so that identity rests on what else is said."""
    return replace(pair, a=_nameless(pair.entities, pair.a, x), b=_nameless(pair.entities, pair.b, y))


def _nameless(entities: Entities, profile: Profile, participant: Participant) -> Profile:
    gone = frozenset({entity(entities, profile.claim, participant)})
    by_slot = {slot: numbers - gone for slot, numbers in profile.by_slot.items()}
    return replace(profile, named=profile.named - gone, around=profile.around - gone, by_slot=by_slot)


def _kind(pair: ClaimPair, claim: Claim, participant: Participant) -> EntityKind:
    number = entity(pair.entities, claim, participant)
    return pair.entities.by_number[number].kind if number is not None else EntityKind.OTHER


def _are_rivals(pair: ClaimPair, x: Participant, y: Participant) -> bool:
    """Two different names, neither of which stands anywhere in the other's sentence, of like kinds."""
    first, second = entity(pair.entities, pair.a.claim, x), entity(pair.entities, pair.b.claim, y)
    if first == second or first in pair.b.around or second in pair.a.around:
        return False
    kinds = {_kind(pair, pair.a.claim, x), _kind(pair, pair.b.claim, y)} - {EntityKind.OTHER}
    ours, theirs = _name(pair.a.claim, x), _name(pair.b.claim, y)
    return len(kinds) <= 1 and compare_names(ours, theirs).agreement is Agreement.DIFFER


def _is_listed(pair: ClaimPair, section: str) -> bool:
    return all(
        any(not concepts(word).isdisjoint(_listed(section)) for word in predicates(p))
        for p in (pair.a, pair.b)
    )


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(lexicon("deeds")[section])


def _link(
    pair: ClaimPair,
    kind: Kind,
    slot: str,
    x: Participant,
    y: Participant,
    detail: str,
    identity: Identity | None,
) -> Iterator[Link]:
    if identity:
        a, b = _holding(pair.a, x), _holding(pair.b, y)
        yield Link(kind, slot, a, b, Comparison(Agreement.DIFFER, detail), identity.confidence, identity.why)


def _name(claim: Claim, participant: Participant) -> Name:
    mention = named(claim, participant)
    assert mention is not None  # only who is named is linked
    return mention.name


def _holding(profile: Profile, participant: Participant) -> Holding:
    mention = named(profile.claim, participant)
    assert mention is not None  # only who is named is linked
    return Holding(
        profile.claim.document, mention.span, profile.claim.sentence, mention.name, mention.name.normal
    )
