"""What a figure measures: height, weight, capacity. Figures of two such things answer two questions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reconcile.claims.model import BoundValue, EntityKind
from reconcile.facets.quantity import Quantity
from reconcile.lexicon import by_word, lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile


@cache
def _by_word() -> Mapping[str, frozenset[str]]:
    return by_word(lexicon("events")["measured"].items())


def measures(bound: BoundValue) -> frozenset[str]:
    """What a figure measures, by the words that it hangs on: "180 metres tall", "a capacity of 900 passengers"."""
    if isinstance(bound.value, Quantity) and bound.value.dimension == "age":
        return frozenset({"age"})
    left_so = (w for w in bound.right[:2] if w in lexicon("events")["left_so"])
    governing = (
        () if bound.head in bound.left else bound.path
    )  # who "had a crew of 14" has the crew, not the 14
    words = (bound.head, *governing, *left_so)
    return frozenset().union(*(_by_word().get(word, frozenset()) for word in words))


def one_measure(x: BoundValue, y: BoundValue) -> bool:
    return not measures(x).isdisjoint(measures(y))


def other_measure(x: BoundValue, y: BoundValue) -> bool:
    """Whether one is known to measure something that the other does not."""
    return measures(x) != measures(y) and not one_measure(x, y)


def one_question(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    """Whether two figures of time may answer one question: "for two days" and "two days later" answer two."""
    return _asked(a, x) == _asked(b, y)


def _asked(profile: Profile, bound: BoundValue) -> str:
    text, offset = profile.claim.text, profile.claim.span.start
    before = text[: max(0, bound.span.start - offset)].lower().split()[-1:]
    after = text[max(0, bound.span.end - offset) :].lower().split()[:1]
    events = lexicon("events")
    if after and after[0].strip(",.;") in events["reckoned"]:
        return "reckoned"
    asked = (span for span, words in events["spans"].items() if before and before[0] in words)
    return next(asked, "long")


def of_one_scope(a: Profile, x: BoundValue, b: Profile, y: BoundValue, entities: Entities) -> bool:
    """Whether what somebody has is counted of the same one, in one place: what a bank has in Bamako is not all it has.

    What once was so is not what is so.
    """
    standing = frozenset(lexicon("events")["standing"])
    if not (measures(x) | measures(y)) & standing:
        return True
    ours, theirs = (p.by_slot.get("agent", frozenset()) for p in (a, b))
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    acting = ours | theirs
    same_places = _places(a, entities) - acting == _places(b, entities) - acting
    return same_places and bool(a.claim.periods) == bool(b.claim.periods)


def _places(profile: Profile, entities: Entities) -> frozenset[int]:
    return frozenset(n for n in profile.named if entities.by_number[n].kind is EntityKind.PLACE)
