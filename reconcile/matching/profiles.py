"""A claim made ready for comparing: whom it names and what it speaks of, in terms that other documents share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, wraps
from operator import attrgetter
from typing import Any, TypeVar, TypeVarTuple

from reconcile.claims.model import Claim, Extraction, FacetValue, Participant
from reconcile.facets.period import Period
from reconcile.facets.polarity import lemma as lemma_of
from reconcile.lexicon import by_word, lexicon
from reconcile.matching.entities import Entities
from reconcile.text import Span

_INFINITIVE = re.compile(r" to (\w+)")  # after "failed", "refused"
_SHORTEST_STEM = 4  # letters
_CORE = {"agent", "patient", "attribute"}
_PARTICLES = {"ADP", "PART", "ADV", "SCONJ"}

_Run = TypeVarTuple("_Run")  # what is one and the same throughout a run, such as its entities
_Reading = TypeVar("_Reading")


@dataclass(frozen=True, slots=True)
class Profile:
    """What identity looks at. Entity numbers are those of the run."""

    claim: Claim
    named: frozenset[int]  # entities of the clause
    around: frozenset[int]  # entities of its sentence
    by_slot: Mapping[str, frozenset[int]]
    words: frozenset[str]  # lemmas of its content words, names left out
    told: frozenset[str]  # those of its whole sentence
    predicate: str
    deeds: frozenset[
        str
    ]  # the predicate, alone and with the particle or preposition after it: "turn", "turn up"
    things: Mapping[Span, int]  # the entity that a participant, by its span, is
    voices: frozenset[str] = frozenset()  # the documents in which its sentence stands, word for word
    published: date | None = None  # its document, where that is known to the day
    heading: bool = False  # it stands in the headline, which tells in short what the article tells
    readings: dict[str, Any] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )  # see `read_once`
    of_sentence: dict[str, Any] = field(
        default_factory=dict, repr=False, compare=False
    )  # shared by the claims of a sentence; see `read_once_a_sentence`


def read_once(read: Callable[[Profile, *_Run], _Reading]) -> Callable[[Profile, *_Run], _Reading]:
    """Keep in the profile what is read from it, since a claim stands in many pairs; nobody may change what is kept."""
    return _kept(read, attrgetter("readings"))


def read_once_a_sentence(read: Callable[[Profile, *_Run], _Reading]) -> Callable[[Profile, *_Run], _Reading]:
    """Like `read_once`, for what is read from the document and the wording alone: claims of a sentence share it."""
    return _kept(read, attrgetter("of_sentence"))


def _kept(
    read: Callable[[Profile, *_Run], _Reading], place: Callable[[Profile], dict[str, Any]]
) -> Callable[[Profile, *_Run], _Reading]:
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def reading(profile: Profile, *run: *_Run) -> _Reading:
        kept = place(profile)
        try:  # asked millions of times, and nearly always kept
            found: _Reading = kept[name]
        except KeyError:
            found = kept[name] = read(profile, *run)
        return found

    return reading


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """For each word, the groups of synonyms that it stands in, by their first two words."""
    return by_word((f"#{group[0]}, {group[1]}", group) for group in lexicon("polarity")["synonyms"])


@cache
def concepts(lemma: str) -> frozenset[str]:
    """A word and the groups of synonyms that it stands in: "death", "die" and "kill" share one."""
    return frozenset({lemma, _stem(lemma)}) | _groups().get(lemma, frozenset())


def event_word(lemma: str) -> str:
    """One word for all that mean the same, so that a source with a synonym names the same slot."""
    return min(_groups().get(lemma, {lemma})).removeprefix("#").split(", ")[0]


def alike(a: str, b: str) -> bool:
    """Whether two words may name one event or thing."""
    return not concepts(a).isdisjoint(concepts(b))


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    return by_word((group[0], group) for group in lexicon("events")["things"])


def are_of_kind(x: str, y: str) -> bool:
    """Whether two nouns may be used of one thing: "ferry" and "vessel"."""
    return not _kinds().get(x, frozenset()).isdisjoint(_kinds().get(y, frozenset()))


def is_event_word(lemma: str) -> bool:
    """Whether a word stands in a group of synonyms, so that another group's word is known to be another event."""
    return lemma in _groups()


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(lexicon("events")["endings"], key=len, reverse=True))


@cache
def _stem(lemma: str) -> str:
    """The word without the ending that makes a noun of a verb: drill of "drilling", elect of "election"."""
    ending = next((e for e in _endings() if lemma.endswith(e) and len(lemma) - len(e) >= _SHORTEST_STEM), "")
    return lemma.removesuffix(ending) if ending else lemma


def common(xs: Iterable[str], ys: Iterable[str]) -> list[str]:
    """The words of `xs` that have a like one among `ys`, in order."""
    known = frozenset().union(*(concepts(y) for y in ys))
    return [x for x in sorted(set(xs)) if not concepts(x).isdisjoint(known)]


def profiles(extractions: Iterable[Extraction], entities: Entities) -> list[Profile]:
    """The profiles of all claims, document by document."""
    found = [p for extraction in extractions for p in _of_document(extraction, entities)]
    told: dict[tuple[str, Span], list[str]] = defaultdict(list)
    for p in found:
        told[(p.claim.document, p.claim.sentence)].append(p.claim.text)
    voices: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for (document, _), words in told.items():
        voices[tuple(words)].add(document)
    return [
        replace(p, voices=frozenset(voices[tuple(told[(p.claim.document, p.claim.sentence)])])) for p in found
    ]


def _of_document(extraction: Extraction, entities: Entities) -> Iterable[Profile]:
    sentences: dict[Span, set[int]] = defaultdict(set)
    told: dict[Span, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        sentences[claim.sentence].update(_named(claim, entities))
        told[claim.sentence].update(_lemmas(claim))
    lent = _lent(sentences)
    of_sentence: dict[Span, dict[str, Any]] = defaultdict(dict)
    published = extraction.article.published_on if extraction.article else None
    headline = extraction.article.headline if extraction.article else None
    for claim in extraction.claims:
        yield Profile(
            claim=claim,
            named=frozenset(_named(claim, entities)) or lent.get(claim.sentence, frozenset()),
            around=frozenset(sentences[claim.sentence]) or lent.get(claim.sentence, frozenset()),
            by_slot=_by_slot(claim.document, claim.participants, entities),
            words=frozenset(_lemmas(claim)),
            told=frozenset(told[claim.sentence]),
            predicate=claim.predicate.lemma,
            deeds=frozenset(_deeds(claim)),
            things={p.span: entities.of(claim.document, p.mention) for p in claim.participants if p.mention},
            published=published,
            heading=headline is not None and headline.contains(claim.span),
            of_sentence=of_sentence[claim.sentence],
        )


def _lent(sentences: Mapping[Span, set[int]]) -> Mapping[Span, frozenset[int]]:
    """A sentence that names nobody goes on about whom the one before it names: "It cost 41 million"."""
    lent: dict[Span, frozenset[int]] = {}
    before: frozenset[int] = frozenset()
    for sentence in sorted(sentences):
        if not sentences[sentence]:
            lent[sentence] = before
        before = frozenset(sentences[sentence])
    return lent


def _deeds(claim: Claim) -> Iterable[str]:
    """ "cut", and of "cut from its frame" also "cut from"; of "passed an inspection" also "inspection".

    With what goes with it: "find guilty", "take into custody", "come to light".
    """
    yield claim.predicate.lemma
    for p in claim.participants:
        if not p.mention and not p.pronoun:
            yield f"{claim.predicate.lemma} {'' if p.slot in _CORE else p.slot} {p.head}".replace("  ", " ")
    if claim.predicate.lemma in lexicon("events")["light"]:
        yield from (p.head for p in claim.participants if p.slot == "patient" and not p.mention)
    for word in claim.wording.words:
        if (
            word.pos in _PARTICLES
            and claim.span.contains(word.span)
            and word.span.start > claim.predicate.span.end
        ):
            yield f"{claim.predicate.lemma} {word.lemma}"


def days_of(values: Iterable[FacetValue]) -> set[date]:
    """The single days among dates; spans of time are left out."""
    return {v.earliest for v in values if isinstance(v, Period) and v.earliest and v.earliest == v.latest}


@read_once_a_sentence
def days(profile: Profile) -> frozenset[date]:
    """The days that a claim's sentence gives."""
    return frozenset(days_of(profile.claim.wording.values))


@read_once_a_sentence
def undone(profile: Profile) -> frozenset[str]:
    """What a claim's sentence says was not done: finish, of "failed to finish"."""
    return frozenset(p.parts[0].word.lemma for p in profile.claim.wording.predications if p.denied)


def _lemmas(claim: Claim) -> Iterable[str]:
    return (w.lemma for w in claim.words if not _in_name(claim, w.span.start))


def _named(claim: Claim, entities: Entities) -> Iterable[int]:
    yield from (entities.of(claim.document, m) for m in claim.mentions)
    yield from (entities.of(claim.document, p.mention) for p in claim.participants if p.mention)


def _in_name(claim: Claim, offset: int) -> bool:
    return any(m.span.start <= offset < m.span.end for m in claim.mentions if not m.pronoun)


def _by_slot(
    document: str, participants: Iterable[Participant], entities: Entities
) -> Mapping[str, frozenset[int]]:
    slots: dict[str, set[int]] = {}
    for p in participants:
        if p.mention:
            slots.setdefault(p.slot, set()).add(entities.of(document, p.mention))
    return {slot: frozenset(numbers) for slot, numbers in slots.items()}


@read_once
def predicates(profile: Profile) -> frozenset[str]:
    """Words for what happens: the predicate as parsed, by its spelling, and with the word after it."""
    return frozenset(_predicates(profile.claim))


def _predicates(claim: Claim) -> Iterator[str]:
    word = claim.words_of_predicate
    after = claim.text[claim.predicate.span.end - claim.span.start :].split(maxsplit=1)[:1]
    yield claim.predicate.lemma
    yield lemma_of(word)
    yield from (f"{lemma_of(word)} {particle.lower()}" for particle in after if particle.isalpha())
    if lemma_of(word) in _failing() and (
        infinitive := _INFINITIVE.match(claim.text, claim.predicate.span.end - claim.span.start)
    ):
        yield lemma_of(infinitive[1])


@cache
def _failing() -> frozenset[str]:
    return frozenset(lexicon("polarity")["failing"])
