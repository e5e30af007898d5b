"""Keys under which names that may be one are found without comparing every pair."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice, product

from reconcile.facets.name.acronyms import acronyms, written_acronym
from reconcile.facets.name.parts import is_initial, parts
from reconcile.facets.name.scripts import plain
from reconcile.facets.name.sounds import sounds
from reconcile.facets.name.tokens import forms
from reconcile.facets.name.value import Name
from reconcile.lexicon import lexicon

_CONSONANTS = 4  # of a word, that a key holds
_NO_CONSONANT = "~"
_READINGS = 27  # of a word, at most


def blocking_keys(name: Name) -> frozenset[str]:
    """Keys of every word of a name (not of initials and particles); two variants nearly always share one.

    A key is the first consonants of a word in classes of sounds that spellings confuse ("P", "T", "K" …), a
    group of nicknames, or "#" and the first letters of a name of several words, so that acronyms are found.
    """
    words = [word for word in parts(name) if not is_initial(word)] or parts(name)
    keys = [key for word in words for key in (*_skeletons(word), *forms(plain(word)))]
    written = written_acronym(name)
    return frozenset((*keys, *(f"#{letters}" for letters in (*acronyms(name), written) if letters)))


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {
        sound: tuple(named.replace("-", "") for named in classes.split("|"))
        for classes, members in lexicon("names")["classes"].items()
        for sound in members.split()
    }


@lru_cache(maxsize=65536)
def _skeletons(word: str) -> frozenset[str]:
    """The consonant skeletons of a word, one for each way of reading its ambiguous letters."""
    choices = [sorted({c for sound in place for c in _classes().get(sound, ("",))}) for place in sounds(word)]
    consonants = [choice for choice in choices if choice != [""]][: _CONSONANTS + 2]
    return frozenset(
        "".join(row)[:_CONSONANTS] or _NO_CONSONANT for row in islice(product(*consonants), _READINGS)
    )
