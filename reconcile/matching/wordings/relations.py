"""What the subject of a definition is to somebody or something: "a character in Salt", "the twin sister of Ana"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.claims.model import Word, Wording
from reconcile.facets.place import read_place
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.fillers import filled, fillers
from reconcile.matching.wordings.phrases import ends_with
from reconcile.matching.wordings.traits import Trait

_ELSEWHERE = {"PRON", "SCONJ", "AUX"}  # after them something else is spoken of


@dataclass(frozen=True, slots=True)
class _Relation:
    """See `relations` in rules/lexicon/definitions.yaml."""

    slot: str
    nouns: tuple[str, ...]
    prepositions: frozenset[str]
    place: bool
    several: bool
    passing: bool


def relations(
    wording: Wording, complement: Sequence[Word], after: Sequence[Word], now: bool
) -> Iterator[Trait]:
    """To whom or what, by the noun that ends the complement, or by a participle, and the preposition after it.

    Args:
        wording: the sentence's.
        complement: what the sentence says its subject is, up to the first preposition.
        after: the words from that preposition on.
        now: whether the sentence says how things are, and not how they were.
    """
    for words, following in _joints(complement, after):
        for relation in _relations():
            known = following[0].text.lower() in relation.prepositions and ends_with(words, relation.nouns)
            if known and (now or not relation.passing):
                yield from _filled(wording, relation, following[1:])


def _joints(
    complement: Sequence[Word], after: Sequence[Word]
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """What may tell a relation, and the words from the preposition after it on: "a film", "based" | "on"."""
    if after and after[0].pos == "ADP":
        yield complement, after
    for i, word in enumerate(after[:-1]):
        if word.pos in _ELSEWHERE:
            return
        if word.pos == "VERB" and after[i + 1].pos == "ADP":
            yield after[i : i + 1], after[i + 1 :]


def _filled(wording: Wording, relation: _Relation, after: Sequence[Word]) -> Iterator[Trait]:
    found = fillers(wording, after)
    if not relation.place:
        yield from filled(relation.slot, found, several=relation.several)
        return
    for mention in found:
        if place := read_place(mention.name.normal):
            yield Trait(relation.slot, Kind.PLACE, mention.span, place, place.normal)


@cache
def _relations() -> tuple[_Relation, ...]:
    listed: Mapping[str, Mapping[str, object]] = lexicon("definitions")["relations"]
    return tuple(_relation(slot, entry) for slot, entry in listed.items())


def _relation(slot: str, entry: Mapping[str, object]) -> _Relation:
    nouns, prepositions = entry["of"], entry["by"]
    assert isinstance(nouns, list) and isinstance(prepositions, list)
    flags = (bool(entry.get(flag)) for flag in ("place", "several", "passing"))
    return _Relation(slot, tuple(nouns), frozenset(prepositions), *flags)
