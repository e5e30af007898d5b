"""Links: two values of like slots, in two claims of one event, and what comparing them gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import BoundValue
from reconcile.facets.period import Period
from reconcile.findings import Kind, Severity
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile, days, read_once_a_sentence
from reconcile.matching.stories import Stories, are_akin
from reconcile.matching.subjects import Holding
from reconcile.matching.vetoes import compare_times

_Found = TypeVar("_Found")


class _once(Generic[_Found]):  # noqa: N801, it is written as `cached_property` is
    """`functools.cached_property` without the lock that Python 3.11 takes at each; millions of pairs are asked."""

    def __init__(self, find: Callable[[ClaimPair], _Found]) -> None:
        self._find = find

    def __get__(self, pair: ClaimPair, owner: type[ClaimPair]) -> _Found:
        found = pair.__dict__[self._find.__name__] = self._find(pair)
        return found


@dataclass(eq=False)  # frozen, it would take three times as long to make; a million are made
class ClaimPair:
    """Two claims that are worth comparing, with the cosine of their words.

    What several linkers ask of a pair is found out once. Nobody changes it.
    """

    a: Profile
    b: Profile
    cosine: float
    entities: Entities
    stories: Stories | None = None  # of the run; None where the two stand alone

    @_once
    def one_voice(self) -> bool:
        """Whether one document tells both. A sentence copied into another document is no second voice."""
        return self.a.claim.document == self.b.claim.document or bool(self.a.voices & self.b.voices)

    @_once
    def strangers(self) -> bool:
        """Whether each names somebody or something, and they share no word of a name, no day and no story."""
        if not self.a.around.isdisjoint(self.b.around):
            return False
        ours, theirs = _telling(self.a, self.entities), _telling(self.b, self.entities)
        if not ours or not theirs or not ours.isdisjoint(theirs):
            return False
        return days(self.a).isdisjoint(days(self.b)) and not self.one_story

    @_once
    def time(self) -> Agreement:
        """Whether the claims are dated alike; unknown where one is not dated."""
        return compare_times(self.a, self.b)

    @_once
    def akin(self) -> bool:
        """Whether unlike predicates may name one event, done to one named thing."""
        return are_akin(self.a, self.b)

    @_once
    def one_story(self) -> bool:
        """Whether two documents tell one story, or the claims of two of them give one day and one name."""
        return self.stories is not None and not self.one_voice and self.stories.are_of_one(self.a, self.b)

    @_once
    def in_story(self) -> bool:
        """Whether the two documents tell one story, and of this event once each."""
        return self.stories is not None and not self.one_voice and self.stories.tell_alike(self.a, self.b)


@dataclass(frozen=True, slots=True)
class Link:
    """One comparison: what `a` and `b` hold for `slot`, and how sure it is that both speak of the same."""

    kind: Kind
    slot: str
    a: Holding
    b: Holding
    comparison: Comparison
    confidence: float
    why: str
    loudest: Severity = Severity.ERROR  # of what is a matter of opinion, a warning
    asked: str = ""  # what the two answer, for people to read, where the words of the claims do not tell it


@read_once_a_sentence
def _telling(profile: Profile, entities: Entities) -> frozenset[str]:
    """The words of the names in a claim's sentence that tell events apart."""
    named = (entities.by_number[number] for number in profile.around)
    return frozenset(word for e in named if e.distinctive for word in e.name.casefold().split())


def held_value(profile: Profile, bound: BoundValue) -> Holding:
    """What a claim holds by a date or a figure."""
    value = bound.value
    reckoning = value.reckoning if isinstance(value, Period) else ""
    return Holding(profile.claim.document, bound.span, profile.claim.sentence, value, value.normal, reckoning)


Linker = Callable[[ClaimPair], Iterator[Link]]
