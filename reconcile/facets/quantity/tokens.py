"""A text as words, figures and signs, each with its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

# Grouped figures first (with a stray space before the last group, Indian, Western, by space, dot or apostrophe), then
# decimals, words and single signs.
_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3}){0,3}, 000(?!\d|,\d)"
    r"|\d{1,3}(?:,\d{2}){0,6}(?:,\d{3}){1,8}(?!\d|,\d)(?:\.\d{1,12})?"
    r"|\d{1,3}(?:[\u2009\u202f\u00a0]\d{3}){1,6}(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,6}(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,6}(?![\d.])"
    r"|\d{1,3}(?:['’]\d{3}){1,6}(?!\d)"
    r"|\d{1,6},\d{1,2}(?![\d,])(?=\s?(?:%|[^\W\d_]))"
    r"|\d+(?:\.\d+)?|\.\d+"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|\S"
)
_DECIMAL_COMMA = re.compile(r"\d{1,6},\d{1,2}")
_SEPARATORS = re.compile(r"[,\s'’]")
LONGEST_FIGURE = 26


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text. Out of range, a token is the empty string."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lowers: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def lower(self, i: int) -> str:
        return self.lowers[i] if 0 <= i < len(self.lowers) else ""

    def glued(self, i: int) -> bool:
        """Whether token i follows its predecessor without a gap."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def is_figure(self, i: int) -> bool:
        word = self.word(i)
        return bool(word) and word[-1].isdecimal()

    def is_word(self, i: int) -> bool:
        return self.word(i)[:1].isalpha()

    def is_capital(self, i: int) -> bool:
        return self.word(i)[:1].isupper()

    def opens_sentence(self, i: int) -> bool:
        before = self.word(i - 1)
        return i == 0 or before in _SENTENCE_ENDS or "\n" in self.text[self.ends[i - 1] : self.starts[i]]

    def hyphen(self, i: int) -> bool:
        """Whether token i is a hyphen or dash that joins its two neighbours."""
        return self.word(i) in HYPHENS and self.glued(i) and self.glued(i + 1)

    def run(self, i: int, length: int) -> str:
        """`length` tokens from i on, if no gap is between them; else the empty string."""
        if i < 0 or i + length > len(self.words) or not all(map(self.glued, range(i + 1, i + length))):
            return ""
        return self.text[self.starts[i] : self.ends[i + length - 1]]


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases of the lexicon and what each means; the longest that fits is found, in lower case."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
    by_last: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    def at(self, tokens: Tokens, i: int) -> tuple[T, int] | None:
        """The phrase that begins at token i: its meaning, and the token after it."""
        for words, meaning in self.by_first.get(tokens.lower(i), ()):
            if tokens.lowers[i : i + len(words)] == words:
                return meaning, i + len(words)
        return None

    def before(self, tokens: Tokens, i: int, floor: int) -> tuple[T, int] | None:
        """The phrase that ends before token i, within `floor`: its meaning, and its first token."""
        for words, meaning in self.by_last.get(tokens.lower(i - 1), ()):
            first = i - len(words)
            if first >= floor and tokens.lowers[first:i] == words:
                return meaning, first
        return None


def phrases(meanings: Mapping[tuple[str, ...], T]) -> Phrases[T]:
    """Index phrases by their first and their last word, the longest first."""
    longest_first = sorted(meanings.items(), key=lambda item: (-len(item[0]), item[0]))
    by_first, by_last = defaultdict(list), defaultdict(list)
    for item in longest_first:
        by_first[item[0][0]].append(item)
        by_last[item[0][-1]].append(item)
    return Phrases(
        {word: tuple(items) for word, items in by_first.items()},
        {word: tuple(items) for word, items in by_last.items()},
    )


HYPHENS = frozenset("-‐‑–—")
_SENTENCE_ENDS = frozenset('.!?:;"“”‘([')


@lru_cache(maxsize=4)
def tokenize(text: str) -> Tokens:
    """Split a text. Linear in its length; any Unicode."""
    matches = list(_TOKEN.finditer(text))
    words = tuple(match.group() for match in matches)
    starts = tuple(match.start() for match in matches)
    ends = tuple(match.end() for match in matches)
    return Tokens(text, starts, ends, words, tuple(word.lower().replace("’", "'") for word in words))


def phrase(words: str) -> tuple[str, ...]:
    """A phrase of the lexicon as it looks in `Tokens.lowers`."""
    return tokenize(words).lowers


def figure_value(figure: str) -> tuple[float, float] | None:
    """The value of a figure and the place of its last digit: 12.5 and 0.01 for "12.50"; None if too long."""
    if len(figure) > LONGEST_FIGURE:
        return None
    if _DECIMAL_COMMA.fullmatch(figure):
        figure = figure.replace(",", ".")
    plain = _SEPARATORS.sub("", figure)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    decimals = len(plain.partition(".")[2])
    return float(plain), 10.0**-decimals
