"""Linking two who are said to have done what one party alone did in a story: "it was Lind who spotted it first"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Participant
from reconcile.facets.name import name_agreement
from reconcile.facets.place import gazetteer
from reconcile.findings import Kind
from reconcile.matching.actors import held_party, words_of_party
from reconcile.matching.arguments import compare_all, entity, is_exact, named
from reconcile.matching.entities import Entity
from reconcile.matching.feats import Feat, adds, feats, is_of_its_kind, singles_out
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, are_of_kind
from reconcile.matching.reverses import of_two_occasions
from reconcile.matching.rivals import are_of_two_sorts, without

_SURE = 0.65
_KINDS = 2
_TELLING = 6  # letters of a verb that tell it: "discover"


def link_contenders(pair: ClaimPair) -> Iterator[Link]:
    """The first feat that two documents of one story give to two doers."""
    if pair.stories is None or not pair.one_story:
        return
    for x, y in product(feats(pair.a), feats(pair.b)):
        told_once = (_is_lone(pair, p, f) for p, f in ((pair.a, x), (pair.b, y)))
        if x.name == y.name and _done_by_two(pair, x, y) and _is_one_feat(pair, x, y) and all(told_once):
            yield _link(pair, x, y)
            return


def _done_by_two(pair: ClaimPair, x: Feat, y: Feat) -> bool:
    if are_of_two_sorts(pair, x.doers, y.doers):
        return True
    return all(_are_rivals(pair, p, q) for p, q in product(x.doers, y.doers))


def _are_rivals(pair: ClaimPair, x: Participant, y: Participant) -> bool:
    """Whether two are named otherwise, and are of like kinds, so far as is known of a name that is no place's."""
    ours, theirs = (entity(pair.entities, p.claim, who) for p, who in ((pair.a, x), (pair.b, y)))
    if ours is None or theirs is None or ours in pair.b.around or theirs in pair.a.around:
        return False
    first, second = (pair.entities.by_number[n] for n in (ours, theirs))
    names = named(pair.a.claim, x), named(pair.b.claim, y)
    if not (names[0] and names[1]) or name_agreement(names[0].name, names[1].name) is not Agreement.DIFFER:
        return False
    return len({_kind(first), _kind(second)} - {EntityKind.OTHER}) < _KINDS


def _kind(who: Entity) -> EntityKind:
    misread = who.kind is EntityKind.PLACE and not gazetteer().is_place(who.name)
    return EntityKind.OTHER if misread else who.kind


def _is_one_feat(pair: ClaimPair, x: Feat, y: Feat) -> bool:
    """Whether nothing but the doers tells one feat from the other; where it is done to things, they are one."""
    if adds(pair.a) or adds(pair.b) or of_two_occasions(without(pair, x.doers, y.doers)):
        return False
    if is_of_its_kind(x.name, "exact") and not is_exact(pair):
        return False
    singled_out = [singles_out(p) for p in (pair.a, pair.b)]
    if not is_of_its_kind(x.name, "once") and not any(singled_out):
        return False
    return all(singled_out) or _is_done_to_one(pair, x, y)


def _is_done_to_one(pair: ClaimPair, x: Feat, y: Feat) -> bool:
    if x.things is None or y.things is None:
        return x.things == y.things or _is_named_in(pair.a, pair.b) or _is_named_in(pair.b, pair.a)
    kind = any(are_of_kind(p.head, q.head) for p, q in product(x.things, y.things))
    return kind or compare_all(pair, x.things, y.things) is Agreement.AGREE


def _is_named_in(a: Profile, b: Profile) -> bool:
    """Whether one claim has a noun for the deed of the other: "credit for the discovery", "discovered"."""
    return len(a.predicate) >= _TELLING and any(
        w.lemma.startswith(a.predicate) for w in b.claim.wording.words
    )


def _is_lone(pair: ClaimPair, profile: Profile, feat: Feat) -> bool:
    """Whether all that a document tells of the feat may be of this doer: "they", "the boy" and "Lind" may be one."""
    assert pair.stories is not None
    ours = _doers(pair, profile, feat)
    others = (
        other for other in pair.stories.crediting(profile.claim.document, feat.name) if other is not profile
    )
    return not any(
        ours.isdisjoint(_doers(pair, other, told))
        for other in others
        for told in feats(other)
        if told.name == feat.name
    )


def _doers(pair: ClaimPair, profile: Profile, feat: Feat) -> frozenset[int | str]:
    """The doers by what they are known as in their document: the entity, or the noun."""
    known = ((entity(pair.entities, profile.claim, p), p.head) for p in feat.doers)
    return frozenset(head if number is None else number for number, head in known)


def _link(pair: ClaimPair, x: Feat, y: Feat) -> Link:
    a, b = held_party(pair.a, x.doers[0]), held_party(pair.b, y.doers[0])
    said = [words_of_party(p.claim, f.doers[0]) for p, f in ((pair.a, x), (pair.b, y))]
    detail = f"{said[0]} and {said[1]} are two, and there is room for one."
    why = f"two documents of one story tell of one {x.name}"
    return Link(Kind.ACTOR, "agent", a, b, Comparison(Agreement.DIFFER, detail), _SURE, why)
