"""In which language a text is written. Offline; only English is supported."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from reconcile.lexicon import lexicon

ENGLISH = "en"
_ENOUGH = 2000  # characters from which a language is told
_FEWEST_LETTERS = 40  # of fewer, only the script is looked at
# Of words that only English has. English prose has .15 to .30, a list of names in it .08, other languages
# under .02 unless they quote English: below the first share the detector is asked, below the second believed.
_SHARE, _LOW_SHARE = 0.1, 0.06
_SURE = 0.5  # probability of the detector
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639 code of the text's language.

    A text too short to tell, or one whose words leave a doubt, counts as English.
    """
    text = unicodedata.normalize("NFKC", text[:_ENOUGH])
    words = [word.casefold() for word in _WORD.findall(text)]
    letters = "".join(words)
    if not letters or _latin(letters) < 0.5:
        return _detected(text) if letters else ENGLISH
    if len(letters) < _FEWEST_LETTERS:
        return ENGLISH
    share = sum(word in _function_words() for word in words) / len(words)
    if share >= _SHARE:
        return ENGLISH
    language, probability = _identifier().classify(text)
    return language if probability >= _SURE and share < _LOW_SHARE else ENGLISH


def language_name(code: str) -> str:
    """The English name of a language, or the code itself."""
    return str(lexicon("languages")["names"].get(code, code))


def _latin(letters: str) -> float:
    return sum("LATIN" in unicodedata.name(letter, "") for letter in letters) / len(letters)


def _detected(text: str) -> str:
    return str(_identifier().classify(text)[0])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon("languages")["english"])


@cache
def _identifier() -> Any:  # loads in 1.2 s, hence only where the function words leave a doubt
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
