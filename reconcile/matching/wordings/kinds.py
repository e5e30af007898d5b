"""What sort of thing the subject of a definition is, where nothing is of two such sorts: a river and a lake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reconcile.claims.model import Word
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.phrases import ends_with, forms, heads, matches, parts
from reconcile.matching.wordings.traits import Trait
from reconcile.text import Span

_NOUNS = {"NOUN", "PROPN"}
_PARTICIPLE = 1  # words, of "is privately funded"
_HYPHENS = {"-", "‐"}


def kinds(complement: Sequence[Word], after: Sequence[Word]) -> Iterator[Trait]:
    """The families of which the sentence names a group, by the complement ("a form of dance" is a dance).

    Args:
        complement: what the sentence says its subject is, up to the first preposition.
        after: the words from that preposition on.
    """
    words = _what_it_is(complement, after)
    if not any(w.pos in _NOUNS for w in words):
        words = [*complement, *after[:_PARTICIPLE]]
    known = forms(words)
    for family, group, openings in _families():
        found = [] if known.isdisjoint(openings) else [*heads(words, group)]
        if found:
            phrase, at = max(found, key=lambda each: len(each[1]))
            yield _trait(f"kind: {family}", words, at, group[0], phrase)
    yield from _manners(words)
    yield from _sports(words)


def _what_it_is(complement: Sequence[Word], after: Sequence[Word]) -> Sequence[Word]:
    """The words up to the preposition; after "form of" and the like those that follow."""
    is_general = bool(complement) and complement[-1].lemma in lexicon("definitions")["kinds_of"]
    if not (is_general and after and after[0].lemma == "of"):
        return complement
    end = next(
        (i for i in range(1, len(after)) if after[i].pos not in _PHRASE or _is_verb(after, i)), len(after)
    )
    return after[1:end]


def _is_verb(words: Sequence[Word], i: int) -> bool:
    """Whether the parser took a participle for a noun: "a dance originating from Fiji"."""
    return words[i].text.endswith("ing") and any(w.pos == "ADP" for w in words[i + 1 : i + 2])


_PHRASE = {"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADV"}


@cache
def _families() -> Sequence[tuple[str, Sequence[str], frozenset[str]]]:
    """Each group with its family, and the words with which its phrases begin."""
    families = lexicon("definitions")["families"].items()
    return [(f, group, _openings(group)) for f, groups in families for group in groups]


def _openings(group: Sequence[str]) -> frozenset[str]:
    return frozenset(parts(phrase)[0] for phrase in group)


def _trait(slot: str, words: Sequence[Word], at: range, value: str, normal: str) -> Trait:
    span = Span(words[at.start].span.start, words[at.stop - 1].span.end)
    return Trait(slot, Kind.POLARITY, span, value, normal)


def _manners(words: Sequence[Word]) -> Iterator[Trait]:
    """The adjectives before what it is: "a weekly newspaper"."""
    known, is_noun = forms(words), any(w.pos in _NOUNS for w in words)
    for family, group, openings, of in _manners_listed():
        if not known.isdisjoint(openings) and (ends_with(words, of) or not is_noun):
            for phrase, at in _unbound(words, group):
                yield _trait(f"kind: {family}", words, at, group[0], phrase)


@cache
def _manners_listed() -> Sequence[tuple[str, Sequence[str], frozenset[str], Sequence[str]]]:
    """Each group with its family, the words with which its phrases begin, and the nouns before which they stand."""
    manners = lexicon("definitions")["manners"].items()
    return [(f, g, _openings(g), entry["of"]) for f, entry in manners for g in entry["groups"]]


def _unbound(words: Sequence[Word], group: Sequence[str]) -> Iterator[tuple[str, range]]:
    """The phrases that are no part of a longer one: "public" in "public university", not in "public-private"."""
    for phrase, at in matches(words, group):
        if not any(
            w.text in _HYPHENS for w in (*words[at.start - 1 : at.start], *words[at.stop : at.stop + 1])
        ):
            yield phrase, at


def _sports(words: Sequence[Word]) -> Iterator[Trait]:
    """The sport before what is played: "a basketball league"."""
    listed = lexicon("definitions")["sports"]
    if not words or words[-1].lemma not in listed["of"]:
        return
    for group in listed["exclusive"]:
        for phrase, at in matches(words, group):
            if all(w.pos in _NOUNS for w in words[at.stop :]):
                yield _trait(f"sport of the {words[-1].lemma}", words, at, group[0], phrase)


def ruled(words: Sequence[Word]) -> Iterator[Trait]:
    """ "has a king": how a country is ruled, told by whom."""
    for rule, rulers in _rulers().items():
        for phrase, at in heads(words, rulers):
            yield _trait("kind: rule", words, at, rule, phrase)


@cache
def _rulers() -> Mapping[str, tuple[str, ...]]:
    return {rule: tuple(rulers) for rule, rulers in lexicon("definitions")["ruled_by"].items()}
