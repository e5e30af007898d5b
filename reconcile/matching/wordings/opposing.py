"""Which of the things that two definitions say of one subject cannot both hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TypeAlias

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.period import compare_periods
from reconcile.facets.place import compare_places
from reconcile.facets.quantity import compare_quantities
from reconcile.facets.role import Role, compare_roles
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.adjectives import NATIONALITY
from reconcile.matching.wordings.fillers import compare_fillers
from reconcile.matching.wordings.lifespans import Age, compare_ages
from reconcile.matching.wordings.ranks import Rank, compare_ranks
from reconcile.matching.wordings.traits import Trait

Opposed: TypeAlias = tuple[Trait, Trait, Comparison]

_AGREEING = {Agreement.AGREE, Agreement.VARIANT}


def opposed(ours: Sequence[Trait], theirs: Sequence[Trait], slot: str) -> Opposed | None:
    """The first two values of a slot of which one excludes the other; None where all may hold.

    Args:
        ours: all traits of one definition.
        theirs: all traits of the other.
        slot: one that both have.
    """
    xs, ys = ([t for t in side if t.slot == slot] for side in (ours, theirs))
    if slot == "site":
        xs, ys = _consistent(xs), _consistent(ys)
    found = [(x, y, compare(x, y)) for x, y in product(xs, ys)]
    if any(x.only for x in xs) != any(y.only for y in ys):
        return _beside_the_only(found)
    if all(t.several for t in (*xs, *ys)) and not _is_complete(xs, ys, ours, theirs):
        return None
    if slot != "site" and any(c.agreement in _AGREEING for _, _, c in found):
        return None
    return next((one for one in found if one[2].agreement is Agreement.DIFFER), None)


def _beside_the_only(found: Sequence[Opposed]) -> Opposed | None:
    """A value that is none of those that the other side calls the only ones."""
    others = {id(t): t for x, y, _ in found for t in (x, y) if not t.only}
    for other in others.values():
        compared = [one for one in found if one[0] is other or one[1] is other]
        if all(one[2].agreement is Agreement.DIFFER for one in compared):
            return compared[0]
    return None


def _is_complete(
    xs: Sequence[Trait], ys: Sequence[Trait], ours: Sequence[Trait], theirs: Sequence[Trait]
) -> bool:
    """Whether a side names all: in a list, or since it gives the other's doer another part in the work."""
    if any(t.whole for t in (*xs, *ys)):
        return True
    return _has_other_part(xs, theirs) or _has_other_part(ys, ours)


def _has_other_part(named: Sequence[Trait], others: Sequence[Trait]) -> bool:
    return any(
        x.kind is y.kind is Kind.NAME
        and x.slot != y.slot
        and x.slot.endswith(" by")
        and y.slot.endswith(" by")
        and compare_fillers(x.value, y.value).agreement in _AGREEING
        for x, y in product(named, others)
    )


def _consistent(sites: Sequence[Trait]) -> list[Trait]:
    """The places less those that the others of the same chain exclude: a village whose namesake is better known."""
    return [x for x in sites if not any(compare(x, y).agreement is Agreement.DIFFER for y in sites)]


def compare(x: Trait, y: Trait) -> Comparison:
    """Compare two values of one slot. Symmetric in agreement."""
    match x.value, y.value:
        case Role(), Role():
            return _compared_offices(x, y)
        case Rank() as one, Rank() as other:
            return compare_ranks(one, other)
        case Age() as one, Age() as other:
            return compare_ages(one, other)
    special = _BY_SLOT.get(x.slot.partition(" ")[0])
    return special(x, y) if special else _BY_KIND[x.kind](x.value, y.value)


def _compared_nations(x: Trait, y: Trait) -> Comparison:
    same = x.value == y.value
    said = f"“{x.normal}” and “{y.normal}” are of {'one country' if same else 'two countries'}."
    return Comparison(Agreement.AGREE if same else Agreement.DIFFER, said)


def _compared_words(x: object, y: object) -> Comparison:
    if x == y:
        return Comparison(Agreement.AGREE, f"Both say “{x}”.")
    return Comparison(Agreement.DIFFER, f"“{x}” and “{y}” exclude each other.")


def _compared_sides(x: Trait, y: Trait) -> Comparison:
    if {x.value, y.value} in [set(pair) for pair in lexicon("definitions")["opposite_directions"]]:
        return Comparison(Agreement.DIFFER, f"“{x.normal}” and “{y.normal}” lie on opposite sides.")
    return Comparison(Agreement.AGREE if x.value == y.value else Agreement.UNKNOWN, "They may touch.")


def _compared_languages(x: Trait, y: Trait) -> Comparison:
    return _compared_words(x.value, y.value)


def _compared_offices(x: Trait, y: Trait) -> Comparison:
    """Two offices that are not one in other words; which matters where one is the only one."""
    said = compare_roles(x.value, y.value)
    if said.agreement is Agreement.AGREE or x.value.office == y.value.office:
        return Comparison(Agreement.AGREE, said.detail)
    return Comparison(Agreement.DIFFER, f"“{x.normal}” and “{y.normal}” are two offices.")


_BY_KIND: dict[Kind, Callable[..., Comparison]] = {
    Kind.DATE: compare_periods,
    Kind.PLACE: compare_places,
    Kind.NAME: compare_fillers,
    Kind.NUMBER: compare_quantities,
    Kind.POLARITY: _compared_words,
}
_BY_SLOT: dict[str, Callable[[Trait, Trait], Comparison]] = {
    NATIONALITY: _compared_nations,
    "side": _compared_sides,
    "language": _compared_languages,
}
