"""Text to paragraphs: single lines, or lines that were broken at a fixed width and belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile.text import Span

_LINE = re.compile(r"\S[^\n\r\x0b\x0c\x85\u2028\u2029]*")
_MARK = re.compile(r"(?:(?P<heading>#{1,6})|>{1,5}|(?P<item>[-*+•▪●‣]|[0-9]{1,2}[.)]))[ \t]{1,9}|>{1,5}")
_LETTER = re.compile(r"[^\W_]")
_WIDEST, _NARROWEST = 120, 40  # characters of lines that were broken at a fixed width
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]*_]{0,4}$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, without the Markdown mark before it."""

    span: Span
    words: str
    heading: bool = False  # marked as one
    item: bool = False  # of a list


def paragraphs(text: str, start: int = 0) -> tuple[Paragraph, ...]:
    """The paragraphs of a text from an offset on, in order; lines without a letter or digit are left out."""
    lines = [line for match in _LINE.finditer(text, start) if (line := _line(text, match))]
    width = _width(lines)
    runs: list[list[Paragraph]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before and _goes_on(before, line, width) and not _parted(text, before, line):
            runs[-1].append(line)
        else:
            runs.append([line])
    joined = (_joined(text, run) for run in runs)
    return tuple(paragraph for paragraph in joined if _LETTER.search(paragraph.words))


def _width(lines: list[Paragraph]) -> int | None:
    """The width at which the lines were broken; None if each is a paragraph of its own."""
    width = max((len(line.words) for line in lines), default=0)
    broken = any(_breaks_off(before, line) for before, line in pairwise(lines))
    return width if broken and width <= _WIDEST else None


def _line(text: str, match: re.Match[str]) -> Paragraph | None:
    mark = _MARK.match(text, match.start(), match.end())
    begin = mark.end() if mark else match.start()
    words = text[begin : match.end()].rstrip()
    span = Span(begin, begin + len(words))
    return (
        Paragraph(span, words, bool(mark and mark["heading"]), bool(mark and mark["item"])) if words else None
    )


def _joined(text: str, lines: list[Paragraph]) -> Paragraph:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return replace(lines[0], span=span, words=span.of(text))


def _parted(text: str, before: Paragraph, line: Paragraph) -> bool:
    """Whether a blank line stands between two lines."""
    return text.count("\n", before.span.end, line.span.start) > 1


def _goes_on(before: Paragraph, line: Paragraph, width: int | None) -> bool:
    """Whether a line goes on with the one above it: amid its sentence, or because the width was full."""
    if before.heading or line.heading or line.item:
        return False
    full = width and len(before.words) + 1 + len(line.words.split(maxsplit=1)[0]) > width
    return bool(full) or _breaks_off(before, line)


def _breaks_off(before: Paragraph, line: Paragraph) -> bool:
    return line.words[0].islower() and len(before.words) >= _NARROWEST and not _ENDED.search(before.words)
