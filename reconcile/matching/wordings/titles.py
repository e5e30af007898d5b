"""What a sentence calls its subject, word for word, where no name was recognised: "Men of the Coast is a 1987 film"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.claims.model import Word
from reconcile.text import Span

_QUOTES = set("\"“”'‘’«»")
_SMALL = {"ADP", "DET", "CCONJ", "PART", "PUNCT", "NUM"}  # may stand in a title in small letters
_OPENING = {"ADP", "DET", "SCONJ", "CCONJ"}  # do not begin one, unless in quotation marks
_NAMING = {"NOUN", "PROPN", "ADJ", "VERB", "NUM"}
_BREAKS = set(",;:—–()")


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a subject and, folded to small letters, what it is known by."""

    span: Span
    key: str


def title(words: Sequence[Word]) -> Title | None:
    """The capitalised words with which a sentence begins, up to its verb; None where there are none such.

    Args:
        words: the sentence without what stands in brackets.
    """
    start = next((i for i, w in enumerate(words) if w.text.strip() and w.text not in _QUOTES), len(words))
    end = start
    while end < len(words) and _fits(words[end]):
        end += 1
    while end > start and not words[end - 1].text[:1].isupper() and words[end - 1].pos != "NUM":
        end -= 1
    called = [w for w in words[start:end] if w.text not in _QUOTES and w.pos != "SPACE"]
    quoted = start > 0 and words[start - 1].text in _QUOTES
    if not called or not any(w.pos in _NAMING for w in called) or not _is_followed(words[end:]):
        return None
    if called[0].pos in _OPENING and not quoted:
        return None
    return Title(Span(called[0].span.start, called[-1].span.end), " ".join(w.text.casefold() for w in called))


def _fits(word: Word) -> bool:
    if word.text in _BREAKS:
        return False
    return word.text[:1].isupper() or word.pos in _SMALL or word.pos == "SPACE" or word.text in _QUOTES


def _is_followed(rest: Sequence[Word]) -> bool:
    """Whether the verb comes next."""
    after = next((w for w in rest if w.text not in _QUOTES and w.pos != "SPACE"), None)
    return after is not None and after.pos in {"AUX", "VERB"}
