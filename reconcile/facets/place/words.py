"""A text as words that know where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,8}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“”\"(])\s*$")


class Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


class Words(NamedTuple):
    """A text and its words. A run of words is a pair of indices, the second one excluded."""

    text: str
    all: tuple[Word, ...]
    at: Mapping[int, int]  # start of a word → its index

    def gap(self, index: int) -> str:
        """What stands before a word, from the end of the last one."""
        start = self.all[index - 1].end if index else 0
        return self.text[start : self.all[index].start]

    def name(self, first: int, last: int) -> str:
        return self.text[self.all[first].start : self.all[last - 1].end]

    def index_from(self, offset: int) -> int:
        """The first word that starts at an offset or later."""
        return bisect_left(self.all, offset, key=lambda word: word.start)

    def starts_sentence(self, index: int) -> bool:
        return bool(_SENTENCE_START.search(self.gap(index)[-8:]))


def words_of(text: str) -> Words:
    words = []
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0]) or match[0]
        words.append(Word(word, match.start(), match.start() + len(word)))
    return Words(text, tuple(words), {word.start: index for index, word in enumerate(words)})
