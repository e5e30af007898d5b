"""Who is said to say what: direct quotations and indirect speech, with their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reconcile.claims.speakers.attribution import Attribution
from reconcile.claims.speakers.cues import find_cues, is_relayed
from reconcile.claims.speakers.direct import direct_speech
from reconcile.claims.speakers.indirect import indirect_speech
from reconcile.facets.quote import Quote
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Attribution", "attributions", "is_relayed"]


def attributions(
    doc: Doc, quotes: Sequence[Quote], paragraphs: Sequence[Span] = ()
) -> tuple[Attribution, ...]:
    """All that an article attributes to a speaker, in the order of what is said.

    `doc` is the parse of the whole article, `quotes` its direct quotations and `paragraphs` its paragraphs,
    all in offsets of `doc.text`. Without paragraphs, line ends and runs of spaces are taken to part them.
    A direct quotation for which no speaker can be found has no attribution.
    """
    cues = find_cues(doc, quotes)
    found = [*direct_speech(doc, quotes, cues, paragraphs), *indirect_speech(doc, quotes, cues)]
    return tuple(sorted(found, key=lambda a: (a.content.start, -a.content.end, a.cue.start)))
