"""Topics: claims of one event, gathered slot by slot, with the values that each holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import BoundValue
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.polarity import Modality
from reconcile.facets.quantity import Quantity, compare_quantities
from reconcile.findings import Kind
from reconcile.matching.candidates import Candidate
from reconcile.matching.entities import Entities
from reconcile.matching.identity import Identity, one_event
from reconcile.matching.profiles import Profile, alike, common
from reconcile.matching.subjects import Holding, Over, Pair, Subject
from reconcile.matching.unions import Unions

@dataclass(frozen=True, slots=True)
class Link:
    """Two values of like slots in two claims of one event."""

    a: tuple[int, BoundValue]  # profile index and value
    b: tuple[int, BoundValue]
    comparison: Comparison
    identity: Identity


Aligner = Callable[[Profile, Profile], Iterator[tuple[BoundValue, BoundValue, Comparison]]]


def topics(profiles: Sequence[Profile], pairs: Iterable[Candidate], entities: Entities) -> Iterator[Subject]:
    """The subjects of kind date and number that the candidate pairs give."""
    links: dict[Kind, list[Link]] = defaultdict(list)
    for i, j, cosine in pairs:
        a, b = profiles[i], profiles[j]
        if a.claim.negated != b.claim.negated or not _both_said(a, b):
            continue
        for kind, align in _ALIGNERS.items():
            for x, y, comparison in align(a, b):
                identity = one_event(a, b, cosine, entities, kind)
                if identity:
                    links[kind].append(Link((i, x), (j, y), comparison, identity))
    for kind, found in links.items():
        yield from _gather(kind, found, profiles, entities)


def _both_said(a: Profile, b: Profile) -> bool:
    """Both are asserted, or both are announced: what is possible, asked or conditional contradicts nothing."""
    said = {a.claim.modality, b.claim.modality}
    return said == {Modality.ASSERTED} or said == {Modality.PLANNED}


def _dates(a: Profile, b: Profile) -> Iterator[tuple[BoundValue, BoundValue, Comparison]]:
    """Dates of like slots: they date the same word, or the two predicates themselves."""
    for x, y in _unmatched(a.claim.periods, b.claim.periods, _compared_periods):
        if _same_dated(a, x, b, y):
            yield x, y, _compared_periods(x, y)


def _same_dated(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    return alike(x.head, y.head)


def _compared_periods(x: BoundValue, y: BoundValue) -> Comparison:
    assert isinstance(x.value, Period) and isinstance(y.value, Period)
    return compare_periods(x.value, y.value)


def _numbers(a: Profile, b: Profile) -> Iterator[tuple[BoundValue, BoundValue, Comparison]]:
    """Figures of like slots: of one dimension, counting the same thing, in like company."""
    for x, y in _unmatched(a.claim.quantities, b.claim.quantities, _compared_quantities):
        if _same_counted(a, x, b, y):
            yield x, y, _compared_quantities(x, y)


def _same_counted(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    if x.part != y.part or x.value.dimension != y.value.dimension or not alike(x.head, y.head):
        return False
    shared = common(x.modifiers, y.modifiers)
    if len(shared) < len(x.modifiers) and len(shared) < len(y.modifiers):
        return False
    governed = common(x.path, y.path) or (alike(x.head, a.predicate) and alike(y.head, b.predicate))
    return bool(governed or shared)


def _compared_quantities(x: BoundValue, y: BoundValue) -> Comparison:
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    return compare_quantities(x.value, y.value)


def _unmatched(
    xs: Sequence[BoundValue], ys: Sequence[BoundValue], compare: Callable[[BoundValue, BoundValue], Comparison]
) -> Iterator[tuple[BoundValue, BoundValue]]:
    """Pairs that may be set against each other: a value that the other claim holds too is set against that alone."""
    agreeing = {(i, j) for i, x in enumerate(xs) for j, y in enumerate(ys) if compare(x, y).agreement is Agreement.AGREE}
    settled_x, settled_y = {i for i, _ in agreeing}, {j for _, j in agreeing}
    for i, x in enumerate(xs):
        for j, y in enumerate(ys):
            if (i, j) in agreeing or (i not in settled_x and j not in settled_y):
                yield x, y


_ALIGNERS: Mapping[Kind, Aligner] = {Kind.DATE: _dates, Kind.NUMBER: _numbers}


def _gather(kind: Kind, links: Sequence[Link], profiles: Sequence[Profile], entities: Entities) -> Iterator[Subject]:
    """One subject for each set of values that are linked with one another, where any of them disagree."""
    nodes = sorted({(i, v.span) for link in links for i, v in (link.a, link.b)}, key=lambda n: (n[0], n[1]))
    at = {node: n for n, node in enumerate(nodes)}
    unions = Unions(len(nodes))
    for link in links:
        unions.join(at[(link.a[0], link.a[1].span)], at[(link.b[0], link.b[1].span)])
    grouped: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        grouped[unions.find(at[(link.a[0], link.a[1].span)])].append(link)
    for _, group in sorted(grouped.items()):
        if any(link.comparison.agreement is Agreement.DIFFER for link in group):
            yield _subject(kind, group, profiles, entities)


def _subject(kind: Kind, links: Sequence[Link], profiles: Sequence[Profile], entities: Entities) -> Subject:
    values = {(i, v.span): (i, v) for link in links for i, v in (link.a, link.b)}
    order = sorted(values)
    holdings = tuple(_holding(profiles[values[node][0]], values[node][1]) for node in order)
    at = {node: n for n, node in enumerate(order)}
    pairs = tuple(
        Pair(at[(x.a[0], x.a[1].span)], at[(x.b[0], x.b[1].span)], x.comparison, x.identity.confidence, x.identity.why)
        for x in links
    )
    first = [profiles[i] for i, _ in values.values()]
    heads = sorted({v.head for _, v in values.values()})
    about = _about(first, entities)
    return Subject(
        over=Over.TOPIC,
        kind=kind,
        key="|".join([*(entities.by_number[n].key for n in about), *heads]),
        label=_label(about, first[0], entities),
        slot=heads[0],
        holdings=holdings,
        pairs=pairs,
    )


def _holding(profile: Profile, bound: BoundValue) -> Holding:
    value = bound.value
    reckoning = value.reckoning if isinstance(value, Period) else ""
    return Holding(profile.claim.document, bound.span, profile.claim.sentence, value, value.normal, reckoning)


def _about(found: Sequence[Profile], entities: Entities) -> list[int]:
    """The entities that all the claims share, the most telling first."""
    shared = frozenset.intersection(*(p.around for p in found))
    acting = frozenset(n for p in found for numbers in p.by_slot.values() for n in numbers)

    def rank(n: int) -> tuple[bool, bool, str]:
        return (n not in acting, not entities.by_number[n].distinctive, entities.by_number[n].name)

    return sorted(shared, key=rank)[:2]


def _label(about: Sequence[int], profile: Profile, entities: Entities) -> str:
    """Whom and what it is about, in the first claim's words: "Anna Lind, Oslo: was elected"."""
    names = ", ".join(entities.by_number[n].name for n in about)
    return ": ".join(part for part in (names, profile.claim.words_of_predicate) if part)
