"""Topics: claims of one event, gathered slot by slot, with the values that each holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.agreement import Agreement
from reconcile.facets.polarity import Modality
from reconcile.findings import Kind
from reconcile.matching.candidates import Candidate
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link, Linker
from reconcile.matching.profiles import Profile
from reconcile.matching.slots import link_dates, link_numbers
from reconcile.matching.subjects import Holding, Over, Pair, Subject
from reconcile.matching.unions import Unions
from reconcile.text import Span

LINKERS: tuple[Linker, ...] = (link_dates, link_numbers)

_Place = tuple[str, Span]


def topics(profiles: Sequence[Profile], pairs: Iterable[Candidate], entities: Entities) -> Iterator[Subject]:
    """The subjects that the candidate pairs give: one for each set of linked values among which some differ."""
    links: dict[Kind, list[Link]] = defaultdict(list)
    for i, j, cosine in pairs:
        pair = ClaimPair(profiles[i], profiles[j], cosine, entities)
        if _both_said(pair):
            for linker in LINKERS:
                for link in linker(pair):
                    links[link.kind].append(link)
    at = {(p.claim.document, p.claim.sentence): p for p in reversed(profiles)}
    for kind in sorted(links):
        yield from _gather(links[kind], at, entities)


def _both_said(pair: ClaimPair) -> bool:
    """Both are asserted, or both are announced: what is possible, asked or conditional contradicts nothing."""
    said = {pair.a.claim.modality, pair.b.claim.modality}
    return said == {Modality.ASSERTED} or said == {Modality.PLANNED}


def _gather(links: Sequence[Link], at: Mapping[_Place, Profile], entities: Entities) -> Iterator[Subject]:
    places = sorted({h.place for link in links for h in (link.a, link.b)})
    number = {place: n for n, place in enumerate(places)}
    unions = Unions(len(places))
    for link in links:
        unions.join(number[link.a.place], number[link.b.place])
    grouped: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        grouped[unions.find(number[link.a.place])].append(link)
    for _, group in sorted(grouped.items()):
        if any(link.comparison.agreement is Agreement.DIFFER for link in group):
            yield _subject(group, at, entities)


def _subject(links: Sequence[Link], at: Mapping[_Place, Profile], entities: Entities) -> Subject:
    holdings = sorted({h.place: h for link in links for h in (link.a, link.b)}.values(), key=lambda h: h.place)
    number = {h.place: n for n, h in enumerate(holdings)}
    pairs = {(number[x.a.place], number[x.b.place]): x for x in sorted(links, key=lambda x: x.confidence)}
    told = [at[(h.document, h.sentence)] for h in holdings]
    about = _about(told, entities)
    slots = sorted({link.slot for link in links})
    return Subject(
        over=Over.TOPIC,
        kind=links[0].kind,
        key="|".join([*(entities.by_number[n].key for n in about), *slots]),
        label=_label(about, holdings[0], told[0], entities),
        slot=slots[0],
        holdings=tuple(holdings),
        pairs=tuple(Pair(i, j, x.comparison, x.confidence, x.why) for (i, j), x in sorted(pairs.items())),
    )


def _about(found: Sequence[Profile], entities: Entities) -> list[int]:
    """The entities that all the sentences share, those that act in them first."""
    shared = frozenset.intersection(*(p.around for p in found))
    acting = frozenset(n for p in found for numbers in p.by_slot.values() for n in numbers)

    def rank(n: int) -> tuple[bool, bool, str]:
        return (n not in acting, not entities.by_number[n].distinctive, entities.by_number[n].name)

    return sorted(shared, key=rank)[:2]


def _label(about: Sequence[int], holding: Holding, profile: Profile, entities: Entities) -> str:
    """Whom and what it is about, in the first claim's words: "Anna Lind, Oslo: elected"."""
    names = ", ".join(entities.by_number[n].name for n in about)
    return ": ".join(part for part in (names, profile.claim.words_of_predicate) if part)
