"""How two words of names stand to each other: one word, one word spelt otherwise, or two."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from reconcile.facets.name.parts import is_initial
from reconcile.facets.name.scripts import plain
from reconcile.facets.name.sounds import distance, sounds
from reconcile.facets.name.value import words_of
from reconcile.lexicon import lexicon

_PER_SOUND = 0.08
_LONG_STEM = 7  # letters before the ending of a surname
_AT_MOST = 0.7  # below 1, so that one unlike sound always tells two names apart


class Likeness(IntEnum):
    """From the closest to the farthest; those up to INITIAL are one word as written."""

    SAME = 0
    INITIAL = 1
    MARKS = 2
    SPELLING = 3
    FORM = 4
    NICKNAME = 5  # of given names only
    TYPO = 6
    SLIP = 7  # a typo if the rest of the name is the same, and another name if not
    UNLIKE = 8


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> Likeness:
    """How alike two words of names are."""
    if _folded(a) == _folded(b):
        return Likeness.SAME
    if is_initial(a) or is_initial(b):
        return Likeness.INITIAL if _same_initial(a, b) else Likeness.UNLIKE
    left, right = plain(a), plain(b)
    if not left or not right:
        return Likeness.UNLIKE
    if left == right:
        return Likeness.MARKS
    at_most = min(_AT_MOST, _PER_SOUND * max(len(sounds(a)), len(sounds(b))))
    if distance(a, b, at_most) <= at_most:
        return Likeness.SPELLING
    shared = forms(left) & forms(right)
    if shared:
        return Likeness.FORM if any(group.startswith("forms:") for group in shared) else Likeness.NICKNAME
    return _misspelling(left, right)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'")


def _same_initial(a: str, b: str) -> bool:
    """Whether one may begin the other in some spelling: "V." and "Wladimir", "E." and "Yevgeny"."""
    short, long = sorted((plain(a), plain(b)), key=lambda word: (len(word), word))
    if not short or long.startswith(short):
        return bool(short)
    return any(short[0] in group and long[0] in group for group in lexicon("names")["initials"])


@cache
def _form_groups() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for section in ("nicknames", "forms"):
        for line in lexicon("names")[section]:
            names = line.split()
            for name in names:
                groups.setdefault(name, set()).add(f"{section}:{names[0]}")
    return {name: frozenset(heads) for name, heads in groups.items()}


def forms(word: str) -> frozenset[str]:
    """The groups of nicknames and national forms that a plain word belongs to."""
    return _form_groups().get(word, frozenset())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words_of("endings"), key=lambda e: (-len(e), e)))


def _stem(word: str) -> str:
    return next((word[: -len(e)] for e in _endings() if word.endswith(e)), word)


def _misspelling(a: str, b: str) -> Likeness:
    """One inner letter dropped, added, or swapped with its neighbour, in a word that is long enough.

    A letter at an edge is an inflection or another name, and a letter in a short stem is another name.
    """
    if OSA.distance(a, b, score_cutoff=1) != 1 or (len(a) == len(b) and sorted(a) != sorted(b)):
        return Likeness.UNLIKE
    swapped = len(a) == len(b)
    edge, least = (1, 4) if swapped else (2, 6)
    if a[:edge] != b[:edge] or a[-edge:] != b[-edge:]:
        return Likeness.UNLIKE
    stem = min(len(_stem(a)), len(_stem(b)))
    if stem < least:
        return Likeness.UNLIKE
    return Likeness.TYPO if stem >= _LONG_STEM else Likeness.SLIP
