"""What a figure measures: height, weight, capacity. Figures of two such things answer two questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from reconcile.claims.model import BoundValue, EntityKind
from reconcile.facets.quantity import Quantity
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile


@cache
def _by_word() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for measure, words in lexicon("events")["measured"].items():
        for word in words:
            table[word].add(measure)
    return {word: frozenset(measures) for word, measures in table.items()}


def measures(bound: BoundValue) -> frozenset[str]:
    """What a figure measures, by the words that it hangs on: "180 metres tall", "a capacity of 900 passengers"."""
    if isinstance(bound.value, Quantity) and bound.value.dimension == "age":
        return frozenset({"age"})
    words = (bound.head, *bound.path)
    return frozenset().union(*(_by_word().get(word, frozenset()) for word in words))


def one_measure(x: BoundValue, y: BoundValue) -> bool:
    return not measures(x).isdisjoint(measures(y))


def other_measure(x: BoundValue, y: BoundValue) -> bool:
    """Whether one is known to measure something that the other does not."""
    return measures(x) != measures(y) and not one_measure(x, y)


def of_one_scope(a: Profile, x: BoundValue, b: Profile, y: BoundValue, entities: Entities) -> bool:
    """Whether what is counted is counted in one place: what a bank has in Bamako is not what it has in all Mali."""
    standing = frozenset(lexicon("events")["standing"])
    if not (measures(x) | measures(y)) & standing:
        return True
    return _places(a, entities) == _places(b, entities)


def _places(profile: Profile, entities: Entities) -> frozenset[int]:
    acting = profile.by_slot.get("agent", frozenset())
    return frozenset(n for n in profile.named - acting if entities.by_number[n].kind is EntityKind.PLACE)
