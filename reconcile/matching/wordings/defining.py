"""Linking definitions of one subject: its dates, its country, where it lies, who made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from reconcile.agreement import Comparison
from reconcile.claims.model import Mention
from reconcile.facets.period import Period
from reconcile.findings import Kind
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, read_once
from reconcile.matching.subjects import Holding
from reconcile.matching.wordings.definitions import Definition, define, same_subject
from reconcile.matching.wordings.doers import done
from reconcile.matching.wordings.opposing import opposed
from reconcile.matching.wordings.traits import Trait
from reconcile.matching.wordings.vetoes import are_two_works, may_both_hold

_SURE = 0.9
_SORT = ("kind: ", "field")  # slots that say what it is: two films of one title are both films


def link_definitions(pair: ClaimPair) -> Iterator[Link]:
    """What two sentences say differently of what their one subject is."""
    if pair.a.claim.document == pair.b.claim.document:
        return
    for ours in _definitions(pair.a, pair.entities):
        for theirs in _definitions(pair.b, pair.entities):
            one = same_subject(ours, theirs) or _is_one_name(ours, theirs)
            if one and not are_two_works(pair.a, pair.b):
                yield from _opposed(pair, ours, theirs)


@read_once
def _definitions(profile: Profile, entities: Entities) -> tuple[Definition, ...]:
    return tuple(_defined(profile, entities))


def _defined(profile: Profile, entities: Entities) -> Iterator[Definition]:
    """What the sentence says of its subject, and of what somebody did something to."""
    if found := define(profile, entities):
        yield found
    for thing, trait in done(profile.claim):
        subject = entities.of(profile.claim.document, thing)
        yield Definition(subject, "", partial(tuple, (trait,)), (), (), thing.name.normal, True)


def _is_one_name(ours: Definition, theirs: Definition) -> bool:
    """Whether one name is taken for a person here and for a firm there."""
    named = isinstance(ours.subject, int) and isinstance(theirs.subject, int)
    return named and ours.name.casefold() == theirs.name.casefold()


def _opposed(pair: ClaimPair, ours: Definition, theirs: Definition) -> Iterator[Link]:
    slots = sorted({t.slot for t in ours.traits} & {t.slot for t in theirs.traits})
    found: list[Link] = []
    for slot in slots:
        differing = opposed(ours.traits, theirs.traits, slot)
        if differing and not may_both_hold(pair.entities, ours, theirs, differing):
            x, y, comparison = differing
            found.append(_link(pair, ours, slot, _held(pair.a, x), _held(pair.b, y), x.kind, comparison))
    telling = [slot for slot in slots if not slot.startswith(_SORT)]
    if len(found) < len(telling) or not _two_things(found):
        yield from found


def _two_things(differing: Sequence[Link]) -> bool:
    """Whether all that is said of it differs, in more than one thing: then two films or two people bear one name."""
    ours, theirs = {x.a.place for x in differing}, {x.b.place for x in differing}
    return min(len(ours), len(theirs)) > 1


def _held(profile: Profile, trait: Trait) -> Holding:
    reckoning = trait.value.reckoning if isinstance(trait.value, Period) else ""
    value = trait.value.name if isinstance(trait.value, Mention) else trait.value
    return Holding(profile.claim.document, trait.span, profile.claim.sentence, value, trait.normal, reckoning)


def _link(
    pair: ClaimPair, about: Definition, slot: str, a: Holding, b: Holding, kind: Kind, said: Comparison
) -> Link:
    name = pair.entities.by_number[about.subject].name if isinstance(about.subject, int) else about.subject
    return Link(kind, slot, a, b, said, _SURE, f"both say of {name}: {slot}")
