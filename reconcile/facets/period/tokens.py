"""A text cut into the tokens that date expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.text import Span

# Date-like figures stay whole, so that "2,022", "5.25" or "1.2.2024" are one token and never a year or a day.
_TOKEN = re.compile(
    r"""\d{4}-\d\d-\d\d(?:T[\d:.]{2,15}(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)
      | \d{4}/\d{1,2}/\d{1,2}(?!\d)
      | \d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{2,4}(?!\d)
      | \d+(?:[.:]\d+|,\d{3}(?!\d))+
      | \d+(?:st|nd|rd|th)\b
      | ['’‘]?\d{1,3}0['’]?s\b
      | (?<![^\W_])['’‘]\d\d(?!\d)
      | \d+
      | ['’]s\b
      | [^\W\d_]+
      | \S""",
    re.VERBOSE | re.IGNORECASE,
)
_FOLDED = str.maketrans("‐‑‒–—−’‘", "------''")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or sign. `word` is its folded form: lower case, plain hyphens and apostrophes."""

    word: str
    start: int
    end: int
    text: str
    opener: str  # the word, or FIGURE for all that begins with a figure: by this the grammar sorts its rules

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


FIGURE = "0"
_NONE = Token("", -1, -1, "", "")


def _token(found: re.Match[str]) -> Token:
    word = found[0].casefold().translate(_FOLDED)
    opener = FIGURE if word.lstrip("'")[:1].isdigit() else word
    return Token(word, found.start(), found.end(), found[0], opener)


class Tokens:
    """The tokens of a text. An index outside them gives an empty token, so that rules may look around."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = [_token(found) for found in _TOKEN.finditer(text)]
        self._written = sum(token.word[:1].isalnum() for token in self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < len(self._tokens) else _NONE

    def words(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(self[i].word for i in range(start, end))

    def all_written(self, start: int, end: int) -> bool:
        """Whether no word or figure stands outside some of the tokens."""
        return sum(self[i].word[:1].isalnum() for i in range(start, end)) == self._written

    def adjacent(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return index > 0 and self[index].start == self[index - 1].end

    def span(self, start: int, end: int) -> Span:
        return Span(self[start].start, self[end - 1].end)


def phrase(words: str) -> tuple[str, ...]:
    """A phrase of the lexicon as the words of its tokens."""
    return tuple(token.word for token in Tokens(words))
