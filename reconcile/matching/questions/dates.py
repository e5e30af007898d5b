"""Dates that answer a question: when a body was founded, a thing built, and how long it has stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.facets.period import Bound, Period
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer, Bearer, asked
from reconcile.matching.questions.bearers import bearer
from reconcile.matching.questions.phrases import cued

_WHEN = "when"


def dates(profile: Profile) -> Iterator[Answer]:
    """The questions that a claim's dates answer by the deed that they date."""
    for bound in profile.claim.periods:
        if not isinstance(bound.value, Period) or bound.value.bound is not Bound.AT:
            continue
        governed = profile.predicate in {bound.head, *bound.path[:1]}
        found = frozenset().union(*(cued("deeds").get(deed, frozenset()) for deed in profile.deeds))
        for question in sorted(found if governed else ()):
            owner = _done_to(profile, asked(question).get("done to")) or bearer(profile, bound.span)
            if asked(question).get("asks") == _WHEN:
                yield Answer(question, bound.value, bound.span, owner, bound)


def _done_to(profile: Profile, nouns: Sequence[str] | None) -> Bearer | None:
    """What a deed concerns, where only some things count: the deal, of "put her signature to the deal"."""
    if nouns is None:
        return None
    found = (p for p in profile.claim.participants if p.head in nouns)
    return next((Bearer(None, p.head) for p in found), Bearer())
