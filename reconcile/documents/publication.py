"""When a text was published, as far as it can be told, and from what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache

from reconcile.documents.front_matter import FrontMatter
from reconcile.documents.furniture import folded
from reconcile.documents.model import Document
from reconcile.documents.paragraphs import Paragraph
from reconcile.documents.stamps import Stamp, stamps
from reconcile.lexicon import lexicon

GIVEN, FRONT_MATTER, DATELINE, HEADER = "given", "front matter", "dateline", "header line (upper bound)"
_MOST_BEFORE, _MOST_AFTER = 10, 10  # words beside the date in a byline
_SEPARATED = re.compile(r"[,:|·•–—/-]\s*$")
_EDGES = " \t,.:;|·•–—-()[]*_"


@dataclass(frozen=True, slots=True)
class Publication:
    """The days between which a text was published; either may be unknown."""

    earliest: date | None = None
    latest: date | None = None
    origin: str = ""


class _Weight(Enum):
    """What a date on a line of its own says."""

    PUBLISHED = auto()
    BOUND = auto()  # published no later
    NOTHING = auto()


def publication(
    document: Document,
    matter: FrontMatter,
    above: Sequence[Paragraph],
    below: Sequence[Paragraph],
    headline: Paragraph | None,
    dateline: str,
) -> Publication:
    """Publication date of a document, from the surest source that has one.

    `above` and `below` are the lines around the prose, `dateline` is what opens it ("OSLO, May 3 - "). A date
    at the top of the page, above the headline, may be the day of saving: it bounds the date from above,
    no more, unless another one says the same.
    """
    if document.published:
        return Publication(document.published, document.published, document.published_from or GIVEN)
    return _stated(document, matter) or _written(above, below, headline, dateline)


def _stated(document: Document, matter: FrontMatter) -> Publication | None:
    value = matter.first("publication_fields")
    dated = [stamp for stamp in stamps(value.of(document.text)) if stamp.year] if value else []
    return Publication(dated[0].earliest, dated[0].latest, FRONT_MATTER) if dated else None


def _written(
    above: Sequence[Paragraph], below: Sequence[Paragraph], headline: Paragraph | None, dateline: str
) -> Publication:
    """From the lines around the prose and the dateline that opens it."""
    weighed = [*_above(above, headline), *_below(below)]
    days = [stamp for stamp, weight in weighed if weight is _Weight.PUBLISHED]
    bounds = [stamp.latest for stamp, weight in weighed if weight is _Weight.BOUND and stamp.latest]
    bound = min(bounds, default=None)
    opening = _opening(dateline, days[0].latest if days else bound)
    if opening and not (days and days[0].day):
        return opening
    if days:
        return Publication(days[0].earliest, days[0].latest, DATELINE)
    if len(bounds) > len(set(bounds)):  # two headers that agree confirm each other
        return Publication(bound, bound, DATELINE)
    return Publication(None, bound, HEADER) if bound else Publication()


def _opening(dateline: str, bound: date | None) -> Publication | None:
    """ "OSLO, May 3": a day whose year may have to come from another date of the page."""
    for stamp in stamps(dateline):
        day = stamp.earliest if stamp.year else bound and stamp.last_before(bound)
        if day and stamp.day:
            return Publication(day, day, DATELINE)
    return None


def _above(lines: Sequence[Paragraph], headline: Paragraph | None) -> Iterator[tuple[Stamp, _Weight]]:
    for line in lines:
        on_top = headline is None or line.span < headline.span
        if stamp := _dated(line.words):
            yield stamp, _weight(line.words, stamp, on_top)


def _below(lines: Sequence[Paragraph]) -> Iterator[tuple[Stamp, _Weight]]:
    """Amid the prose and below, only a date that is said to be that of publication: links have dates too."""
    for line in lines:
        stamp = _dated(line.words)
        if stamp and _says(line.words[: stamp.span.start], "published"):
            yield stamp, _Weight.PUBLISHED


def _dated(words: str) -> Stamp | None:
    """The date of a line that holds little else."""
    if len(words) > 200:
        return None
    dated = [stamp for stamp in stamps(words) if stamp.year]
    if not dated or len(words[: dated[0].span.start].split()) > _MOST_BEFORE:
        return None
    return dated[0] if len(words[dated[-1].span.end :].split()) <= _MOST_AFTER else None


def _weight(words: str, stamp: Stamp, on_top: bool) -> _Weight:
    before = words[: stamp.span.start]
    if _says(before, "updated"):
        return _Weight.BOUND
    if _says(before, "published") or (
        before.strip(_EDGES).casefold() in _fields() and before.rstrip().endswith(":")
    ):
        return _Weight.PUBLISHED
    if not before.strip(_EDGES) or before.strip(_EDGES).casefold() in lexicon("datelines")["header"]:
        return _Weight.BOUND if on_top else _Weight.PUBLISHED
    byline = _SEPARATED.search(before) or _says(before, "byline")
    return _Weight.PUBLISHED if byline else _Weight.NOTHING


def _says(before: str, what: str) -> bool:
    """Whether a line opens with a word of publication, of a later change, or of an author."""
    opening = folded(before).lstrip(_EDGES)
    return any(opening.startswith(word) for word in lexicon("datelines")[what])


@cache
def _fields() -> frozenset[str]:
    return frozenset(lexicon("datelines")["publication_fields"])
