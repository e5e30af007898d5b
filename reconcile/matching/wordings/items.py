"""What a sentence is aligned by: its words, and its values and names as wholes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import FacetValue, Mention, Word
from reconcile.facets.period import Period, compare_periods, period_agreement
from reconcile.facets.quantity import Quantity, compare_quantities, quantity_agreement
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.profiles import Profile, concepts
from reconcile.text import Span

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
_SPELLING = 0.2  # what an article or a preposition weighs
_SYNONYM = 0.9
_VALUE = 1.2
_ANY_FIGURE = frozenset({"0"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word that is no part of a value or a name."""

    span: Span
    lemma: str
    pos: str
    word: str  # as written, in small letters

    @property
    def content(self) -> bool:
        return self.pos in _CONTENT


@dataclass(frozen=True, slots=True)
class Figure:
    """A date or a quantity."""

    span: Span
    value: FacetValue
    content = True


@dataclass(frozen=True, slots=True)
class Named:
    """A name, known by its entity."""

    span: Span
    mention: Mention
    entity: Entity
    content = True


Item: TypeAlias = Token | Figure | Named


def items(profile: Profile, entities: Entities) -> tuple[Item, ...]:
    """The sentence of a claim, in order; punctuation is left out."""
    return tuple(_items(profile, entities))


def _items(profile: Profile, entities: Entities) -> Iterator[Item]:
    claim = profile.claim
    wholes: list[Item] = [Figure(v.span, v) for v in claim.wording.values]
    for mention in claim.wording.mentions:
        if not mention.pronoun and not any(w.span.overlaps(mention.span) for w in wholes):
            wholes.append(
                Named(mention.span, mention, entities.by_number[entities.of(claim.document, mention)])
            )
    given: set[Span] = set()
    for word in claim.wording.words:
        whole = next((w for w in wholes if w.span.overlaps(word.span)), None)
        if whole is None:
            yield from _token(word)
        elif whole.span not in given:
            given.add(whole.span)
            yield whole


def _token(word: Word) -> Iterator[Token]:
    if word.pos not in {"PUNCT", "SPACE", "SYM"}:
        yield Token(word.span, word.lemma, word.pos, word.text.lower())


def answers_to(item: Item) -> frozenset[str | int]:
    """By what an item is found: none that shares none of this with another is aligned with it."""
    match item:
        case Token():
            return concepts(item.lemma) if item.content else frozenset({item.lemma})
        case Figure():
            return _ANY_FIGURE
        case Named():
            return frozenset({item.entity.number})


def likeness(x: Item, y: Item) -> float:
    """What aligning two items is worth; 0 where they are not the same. Symmetric."""
    if isinstance(x, Token) and isinstance(y, Token):
        if x.lemma == y.lemma:
            return 1.0 if x.content or y.content else _SPELLING
        return (
            _SYNONYM
            if x.content and y.content and not concepts(x.lemma).isdisjoint(concepts(y.lemma))
            else 0.0
        )
    if isinstance(x, Figure) and isinstance(y, Figure):
        return _VALUE if _agreement(x.value, y.value) is Agreement.AGREE or _unresolved(x, y) else 0.0
    if isinstance(x, Named) and isinstance(y, Named):
        return _VALUE if x.entity.number == y.entity.number else 0.0
    return 0.0


def _unresolved(x: Figure, y: Figure) -> bool:
    """Dates that nobody can resolve but both texts give in the same words: "last year"."""
    return x.value.words.lower() == y.value.words.lower()


def compared(x: FacetValue, y: FacetValue) -> Comparison:
    """Compare two values, of which one may be a date and the other a quantity. Symmetric in agreement."""
    if isinstance(x, Period) and isinstance(y, Period):
        return compare_periods(x, y)
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return compare_quantities(x, y)
    return Comparison(Agreement.UNKNOWN, "A date and a figure do not compare.")


def _agreement(x: FacetValue, y: FacetValue) -> Agreement:
    if isinstance(x, Period) and isinstance(y, Period):
        return period_agreement(x, y)
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return quantity_agreement(x, y)
    return Agreement.UNKNOWN
