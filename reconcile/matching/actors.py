"""Linking who did what to whom: the parties of one deed exchanged, or one deed given to two doers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim, EntityKind, Participant
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import (
    compare_all,
    compare_parties,
    is_exact,
    named,
    other_circumstances,
    other_nouns,
    retold,
    same_deed,
    same_figure,
    told_alike,
)
from reconcile.matching.identity import Identity, one_event
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.parties import Deed, other_class, readings
from reconcile.matching.profiles import Profile, concepts, predicates
from reconcile.matching.rivals import (
    are_of_two_sorts,
    are_rivals,
    description,
    is_indefinite,
    may_be_rivals,
    without,
)
from reconcile.matching.stories import families
from reconcile.matching.subjects import Holding
from reconcile.matching.vetoes import vetoed

_Two = tuple[Participant, Participant]  # one of each claim
_Sides = tuple[Sequence[Participant], Sequence[Participant]]


def link_actors(pair: ClaimPair) -> Iterator[Link]:
    """Exchanged parties (kind actor); two doers or undergoers of a deed for one (actor, or name of persons)."""
    a, b = pair.a.claim, pair.b.claim
    if pair.one_voice or a.negated or b.negated or a.quoted or b.quoted:
        return
    if pair.time is Agreement.DIFFER or other_class(pair):
        return
    for ours, theirs in product(readings(pair.a), readings(pair.b)):
        if ours.sense == theirs.sense and (ours.slots or _one_deed(pair)):
            found = [*_exchanged(pair, ours, theirs), *_doubled(pair, ours, theirs)]
            yield from found
            if found:
                return


def _one_deed(pair: ClaimPair) -> bool:
    return same_deed(pair) or (same_figure(pair) and not families(pair.a).isdisjoint(families(pair.b)))


def _exchanged(pair: ClaimPair, ours: Deed, theirs: Deed) -> Iterator[Link]:
    """The doer of each claim is the other party of the other."""
    if not (ours.doer and ours.other and theirs.doer and theirs.other):
        return
    crossed = ((ours.doer, theirs.other), (ours.other, theirs.doer))
    if any(compare_parties(pair, x, y) is not Agreement.AGREE for x, y in crossed):
        return
    doers = (ours.doer, theirs.doer)
    if compare_parties(pair, *doers) is Agreement.AGREE or _is_listed(pair, "reciprocal"):
        return
    if other_circumstances(pair, ours.slots | theirs.slots):
        return
    detail = "The two claims exchange the doer and the other party."
    if pair.time is Agreement.AGREE or retold(pair):
        yield from _link(pair, Kind.ACTOR, "agent", doers, detail, one_event(pair, Kind.ACTOR))
    elif ours.sense and pair.one_story and not vetoed(pair.a, pair.b, pair.entities, Kind.ACTOR):
        told = Identity(0.65, "two accounts of one story tell of an encounter of the two")
        yield from _link(pair, Kind.ACTOR, "agent", doers, detail, told)


def _doubled(pair: ClaimPair, ours: Deed, theirs: Deed) -> Iterator[Link]:
    """Two rivals where there is room for one, all else being alike."""
    if not ours.sense:
        yield from _opposed(pair, "agent", (ours.doers, theirs.doers), (ours.others, theirs.others))
        if _is_listed(pair, "one_undergoer"):
            yield from _opposed(pair, "patient", (ours.others, theirs.others), (ours.doers, theirs.doers))
    elif not ours.things and not theirs.things:
        yield from _opposed(pair, "agent", (ours.doers, theirs.doers), (ours.others, theirs.others))
    else:
        for slot, held in (("agent", (ours.doers, theirs.doers)), ("to", (ours.others, theirs.others))):
            yield from _opposed(pair, slot, held, (ours.things, theirs.things))


def _opposed(pair: ClaimPair, slot: str, rivals: _Sides, fixed: _Sides) -> Iterator[Link]:
    xs, ys = rivals
    if not may_be_rivals(pair, xs, ys) and not (is_exact(pair) and are_of_two_sorts(pair, xs, ys)):
        return
    agreed = compare_all(pair, *fixed)
    if agreed is Agreement.DIFFER or (slot != "patient" and agreed is Agreement.UNKNOWN):
        return
    bare = without(pair, xs, ys)
    if other_circumstances(bare):
        return
    if other_nouns(bare) and not (pair.in_story and same_figure(pair)):
        return
    if not _is_exclusive(bare, slot, fixed):
        return
    if are_rivals(pair, xs, ys) or (is_exact(bare) and are_of_two_sorts(pair, xs, ys)):
        kind = Kind.NAME if _are_persons(pair, xs[0], ys[0]) else Kind.ACTOR
        said = [words_of_party(pair.a.claim, xs[0]), words_of_party(pair.b.claim, ys[0])]
        detail = f"{said[0]} and {said[1]} are two, and there is room for one."
        yield from _link(pair, kind, slot, (xs[0], ys[0]), detail, _identity(bare, kind))


def _is_exclusive(pair: ClaimPair, slot: str, fixed: _Sides) -> bool:
    """Whether the deed is one that a single party does, on this occasion at least."""
    if slot == "patient":
        return _same_matter(pair)
    if all(_of_one_kind(p) for side in fixed for p in side):
        return _same_matter(pair)
    if _is_listed(pair, "one_doer") and not _is_one_of_many(pair, fixed):
        return _same_matter(pair)
    return _is_listed(pair, "one_doer_that_day") and is_exact(pair) and not _is_one_of_many(pair, fixed)


def _is_one_of_many(pair: ClaimPair, fixed: _Sides) -> bool:
    """Whether what it is done to is such that others do it to others of the kind: "a stake", "a house"."""
    if any(p.head in lexicon("deeds")["in_parts"] and not p.mention for side in fixed for p in side):
        return True
    sides = zip((pair.a.claim, pair.b.claim), fixed, strict=True)
    return not is_exact(pair) and all(is_indefinite(claim, p) for claim, side in sides for p in side)


def _of_one_kind(participant: Participant) -> bool:
    return participant.head in lexicon("deeds")["one_of_a_kind"]


def _same_matter(pair: ClaimPair) -> bool:
    """Whether the claims are dated alike or told alike, or name one work or body besides the rivals.

    What is done again and again, such as buying a firm, needs the first.
    """
    kinds = {pair.entities.by_number[n].kind for n in pair.a.named & pair.b.named} - {EntityKind.PLACE}
    if pair.time is Agreement.AGREE or retold(pair) or pair.in_story:
        return True
    if _is_listed(pair, "again"):
        return False
    if kinds and all(not _once().isdisjoint(predicates(p)) for p in (pair.a, pair.b)):
        return True
    return bool(kinds & {EntityKind.OTHER, EntityKind.ORGANISATION})


def _identity(pair: ClaimPair, kind: Kind) -> Identity | None:
    found = one_event(pair, kind)
    if found or vetoed(pair.a, pair.b, pair.entities, kind):
        return found
    if same_figure(pair):
        return Identity(0.7, "both give one figure")
    return Identity(0.6, "both tell it in the same words of one time") if told_alike(pair) else None


def _are_persons(pair: ClaimPair, x: Participant, y: Participant) -> bool:
    return all(
        (mention := named(profile.claim, p)) is not None
        and pair.entities.by_number[pair.entities.of(profile.claim.document, mention)].kind
        is EntityKind.PERSON
        for profile, p in ((pair.a, x), (pair.b, y))
    )


def _is_listed(pair: ClaimPair, section: str) -> bool:
    return all(
        any(not concepts(word).isdisjoint(_listed(section)) for word in {*p.deeds, *predicates(p)})
        for p in (pair.a, pair.b)
    )


@cache
def _once() -> frozenset[str]:
    return frozenset(lexicon("events")["once"])


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(lexicon("deeds")[section])


def _link(
    pair: ClaimPair, kind: Kind, slot: str, parties: _Two, detail: str, identity: Identity | None
) -> Iterator[Link]:
    if identity:
        a, b = held_party(pair.a, parties[0]), held_party(pair.b, parties[1])
        yield Link(kind, slot, a, b, Comparison(Agreement.DIFFER, detail), identity.confidence, identity.why)


def words_of_party(claim: Claim, participant: Participant) -> str:
    """The name of a party, or the words that describe whom the claim does not name.

    They may stand before the clause: "it was the printer who spotted it".
    """
    mention = named(claim, participant)
    if mention:
        return mention.name.normal
    said = description(claim, participant)
    if claim.span.contains(said):
        return said.shifted(-claim.span.start).of(claim.text)
    return " ".join(w.text for w in claim.wording.words if said.contains(w.span))


def held_party(profile: Profile, participant: Participant) -> Holding:
    """The name, or the description of whom the claim does not name."""
    claim, mention = profile.claim, named(profile.claim, participant)
    span = mention.span if mention else description(claim, participant)
    value = mention.name if mention else None
    return Holding(claim.document, span, claim.sentence, value, words_of_party(claim, participant))
