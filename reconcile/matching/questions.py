"""Questions that the accounts of one story each answer once: how many were killed, how many were aboard, at what price.

The words in which they do so may have nothing in common: "watched by a crowd of 37,400", "Attendance: 34,700".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from reconcile.agreement import Agreement
from reconcile.claims.model import BoundValue
from reconcile.facets.period import Period
from reconcile.facets.quantity import Quantity, quantity_agreement
from reconcile.lexicon import by_word, lexicon
from reconcile.matching.profiles import Profile, read_once

_LATELY = 60  # days before publication, beyond which what an article dates is not its news

Answer = tuple[str, BoundValue]  # a question and the figure that answers it


@read_once
def answers(profile: Profile) -> tuple[Answer, ...]:
    """The questions that a claim's figures answer, with the figures; parts of a whole answer none."""
    if _is_of_old(profile):
        return ()
    return tuple(
        (question, bound)
        for bound in profile.claim.quantities
        if not bound.part
        for question in sorted(_asked(profile, bound))
    )


def _is_of_old(profile: Profile) -> bool:
    """Whether a claim's sentence is dated long before its document: what an article recalls is not its story."""
    dates = (v for v in profile.claim.wording.values if isinstance(v, Period) and v.latest is not None)
    day = profile.published
    return day is not None and any((day - d.latest).days > _LATELY for d in dates if d.latest is not None)


def _asked(profile: Profile, bound: BoundValue) -> frozenset[str]:
    """The questions that a figure answers: by its noun, by the word behind it, or by the deed that governs it."""
    if is_rate(bound):
        return frozenset()
    behind = _behind(bound)
    found = _by("nouns").get(bound.head, frozenset()) | _by("deeds").get(bound.head, frozenset())
    found = found.union(*(_by("beside").get(word, frozenset()) for word in behind))
    if profile.predicate in {bound.head, *bound.path}:
        found |= frozenset().union(*(_by("deeds").get(deed, frozenset()) for deed in profile.deeds))
    return frozenset(question for question in found if _counts(profile, bound, question))


def is_rate(bound: BoundValue) -> bool:
    """Whether a figure is so many for each of something: "300 passengers a day", "8 dollars a share"."""
    return not bound.modifiers.union(_behind(bound)).isdisjoint(lexicon("questions")["each"])


def _behind(bound: BoundValue) -> list[str]:
    """The word right behind a figure and what it counts, if any."""
    return [word for word in bound.right if word != bound.head][:1]


@cache
def _by(section: str) -> Mapping[str, frozenset[str]]:
    """For each word of a section, the questions that it helps to answer."""
    questions = lexicon("questions")["questions"]
    return by_word((name, entry.get(section, ())) for name, entry in questions.items())


def _counts(profile: Profile, bound: BoundValue, question: str) -> bool:
    """Whether a figure is of what a question asks for; of "detained six" the verb is all that it hangs on."""
    wanted: str = lexicon("questions")["questions"][question]["counts"]
    value = bound.value
    assert isinstance(value, Quantity)
    if value.dimension or value.unit:
        return value.dimension.partition(":")[0] == wanted
    nouns = lexicon("questions")["counts"].get(wanted, ())
    return bound.head in nouns or (bool(nouns) and bound.head == profile.predicate)


class Answers:
    """Which question each document of a run answers, and with what."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._given: dict[tuple[str, str], list[BoundValue]] = defaultdict(list)
        for profile in profiles:
            for question, bound in answers(profile):
                self._given[profile.claim.document, question].append(bound)

    def is_one(self, document: str, question: str) -> bool:
        """Whether all that a document answers to a question may be one figure."""
        values = [b.value for b in self._given[document, question] if isinstance(b.value, Quantity)]
        return all(
            quantity_agreement(x, y) is not Agreement.DIFFER
            for n, x in enumerate(values)
            for y in values[n + 1 :]
        )
