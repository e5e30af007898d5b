"""A document as it was given, and the article that is read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reconcile.text import Span


class DocumentRole(StrEnum):
    """Why a document takes part: to be checked, to be checked against, or as what a desk holds true."""

    CHECKED = "checked"
    SOURCE = "source"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Document:
    """One source text. Every offset in Reconcile counts code points of `text`.

    `published_from` says where `published` comes from, where it is not simply given. `problem` says why the
    document could not be read; its text is empty then.
    """

    id: str
    text: str
    published: date | None = None
    path: str | None = None
    role: DocumentRole = DocumentRole.CHECKED
    published_from: str = ""
    problem: str | None = None
    tier: int | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """What of a document is to be read.

    `body` holds the paragraphs in order, the headline first (the title, where front matter gives one);
    page furniture, subheadings and a dateline that opens a paragraph ("OSLO, May 3 - ") are left out. The
    publication date is an interval, either end of which may be unknown; `published_from` is one of "given",
    "sources.yaml", "front matter", "dateline", "header line (upper bound)" and "". With a `problem` the
    article is not to be checked.
    """

    document: Document
    body: tuple[Span, ...]
    headline: Span | None
    published_earliest: date | None
    published_latest: date | None
    published_from: str
    language: str
    problem: str | None
    headings: tuple[Span, ...] = ()
    dateline: Span | None = None

    @property
    def published_on(self) -> date | None:
        """The publication date, where it is known to the day."""
        return self.published_earliest if self.published_earliest == self.published_latest else None
