"""What is attributed to whom."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said, and who is said to have said it. All spans are offsets into the document's text."""

    speaker: Span | None  # the words that name the speaker where it is said: "Costa", "the ministry", "she"
    cue: Span  # the reporting verb, or "according to"
    content: Span  # the quotation without its marks, or the clause
    direct: bool  # stands between quotation marks
    denial: bool = False
    via: Span | None = None  # the medium or agency in between
    confidence: float = 0.9  # from 0 to 1
