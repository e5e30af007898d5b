"""Cues: the words by which a clause denies, doubts, plans or asks. What they are stands in the lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.facets.polarity.value import Modality
from reconcile.facets.polarity.words import Token
from reconcile.lexicon import lexicon

_ING = "…ing"  # in a phrase: any word in -ing, which is left to be the predicate
_GAP = 3  # so many fillers may stand between two words of a phrase


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cue does to the predicate after it."""

    negates: bool = False
    reverses: bool = False  # "failed to": turns a negation back as well
    modality: Modality = Modality.ASSERTED
    trails: bool = False  # counts after the predicate too: "if it rains"

    @property
    def decides(self) -> bool:
        return self.negates or self.reverses or self.modality is not Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue where it stands: token indices, the end excluded."""

    start: int
    end: int
    meaning: Meaning


def cues_in(tokens: Sequence[Token]) -> tuple[Cue, ...]:
    """The cues of a text from left to right, the longest at each place; none overlaps another."""
    found, at = [], 0
    while at < len(tokens):
        cue = _cue_at(tokens, at)
        if cue is None:
            at += 1
        else:
            found.append(cue)
            at = cue.end
    return tuple(found)


def is_filler(token: Token) -> bool:
    """An adverb and the like, which may stand inside a phrase or between an auxiliary and its verb."""
    return token.word in _fillers() or (token.word.endswith("ly") and not token.word.endswith("likely"))


def _cue_at(tokens: Sequence[Token], at: int) -> Cue | None:
    for first in (tokens[at].word, tokens[at].lemma):
        for phrase, meaning in _phrases().get(first, ()):
            end = _match(phrase, tokens, at)
            if end is not None:
                return Cue(at, end, meaning)
    return None


def _match(phrase: Sequence[str], tokens: Sequence[Token], at: int) -> int | None:
    """The end of the phrase that starts at `at`, None where the text goes on otherwise."""
    for position, wanted in enumerate(phrase):
        if position:
            at = _past_fillers(wanted, tokens, at)
        if at >= len(tokens):
            return None
        if wanted == _ING:
            return at if tokens[at].word.endswith("ing") else None
        if wanted not in (tokens[at].word, tokens[at].lemma):
            return None
        at += 1
    return at


def _past_fillers(wanted: str, tokens: Sequence[Token], at: int) -> int:
    for _ in range(_GAP):
        if at < len(tokens) and wanted not in (tokens[at].word, tokens[at].lemma) and is_filler(tokens[at]):
            at += 1
    return at


@cache
def _fillers() -> frozenset[str]:
    words = lexicon("polarity")["fillers"]
    return frozenset(words) | {"been", "being", "is", "are", "was", "were", "has", "had"}


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]:
    """Every phrase by its first word, the longest first; a phrase given twice keeps its first meaning."""
    meanings: dict[tuple[str, ...], Meaning] = {}
    for phrase, meaning in _entries():
        meanings.setdefault(tuple(phrase.split()), meaning)
    by_first = defaultdict(list)
    for words in sorted(meanings, key=len, reverse=True):
        by_first[words[0]].append((words, meanings[words]))
    return {first: tuple(entries) for first, entries in by_first.items()}


def _entries() -> Iterator[tuple[str, Meaning]]:
    data = lexicon("polarity")
    yield from ((phrase, Meaning()) for phrase in (*data["affirming"], *data["excluding"]))
    yield from ((phrase, Meaning(negates=True)) for phrase in data["negators"])
    yield from ((f"{verb} to", Meaning(reverses=True)) for verb in data["failing"])
    for verb in data["denying"]:
        yield f"{verb} that", Meaning(reverses=True)
        yield f"{verb} {_ING}", Meaning(reverses=True)
    yield from ((f"{verb} that", Meaning()) for verb in data["reporting"])
    yield from ((verb, Meaning()) for verb in data["saying"])
    for modality, phrases in data["modals"].items():
        yield from ((phrase, Meaning(modality=Modality(modality))) for phrase in phrases)
    yield from ((f"{verb} to", Meaning(modality=Modality.PLANNED)) for verb in data["planning"])
    for modality, phrases in data["questioning"].items():
        yield from ((phrase, Meaning(modality=Modality(modality))) for phrase in phrases)
    conditional = Meaning(modality=Modality.CONDITIONAL, trails=True)
    yield from ((phrase, conditional) for phrase in data["conditionals"])
