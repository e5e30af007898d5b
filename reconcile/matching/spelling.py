"""Spellings of one name, as far as two documents that name it show."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.name import Name, compare_names, only_marks, only_nickname
from reconcile.facets.place import gazetteer
from reconcile.lexicon import british_spellings, lexicon

_SHORTEST = 5  # letters of the longer of two words that a slip of the pen may tell apart
_LONGER = 7  # letters of a word of which another may lack the first
_LONG = 6  # letters of two words that a letter taken for another may tell apart
_COUNTRY = 5  # letters; a shorter name a letter apart from a country's is another name


def compare_spellings(a: Name, b: Name) -> Comparison:
    """Compare two names that stand for one bearer: as names, and then as a name and a slip in writing it."""
    found = compare_names(a, b)
    if found.agreement is Agreement.DIFFER and is_slip(a, b):
        return Comparison(Agreement.VARIANT, f"“{a.normal}” and “{b.normal}” are one name, one letter apart.")
    return found


def is_slight(a: Name, b: Name) -> bool:
    """Whether no editor would call one of two spellings wrong: accents, "aa" for "å", a nickname, a city's two
    names, "Defense"."""
    if only_marks(a, b) or only_nickname(a, b) or is_one_place(a, b):
        return True
    return _british(a) == _british(b) or _spelt_out(a) == _spelt_out(b)


def _spelt_out(name: Name) -> str:
    """A name with the letters that other alphabets lack written as two: "Håkon" as "haakon"."""
    table = str.maketrans(lexicon("names")["spelt_out"])
    return " ".join(_words(name)).translate(table)


def _british(name: Name) -> tuple[str, ...]:
    return tuple(british_spellings().get(word, word) for word in _words(name))


@lru_cache(maxsize=65536)
def is_slip(a: Name, b: Name) -> bool:
    """Whether two names are the same but for one word, which has a letter more or less, two letters swapped, or in a
    longer word one letter for another.

    A shorter name is held against the end of the longer one. That the two may be two people's the letters cannot tell.
    """
    short, long = sorted((_words(a), _words(b)), key=lambda words: (len(words), words))
    if a.suffix != b.suffix or not short:
        return False
    unlike = [(x, y) for x, y in zip(short, long[-len(short) :], strict=True) if x != y]
    return len(unlike) == 1 and _one_letter_apart(*unlike[0])


def _words(name: Name) -> tuple[str, ...]:
    return tuple(token.casefold() for token in name.tokens)


def _one_letter_apart(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    if len(long) < _SHORTEST or not (x.isalpha() and y.isalpha()) or long == short + "s":
        return False
    if x[0] != y[0] and not (len(long) >= _LONGER and long[1:] == short):
        return False
    replaced = len(x) == len(y) and sorted(x) != sorted(y)
    if OSA.distance(x, y, score_cutoff=1) != 1 or (replaced and len(x) < _LONG):
        return False
    known = gazetteer()
    return not (known.is_known_name(x) or known.is_known_name(y))


def is_misspelt_country(a: Name, b: Name) -> bool:
    """Whether one name is a country's and the other, unknown to any map, a slip in writing it ("Argentinia")."""
    if len(a.tokens) != len(b.tokens) or min(len(a.normal), len(b.normal)) < _COUNTRY:
        return False
    known = gazetteer()
    return known.is_country(a.normal) != known.is_country(b.normal) and not (
        known.is_known_name(a.normal) and known.is_known_name(b.normal)
    )


def is_one_place(a: Name, b: Name) -> bool:
    """Whether the map has both names for one place: "Kyiv" and "Kiev", "US" and "United States"."""
    first, second = (gazetteer().leading_senses(name.normal) for name in (a, b))
    return bool(first and second) and first[0].id == second[0].id
