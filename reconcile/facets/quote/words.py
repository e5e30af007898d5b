"""The words of a quotation, folded so that two printings of it compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reconcile.lexicon import british_spellings, lexicon
from reconcile.text import Span

GAP = "…"  # the token of an ellipsis: words were left out here


@dataclass(frozen=True, slots=True)
class Token:
    """One folded word, where it stands in the quotation, and whether an editor bracketed it."""

    text: str
    span: Span
    editorial: bool = False


_TOKEN = re.compile(
    r"(?P<gap>[\[(]\s?(?:\.{3}|…)\s?[\])]|\.{3,}|…|\.(?:\s\.){2,})"
    r"|(?P<joined>[\[(]\w{1,3}[\])]\w+)"  # "[W]e": an editor changed a letter
    r"|(?P<open>[\[(])|(?P<close>[\])])"
    r"|(?P<word>%|\d+(?:[.,]\d+)+|[^\W_][\w\u0300-\u036f]*(?:['’ʼ`´][^\W_][\w\u0300-\u036f]*)*)"
)
_APOSTROPHES = str.maketrans("’ʼ`´", "''''")


@lru_cache(maxsize=4096)
def read_tokens(words: str) -> tuple[Token, ...]:
    """The words without case, accents, marks, contractions, and British or American endings."""
    tokens = list(_tokens(words))
    while tokens and tokens[-1].text == GAP:
        tokens.pop()
    while tokens and tokens[0].text == GAP:
        tokens.pop(0)
    return tuple(tokens)


def _tokens(words: str) -> Iterator[Token]:
    depth = 0
    for found in _TOKEN.finditer(words):
        span = Span(*found.span())
        if found["open"]:
            depth += 1
        elif found["close"]:
            depth = max(0, depth - 1)
        elif found["gap"]:
            yield Token(GAP, span)
        else:
            for word in _folded(found["word"] or re.sub(r"[\[\]()]", "", found["joined"])):
                yield Token(word, span, editorial=depth > 0)


@lru_cache(maxsize=65536)
def _folded(word: str) -> tuple[str, ...]:
    letters = unicodedata.normalize("NFKD", word.casefold().translate(_APOSTROPHES))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    speech = lexicon("speech")
    if plain in speech["folded"]:
        return tuple(speech["folded"][plain].split())
    for ending, standard in speech["contractions"].items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return (plain.removesuffix(ending), standard)
    return (_one_spelling(plain),)


def _one_spelling(word: str) -> str:
    if len(word) < 5:
        return word
    word = british_spellings().get(word, word)
    return _ending().sub(lambda found: _endings()[found[0]], word)


@cache
def _endings() -> dict[str, str]:
    endings: dict[str, str] = lexicon("speech")["endings"]
    return endings


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w\w)(?:{'|'.join(sorted(_endings(), key=len, reverse=True))})$")


@cache
def _weights() -> dict[str, float]:
    speech = lexicon("speech")
    listed = [("function_words", 0.1), ("formulaic", 0.5), ("negations", 0.7)]
    return {
        folded: weight for section, weight in listed for word in speech[section] for folded in _folded(word)
    }


def weight(word: str) -> float:
    """How much a folded word tells of a quotation: 1 for a word of content, little for "of" or "continue"."""
    return 0.0 if word == GAP else _weights().get(word, 1.0)
