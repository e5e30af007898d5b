"""Claims: what a document asserts, one clause at a time, with its comparable details bound to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reconcile.documents.model import Article
from reconcile.facets.name import Name
from reconcile.facets.period import Hour, Period
from reconcile.facets.place import Place
from reconcile.facets.polarity import Modality
from reconcile.facets.quantity import Quantity
from reconcile.facets.quote import Quote
from reconcile.facets.role import Role
from reconcile.text import Span


class EntityKind(StrEnum):
    """What sort of thing a name names; `other` where the text does not tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of someone or something in a document.

    `entity` numbers the document's entities: the mentions "Anna Lind", "Lind" and "she" share one number.
    """

    span: Span
    name: Name
    kind: EntityKind
    entity: int
    pronoun: bool = False
    sure: bool = True  # nobody else whom the text names nearby can be meant


@dataclass(frozen=True, slots=True)
class Participant:
    """A noun phrase that takes part in a claim.

    `slot` is how: agent, patient, attribute, or the preposition that introduces it.
    """

    slot: str
    head: str  # lemma of the head noun
    span: Span  # the head, or the whole name
    mention: Mention | None = None
    modifiers: frozenset[str] = frozenset()
    pronoun: bool = False


FacetValue: TypeAlias = Period | Quantity


@dataclass(frozen=True, slots=True)
class BoundValue:
    """A facet value with what it answers in its claim.

    `head` is the word that the value modifies (what is counted, or what is dated), `modifiers` what else is said
    of that word, `path` the words from there up to the claim's predicate, nearest first.
    """

    value: FacetValue
    span: Span  # in the document
    head: str
    modifiers: frozenset[str]
    path: tuple[str, ...]
    part: bool = False  # counts a part of something ("three of them"), which no total contradicts
    left: tuple[str, ...] = ()  # up to three content words before it, nearest first
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a claim."""

    lemma: str
    pos: str
    span: Span
    negated: bool = False
    text: str = ""  # as it is written


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a predication. `slot` is how it goes with the predicate; the predicate's own is empty."""

    slot: str
    word: Word


@dataclass(frozen=True, slots=True)
class Predication:
    """One thing that a sentence says of one of its nouns: what it is, does, undergoes or has."""

    subject: Participant  # its slot: being, agent, patient or owner
    parts: tuple[Part, ...]  # the predicate first, then the content words that go with it
    denied: bool
    tense: str  # past, present or perfect; empty where the form does not tell
    awaited: bool  # denied only so far: "has yet to"
    never: bool  # "never", "ever"


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence as it stands: every token in order, the values and names in it, and what it says of each noun."""

    words: tuple[Word, ...]
    values: tuple[FacetValue, ...]  # spans in the document
    mentions: tuple[Mention, ...]
    predications: tuple[Predication, ...] = ()
    hours: tuple[Hour, ...] = ()  # the times of day that it gives; spans in the document


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause that asserts something. All spans are offsets into the document's text."""

    document: str
    number: int  # within the document, from 0
    span: Span
    sentence: Span
    text: str
    gist: str  # its own words, without those of the clauses nested in it
    predicate: Word
    words: tuple[Word, ...]
    participants: tuple[Participant, ...]
    mentions: tuple[Mention, ...]
    periods: tuple[BoundValue, ...]
    quantities: tuple[BoundValue, ...]
    places: tuple[Place, ...]  # spans in the document
    negated: bool
    modality: Modality
    quoted: bool  # stands inside a direct quotation
    nominal: bool  # the predicate is a noun ("the death of …")
    speaker: Span | None = None
    denial: bool = False
    wording: Wording = Wording((), (), ())  # of the whole sentence
    hours: tuple[Hour, ...] = ()  # of its sentence's times of day, those in its own words

    @property
    def words_of_predicate(self) -> str:
        """The predicate as the text has it."""
        return self.predicate.span.shifted(-self.span.start).of(self.text)


@dataclass(frozen=True, slots=True)
class Statement:
    """A direct quotation with its speaker, as the document gives them."""

    document: str
    quote: Quote  # span in the document
    sentence: Span
    speaker: Span | None
    speaker_mention: Mention | None
    confidence: float


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role that the document gives to one of its entities."""

    document: str
    role: Role  # span in the document
    mention: Mention
    sentence: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was read from one document."""

    document: str
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    roles: tuple[RoleMention, ...]
    article: Article | None = None  # what it was read from; None where it was not to be read
