"""Topics: claims of one event, gathered slot by slot, with the values that each holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind
from reconcile.findings import Kind, Over
from reconcile.matching.entities import Entities
from reconcile.matching.links import Link
from reconcile.matching.profiles import Profile, event_word
from reconcile.matching.slots import held, held_elsewhere
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.matching.unions import Unions
from reconcile.text import Span

_Place = tuple[str, Span]


def topics(profiles: Sequence[Profile], links: Iterable[Link], entities: Entities) -> Iterator[Subject]:
    """The subjects that linked claims give: one for each set of linked values among which some differ."""
    values = held(profiles)
    by_kind: dict[Kind, list[Link]] = defaultdict(list)
    for link in links:
        if not held_elsewhere(link, values):
            by_kind[link.kind].append(link)
    at: dict[_Place, list[Profile]] = defaultdict(list)
    for profile in profiles:
        at[(profile.claim.document, profile.claim.sentence)].append(profile)
    for kind in sorted(by_kind):
        yield from _gather(by_kind[kind], at, entities)


def _gather(
    links: Sequence[Link], at: Mapping[_Place, Sequence[Profile]], entities: Entities
) -> Iterator[Subject]:
    places = sorted({h.place for link in links for h in (link.a, link.b)})
    number = {place: n for n, place in enumerate(places)}
    unions = Unions(len(places))
    for link in links:
        unions.join(number[link.a.place], number[link.b.place])
    grouped: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        grouped[unions.find(number[link.a.place])].append(link)
    for _, group in sorted(grouped.items()):
        standing = _unsettled(group)
        if any(link.comparison.agreement is Agreement.DIFFER for link in standing):
            yield _subject(standing, at, entities)


def _unsettled(links: Sequence[Link]) -> list[Link]:
    """The links less those that set a value against a document that holds the same value elsewhere.

    Where a text gives two figures for one slot (two raids, two quarters), each belongs to the counterpart it agrees
    with; the other one is no contradiction.
    """
    settled = {
        pair
        for link in links
        if link.comparison.agreement is Agreement.AGREE
        for pair in ((link.a.place, link.b.document), (link.b.place, link.a.document))
    }
    return [
        link
        for link in links
        if link.comparison.agreement is not Agreement.DIFFER
        or not {(link.a.place, link.b.document), (link.b.place, link.a.document)} & settled
    ]


def _subject(links: Sequence[Link], at: Mapping[_Place, Sequence[Profile]], entities: Entities) -> Subject:
    holdings = sorted(
        {h.place: h for link in links for h in (link.a, link.b)}.values(), key=lambda h: h.place
    )
    number = {h.place: n for n, h in enumerate(holdings)}
    pairs = {(number[x.a.place], number[x.b.place]): x for x in sorted(links, key=lambda x: x.confidence)}
    told = [_teller(h, at[(h.document, h.sentence)]) for h in holdings]
    about = _about(told, entities)
    return Subject(
        over=Over.TOPIC,
        kind=links[0].kind,
        key=_key(holdings, told, entities),
        label=_label(about, links, told[0], entities),
        slot=_slot(links),
        holdings=tuple(holdings),
        pairs=tuple(
            Pair(i, j, x.comparison, x.confidence, x.why, x.loudest) for (i, j), x in sorted(pairs.items())
        ),
    )


def _teller(holding: Holding, claims: Sequence[Profile]) -> Profile:
    """The innermost claim of the sentence that holds the value, else the first."""
    holders = [p for p in claims if p.claim.span.contains(holding.span)]
    return min(holders, key=lambda p: len(p.claim.span), default=claims[0])


def _about(found: Sequence[Profile], entities: Entities) -> list[int]:
    """The entities that all the claims are about; where they share none, those of their sentences."""
    shared = frozenset.intersection(*(p.around for p in found))
    acting = shared & {n for p in found for numbers in p.by_slot.values() for n in numbers}

    def rank(n: int) -> tuple[bool, str]:
        return (not entities.by_number[n].distinctive, entities.by_number[n].name)

    return sorted(acting or shared, key=rank)[:2]


def _slot(links: Sequence[Link]) -> str:
    """What the values answer, in the word of most documents: one that joins with other words takes it from none.

    Of two words of as many, it is that of the least sure link: the surest are those of sentences in like words, which
    have none to sources that word it otherwise.
    """
    tellers: dict[str, set[str]] = defaultdict(set)
    sure: dict[str, float] = {}
    for link in links:
        word = event_word(link.slot)
        tellers[word] |= {link.a.document, link.b.document}
        sure[word] = min(link.confidence, sure.get(word, 1.0))
    return min(tellers, key=lambda word: (-len(tellers[word]), sure[word], word))


def _key(holdings: Sequence[Holding], told: Sequence[Profile], entities: Entities) -> str:
    """The name that each value is said of, by some source at least, and by most: who joins with others changes none.

    It is compared as a word: a mill and the man whose name it bears are told apart by more sources than there may be.
    """
    named: dict[str, set[str]] = defaultdict(set)
    tellers: dict[str, set[str]] = defaultdict(set)
    telling: dict[str, tuple[bool, bool]] = {}
    for holding, profile in zip(holdings, told, strict=True):
        around = [entities.by_number[n] for n in profile.around]
        named[holding.normal] |= {entity.key for entity in around}
        for entity in around:
            tellers[entity.key].add(holding.document)
            found = not entity.distinctive, entity.kind is EntityKind.PLACE
            telling[entity.key] = min(found, telling.get(entity.key, found))

    shared = set.intersection(*named.values())
    return min(shared, key=lambda key: (*telling[key], -len(tellers[key]), key), default="")


def _label(about: Sequence[int], links: Sequence[Link], profile: Profile, entities: Entities) -> str:
    """Whom and what it is about: "Anna Lind, Oslo: elected", in a claim's words where no one question is answered."""
    names = ", ".join(entities.by_number[n].name for n in about)
    asked = {link.asked for link in links}
    told = asked.pop() if len(asked) == 1 else ""
    return ": ".join(part for part in (names, told or profile.claim.words_of_predicate) if part)
