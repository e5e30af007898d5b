"""A text as words, for reading noun phrases to the left and to the right of an office."""

from __future__ import annotations

import re
from typing import NamedTuple

from reconcile.facets.role.vocabulary import Phrase, plain, vocabulary
from reconcile.text import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,8}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_JOINED = re.compile(r"(?:['’]s?)?[ \u00a0]|-")


class Word(NamedTuple):
    text: str
    start: int
    end: int
    plain: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


class Words(NamedTuple):
    """The words of a text. A run of them is a pair of indices, the second one excluded."""

    text: str
    all: tuple[Word, ...]

    def joined(self, index: int) -> bool:
        """Whether a word follows the last one without a comma, bracket or the end of a sentence between."""
        if not 0 < index < len(self.all):
            return False
        gap = self.gap(index)
        is_abbreviated = gap == ". " and self.all[index - 1].plain in vocabulary().abbreviations
        return is_abbreviated or bool(_JOINED.fullmatch(gap))

    def gap(self, index: int) -> str:
        return self.text[self.all[index - 1].end : self.all[index].start]

    def is_possessive(self, index: int) -> bool:
        """Whether a word has its 's, before the next one."""
        return index + 1 < len(self.all) and self.gap(index + 1)[:1] in ("'", "’")

    def opens_sentence(self, index: int) -> bool:
        return index == 0 or any(mark in self.gap(index) for mark in ".!?:;\n")

    def plain(self, first: int, last: int) -> Phrase:
        return tuple(word.plain for word in self.all[first:last])

    def span(self, first: int, last: int) -> Span:
        return Span(self.all[first].start, self.all[last - 1].end)

    def slice(self, first: int, last: int) -> str:
        return self.span(first, last).of(self.text)


def words_of(text: str) -> Words:
    found = []
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0]) or match[0]
        found.append(Word(word, match.start(), match.start() + len(word), plain(word)))
    return Words(text, tuple(found))
