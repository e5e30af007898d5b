"""Pairs that are laid before the linkers, and those of which each side speaks of something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reconcile.matching import linking
from reconcile.matching.entities import resolve
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import profiles
from reconcile.matching.stories import Stories
from tests.conftest import Reader

OPENED = "Anna Lind opened the Vestnes bridge on 3 May 2016."


def strangers(read: Reader, a: str, b: str) -> bool:
    documents = [read(a, id="a"), read(b, id="b")]
    entities = resolve(documents)
    first, *_, last = ready = profiles(documents, entities)
    pair = ClaimPair(first, last, 0.7, entities, Stories(ready, entities))
    return pair.strangers


def test_claims_that_name_others_of_another_day_are_of_strangers(read: Reader) -> None:
    assert strangers(read, OPENED, "Petr Novák opened the Brno tunnel on 5 June 2018.")


@pytest.mark.parametrize(
    "other",
    [
        "Anna Lind cut a ribbon on 5 June 2018.",  # a name
        "Lind Holding built the Brno tunnel.",  # a word of a name
        "Petr Novák opened the Brno tunnel on 3 May 2016.",  # a day
        "The bridge was opened by a minister.",  # nobody named
        "It was opened in Germany.",  # a country is no name that tells events apart
    ],
)
def test_who_shares_a_name_or_a_day_or_names_nobody_is_none(read: Reader, other: str) -> None:
    assert not strangers(read, OPENED, other)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Which linkers are asked of which document."""
    heard: list[tuple[str, str]] = []

    def listening(name: str) -> Callable[[ClaimPair], list[Link]]:
        def linker(pair: ClaimPair) -> list[Link]:
            heard.append((name, pair.b.claim.document))
            return []

        return linker

    monkeypatch.setattr(linking, "LINKERS", (listening("any"),))
    monkeypatch.setattr(linking, "_OF_STRANGERS", (listening("of values"),))
    return heard


def judge(read: Reader, cosine: float, **texts: str) -> None:
    documents = [read(text, id=id) for id, text in texts.items()]
    entities = resolve(documents)
    ready = profiles(documents, entities)
    pairs = [(0, j, cosine) for j in range(1, len(ready))]
    assert list(linking.links(ready, pairs, entities, Stories(ready, entities))) == []


def test_strangers_are_not_asked(read: Reader, asked: list[tuple[str, str]]) -> None:
    judge(read, 0.7, a=OPENED, b="Petr Novák opened the Brno tunnel.", c="Anna Lind opened the bridge.")
    assert asked == [("any", "c")]


def test_strangers_in_nearly_one_wording_are_asked_for_values(
    read: Reader, asked: list[tuple[str, str]]
) -> None:
    """One of them may have a name wrong; who did what to whom needs names that are right."""
    judge(read, 0.95, a=OPENED, b="Petr Novák opened the Brno bridge.", c="Anna Lind opened the bridge.")
    assert asked == [("of values", "b"), ("any", "c")]


def test_strangers_who_may_open_it_are_not_asked_for_values(
    read: Reader, asked: list[tuple[str, str]]
) -> None:
    judge(read, 0.95, a=OPENED, b="Petr Novák may open the Brno bridge.")
    assert asked == []
