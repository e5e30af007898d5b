"""A name as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reconcile.lexicon import lexicon
from reconcile.text import Span


@cache
def words_of(section: str, entry: str = "") -> frozenset[str]:
    """A list of words of `rules/lexicon/names.yaml`."""
    words = lexicon("names")[section]
    return frozenset((words[entry] if entry else words).split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name, its titles and honorifics left aside.

    `tokens` are the words of the name as written, in its usual order, without a generational suffix, which
    is "Jr.", "Sr.", "III" or nothing. A name of one word has that word as its surname and no given name.
    """

    span: Span
    words: str
    tokens: tuple[str, ...]
    given: str
    surname: str
    suffix: str = ""

    def __hash__(self) -> int:
        """What is read of a name is kept by it, and asked millions of times: the other fields follow from these."""
        return hash((self.words, self.span.start))

    @property
    def normal(self) -> str:
        """The name in its usual order, no titles, not all in capitals: "Anna Lind", "John Smith Jr."."""
        shouted = len(self.tokens) > 1 and all(t.isupper() for t in self.tokens)
        tokens = [_capitalised(t) for t in self.tokens] if shouted else self.tokens
        return " ".join((*tokens, self.suffix)).strip()


def _capitalised(token: str) -> str:
    if token.casefold() in words_of("particles"):
        return token.lower()
    return re.sub(r"[^\W\d_]+", lambda letters: letters.group().capitalize(), token)
