"""Quotations across documents: one subject for each statement, whoever is said to have made it and wherever."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Extraction, Statement, Wording
from reconcile.facets.name import Name
from reconcile.facets.period import Period, Window
from reconcile.facets.quote import Quote, compare_quotes, likeness, only_small_words, read_quotes, word_weight
from reconcile.findings import Kind, Over, Severity
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.occasions import in_one_story
from reconcile.matching.settings import Occasion, Occasions
from reconcile.matching.spelling import compare_spellings
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.matching.unions import Unions
from reconcile.text import Span

_SHARED = 1.5  # words of content that two wordings of one statement share at least; with fewer they are not compared
_CONTENT = 0.5  # weight of a word from which it is one
_KEY_WORDS = 4
_OWN_WORDS = 7.0  # weight of a quotation that two people hardly say in the same words by chance
_SURENESS = {Occasion.ONE: 1.0, Occasion.OPEN: 0.95, Occasion.APART: 0.75}


@dataclass(frozen=True, slots=True)
class _Telling:
    """A statement as one text tells of it."""

    statement: Statement
    speaker: int | None  # an entity's number
    times: frozenset[Period | Window]  # the dates of its sentence, else when the document was published


def quotations(extractions: Sequence[Extraction], entities: Entities) -> Iterator[Subject]:
    """For each quotation that occurs more than once: its wordings, and its speakers."""
    tellings = [t for extraction in extractions for t in _tellings(extraction, entities)]
    statements = [t.statement for t in tellings]
    occasions = Occasions(extractions, entities)
    compared = {
        (i, j): compare_quotes(statements[i].quote, statements[j].quote) for i, j in _near(statements)
    }
    same = {(i, j): c for (i, j), c in compared.items() if _are_one(tellings[i], tellings[j], c, occasions)}
    unions = Unions(len(statements))
    for i, j in same:
        unions.join(i, j)
    linked: dict[int, dict[tuple[int, int], Comparison]] = defaultdict(dict)
    for pair, comparison in same.items():
        linked[unions.find(pair[0])][pair] = comparison
    for group in unions.groups():
        if len(group) > 1:
            links = linked[unions.find(group[0])]
            yield _wording(statements, group, links)
            speakers = _speakers(statements, group, links, entities, occasions)
            if speakers:
                yield speakers


def _tellings(extraction: Extraction, entities: Entities) -> Iterator[_Telling]:
    article = extraction.article
    published = (
        Window(article.published_earliest, article.published_latest) if article else Window(None, None)
    )
    told = {c.sentence: c.wording for c in extraction.claims}
    dated = {(sentence, v) for sentence, w in told.items() for v in w.values if isinstance(v, Period)}
    for statement in extraction.statements:
        speaker, quote = statement.speaker_mention, statement.quote.span
        times = frozenset(
            v for sentence, v in dated if sentence.overlaps(quote) and not quote.contains(v.span)
        )
        yield _Telling(
            statement,
            entities.of(statement.document, speaker) if speaker else None,
            times or frozenset({Window(None, None) if _harks_back(told, quote) else published}),
        )


def _harks_back(told: Mapping[Span, Wording], quote: Span) -> bool:
    """Whether the sentence says that a quotation is an old one: "she said then", "what he told us that day"."""
    around = (
        w.lemma
        for sentence, wording in told.items()
        for w in wording.words
        if sentence.overlaps(quote) and not quote.contains(w.span)
    )
    words = f" {' '.join(around)} "
    return any(f" {phrase} " in words for phrase in lexicon("speech")["then"])


def _are_one(a: _Telling, b: _Telling, wording: Comparison, occasions: Occasions) -> bool:
    """Whether two quotations are of one statement; of few words only those of one occasion that nobody changed."""
    if wording.agreement is Agreement.AGREE:
        x, y = a.statement, b.statement
        if _repeats(x.quote, y.quote) or _repeats(y.quote, x.quote):
            return False
        known = x.quote.substantial and y.quote.substantial
        return known or occasions.compare(x.document, y.document, frozenset()) is Occasion.ONE
    return wording.agreement is Agreement.VARIANT and not _are_two(a, b)


def _repeats(whole: Quote, part: Quote) -> bool:
    """Whether one quotation holds the other as somebody else's: "“He told me, ‘Go home’,” she said"."""
    return any(" ".join(part.tokens) in " ".join(inner.tokens) for inner in read_quotes(whole.words))


def _are_two(a: _Telling, b: _Telling) -> bool:
    """Whether unlike wordings are two statements: few words of two speakers, or words of one at two times."""
    if not (a.statement.quote.substantial and b.statement.quote.substantial):
        return True
    if a.speaker is None or b.speaker is None:
        return False
    if a.speaker != b.speaker:
        return min(a.statement.quote.weight, b.statement.quote.weight) < _OWN_WORDS
    return not any(in_one_story(x, y) for x, y in product(a.times, b.times))


def _near(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Pairs of statements that share enough words of content to be one."""
    holding: dict[str, list[int]] = defaultdict(list)
    for i, statement in enumerate(statements):
        for word in sorted(set(statement.quote.tokens)):
            holding[word].append(i)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for word, members in holding.items():
        if (weight := word_weight(word)) >= _CONTENT:
            for pair in combinations(members, 2):
                shared[pair] += weight
    yield from sorted(pair for pair, total in shared.items() if total >= _SHARED)


def _wording(
    statements: Sequence[Statement], group: Sequence[int], links: dict[tuple[int, int], Comparison]
) -> Subject:
    found = [statements[i] for i in group]
    holdings = tuple(Holding(s.document, s.quote.span, s.sentence, s.quote, s.quote.words) for s in found)
    return Subject(
        over=Over.QUOTATION,
        kind=Kind.QUOTE_WORDING,
        key=key_of(found),
        label=label_of(found),
        slot="wording",
        holdings=holdings,
        pairs=tuple(
            Pair(
                group.index(i),
                group.index(j),
                c,
                _sureness(statements[i], statements[j]),
                "one quotation occurs in both",
                _loudest_wording(statements[i], statements[j]),
            )
            for (i, j), c in sorted(links.items())
        ),
    )


def _loudest_wording(a: Statement, b: Statement) -> Severity:
    return Severity.INFO if only_small_words(a.quote, b.quote) else Severity.ERROR


def _sureness(a: Statement, b: Statement) -> float:
    return round(min(0.98, 0.4 + 0.6 * likeness(a.quote, b.quote)), 2)


def _speakers(
    statements: Sequence[Statement],
    group: Sequence[int],
    links: dict[tuple[int, int], Comparison],
    entities: Entities,
    occasions: Occasions,
) -> Subject | None:
    """Who is said to have spoken, where every pair's speakers are known by name."""
    known = [i for i in group if statements[i].speaker_mention and statements[i].speaker]
    if len(known) < 2:
        return None
    who = {i: entities.of(statements[i].document, statements[i].speaker_mention) for i in known}  # type: ignore[arg-type]
    spoken = [_spoken(statements[i], who[i], entities) for i in known]
    said = [replace(h, span=statements[i].quote.span) for h, i in zip(spoken, known, strict=True)]
    pairs = []
    for (i, j), wording in sorted(links.items()):
        if i in who and j in who:
            a, b = statements[i], statements[j]
            occasion = occasions.compare(a.document, b.document, frozenset(who.values()))
            comparison = _compared(who[i], who[j], entities)
            if occasion is Occasion.APART and min(a.quote.weight, b.quote.weight) < _OWN_WORDS:
                comparison = Comparison(Agreement.UNKNOWN, "A common phrase, said on two occasions.")
            sure = round(min(a.confidence, b.confidence, _sureness(a, b)) * _SURENESS[occasion], 2)
            same = wording.agreement is Agreement.AGREE
            why = "the words are the same" if same else wording.detail
            loudest = Severity.ERROR if same and occasion is Occasion.ONE else Severity.WARNING
            pairs.append(Pair(known.index(i), known.index(j), comparison, sure, why, loudest))
    found = [statements[i] for i in known]
    return Subject(
        Over.QUOTATION,
        Kind.QUOTE_SPEAKER,
        key_of(found),
        label_of(found),
        "speaker",
        (*spoken, *said),
        tuple(pairs),
    )


def _spoken(statement: Statement, entity: int, entities: Entities) -> Holding:
    assert statement.speaker is not None
    name = entities.by_number[entity].name
    around = Span(
        min(statement.speaker.start, statement.sentence.start),
        max(statement.speaker.end, statement.sentence.end),
    )
    return Holding(statement.document, statement.speaker, around, name, name)


def _compared(a: int, b: int, entities: Entities) -> Comparison:
    first, second = entities.by_number[a].name, entities.by_number[b].name
    if a == b:
        return Comparison(Agreement.AGREE, f"Both name {first}.")
    if (
        compare_spellings(*map(_name, (entities.by_number[a], entities.by_number[b]))).agreement
        is not Agreement.DIFFER
    ):
        return Comparison(Agreement.UNKNOWN, f"{first} and {second} may be one.")
    if {entities.by_number[a].kind, entities.by_number[b].kind} - {EntityKind.PERSON, EntityKind.OTHER}:
        return Comparison(Agreement.UNKNOWN, f"{first} and {second} may speak for one another.")
    return Comparison(Agreement.DIFFER, f"One names {first}, the other {second}.")


def _name(entity: Entity) -> Name:
    return max((m.name for _, m in entity.mentions), key=lambda n: (len(n.tokens), n.normal))


def key_of(found: Sequence[Statement]) -> str:
    """The longest words that all wordings share: they stay when a copy joins or leaves."""
    shared = set.intersection(*(set(s.quote.tokens) for s in found))
    return " ".join(sorted(sorted(shared, key=lambda w: (-len(w), w))[:_KEY_WORDS]))


def label_of(found: Sequence[Statement]) -> str:
    words = min((s.quote.words for s in found), key=lambda w: (len(w), w)).split()
    return "“" + " ".join(words[:8]) + ("…”" if len(words) > 8 else "”")
