"""Page furniture: lines that stand on a news page and are not the article.

Here the words of a line decide, by `rules/lexicon/furniture.yaml`; in `layout` its place on the page does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reconcile.lexicon import lexicon

_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_SHORT = 500  # characters; a longer paragraph is not furniture for a phrase or a credit in it
_LONG_LINE = 13  # words from which a line may be a sentence that lacks its full stop
_SMALL_WORDS = 2  # and how many it holds of those that headlines omit
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words and patterns of furniture. Lines are asked about in the form that `folded` gives."""

    labels: frozenset[str]
    endings: frozenset[str]
    openings: tuple[str, ...]
    phrases: tuple[str, ...]
    glued: tuple[str, ...]
    sentence_words: frozenset[str]
    credit: re.Pattern[str]
    signature: re.Pattern[str]
    whole: re.Pattern[str]


def is_furniture(words: str) -> bool:
    """Whether the words of a paragraph alone tell that it is none of the article's."""
    return is_label(words) or _opens_so(words) or _is_glued(words) or _has_phrase(words) or is_caption(words)


def is_label(words: str) -> bool:
    """Whether the line is a label of the page: "Related", "Share", "3 MIN READ"."""
    return _bare(words) in _vocabulary().labels


def ends_the_article(words: str) -> bool:
    """Whether a line opens what comes after an article: comments, the author, other articles."""
    return _bare(words) in _vocabulary().endings


def is_caption(words: str) -> bool:
    """Whether a paragraph ends with the credit of a picture."""
    return _is_short(words) and bool(_vocabulary().credit.search(words))


def is_signature(words: str) -> bool:
    """Whether a paragraph tells who wrote the article; that is for its last paragraph to be asked."""
    return _is_short(words) and bool(_vocabulary().signature.fullmatch(words.strip("*_[]() ")))


def is_sentence(words: str) -> bool:
    """Whether a line that lacks its full stop is a sentence all the same, and no headline."""
    written = folded(words).split()
    small = sum(word in _vocabulary().sentence_words for word in written)
    return len(written) >= _LONG_LINE and small >= _SMALL_WORDS


def folded(words: str) -> str:
    """Lower case, one space between words, straight apostrophes."""
    return " ".join(words.translate(_APOSTROPHES).casefold().split())


def _bare(words: str) -> str:
    return _AROUND.sub("", folded(words[:200]))


def _is_short(words: str) -> bool:
    return len(words) <= _SHORT


def _opens_so(words: str) -> bool:
    line = folded(words[:300]).lstrip("*_[(")
    openings = _vocabulary().openings
    if line.startswith(openings) and any(_begins(line, opening) for opening in openings):
        return True
    return _is_short(words) and bool(_vocabulary().whole.fullmatch(words))


def _begins(line: str, opening: str) -> bool:
    following = line[len(opening) : len(opening) + 1]
    return line.startswith(opening) and not (opening[-1].isalpha() and following.isalpha())


def _is_glued(words: str) -> bool:
    """Whether a cue is followed at once by a capital letter: "RelatedFire closes tunnel"."""
    line, cues = words[:100].casefold(), _vocabulary().glued
    if words.isupper() or not line.startswith(cues):
        return False
    return any(line.startswith(cue) and words[len(cue) : len(cue) + 1].isupper() for cue in cues)


def _has_phrase(words: str) -> bool:
    line = folded(words) if _is_short(words) else ""
    return any(phrase in line for phrase in _vocabulary().phrases)


@cache
def _vocabulary() -> Vocabulary:
    data = lexicon("furniture")
    return Vocabulary(
        labels=frozenset(data["labels"]) | frozenset(data["endings"]),
        endings=frozenset(data["endings"]),
        openings=tuple(data["openings"]),
        phrases=tuple(data["phrases"]),
        glued=tuple(data["glued"]),
        sentence_words=frozenset(data["sentence_words"]),
        credit=_any(data["credits"], r"[\s.)\]*_]{0,4}$"),
        signature=_any(data["signatures"]),
        whole=_any(data["patterns"]),
    )


def _any(patterns: Iterable[str], after: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)}){after}", re.IGNORECASE)
