"""The text of a document cut into stretches, each with what marks it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one line that the same spans mark: for each layer the number of its span, None where it has none."""

    start: int
    text: str
    marks: tuple[int | None, ...]


def lines(text: str, layers: Sequence[Sequence[Span]]) -> Iterator[list[Stretch]]:
    """The lines of a text, each in stretches, marked by layers of spans.

    Where spans of one layer lie over each other the shortest shows, of two of one length the first. A span that
    reaches beyond the text is cut to it.
    """
    whole = Span(0, len(text))
    bounds = sorted({0, len(text)} | {at for spans in layers for s in spans for at in _ends(s, whole)})
    painted = [_painted(spans, bounds, whole) for spans in layers]
    line: list[Stretch] = []
    for number, (start, end) in enumerate(pairwise(bounds)):
        marks = tuple(layer[number] for layer in painted)
        for part, words in enumerate(text[start:end].split("\n")):
            if part:
                yield line
                line, start = [], start + 1
            if words:
                line.append(Stretch(start, words, marks))
            start += len(words)
    yield line


def _ends(span: Span, whole: Span) -> tuple[int, int]:
    """Where a span begins and ends within a text."""
    return min(max(span.start, 0), whole.end), min(max(span.end, 0), whole.end)


def _painted(spans: Sequence[Span], bounds: Sequence[int], whole: Span) -> list[int | None]:
    """Which span shows between each bound and the next: long ones are painted first, short ones over them."""
    canvas: list[int | None] = [None] * len(bounds)
    for number in sorted(range(len(spans)), key=lambda n: (-len(spans[n]), -n)):
        start, end = (bisect_left(bounds, at) for at in _ends(spans[number], whole))
        canvas[start:end] = [number] * (end - start)
    return canvas
