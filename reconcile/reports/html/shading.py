"""The text of a document cut into stretches, each with what became of its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from reconcile.text import Span

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Mark(Generic[What]):
    """Something that is known of a stretch of text."""

    span: Span
    what: What


@dataclass(frozen=True, slots=True)
class Stretch(Generic[What]):
    """Words of one line of which the same is known; one thing a layer, None where a layer has nothing."""

    start: int
    text: str
    layers: tuple[What | None, ...]


def lines(text: str, layers: Sequence[Iterable[Mark[What]]]) -> Iterator[list[Stretch[What]]]:
    """The lines of a text, each in stretches. Where marks of one layer lie over each other, the shortest shows.

    A mark that reaches beyond the text is cut to it. Of two marks of one length the one given first shows.
    """
    sorted_layers = [sorted(_within(marks, len(text)), key=lambda mark: -len(mark.span)) for marks in layers]
    bounds = sorted({0, len(text)} | {at for m in sorted_layers for mark in m for at in _ends(mark.span)})
    painted = [_painted(marks, bounds) for marks in sorted_layers]
    line: list[Stretch[What]] = []
    for number, (start, end) in enumerate(pairwise(bounds)):
        known = tuple(layer[number] for layer in painted)
        for part, words in enumerate(text[start:end].split("\n")):
            if part:
                yield line
                line, start = [], start + 1
            if words:
                line.append(Stretch(start, words, known))
            start += len(words)
    yield line


def _within(marks: Iterable[Mark[What]], length: int) -> list[Mark[What]]:
    """The marks that cover some of a text, cut to it; the first of equals last, so that it is painted over the rest."""
    cut = (Mark(Span(max(0, m.span.start), min(m.span.end, length)), m.what) for m in marks)
    return [mark for mark in cut if mark.span.start < mark.span.end][::-1]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _painted(marks: Iterable[Mark[What]], bounds: Sequence[int]) -> list[What | None]:
    """What shows between each bound and the next, where later marks cover earlier ones."""
    canvas: list[What | None] = [None] * len(bounds)
    for mark in marks:
        start, end = (bisect_left(bounds, at) for at in _ends(mark.span))
        canvas[start:end] = [mark.what] * (end - start)
    return canvas
