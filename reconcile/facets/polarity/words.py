"""The words of a clause and their dictionary forms, as far as spelling and the lexicon tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice

from reconcile.lexicon import lexicon
from reconcile.text import Span

MAX_WORDS = 300  # a clause is far shorter; what lies beyond does not change its main predicate

_WORD = re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|ll|d|ve|re|m)\b|\w+(?:-\w+)*|[,;?()\[\]]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters and its lemma; commas, brackets and question marks are tokens too."""

    span: Span
    word: str
    lemma: str
    capital: bool  # written with a capital letter

    @property
    def inflected(self) -> bool:
        """A form that only a verb has: a past tense or a participle."""
        return self.word != self.lemma and not self.word.endswith(("s", "ing"))


def tokens_of(text: str) -> tuple[Token, ...]:
    """The first 300 words of a text."""
    found = islice(_WORD.finditer(text), MAX_WORDS)
    tokens = [Token(Span(m.start(), m.end()), m[0].lower(), lemma(m[0]), m[0][0].isupper()) for m in found]
    pronouns = lexicon("polarity")["pronouns"]
    for index in range(1, len(tokens)):
        if tokens[index].word in ("'s", "’s") and tokens[index - 1].word in pronouns:
            tokens[index] = replace(tokens[index], lemma="be")
    return tuple(tokens)


@lru_cache(maxsize=10_000)
def lemma(word: str) -> str:
    """The dictionary form of one word: `fell` → `fall`, `opened` → `open`, `guilty` → `guilty`."""
    word = word.lower()
    if word in _irregular():
        return _irregular()[word]
    if not word.endswith(("s", "ed", "ing")):
        return word
    stems = list(_stems(word))
    return next((stem for stem in stems if stem in known_words()), stems[0] if stems else word)


def _stems(word: str) -> Iterator[str]:
    """What an inflected word may come from, the likeliest first."""
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield from _unsuffixed(word.removesuffix(ending))
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        if word.endswith("ies"):
            yield word[:-3] + "y"
        if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
            yield word[:-2]
        yield word[:-1]


def _unsuffixed(stem: str) -> Iterator[str]:
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    elif _doubled(stem):
        yield stem[:-1]
    elif stem.endswith(("at", "ut", "iz", "is", "v", "c", "u", "rg", "ns", "rs")):
        yield stem + "e"
    yield stem
    yield stem + "e"
    yield stem[:-1]


def _doubled(stem: str) -> bool:
    """A consonant that the suffix has doubled: `stopp`, `modell`, but not `fill` or `pass`."""
    return len(stem) > 3 and stem[-1] == stem[-2] and (stem[-1] not in "sl" or len(stem) > 5)


@cache
def _irregular() -> Mapping[str, str]:
    forms = lexicon("polarity")["irregular"]
    return {form: base for base, written in forms.items() for form in written}


@cache
def known_words() -> frozenset[str]:
    """Every word or phrase that the lexicon uses as a lemma, and the words of its phrases."""
    cues = ("affirming", "failing", "denying", "reporting", "planning")
    phrases = [phrase for key in cues for phrase in lexicon("polarity")[key]]
    phrases += [phrase for group in lexicon("polarity")["modals"].values() for phrase in group]
    words = {word for phrase in phrases for word in phrase.split()}
    known = event_words() | words | frozenset(lexicon("polarity")["irregular"])
    return known - {"not", "no"}  # "noted" comes from neither


@cache
def event_words() -> frozenset[str]:
    """What may be a predicate: opposites and synonyms, verbs, nouns and adjectives."""
    data = lexicon("polarity")
    pairs = [pair for part in ("verbs", "nouns", "adjectives") for pair in data["antonyms"][part]]
    groups = [side for pair in pairs for side in pair] + data["synonyms"]
    return frozenset(word for group in groups for word in group)


@cache
def verbs() -> frozenset[str]:
    """The words that the lexicon gives as verbs; synonyms name the verb first."""
    data = lexicon("polarity")
    opposed = {word for pair in data["antonyms"]["verbs"] for side in pair for word in side}
    acting = {word for key in ("failing", "denying", "reporting", "planning") for word in data[key]}
    return frozenset(opposed | acting | {group[0] for group in data["synonyms"]} | set(data["irregular"]))
