"""Dates that answer a question: when a body was founded, a thing built, and how long it has stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.claims.model import BoundValue
from reconcile.facets.period import Bound, Period
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer, Bearer, asked
from reconcile.matching.questions.bearers import bearer
from reconcile.matching.questions.phrases import before, behind, told_before, told_behind, told_by_deeds
from reconcile.text import Span

_WHEN = "when"
_SINCE = "since "
_PASSED = {"DET"}


def dates(profile: Profile) -> Iterator[Answer]:
    """The questions that a claim's dates answer, by the deed that they date or by the phrases around them."""
    for bound in profile.claim.periods:
        if not isinstance(bound.value, Period):
            continue
        for question in sorted(_asked(profile, bound, bound.value)):
            if asked(question).get("asks") == _WHEN:
                owner = _owner(profile, bound, question)
                yield Answer(question, _as_named(bound.value), bound.span, owner, bound)


def _owner(profile: Profile, bound: BoundValue, question: str) -> Bearer:
    """What is dated: by what a deed concerns, or who or what the clause is about; "when it last" leaves it open."""
    if question in told_behind(behind(profile, bound.span)):
        return Bearer()
    return _done_to(profile, asked(question).get("done to")) or bearer(profile, bound.span)


def _asked(profile: Profile, bound: BoundValue, period: Period) -> frozenset[str]:
    """The questions that a date answers; that something is so since then is an answer where a phrase says so."""
    named = Span(period.span.start + len(_SINCE) * (period.bound is Bound.SINCE), period.span.end)
    found = told_before(before(profile, named, _PASSED)) | told_behind(behind(profile, named))
    if period.bound is Bound.AT and profile.predicate in {bound.head, *bound.path[:1]}:
        found |= told_by_deeds(profile)
    return found


def _as_named(period: Period) -> Period:
    """The date itself, of "since 1932" the year."""
    days = period.stated.days
    if period.bound is not Bound.SINCE or days is None:
        return period
    return replace(period, bound=Bound.AT, earliest=days.first, latest=days.last)


def _done_to(profile: Profile, nouns: Sequence[str] | None) -> Bearer | None:
    """What a deed concerns, where only some things count: the deal, of "put her signature to the deal"."""
    if nouns is None:
        return None
    found = (p for p in profile.claim.participants if p.head in nouns)
    return next((Bearer(None, p.head) for p in found), Bearer())
