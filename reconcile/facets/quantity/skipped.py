"""Stretches of text whose figures count nothing: dates, times of day, addresses, telephone numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from reconcile.lexicon import lexicon
from reconcile.text import Span


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Stretches of text whose figures are no quantities. Every repetition is bounded."""
    words = lexicon("quantities")
    month = (
        "(?:" + "|".join(sorted((m.capitalize() for m in words["months"]), key=len, reverse=True)) + r")\b\.?"
    )
    zone = "(?:" + "|".join(map(str.upper, words["time_zones"])) + "|hrs|hours)"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?![\d,.%]\d|\d|%)"
    join = r"\s?(?:[-–—,&]|to|and|or|through)\s?"
    meridiem = r"(?:[ap]m\b|[ap]\.m\b|o['’]clock)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?:https?://|www\.)\S{1,2000}",
            r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}|[@#][^\W\d]\w{0,60}",
            r"(?<![\d.,])\d{4}-\d{1,2}-\d{1,2}(?!\d)",
            r"(?<![\d.,/])\d{1,2}( ?[./-] ?)\d{1,2}\1(?:\d{4}|\d{2})(?!\d)",
            r"(?<![\d.,$£€])(?:1\d|20)\d\d\s?(?:[/–—-]|--)\s?(?:(?:1\d|20)\d\d|\d\d)(?![\d,.%]?\d|%)",
            rf"\b{month}\s{{1,2}}{day}(?:{join}{day})?(?:,?\s\d{{4}}\b)?",
            rf"(?<![\d.,$£€])\b{day}(?:{join}{day})?\s(?:of\s)?{month}",
            rf"(?<![\d.,])\d{{1,2}}(?:[:.]\d\d)?(?:\s?[-–]\s?\d{{1,2}}(?:[:.]\d\d)?)?\s?{meridiem}",
            r"(?<![\d.,:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])",
            rf"(?<![\d.,])[012]\d[:.]?\d\d\s?{zone}\b",
            r"(?<![\d.,])(?:\d{3}|[1-9])0['’]?s\b(?<=\d\d\d0s|\d\d0['’]s)",
            r"\b(?:in|the|his|her|their|my|your|our|early|mid|late|and|or)[ -]['’]?[1-9]0s\b|['’]\d0s\b",
            r"(?<![\w.,])(?:\+\d|\(0)[\d ()-]{6,20}\d",
            r"(?<![\w.,])(?:0\d{2,4}(?:[ -]\d{2,4}){2,4}|0\d{2,4}[ -]\d{3,4}|\d{3}-\d{3}-\d{4})(?!\d)",
            r"(?<![\w.,])\d{1,5}(?:\.\d{1,2}){2,4}(?![\d.])",
            r"(?<![\w/])(?:9/11|24/7|7/7|50[-/]50)(?![\w/])",
            r"(?m)^[ \t]{0,8}\d{1,2}[.)][ \t]",
            r"\[\d{1,3}\]",
        )
    )


def skipped_spans(text: str) -> tuple[Span, ...]:
    """Where figures are dates, times, addresses or numbers of telephones, in order and merged."""
    return tuple(_merged(sorted(Span(*m.span()) for pattern in _patterns() for m in pattern.finditer(text))))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def is_skipped(skipped: tuple[Span, ...], offset: int) -> bool:
    place = bisect_right(skipped, offset, key=lambda span: span.start) - 1
    return place >= 0 and offset < skipped[place].end
