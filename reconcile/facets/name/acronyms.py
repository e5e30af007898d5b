"""Names written by their first letters: WHO, UNHCR."""

from __future__ import annotations

from reconcile.facets.name.value import Name, words_of

_SHORTEST, _LONGEST = 2, 8  # letters


def acronyms(name: Name) -> frozenset[str]:
    """The first letters of a name of several words, its little words counted or not."""
    if len(name.tokens) < _SHORTEST:
        return frozenset()
    counted = "".join(token[0] for token in name.tokens)
    without = "".join(token[0] for token in name.tokens if token.casefold() not in words_of("particles"))
    return frozenset(letters.upper() for letters in (counted, without) if len(letters) >= _SHORTEST)


def written_acronym(name: Name) -> str:
    """The letters of a name that is one word of capitals, or nothing."""
    letters = name.tokens[0].replace(".", "")
    short = len(name.tokens) == 1 and _SHORTEST <= len(letters) <= _LONGEST
    return letters if short and letters.isupper() else ""


def abbreviates(short: Name, long: Name) -> bool:
    """Whether a name is the acronym of another."""
    letters = written_acronym(short)
    return bool(letters) and letters in acronyms(long)
