"""Other scripts in Latin letters, for comparing only; what is shown stays as written."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii

from reconcile.lexicon import lexicon

# Latin letters whose marks say how to read them; every other accent is dropped.
_TELLING = frozenset("čćšśşșžźżçğţțäöüøə")
_ABJAD = re.compile("[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufeff]")
_KOREAN = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_OTHER = re.compile(r"[^\W\d_\u0000-\u02af\u1e00-\u1eff]")


@cache
def _digraphs() -> tuple[re.Pattern[str], dict[str, str]]:
    table = lexicon("names")["digraphs"]
    return re.compile("|".join(sorted(table, key=lambda letters: (-len(letters), letters)))), table


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """A word in lower-case Latin letters, with those accents kept that change the reading (š, ö, ç …)."""
    lowered = word.casefold().replace("\u0307", "")
    if _OTHER.search(lowered):
        pattern, table = _digraphs()
        bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if c != "\u0301")
        lowered = pattern.sub(lambda m: table[m.group()], bare)
    composed = unicodedata.normalize("NFC", lowered)
    letters = (c if c in _TELLING or c.isascii() else anyascii(c).lower() for c in composed)
    return "".join(c for part in letters for c in part if c.isalpha())


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word in lower-case ASCII letters: no accents, hyphens or apostrophes."""
    return "".join(anyascii(c).lower() if not c.isascii() else c for c in latin(word))


def is_abjad(word: str) -> bool:
    """Whether a word is in Arabic or Hebrew script, which leave vowels unwritten."""
    return bool(_ABJAD.search(word))


def is_han(word: str) -> bool:
    """Whether a word is in Chinese characters or kana, whose reading depends on the language."""
    return bool(_HAN.search(word))


def is_korean(word: str) -> bool:
    """Whether a word is in Korean script."""
    return bool(_KOREAN.search(word))


def is_latin(word: str) -> bool:
    """Whether a word has Latin letters only."""
    return not _OTHER.search(word)
