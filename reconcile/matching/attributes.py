"""Linking what the accounts of one story each answer to one question, whatever words they find for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.period import Period
from reconcile.facets.place import Place
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind, Severity
from reconcile.matching.links import ClaimPair, Link, held_value
from reconcile.matching.occasions import news_of_two_times
from reconcile.matching.profiles import Profile, common
from reconcile.matching.questions import Answer, answers, compare_answers
from reconcile.matching.stories import fit
from reconcile.matching.subjects import Holding
from reconcile.matching.totals import add_up
from reconcile.matching.vetoes import at_other_times, elsewhere, rivals

_SURE = 0.65


def link_answers(pair: ClaimPair) -> Iterator[Link]:
    """What two accounts of one story answer to one question, each of them once, and of one bearer."""
    if pair.stories is None or pair.one_voice:
        return
    for x, y in product(answers(pair.a), answers(pair.b)):
        if x.question != y.question:
            continue
        comparison = compare_answers(pair.a, x, pair.b, y)
        if comparison.agreement is not Agreement.DIFFER or _told_apart(pair, x, y):
            continue
        if pair.stories.answer_once(pair.a, x, pair.b, y):
            yield _link(pair, x, y, comparison)


def link_opinions(pair: ClaimPair) -> Iterator[Link]:
    """Of those, what somebody thinks: that a painting may fetch so much is said, though the sale is not."""
    return (link for link in link_answers(pair) if link.loudest is Severity.WARNING)


def _told_apart(pair: ClaimPair, x: Answer, y: Answer) -> bool:
    """Whether names, times or places show that two answers are of two occasions, or one is part of the other."""
    if isinstance(x.value, Place) or isinstance(y.value, Place):
        return at_other_times(pair.a, pair.b) or (x.is_told_alike and not _say_alike(pair, x))
    if isinstance(x.value, Period) or isinstance(y.value, Period):
        return False
    if at_other_times(pair.a, pair.b) or add_up(pair, x.value, y.value):
        return True
    if x.bound and y.bound and news_of_two_times(pair, x.bound, y.bound):
        return True
    if _is_measured(x) and _is_measured(y) and not fit(pair.a, pair.b):
        return True
    return x.is_shared and _are_of_two_parties(pair)


def _is_measured(answer: Answer) -> bool:
    """Whether it is a sum, a time or a share, which is of what the claim is of; a count is of what is counted."""
    return isinstance(answer.value, Quantity) and bool(answer.value.dimension)


def _say_alike(pair: ClaimPair, answer: Answer) -> bool:
    """Whether the claims have a word in common besides what is asked of: that court cases were "opened" there."""
    ours, theirs = (p.words - {answer.bearer.noun} for p in (pair.a, pair.b))
    return bool(common(ours, theirs))


def _are_of_two_parties(pair: ClaimPair) -> bool:
    """Whether both name somebody, or some place, and not the same; names of the sentence before do not count."""
    if not pair.a.claim.wording.mentions or not pair.b.claim.wording.mentions:
        return False
    return elsewhere(pair.a, pair.b, pair.entities) or any(rivals(pair.a, pair.b, pair.entities))


def _link(pair: ClaimPair, x: Answer, y: Answer, comparison: Comparison) -> Link:
    question, _, of = x.question.partition(": ")
    asked = f"{question} ({of})" if of else question
    why = f"two accounts of one story tell it: {asked}"
    a, b = _holding(pair.a, x), _holding(pair.b, y)
    loudest = Severity.WARNING if x.is_opinion else Severity.ERROR
    return Link(_kind(x, y), x.question, a, b, comparison, _SURE, why, loudest, asked)


def _kind(x: Answer, y: Answer) -> Kind:
    if isinstance(x.value, Place):
        return Kind.PLACE
    return Kind.DATE if isinstance(x.value, Period) and isinstance(y.value, Period) else Kind.NUMBER


def _holding(profile: Profile, answer: Answer) -> Holding:
    if answer.bound is not None:
        return held_value(profile, answer.bound)
    return Holding(
        profile.claim.document, answer.span, profile.claim.sentence, answer.value, answer.value.normal
    )
