"""How the words of one name stand to those of another."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.facets.name.parts import is_initial, parts
from reconcile.facets.name.scripts import plain
from reconcile.facets.name.sounds import is_foreign, known_sounds
from reconcile.facets.name.tokens import Likeness, forms, likeness
from reconcile.facets.name.value import Name, words_of

Words = tuple[str, ...]
Alignment = tuple[Likeness, ...]

_OF_ANOTHER = 2  # letters, more than a slip of the pen puts into a word
_JOINED = 3  # syllables that one writer may join and another write apart
_TAKEN = ((1, 1), *((n, 1) for n in range(2, _JOINED + 1)), *((1, n) for n in range(2, _JOINED + 1)))


@lru_cache(maxsize=65536)
def alignment(a: Name, b: Name) -> Alignment | None:
    """How the words of the shorter name stand to the longer's, in order; None where they are two names."""
    short, long = sorted((_words(a, b), _words(b, a)), key=lambda words: (len(words), words))
    if any(_stands_alone(word, long) for word in short):
        return None
    if _qualifiers(short) != _qualifiers(long) or _initials_conflict(short, long):
        return None
    if short != long and all(map(is_initial, short)):
        return None
    orders = [short] if _tells_father(a) or _tells_father(b) else _orders(short)
    found = [row for order in orders if (row := _embedded(order, long)) is not None and _is_enough(row)]
    return min(found, key=max, default=None)


def _words(name: Name, other: Name) -> Words:
    """The words to compare, without a "Ben" in front that is a particle in the other name."""
    words = parts(name)
    if len(words) < 2 or words[0].casefold() not in words_of("given_particles"):
        return words
    rest = re.split(r"[\s-]", other.words.casefold())[1:]
    return words[1:] if words[0].casefold() in rest else words


def _stands_alone(word: str, words: Words) -> bool:
    """Whether a word is like no word of another name, nor like several of them joined: so most are soon told apart."""
    for other in words:
        if not _is_foreign(word, other):
            return False
    return (
        len(words) < 2 or sum(not _is_foreign(other, word) for other in words) < 2
    )  # joined, they lie within it


def _is_foreign(a: str, b: str) -> bool:
    """Whether no part of `b` can be `a`, which has a sound and several letters that `b` lacks."""
    if len(_letters(a) - _letters(b)) < _OF_ANOTHER or not is_foreign(a, known_sounds(b)):
        return False
    return not (is_initial(a) or is_initial(b) or forms(plain(a)))


@lru_cache(maxsize=65536)
def _letters(word: str) -> frozenset[str]:
    return frozenset(plain(word))


def _tells_father(name: Name) -> bool:
    """Salman bin Ahmad is not Ahmad bin Salman."""
    return any(token.casefold() in words_of("patronymic_particles") for token in name.tokens)


def _orders(words: Words) -> list[Words]:
    """The words as they stand, and with the surname moved to the front or to the end."""
    return [words] if len(words) < 2 else [words, (words[-1], *words[:-1]), (*words[1:], words[0])]


def _is_enough(row: Alignment) -> bool:
    """Whether the words matched make one name.

    Initials alone are nobody's, a surname has no nickname, and a slip of the pen is believed once, beside a
    word that is the same.
    """
    if all(alike is Likeness.INITIAL for alike in row) or (len(row) > 1 and row[-1] is Likeness.NICKNAME):
        return False
    slips = row.count(Likeness.SLIP)
    return slips == 0 or (slips == 1 and Likeness.SAME in row)


@lru_cache(maxsize=65536)
def _embedded(short: Words, long: Words) -> Alignment | None:
    """Every word of `short` matched in order with words of `long`; the best such row."""
    if not short:
        return ()
    found = [
        (alike, *rest)
        for many, few in _TAKEN
        if many <= len(short) and few <= len(long)
        if (alike := _joined_likeness(short[:many], long[:few])) < Likeness.UNLIKE
        if (rest := _embedded(short[many:], long[few:])) is not None
    ]
    if long and (rest := _embedded(short, long[1:])) is not None:
        found.append(rest)
    return min(found, key=lambda row: max(row, default=Likeness.SAME), default=None)


def _joined_likeness(a: Words, b: Words) -> Likeness:
    """How alike two runs of words are if each were written in one word; a hyphen or space is a mark."""
    if len(a) == len(b):
        return likeness(a[0], b[0])
    if any(map(is_initial, a + b)):
        return Likeness.UNLIKE
    return max(likeness("".join(a), "".join(b)), Likeness.MARKS)


def _qualifiers(words: Words) -> frozenset[str]:
    """North, New or Great before another word: never left out, as a surname may be."""
    return frozenset(word.casefold() for word in words[:-1]) & words_of("qualifiers")


def _initials_conflict(a: Words, b: Words) -> bool:
    """George W. is not George H. W.: where both have middle initials, they are the same."""
    left, right = ([plain(word) for word in words[1:-1] if is_initial(word)] for words in (a, b))
    return bool(left and right) and left != right
