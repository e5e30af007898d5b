"""Linking how far one is from another: "41 seconds ahead of Berg", "three points clear of Berg"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reconcile.agreement import Agreement
from reconcile.claims.model import BoundValue
from reconcile.facets.quantity import Quantity, compare_quantities
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link, held_value
from reconcile.matching.profiles import Profile
from reconcile.matching.vetoes import vetoed

_REACH = 30  # characters between "ahead of" and the name: "Colombia's veteran "
_SURE = 0.75


def link_distances(pair: ClaimPair) -> Iterator[Link]:
    """Distances in one direction from one named thing, of one who is named too."""
    if not (pair.a.claim.quantities and pair.b.claim.quantities):
        return
    if not _acting(pair.a) & _acting(pair.b) or vetoed(pair.a, pair.b, pair.entities, Kind.NUMBER):
        return
    for x in pair.a.claim.quantities:
        for y in pair.b.claim.quantities:
            ours, theirs = _from(pair.a, x, pair.entities), _from(pair.b, y, pair.entities)
            if ours is None or ours != theirs or not _of_one_dimension(x, y):
                continue
            assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
            comparison = compare_quantities(x.value, y.value)
            if comparison.agreement is Agreement.DIFFER:
                way, entity = ours
                why = f"both say how far {way} {pair.entities.by_number[entity].name}"
                yield Link(
                    Kind.NUMBER, way, held_value(pair.a, x), held_value(pair.b, y), comparison, _SURE, why
                )


def _acting(profile: Profile) -> frozenset[int]:
    return profile.by_slot.get("agent", frozenset())


def _of_one_dimension(x: BoundValue, y: BoundValue) -> bool:
    first, second = x.value, y.value
    return (
        isinstance(first, Quantity) and isinstance(second, Quantity) and first.dimension == second.dimension
    )


def _from(profile: Profile, bound: BoundValue, entities: Entities) -> tuple[str, int] | None:
    """The direction that stands right behind a figure, and the one from whom it is reckoned."""
    claim = profile.claim
    after = claim.text[max(0, bound.span.end - claim.span.start) :].lower()
    for phrase, way in _ways():
        if after.startswith(f" {phrase} "):
            start = bound.span.end + len(phrase) + 1
            near = (m for m in claim.mentions if start <= m.span.start <= start + _REACH)
            numbers = [entities.of(claim.document, m) for m in near]
            people = [n for n in numbers if entities.by_number[n].distinctive]
            return (way, people[0]) if people else None
    return None


@cache
def _ways() -> tuple[tuple[str, str], ...]:
    """Each phrase with the direction that it tells, longest first."""
    found = [(phrase, way) for way, phrases in lexicon("events")["directions"].items() for phrase in phrases]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))
