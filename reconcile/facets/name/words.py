"""The words of a text that may hold a name: cut at commas, titles and suffixes apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from reconcile.facets.name.value import words_of
from reconcile.lexicon import lexicon

_WORD = re.compile(r"[^\s,;()\[\]{}\"“”„«»<>/|·・]{1,60}")
_GENITIVE = re.compile(r"['’]s$")
_LAST_BRACKET = re.compile(r"\([^()]{0,80}\)?[\s.,;]{0,9}$")
_MOST_WORDS = 40  # a longer text does not hold one name
_EDGES = "'’‘ʼ`´-–—:!?…*_"


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it starts."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def key(self) -> str:
        """As the lexicon writes it."""
        return self.text.strip(".").casefold()

    @property
    def may_name(self) -> bool:
        """Whether it is written as names are: with a capital, or in a script that has none."""
        return any(c.isalpha() and not c.islower() for c in self.text)


def segments(text: str) -> list[list[Word]]:
    """The words of a text, cut at commas and semicolons; none of a text that is too long to be a name."""
    found = list(islice(_WORD.finditer(text, 0, _end(text)), _MOST_WORDS + 1))
    if len(found) > _MOST_WORDS:
        return []
    cut: list[list[Word]] = [[]]
    last = 0
    for match in found:
        if any(c in ",;" for c in text[last : match.start()]):
            cut.append([])
        last = match.end()
        word = _bare(match)
        if any(c.isalpha() for c in word.text):
            cut[-1].append(word)
    return [words for words in cut if words]


def _end(text: str) -> int:
    """Where the name ends at the latest: before the bracket of "Anna Lind (Greens)"."""
    bracket = _LAST_BRACKET.search(text, max(0, len(text) - 100))
    return bracket.start() if bracket and text[: bracket.start()].strip() else len(text)


def _bare(match: re.Match[str]) -> Word:
    """Without a genitive and marks at the edges; a full stop stays where it marks an abbreviation."""
    text = match.group().lstrip(_EDGES + ".")
    start = match.end() - len(text)
    text = _GENITIVE.sub("", text.rstrip(_EDGES))
    letters = text.rstrip(".")
    return Word(letters + "." if letters != text and _abbreviates(letters) else letters, start)


def _abbreviates(letters: str) -> bool:
    return len(letters) <= 2 or "." in letters or letters.casefold() in lexicon("names")["suffixes"]


def without_titles(words: list[Word]) -> list[Word]:
    """The words after the last title or role; all of them where an organisation is named."""
    if words[-1].key in words_of("organisation_words"):
        return words
    titles = words_of("titles", "anywhere")
    after = max((at + 1 for at, word in enumerate(words) if word.key in titles), default=0)
    if after == len(words) and words[-1].may_name and words[-1].key not in words_of("titles", "offices"):
        return words
    rest = _without_office(words[after:]) if after else words
    while len(rest) > 1 and rest[0].key in words_of("titles", "in_front"):
        rest = rest[1:]
    return rest


def _without_office(words: list[Word]) -> list[Word]:
    """Without the "of Defence" or "of Ghana" that follows a title."""
    if not words or words[0].key not in {"of", "for"}:
        return words
    at = 1
    while at < len(words) and words[at].key in words_of("titles", "qualifying"):
        at += 1
    named_office = at > 1 and words[at - 1].key != "the"
    return words[at:] if named_office else words[at + 1 :]


def without_suffixes(parts: list[list[Word]]) -> tuple[list[list[Word]], list[Word]]:
    """The segments without a Jr., Sr. or III at their ends, and those words."""
    suffixes = lexicon("names")["suffixes"]
    kept: list[list[Word]] = []
    taken: list[Word] = []
    for words in parts:
        while words and words[-1].key in suffixes and (kept or len(words) > 1):
            taken.insert(0, words[-1])
            words = words[:-1]
        if words:
            kept.append(words)
    return kept, taken
