"""Reading the dates of a text, and working out which days they mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from reconcile.facets.period.context import Place, is_date
from reconcile.facets.period.days import Days, Grain, moved, moved_days
from reconcile.facets.period.edtf import WEEKDAYS, spoken
from reconcile.facets.period.engine import Grammar, Parse
from reconcile.facets.period.grammar import ROOMS
from reconcile.facets.period.meaning import Meaning
from reconcile.facets.period.terminals import terminals
from reconcile.facets.period.tokens import Tokens
from reconcile.facets.period.value import Anchor, Bound, Period, Window
from reconcile.text import Span


@cache
def _grammar() -> Grammar:
    return Grammar(terminals(), ROOMS)


_UNKNOWN = Window(None, None)


def read_periods(text: str, anchor: Anchor | None = None, *, future: bool = False) -> tuple[Period, ...]:
    """Every date expression of a running text, in order; durations and ages are none.

    `anchor` says when the text was published: without it a relative date is not known. With `future`, a bare
    weekday, month or day is the first one not before publication; otherwise the latest one not after it.
    """
    tokens = Tokens(text)
    parse = Parse(tokens, _grammar())
    found: list[Period] = []
    at = 0
    while at < len(tokens):
        read = _reading(parse, tokens, at)
        if read:
            meaning, end = read
            found.append(_period(text, tokens.span(at, end), meaning, anchor, future))
            at = end
        else:
            at += 1
    return tuple(found)


def read_period(text: str, anchor: Anchor | None = None, *, future: bool = False) -> Period | None:
    """The one date that a short text holds: the longest reading in it, whatever stands around."""
    tokens = Tokens(text)
    parse = Parse(tokens, _grammar())
    firsts = ((at, parse.readings("date", at)) for at in range(len(tokens)))
    longest = [(at, *readings[0]) for at, readings in firsts if readings]
    if not longest:
        return None
    at, meaning, end = max(longest, key=lambda each: each[2] - each[0])
    return _period(text, tokens.span(at, end), meaning, anchor, future)


def weekday_contradiction(period: Period) -> str | None:
    """What is wrong with the weekday that stands beside a full date, in one sentence; None if nothing is."""
    day = period.stated.earliest
    if period.relative or period.weekday is None or day is None or period.stated.latest != day:
        return None
    if day.weekday() == period.weekday:
        return None
    return f"“{period.words}”: {spoken(Days(day, day), Grain.DAY)} was a {WEEKDAYS[day.weekday()]}."


def _reading(parse: Parse, tokens: Tokens, at: int) -> tuple[Meaning, int] | None:
    """The longest date that begins at a token and is one in its context."""
    for meaning, end in parse.readings("date", at):
        if is_date(Place(tokens, at, end), meaning):
            return meaning, end
    return None


def _period(text: str, span: Span, meaning: Meaning, anchor: Anchor | None, future: bool) -> Period:
    stated = _stated(meaning, anchor, future)
    bounds = _bounds(stated, meaning)
    period = Period(
        span=span,
        words=span.of(text),
        earliest=bounds.earliest,
        latest=bounds.latest,
        grain=meaning.grain,
        relative=meaning.relative,
        bound=meaning.bound,
        stated=stated,
        yearly=meaning.yearly,
        weekday=meaning.weekday,
        fiscal=meaning.fiscal,
        directed=meaning.directed,
    )
    if not (meaning.relative and anchor and period.known):
        return period
    words = " ".join(period.words.split())
    return replace(period, reckoning=f"“{words}” in an article of {anchor.label} is {period.label}")


def _stated(meaning: Meaning, anchor: Anchor | None, future: bool) -> Window:
    """The days that are named, for a publication on any day of the anchor."""
    if meaning.resolve is None:
        return _UNKNOWN
    if not meaning.relative:
        days = meaning.on(date.min, False)
        return Window(days.first, days.last)
    if anchor is None:
        return _UNKNOWN
    earliest = meaning.on(anchor.earliest, future).first if anchor.earliest else None
    latest = meaning.on(anchor.latest, future).last if anchor.latest else None
    return Window(earliest, latest)


def _bounds(stated: Window, meaning: Meaning) -> Window:
    """The first and the last day that can be meant, once the bound is applied."""
    first, last = stated.earliest, stated.latest
    match meaning.bound:
        case Bound.SINCE:
            return Window(first, None)
        case Bound.AFTER:
            return Window(moved_days(last, 1) if last else None, None)
        case Bound.UNTIL:
            return Window(None, last)
        case Bound.BEFORE:
            return Window(None, moved_days(first, -1) if first else None)
        case Bound.ABOUT:
            return Window(first and moved(first, -1, meaning.grain), last and moved(last, 1, meaning.grain))
        case _:
            return stated
