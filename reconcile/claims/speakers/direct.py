"""Speakers of direct quotations, found by how quotations, cues and paragraphs stand to each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reconcile.claims.speakers.attribution import Attribution
from reconcile.claims.speakers.cues import Cue, CueKind
from reconcile.facets.quote import Quote
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARAGRAPH_END = re.compile(r"\s*\n\s*|\s{2,}")
_SENTENCE_END = re.compile(
    r"(?<![\s.][A-Z])(?<!\b[A-Z][a-z])(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Sgt|Maj|Adm))[.!?…][”\"’»)]?\s+(?=[^\Wa-z]|[“\"‘«])"
)
_MARKS = "“”„‟\"＂'‘’«»「」` \t\n\xa0"
_SPEECH_GOES_ON = ",?!…—–-;"
_ADJACENT = 8  # words between a quotation and its cue
_BESIDE_WEAK = 4
_MARKS_BETWEEN = 4  # characters between a quotation and the words behind its mark

_ACTS = {CueKind.ACT, CueKind.LABEL, CueKind.WEAK}
_BESIDE, _APART, _CONTINUED, _BEFORE_IN_PARAGRAPH, _PARAGRAPH_BEFORE, _LOOSE = 0.95, 0.8, 0.85, 0.7, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands beside a quotation: before it in its sentence, and after it until the sentence ends."""

    quote: Quote
    lead: Span
    tail: Span
    paragraph: Span
    before: Span  # the paragraph before

    def lead_words(self, text: str) -> str:
        return self.lead.of(text).strip(_MARKS)

    def tail_words(self, text: str) -> str:
        return self.tail.of(text).strip(_MARKS)


def direct_speech(
    doc: Doc, quotes: Sequence[Quote], cues: Sequence[Cue], paragraphs: Sequence[Span]
) -> Iterator[Attribution]:
    """One attribution for each quotation whose speaker can be found; nested quotations have none."""
    text = doc.text
    starts = [c.span.start for c in cues]
    for setting in _settings(text, outermost(quotes), paragraphs or _paragraphs(text)):
        first = bisect_left(starts, setting.before.start)
        near = cues[first : bisect_right(starts, setting.tail.end)]
        closing = cues[first : bisect_right(starts, setting.quote.span.end + _MARKS_BETWEEN)]
        found = (
            _by_cue(text, setting, near) or _closed(text, setting, closing) or _carried(text, setting, near)
        )
        if found:
            yield found


def outermost(quotes: Sequence[Quote]) -> list[Quote]:
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.span.start, -q.span.end)):
        if not kept or quote.span.start >= kept[-1].span.end:
            kept.append(quote)
    return kept


def _paragraphs(text: str) -> list[Span]:
    ends = [m.span() for m in _PARAGRAPH_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return [Span(a, b) for a, b in zip(starts, [*(start for start, _ in ends), len(text)], strict=True)]


def _settings(text: str, quotes: Sequence[Quote], paragraphs: Sequence[Span]) -> Iterator[_Setting]:
    n = 0
    for k, quote in enumerate(quotes):
        while n + 1 < len(paragraphs) and paragraphs[n + 1].start <= quote.span.start:
            n += 1
        last = n
        while last + 1 < len(paragraphs) and paragraphs[last + 1].start <= quote.span.end:
            last += 1
        left = max(paragraphs[n].start, quotes[k - 1].span.end if k else 0)
        right = max(quote.span.end, paragraphs[last].end)
        if k + 1 < len(quotes):
            right = min(right, quotes[k + 1].span.start)
        before = paragraphs[n - 1] if n else Span(paragraphs[0].start, paragraphs[0].start)
        yield _Setting(
            quote,
            _lead(text, Span(left, quote.span.start), before),
            _tail(text, quote, right),
            paragraphs[n],
            before,
        )


def _lead(text: str, stretch: Span, before: Span) -> Span:
    """The sentence so far; if it only begins here, the sentence before, where that ends in a colon."""
    if not stretch.of(text).strip(_MARKS) and before.of(text).rstrip().endswith(":"):
        stretch = before
    start = stretch.start
    for found in _SENTENCE_END.finditer(text, max(0, stretch.start - 1), stretch.end):
        start = max(start, found.end())
    return Span(min(start, stretch.end), stretch.end)


def _tail(text: str, quote: Quote, right: int) -> Span:
    """The rest of the sentence; nothing where the quotation ends it."""
    found = _SENTENCE_END.search(text, quote.span.end, right)
    tail = Span(quote.span.end, found.start() if found else right)
    words = tail.of(text).strip(_MARKS)
    ended = quote.words[-1:] == "." and not words[:1].islower()
    return Span(quote.span.end, quote.span.end) if ended or words[:1] == "." else tail


def _by_cue(text: str, setting: _Setting, cues: Sequence[Cue]) -> Attribution | None:
    """The speaker whom a cue names in the quotation's own sentence."""
    behind = [c for c in cues if setting.tail.contains(c.span) and _follows(text, c, setting)]
    ahead = [c for c in cues if setting.lead.contains(c.span) and _leads_on(text, c, setting)]
    goes_on = setting.quote.words[-1:] in _SPEECH_GOES_ON or setting.tail_words(text)[:1] in tuple(
        _SPEECH_GOES_ON
    )
    introduced = bool(ahead) and (ahead[-1].kind is CueKind.LABEL or setting.lead_words(text)[-1:] == ":")
    if behind and not introduced and (goes_on or not ahead):
        return _from_tail(text, setting, behind, goes_on)
    return _from_lead(text, setting, ahead[-1]) if ahead else None


def _follows(text: str, cue: Cue, setting: _Setting) -> bool:
    if cue.kind is CueKind.WEAK:
        return len(text[setting.quote.span.end : cue.span.start].split()) <= _BESIDE_WEAK
    return cue.kind not in {CueKind.LABEL, CueKind.ACT, CueKind.CLOSING}


def _leads_on(text: str, cue: Cue, setting: _Setting) -> bool:
    """Whether a cue before a quotation introduces it: a weak one only at a colon, or right beside it."""
    if cue.kind is CueKind.CLOSING:
        return False
    if cue.kind is CueKind.ACT:
        return setting.lead_words(text)[-1:] == ":"
    beside = text[cue.span.end : setting.lead.end].strip(_MARKS) in {"", ",", ":"}
    return cue.kind is not CueKind.WEAK or beside or setting.lead_words(text)[-1:] == ":"


def _from_lead(text: str, setting: _Setting, cue: Cue) -> Attribution:
    distance = len(text[cue.span.end : setting.lead.end].split())
    introduced = distance <= _ADJACENT or setting.lead_words(text)[-1:] in {":", ","}
    return _attribution(setting.quote, cue, _BESIDE if introduced else _APART)


def _from_tail(text: str, setting: _Setting, cues: list[Cue], goes_on: bool) -> Attribution:
    first = next((c for c in cues if c.kind is not CueKind.ACCORDING), cues[0])
    source = next((c for c in cues if c.kind is CueKind.ACCORDING and c is not first), None)
    distance = len(text[setting.quote.span.end : first.span.start].split())
    found = _attribution(setting.quote, first, _BESIDE if goes_on and distance <= _ADJACENT else _APART)
    return replace(found, via=source.speaker) if source and not found.via else found


def _attribution(quote: Quote, cue: Cue, confidence: float) -> Attribution:
    denial = cue.kind is CueKind.DENY
    return Attribution(cue.speaker, cue.span, quote.span, True, denial, cue.via, confidence=confidence)


def _closed(text: str, setting: _Setting, cues: Sequence[Cue]) -> Attribution | None:
    """The speaker whom the words right behind the closing mark name: "That was Ana Reyes"."""
    for cue in reversed(cues):
        between = text[setting.quote.span.end : cue.span.start]
        if cue.kind is CueKind.CLOSING and cue.span.start >= setting.quote.span.end:
            return _attribution(setting.quote, cue, _APART) if not between.strip(_MARKS + ",.") else None
    return None


def _carried(text: str, setting: _Setting, cues: Sequence[Cue]) -> Attribution | None:
    """Who spoke just before, in this paragraph or, for a whole sentence, in the one before."""
    alone = not setting.lead_words(text) and not setting.tail_words(text)
    until = setting.lead.start
    here = [c for c in cues if setting.paragraph.start <= c.span.start < until and _carries(c, alone)]
    if not alone:
        return _attribution(setting.quote, here[-1], _LOOSE) if here and setting.quote.substantial else None
    if here:
        continued = here[-1].kind is not CueKind.ACT and not _SENTENCE_END.search(
            text, here[-1].span.end, until - 1
        )
        return _attribution(setting.quote, here[-1], _CONTINUED if continued else _BEFORE_IN_PARAGRAPH)
    above = [c for c in cues if setting.before.start <= c.span.start < until and _carries(c, True)]
    said = [c for c in above if c.kind is not CueKind.ACT]
    if said:
        return _attribution(setting.quote, said[-1], _PARAGRAPH_BEFORE)
    return _attribution(setting.quote, above[-1], _LOOSE) if above else None


def _carries(cue: Cue, act: bool) -> bool:
    return cue.kind in {CueKind.SAY, CueKind.DENY} or (act and cue.kind in _ACTS)
