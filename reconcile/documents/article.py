"""What of a document is to be read: its article, the language it is in, the day it was published."""

from __future__ import annotations

from reconcile.documents.datelines import dateline
from reconcile.documents.front_matter import front_matter
from reconcile.documents.language import ENGLISH, language_name, language_of
from reconcile.documents.layout import Layout, lay_out
from reconcile.documents.model import Article, Document
from reconcile.documents.paragraphs import paragraphs
from reconcile.documents.publication import publication
from reconcile.text import Span


def study(document: Document) -> Article:
    """Find the article in a document. What forbids checking it is said in `problem`; nothing is raised."""
    text = document.text
    matter = front_matter(text)
    title = matter.first("title_fields")
    layout = lay_out(paragraphs(text, matter.end), title.of(text) if title else "")
    opening = _opening(text, layout)
    published = publication(
        document, matter, layout.above, layout.below, layout.headline, opening.of(text) if opening else ""
    )
    headline = title or (layout.headline and layout.headline.span) or None
    prose = [_after(paragraph.span, opening) for paragraph in layout.prose]
    language = language_of(" ".join(span.of(text) for span in prose) or text)
    return Article(
        document=document,
        body=(headline, *prose) if headline else tuple(prose),
        headline=headline,
        published_earliest=published.earliest,
        published_latest=published.latest,
        published_from=published.origin,
        language=language,
        problem=_problem(document, layout, language),
        headings=tuple(paragraph.span for paragraph in layout.headings),
        dateline=opening,
    )


def _opening(text: str, layout: Layout) -> Span | None:
    """The dateline among the first three paragraphs: a summary may stand above it; several are speakers."""
    found = [
        opening.shifted(paragraph.span.start)
        for paragraph in layout.prose[:3]
        if (opening := dateline(paragraph.words))
    ]
    return found[0] if len(found) == 1 else None


def _after(span: Span, opening: Span | None) -> Span:
    return Span(opening.end, span.end) if opening and span.contains(opening) else span


def _problem(document: Document, layout: Layout, language: str) -> str | None:
    if document.problem:
        return document.problem
    if not document.text.strip():
        return "is empty"
    if language != ENGLISH:
        return f"is in {language_name(language)}, which is not supported"
    return None if layout.prose else "has no sentences that can be read"
