"""Where quotation marks open and close in running text, also where one of the two is missing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import pairwise

from reconcile.lexicon import lexicon
from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks, the marks themselves left out."""

    span: Span
    opened: bool
    closed: bool


class _Turn(Enum):
    OPENS = 1
    CLOSES = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    family: str
    turn: _Turn


_FAMILIES = {"“": "double", "”": "double", "„": "double", "‟": "double", '"': "double", "＂": "double"}
_FAMILIES |= {"``": "double", "''": "double", "«": "angle", "»": "angle", "「": "corner", "」": "corner"}
_USUAL = dict.fromkeys(["“", "„", "‟", "``", "«", "「"], _Turn.OPENS)
_USUAL |= dict.fromkeys(["”", "''", "»", "」"], _Turn.CLOSES)
_MARK = re.compile("|".join(_FAMILIES))
_MARKS = "".join(_FAMILIES)
_BEFORE_OPENING = "([{—–-/:" + _MARKS + "‘'"
_AFTER_CLOSING = ",.;:!?)]}—–-/…" + _MARKS + "’'"
_SPEECH_END = ",.!?…"
_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
_SENTENCE_START = re.compile(r"(?P<last>[^\W\d_]{0,12})[.!?…][\"”’')\]]?\s+(?=[^\W\d_a-z]|[\"“‘(])")
_FEWEST_WORDS_WITHOUT_OPENING = 4
_FARTHEST = 3000  # characters that a single mark, or a sentence without an opening mark, is looked for


def marked_stretches(text: str, paragraphs: Sequence[Span] = ()) -> list[Marked]:
    """All quotations in order: between double marks and, where unmistakable, between single ones.

    Without `paragraphs` (in offsets of the text) they are taken from the line ends.
    """
    paragraphs = paragraphs or list(_paragraphs(text))
    found = [*_double(text, paragraphs), *(m for p in paragraphs for m in _single(text, p))]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _paragraphs(text: str) -> Iterator[Span]:
    """A blank line ends a paragraph; so does every line end, unless lines are cut at a fixed width."""
    break_ = re.compile(r"\n[^\S\n]*\n\s*" if _wrapped(text) else r"\n\s*")
    start = 0
    for found in break_.finditer(text):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, len(text))


def _wrapped(text: str) -> bool:
    """Whether lines are cut at a width: none is long, and most with a next line stop in mid-sentence."""
    lines = text.splitlines()
    going_on = [a.rstrip() for a, b in pairwise(lines) if a.strip() and b.strip()]
    stopped = sum(line[-1] in _SPEECH_END + _MARKS + ":;’" for line in going_on)
    return bool(going_on) and max(map(len, lines)) <= 120 and 2 * stopped < len(going_on)


def _double(text: str, paragraphs: Sequence[Span]) -> Iterator[Marked]:
    open_: _Mark | None = None  # an opening mark that earlier paragraphs left without its closing one
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        found, loose = _matched(text, paragraph, open_)
        yield from found
        open_ = None
        for mark, until in loose:
            stretch = _without_attribution(text, Span(mark.span.end, until), paragraph)
            to_the_end = stretch.end == paragraph.end
            if to_the_end and following and _opens_again(text, following, mark.family):
                open_ = mark
            else:
                yield from _trimmed(text, stretch, opened=True, closed=False)


def _matched(
    text: str, paragraph: Span, before: _Mark | None
) -> tuple[list[Marked], list[tuple[_Mark, int]]]:
    """The quotations of one paragraph, and the marks that stay open, each with how far it may reach."""
    found: list[Marked] = []
    stack: list[_Mark] = [before] if before else []
    waiting = Counter(m.family for m in stack)
    edge = paragraph.start  # the end of the last quotation
    begins: list[int] = []
    for n, mark in enumerate(_marks(text, paragraph)):
        if n == 0 and before and mark.turn is not _Turn.CLOSES:
            continue  # the mark that each further paragraph of one quotation begins with
        if mark.turn is _Turn.OPENS or (mark.turn is _Turn.EITHER and not waiting[mark.family]):
            stack.append(mark)
            waiting[mark.family] += 1
            begins.append(mark.span.start)
            continue
        if waiting[mark.family]:
            partner = _partner(mark, stack, waiting)
            found.extend(_trimmed(text, Span(partner.span.end, mark.span.start), opened=True, closed=True))
        else:
            found.extend(_without_opening(text, Span(edge, mark.span.start)))
        edge = mark.span.end
    ends = [*begins, paragraph.end]
    return found, [(m, ends[bisect_right(begins, m.span.start)]) for m in stack]


def _partner(mark: _Mark, stack: list[_Mark], waiting: Counter[str]) -> _Mark:
    """The opening mark that a closing one answers to; what was opened since is forgotten."""
    while True:
        opening = stack.pop()
        waiting[opening.family] -= 1
        if opening.family == mark.family:
            return opening


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """The double marks of a paragraph; an even number of straight ones takes turns, however spaced."""
    marks = list(_marks_by_context(text, paragraph))
    straight = [m for m in marks if m.span.of(text) == '"']
    if (
        len(straight) % 2 == 0
        and straight
        and straight[0].turn is not _Turn.CLOSES
        and len(straight) == len(marks)
    ):
        return [replace(m, turn=_Turn.CLOSES if n % 2 else _Turn.OPENS) for n, m in enumerate(marks)]
    return marks


def _marks_by_context(text: str, paragraph: Span) -> Iterator[_Mark]:
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        if not _INCHES.search(text, max(paragraph.start, found.start() - 6), found.start()):
            span = Span(*found.span())
            yield _Mark(span, _FAMILIES[found[0]], _turn(text, paragraph, span))


def _turn(text: str, paragraph: Span, mark: Span) -> _Turn:
    """Which way a mark turns, by what stands beside it; where that does not tell, by its shape."""
    before = text[mark.start - 1] if mark.start > paragraph.start else " "
    after = text[mark.end] if mark.end < paragraph.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not (after.isspace() or after in ",.;:!?)]")
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if opens != closes:
        return _Turn.OPENS if opens else _Turn.CLOSES
    return _USUAL.get(mark.of(text), _Turn.EITHER)


def _opens_again(text: str, paragraph: Span, family: str) -> bool:
    first = next(_marks_by_context(text, paragraph), None)
    return bool(first and first.span.start == paragraph.start and first.family == family)


def _without_opening(text: str, before: Span) -> Iterator[Marked]:
    """A closing mark that nothing opened ends its sentence, if punctuation stands before it."""
    if text[before.end - 1 : before.end] not in tuple(_SPEECH_END) or len(before) == 0:
        return
    start = before.start
    for found in _SENTENCE_START.finditer(text, max(start, before.end - _FARTHEST), before.end):
        abbreviation = found["last"][:1].isupper() and len(found["last"]) <= 3
        if not abbreviation:
            start = found.end()
    if len(text[start : before.end].split()) >= _FEWEST_WORDS_WITHOUT_OPENING:
        yield from _trimmed(text, Span(start, before.end), opened=False, closed=True)


@cache
def _attribution() -> re.Pattern[str]:
    verbs = "|".join(lexicon("speech")["said"])
    return re.compile(rf"[,!?](?=\s+(?:(?:{verbs})\b|(?:[^\s,.]{{1,40}}\s{{1,4}}){{1,6}}(?:{verbs})\b))")


def _without_attribution(text: str, stretch: Span, paragraph: Span) -> Span:
    """What is left of a stretch without closing mark when ", the minister said" is cut off."""
    found = _attribution().search(text, max(stretch.start, paragraph.start), stretch.end)
    return Span(stretch.start, found.end()) if found else stretch


def _trimmed(text: str, span: Span, *, opened: bool, closed: bool) -> Iterator[Marked]:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start < end:
        yield Marked(Span(start, end), opened, closed)


_SINGLE_OPENING = re.compile(r"(?<![\w’'‘])[‘'](?=[^\W\d_])")
_SINGLE_CLOSING = re.compile(r"(?<=[^\s’'‘])[’'](?![\w’'])")


def _single(text: str, paragraph: Span) -> Iterator[Marked]:
    """Between single marks; a plural's apostrophe ("workers’") closes one only for want of better."""
    at = paragraph.start
    while opening := _SINGLE_OPENING.search(text, at, paragraph.end):
        closing = _single_closing(text, opening.end(), paragraph.end)
        if closing is not None:
            yield from _trimmed(text, Span(opening.end(), closing), opened=True, closed=True)
        at = opening.end() if closing is None else closing + 1


def _single_closing(text: str, start: int, end: int) -> int | None:
    following = _SINGLE_OPENING.search(text, start, end)
    until = min(end, start + _FARTHEST, following.start() if following else end)
    closings = [m.start() for m in _SINGLE_CLOSING.finditer(text, start, until)]
    after_speech = [c for c in closings if text[c - 1] in _SPEECH_END]
    if closings and text[closings[0] - 1] == "s" and after_speech:
        return after_speech[0]
    several_words = bool(closings) and (text[start - 1] == "‘" or " " in text[start : closings[0]])
    return closings[0] if several_words else None
