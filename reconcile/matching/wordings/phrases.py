"""Finding listed nouns and phrases among the words of a definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reconcile.claims.model import Word

_NOUNS = {"NOUN", "PROPN"}
_JOINING = {"PUNCT", "CCONJ"}  # after them something else is named
_HYPHENS = {"-", "‐"}


def matches(words: Sequence[Word], phrases: Iterable[str]) -> Iterator[tuple[str, range]]:
    """Each phrase that stands in the words, by lemma or as written, and where."""
    known = forms(words)
    for phrase in phrases if known else ():
        wanted = parts(phrase)
        if known.issuperset(wanted):
            for i in range(len(words) - len(wanted) + 1):
                at = range(i, i + len(wanted))
                if all(part in forms(words[n : n + 1]) for n, part in zip(at, wanted, strict=True)):
                    yield phrase, at


def forms(words: Iterable[Word]) -> set[str]:
    """The words' lemmas, and the words as written."""
    return {form for w in words for form in (w.lemma, w.text.lower())}


@cache
def parts(phrase: str) -> Sequence[str]:
    """The words and hyphens of a phrase."""
    return phrase.replace("-", " - ").split()


def ends_with(words: Sequence[Word], phrases: Iterable[str]) -> bool:
    """Whether one of the phrases ends the words."""
    return any(at.stop == len(words) for _, at in matches(words, phrases))


def heads(words: Sequence[Word], phrases: Iterable[str]) -> Iterator[tuple[str, range]]:
    """The phrases that say what it is, and not of what: "city" in "a big city", not in "a city council"."""
    for phrase, at in matches(words, phrases):
        end = next((i for i in range(at.stop, len(words)) if words[i].pos in _JOINING), len(words))
        following = words[at.stop : min(len(words), end + 1)]
        if not any(
            w.pos in _NOUNS or w.text in _HYPHENS for w in following[: end - at.stop] or following[:1]
        ):
            yield phrase, at
