"""Where an article stands on its page: what is prose, which line is the headline, what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise, takewhile, zip_longest

from reconcile.documents.furniture import (
    ends_the_article,
    folded,
    is_furniture,
    is_label,
    is_sentence,
    is_signature,
)
from reconcile.documents.paragraphs import Paragraph
from reconcile.documents.stamps import stamps

_ENDED = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]*_]{0,4}$")
_SENTENCE_WITHIN = re.compile(r"\b[a-z]{4,30}[.!?][\"'”’)]{0,2} \S")
_LED_IN = re.compile(r"[:;,][\"'”’»)\]*_]{0,4}$")
_HEADLINE_WORDS = range(3, 30)
_MAST = re.compile(r"\s[|·•»]\s")


class _Kind(Enum):
    PROSE = auto()
    LINE = auto()  # without a full stop: a headline, a subheading, a link
    LABEL = auto()  # what follows it is of the page, until the next prose
    FURNITURE = auto()


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a page by what they are.

    `above` are the lines over the article, also those between a summary and the text; `below` all later ones.
    """

    headline: Paragraph | None
    prose: tuple[Paragraph, ...]
    headings: tuple[Paragraph, ...]
    above: tuple[Paragraph, ...]
    below: tuple[Paragraph, ...]


def lay_out(page: Sequence[Paragraph], title: str = "") -> Layout:
    """Sort the paragraphs of a page. Where front matter gives the `title`, no headline is looked for."""
    kinds = _kinds(page)
    prose = [index for index, kind in enumerate(kinds) if kind is _Kind.PROSE]
    if not prose:
        return Layout(None, tuple(_bare_lines(page, kinds)), (), (), tuple(page))
    first, last = prose[0], prose[-1]
    second = prose[1] if len(prose) > 1 else first
    headline = None if title else _headline(page[:first], kinds)
    known = folded(headline.words if headline else title)
    byline = [index for index in range(first, second) if kinds[index] is _Kind.LINE]
    below = sorted({i for i in range(first, len(page)) if kinds[i] is not _Kind.PROSE}.difference(byline))
    lines = [page[index] for index in below if index < last and kinds[index] is _Kind.LINE]
    return Layout(
        headline=headline,
        prose=tuple(page[index] for index in prose if folded(page[index].words) != known),
        headings=tuple(line for line in lines if folded(line.words) != known),
        above=(*page[:first], *(page[index] for index in byline)),
        below=tuple(page[index] for index in below),
    )


def _kinds(page: Sequence[Paragraph]) -> list[_Kind]:
    kinds = [_kind(paragraph, after) for paragraph, after in zip_longest(page, page[1:])]
    for index in list(_lines_of_prose(page, kinds)):
        kinds[index] = _Kind.PROSE
    end = _end(page, kinds)
    kinds[end:] = [_Kind.FURNITURE] * (len(page) - end)
    prose = [index for index, kind in enumerate(kinds) if kind is _Kind.PROSE]
    while len(prose) > 1 and is_signature(page[prose[-1]].words):
        kinds[prose.pop()] = _Kind.FURNITURE
    return kinds


def _kind(paragraph: Paragraph, after: Paragraph | None) -> _Kind:
    if is_furniture(paragraph.words):
        return _Kind.LABEL if is_label(paragraph.words) else _Kind.FURNITURE
    leads_in = after is not None and after.item and paragraph.words.endswith(":")
    return _Kind.PROSE if leads_in or _is_prose(paragraph) else _Kind.LINE


def _is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph is written in sentences: it ends or holds one, or leads on with a colon."""
    if paragraph.heading:
        return False
    words = paragraph.words.count(" ") + 1
    ended = _ENDED.search(paragraph.words) or _SENTENCE_WITHIN.search(paragraph.words)
    return bool(ended) or (words >= 6 and bool(_LED_IN.search(paragraph.words)))


def _end(page: Sequence[Paragraph], kinds: Sequence[_Kind]) -> int:
    """Where the article ends at the latest: at a label of what follows articles, most prose above it."""
    sizes = [len(p.words) if kind is _Kind.PROSE else 0 for p, kind in zip(page, kinds, strict=True)]
    total, above = sum(sizes), 0
    for index, paragraph in enumerate(page):
        if 2 * above > total and ends_the_article(paragraph.words):
            return index
        above += sizes[index]
    return len(page)


def _lines_of_prose(page: Sequence[Paragraph], kinds: Sequence[_Kind]) -> Iterator[int]:
    """Lines that belong to the prose though they lack a full stop: the items of a list, and long ones.

    None after a label does, and below the last prose only a list that is led in.
    """
    prose = [index for index, kind in enumerate(kinds) if kind is _Kind.PROSE]
    for before, after in pairwise([*prose, len(page)]):
        led_in = after < len(page) or page[before].words.endswith(":")
        for index in takewhile(lambda i: kinds[i] is not _Kind.LABEL, range(before + 1, after)):
            listed = page[index].item and led_in
            if kinds[index] is _Kind.LINE and (listed or is_sentence(page[index].words)):
                yield index


def _headline(head: Sequence[Paragraph], kinds: Sequence[_Kind]) -> Paragraph | None:
    """The line above the prose that reads most like a headline: marked as one, or the first of five words."""
    lines = [
        line for line, kind in zip(head, kinds, strict=False) if kind is _Kind.LINE and _may_be_headline(line)
    ]
    marked = [line for line in lines if line.heading]
    return max(marked or lines, key=lambda line: min(line.words.count(" "), 4), default=None)


def _may_be_headline(line: Paragraph) -> bool:
    count = line.words.count(" ") + 1
    label = line.words.isupper() and count < 6
    return count in _HEADLINE_WORDS and not (label or _MAST.search(line.words) or stamps(line.words))


def _bare_lines(page: Sequence[Paragraph], kinds: Sequence[_Kind]) -> Iterator[Paragraph]:
    """Of a text without any full stop, a single claim perhaps, the lines of three words or more."""
    for paragraph, kind in zip(page, kinds, strict=True):
        if kind is _Kind.LINE and paragraph.words.count(" ") >= 2 and not paragraph.words.istitle():
            yield paragraph
