"""When something lasting began and ended: "filming began in 2015", "was filmed from June to August", "chief from 2004".

A beginning is dated by a verb of its own, by the first day of a span, or by "since"; whatever the wording, two sources
that date one beginning must agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from reconcile.agreement import Agreement
from reconcile.claims.model import BoundValue, Claim
from reconcile.facets.period import Bound, Period, compare_periods, period_agreement
from reconcile.facets.period.days import unit_around
from reconcile.facets.period.value import Window
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.identity import one_event
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.occasions import in_one_story
from reconcile.matching.profiles import Profile, alike, read_once
from reconcile.matching.subjects import Holding

_EXISTING = "existence"


class _Edge(StrEnum):
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class _Phase:
    """One end of a state, with its date. `within`: the whole span, where the sentence gives it.

    A state that can be taken up again (an office) is another one outside that span.
    """

    state: str
    edge: _Edge
    period: Period
    within: Period | None = None
    office: bool = False


def link_phases(pair: ClaimPair) -> Iterator[Link]:
    """Dates of one beginning, or of one end, however each is worded."""
    if pair.one_voice:
        return
    for x in _phases(pair.a):
        for y in _phases(pair.b):
            if x.edge is y.edge and x.office is y.office and alike(x.state, y.state):
                yield from _link(pair, x, y)


def _link(pair: ClaimPair, x: _Phase, y: _Phase) -> Iterator[Link]:
    comparison = compare_periods(x.period, y.period)
    if comparison.agreement is Agreement.DIFFER and not _one_time(x, y):
        return
    identity = one_event(pair, Kind.DATE)
    if identity:
        a, b = (_holding(p.claim, phase) for p, phase in ((pair.a, x), (pair.b, y)))
        yield Link(
            Kind.DATE,
            f"{min(x.state, y.state)} {x.edge}",
            a,
            b,
            comparison,
            identity.confidence,
            identity.why,
        )


def _one_time(x: _Phase, y: _Phase) -> bool:
    """Whether it is one and the same time that it lasted: a house is built once, talks and terms of office recur."""
    if x.office:
        return _inside(x, y)
    return (
        any(alike(x.state, word) for word in _words("once"))
        or in_one_story(x.period, y.period)
        or _inside(x, y)
    )


def _inside(x: _Phase, y: _Phase) -> bool:
    """Whether, by one, something begins or ends while, by the other, it goes on."""
    return any(
        span is not None and period_agreement(span, other.period) is Agreement.AGREE
        for span, other in ((x.within, y), (y.within, x))
    )


def _holding(claim: Claim, phase: _Phase) -> Holding:
    period = phase.period
    return Holding(claim.document, period.span, claim.sentence, period, period.normal, period.reckoning)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lexicon("events")["phases"][section])


@read_once
def _phases(profile: Profile) -> Sequence[_Phase]:
    claim = profile.claim
    if claim.negated:
        return ()
    dated = ((bound, bound.value) for bound in claim.periods if isinstance(bound.value, Period))
    return tuple(phase for bound, period in dated for phase in _told(claim, bound, period))


def _told(claim: Claim, bound: BoundValue, period: Period) -> Iterator[_Phase]:
    predicate = claim.predicate.lemma
    edge = _EDGES.get(next((s for s in _EDGES if predicate in _words(s)), ""))
    if edge is not None:
        state = _EXISTING if predicate in _words("founds") | _words("dissolves") else _activity(claim)
        if state and _spans(period) is None:
            yield _Phase(state, edge, period)
    elif predicate in _words("enters") and (office := _office(claim)):
        yield _Phase(office, _Edge.START, period, office=True)
    elif not claim.nominal:
        state = _lasting(claim)
        yield from (replace(p, office=state == _office(claim)) for p in _ends(claim, state, period) if state)


_EDGES = {"begins": _Edge.START, "ends": _Edge.END, "founds": _Edge.START, "dissolves": _Edge.END}


def _activity(claim: Claim) -> str:
    """What began or ended: the noun for it, or the verb before "beginning in 2015"."""
    if claim.words_of_predicate.lower().endswith("ing"):
        before = (
            w.lemma
            for w in claim.wording.words
            if w.pos == "VERB" and w.span.end <= claim.predicate.span.start
        )
        return next(iter(reversed([*before])), "")
    return next(
        (p.head for p in claim.participants if p.slot in {"agent", "patient"} and p.mention is None), ""
    )


def _office(claim: Claim) -> str:
    """What somebody is or becomes, in full: "chief executive"."""
    attributes = [p for p in claim.participants if p.slot in {"attribute", "patient"} and p.mention is None]
    return next((" ".join([*sorted(p.modifiers), p.head]) for p in attributes if p.head.isalpha()), "")


def _lasting(claim: Claim) -> str:
    """The state that a dated span is the span of."""
    if any(w.lemma in _words("existing") for w in claim.words):
        return _EXISTING
    if claim.predicate.lemma == "be":
        return _office(claim)
    if claim.predicate.lemma in _words("lasts"):
        return _activity(claim)
    return claim.predicate.lemma


def _ends(claim: Claim, state: str, period: Period) -> Iterator[_Phase]:
    span = _spans(period)
    if span is not None:
        first, last = span
        yield _Phase(state, _Edge.START, first, period)
        yield _Phase(state, _Edge.END, last, period)
    elif period.bound is Bound.SINCE and not _counts(claim):
        yield _Phase(state, _Edge.START, replace(period, bound=Bound.AT, latest=period.stated.latest), period)
    elif _is_from(claim, period):
        yield _Phase(state, _Edge.START, period)


def _counts(claim: Claim) -> bool:
    """Whether the sentence counts something within the span: "three coups since 1990"."""
    return any(isinstance(value, Quantity) for value in claim.wording.values)


def _is_from(claim: Claim, period: Period) -> bool:
    return any(p.slot == "from" and p.span.overlaps(period.span) for p in claim.participants)


def _spans(period: Period) -> tuple[Period, Period] | None:
    """The first and the last unit of a span of several: the years 1991 and 1995; None for a single date."""
    days = period.stated.days
    if days is None or period.bound is not Bound.AT:
        return None
    first, last = (unit_around(day, period.grain) for day in (days.first, days.last))
    if first == last:
        return None
    return tuple(  # type: ignore[return-value]
        replace(period, earliest=d.first, latest=d.last, stated=Window(d.first, d.last))
        for d in (first, last)
    )
