"""How far one is from another."""

from __future__ import annotations

import pytest

from reconcile import Checker, Document

RACE = "Hana Novotna won the stage, finishing {} Lenka Dvorak."
OTHER = "Hana Novotna finished alone, {} Lenka Dvorak of Brno."


def figures(checker: Checker, *texts: str) -> list[set[str]]:
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    found = checker.check(documents).findings
    return [{p.evidence[0].text for p in f.positions} for f in found if f.kind == "number"]


def test_two_distances_in_one_direction_from_one_rival_conflict(checker: Checker) -> None:
    a, b = RACE.format("41 seconds ahead of"), OTHER.format("1 min 14 sec in front of")
    assert figures(checker, a, b) == [{"41 seconds", "1 min 14 sec"}]


@pytest.mark.parametrize(
    "other",
    [
        OTHER.format("41 seconds clear of"),  # as far
        OTHER.format("1 min 14 sec in front of").replace("Lenka Dvorak", "Grace Phiri"),  # from somebody else
        OTHER.format("1 min 14 sec in front of").replace("Hana Novotna", "Grace Phiri"),  # of somebody else
        OTHER.format("3 metres in front of"),  # of another dimension
    ],
)
def test_as_far_or_of_another_rival_or_dimension_is_no_conflict(checker: Checker, other: str) -> None:
    assert figures(checker, RACE.format("41 seconds ahead of"), other) == []
