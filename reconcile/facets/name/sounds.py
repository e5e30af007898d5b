"""How a spelled name may sound, and how far apart two spellings sound.

A spelling is read as a row of sounds, each of which may be one of several: German "s" is s or z, "ch" is tch
in English and sh in French. Two spellings of one name share a reading at every place, or nearly. The tables
stand in `rules/lexicon/names.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, takewhile
from math import inf

from reconcile.facets.name.scripts import is_abjad, is_korean, latin
from reconcile.lexicon import lexicon

Sounds = tuple[frozenset[str], ...]
_SILENT = "-"
_VOWELS = frozenset("aeēiouёj")
_LONGEST = 40  # letters; nobody's name is longer, and comparing costs the square


def _row(reading: str) -> Sounds:
    return tuple(frozenset(place.split("|")) for place in reading.split())


@cache
def _reader(convention: str) -> tuple[re.Pattern[str], tuple[Sounds, ...]]:
    """One pattern that finds the next letters to be read, with the row of sounds of each alternative.

    That of no convention is what all spellings share.
    """
    tables = lexicon("names")
    rules = (tables["conventions"][convention] if convention else tables)["sounds"]
    pattern = "|".join(f"({letters})" for letters, _ in rules) or "(?!)"
    return re.compile(pattern), tuple(_row(r) for _, r in rules)


def _next(letters: str, at: int, conventions: tuple[str, ...]) -> tuple[Sounds, int] | None:
    """How the letters from `at` on are read, and where the reading ends: by a convention, else as everywhere."""
    for convention in (*conventions, ""):
        pattern, readings = _reader(convention)
        found = pattern.match(letters, at)
        if found and found.end() > at:
            return readings[(found.lastindex or 1) - 1], found.end()
    return None


@cache
def _marks() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (name, re.compile("|".join(c["marks"])), re.compile("|".join(c["unless"])) if "unless" in c else None)
        for name, c in lexicon("names")["conventions"].items()
    )


def _conventions(letters: str, word: str) -> tuple[str, ...]:
    """The conventions that a spelling may follow: by its script, or by the marks that it bears."""
    if is_abjad(word):
        return ("abjad",)
    if is_korean(word):
        return ("korean",)
    return tuple(
        name
        for name, marks, unless in _marks()
        if marks.search(letters) and not (unless and unless.search(letters))
    )


@lru_cache(maxsize=65536)
def sounds(word: str) -> Sounds:
    """The row of sounds of a spelling. Doubled consonants are one sound."""
    letters = re.sub(r"([bcdfgjklmnpqrstvwz])\1", r"\1", latin(word)[:_LONGEST])
    conventions = _conventions(letters, word)
    row: list[frozenset[str]] = []
    at = 0
    while at < len(letters):
        found = _next(letters, at, conventions)
        if found:
            row.extend(found[0])
            at = found[1]
        else:
            row.append(frozenset(letters[at]))
            at += 1
    return tuple(place for place in row if place != {_SILENT})


@cache
def _near() -> dict[frozenset[str], float]:
    return {frozenset(pair.split()): cost for pair, cost in lexicon("names")["near"].items()}


@lru_cache(maxsize=65536)
def _between(a: frozenset[str], b: frozenset[str]) -> float:
    if a & b - {_SILENT}:
        return 0.0
    return min(_near().get(frozenset((x, y)), 1.0) for x in a for y in b)


@lru_cache(maxsize=65536)
def _dropping(place: frozenset[str]) -> float:
    silent = lexicon("names")["silent"]
    return 0.0 if _SILENT in place else float(min(silent.get(sound, 1.0) for sound in place))


def distance(a: str, b: str, at_most: float = inf) -> float:
    """How far two spellings sound apart: 0 is alike, 1 for each sound that is another, missing or added.

    Infinite where that is more than `at_most`: an edit distance, of which only the places within reach are kept.
    """
    left, right = sounds(a), sounds(b)
    if is_abjad(a) != is_abjad(b):
        left, right = _vowels_optional(left), _vowels_optional(right)
    elif at_most < 1 and (_lacks(a, b) or _lacks(b, a)):
        return inf
    drops = [_dropping(place) for place in right]
    above = _within(accumulate(drops, initial=0.0), at_most)
    for one in left:
        above = _row_below(above, one, right, drops, at_most)
        if not above:
            return inf
    return above.get(len(right), inf)


def _lacks(a: str, b: str) -> bool:
    """Whether a spelling has a sound that costs 1 at least, since the other has none like it: most pairs do."""
    return is_foreign(a, known_sounds(b))


def is_foreign(word: str, known: frozenset[str]) -> bool:
    """Whether a spelling has a sound that nobody leaves out and that is not known."""
    return any(map(known.isdisjoint, _spoken(word)))


@lru_cache(maxsize=65536)
def _spoken(word: str) -> frozenset[frozenset[str]]:
    """The sounds of a spelling that nobody leaves out."""
    return frozenset(place for place in sounds(word) if _dropping(place) >= 1)


@lru_cache(maxsize=65536)
def known_sounds(word: str) -> frozenset[str]:
    """The sounds of a spelling, and those that are near to them."""
    own = frozenset().union(*sounds(word))
    return own.union(*(pair for pair in _near() if not pair.isdisjoint(own)))


def _within(costs: Iterable[float], at_most: float) -> dict[int, float]:
    return dict(enumerate(takewhile(lambda cost: cost <= at_most, costs)))


def _row_below(
    above: dict[int, float], one: frozenset[str], right: Sounds, drops: Sequence[float], at_most: float
) -> dict[int, float]:
    """What it costs to have come past `one` and so many of `right`, where that is within reach."""
    row: dict[int, float] = {}
    dropping, last = _dropping(one), max(above)
    for at in range(min(above), len(right) + 1):
        cost = above.get(at, inf) + dropping
        if at:
            cost = min(cost, row.get(at - 1, inf) + drops[at - 1])
            if at - 1 in above:
                cost = min(cost, above[at - 1] + _between(one, right[at - 1]))
        if cost <= at_most:
            row[at] = cost
        elif at > last:
            break
    return row


def _vowels_optional(row: Sounds) -> Sounds:
    return tuple(place | {_SILENT} if place & _VOWELS else place for place in row)
