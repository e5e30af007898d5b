"""What of a name is compared: its words without particles, split and joined as no writer feels bound to."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.facets.name.scripts import is_latin, plain
from reconcile.facets.name.value import Name, words_of

_MOST_PARTS = 12
_LETTER = "[^\\W\\d_\u0590-\u1cff\u2e80-\ud7ff]"  # of a script that has capitals
_INITIALS = re.compile(rf"(?:{_LETTER}{{1,2}}\.-?){{1,4}}{_LETTER}?|{_LETTER}")
_BARE_INITIALS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}")  # "JK"; two letters with a vowel are a syllable
_KOREAN = re.compile("[\uac00-\ud7a3]{2,4}")
_HYPHENS = re.compile("[-‐‑–]")


@lru_cache(maxsize=65536)
def parts(name: Name) -> tuple[str, ...]:
    """The words to compare: initials one by one, each with a full stop, and no particles.

    What is compounded is one word: "abd al-Karim" and "Abdul Karim" are "abdKarim", "Anne-Marie" "AnneMarie".
    """
    pieces = [piece for token in name.tokens for piece in _pieces(token)] if len(name.tokens) > 1 else []
    pieces = pieces or _halves(name.tokens[0])
    found: list[str] = []
    prefix = ""
    for at, piece in enumerate(pieces):
        key = piece.casefold() if is_latin(piece) else plain(piece)
        last = at == len(pieces) - 1
        if key in words_of("compounding") and not last:
            prefix += (
                "abd" if key.startswith("abd") else key
            )  # the rest of "abdul" is the next word's article
        elif last or key not in words_of("particles") or (at == 0 and _is_given(piece)):
            found.append(prefix + piece)
            prefix = ""
    return tuple(found)[:_MOST_PARTS]


def _is_given(piece: str) -> bool:
    return piece.casefold() in words_of("given_particles") and piece[0].isupper()


def _pieces(token: str) -> list[str]:
    """A token's own words: "V.V." is two initials, "al-Amin" a particle and a name, "Anne-Marie" one name."""
    letters = token.replace(".", "")
    if letters.casefold() in words_of("abbreviations"):
        return [letters]
    if not token.islower() and letters.casefold() not in words_of("family_first"):
        if _INITIALS.fullmatch(token):
            return [f"{initial}." for initial in re.split(r"[.\-]", token) if initial]
        if _BARE_INITIALS.fullmatch(token):
            return [f"{letter}." for letter in token]
    return _halves(token)


def _halves(token: str) -> list[str]:
    """A Korean name cut after the surname, an Arabic one after its particle; others without hyphens."""
    if _KOREAN.fullmatch(token):
        return [token[0], token[1:]]
    halves = [half for half in _HYPHENS.split(token) if half]
    if len(halves) > 1 and halves[0].casefold() in words_of("particles") | words_of("compounding"):
        return halves
    return ["".join(halves) or token]


def is_initial(part: str) -> bool:
    """Whether a word to compare is the first letter or letters of one: "V.", "Yu."."""
    return part.endswith(".")
