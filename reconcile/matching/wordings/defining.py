"""Linking definitions of one subject: its dates, its country, where it lies, who made it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind
from reconcile.facets.name import compare_names
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.place import compare_places
from reconcile.findings import Kind
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile
from reconcile.matching.subjects import Holding
from reconcile.matching.wordings.definitions import Definition, define
from reconcile.matching.wordings.traits import Trait

_SURE = 0.9
_COMPARE: dict[Kind, Callable[..., Comparison]] = {
    Kind.DATE: compare_periods,
    Kind.PLACE: compare_places,
    Kind.NAME: compare_names,
}


def link_definitions(pair: ClaimPair) -> Iterator[Link]:
    """What two sentences say differently of what their one subject is."""
    if pair.a.claim.document == pair.b.claim.document:
        return
    ours, theirs = define(pair.a, pair.entities), define(pair.b, pair.entities)
    if ours is None or theirs is None or ours.subject != theirs.subject:
        return
    for slot in sorted({t.slot for t in ours.traits} & {t.slot for t in theirs.traits}):
        yield from _opposed(pair, ours, theirs, slot)


def _opposed(pair: ClaimPair, ours: Definition, theirs: Definition, slot: str) -> Iterator[Link]:
    """Values of which none agrees with one of the other's: of two that differ the first."""
    xs, ys = ([t for t in d.traits if t.slot == slot] for d in (ours, theirs))
    found = [(x, y, _compared(x, y)) for x in xs for y in ys]
    differing = [c for c in found if c[2].agreement is Agreement.DIFFER]
    settled = any(c.agreement in {Agreement.AGREE, Agreement.VARIANT} for _, _, c in found)
    moving = slot == "site" and _is_person(pair, ours)
    if differing and not settled and not moving:
        x, y, comparison = differing[0]
        yield _link(pair, ours, slot, _held(pair.a, x), _held(pair.b, y), x.kind, comparison)


def _is_person(pair: ClaimPair, definition: Definition) -> bool:
    return (
        isinstance(definition.subject, int)
        and pair.entities.by_number[definition.subject].kind is EntityKind.PERSON
    )


def _compared(x: Trait, y: Trait) -> Comparison:
    if x.slot == "nationality":
        same = x.value == y.value
        said = f"“{x.normal}” and “{y.normal}” are of {'one country' if same else 'two countries'}."
        return Comparison(Agreement.AGREE if same else Agreement.DIFFER, said)
    return _COMPARE[x.kind](x.value, y.value)


def _held(profile: Profile, trait: Trait) -> Holding:
    reckoning = trait.value.reckoning if isinstance(trait.value, Period) else ""
    return Holding(
        profile.claim.document, trait.span, profile.claim.sentence, trait.value, trait.normal, reckoning
    )


def _link(
    pair: ClaimPair, about: Definition, slot: str, a: Holding, b: Holding, kind: Kind, said: Comparison
) -> Link:
    name = pair.entities.by_number[about.subject].name if isinstance(about.subject, int) else about.subject
    return Link(kind, slot, a, b, said, _SURE, f"both say of {name}: {slot}")
