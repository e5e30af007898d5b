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
    forms = [{w.lemma, w.text.lower()} for w in words]
    known = set().union(*forms)
    for phrase in phrases:
        parts = _parts(phrase)
        if not known.issuperset(parts):
            continue
        for i in range(len(words) - len(parts) + 1):
            if all(part in forms[i + n] for n, part in enumerate(parts)):
                yield phrase, range(i, i + len(parts))


@cache
def _parts(phrase: str) -> Sequence[str]:
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
