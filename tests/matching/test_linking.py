"""Pairs that are laid before the linkers, and those of which each side speaks of something else."""

from __future__ import annotations

import pytest

from reconcile.matching.entities import resolve
from reconcile.matching.linking import LINKERS, links
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import profiles
from reconcile.matching.stories import Stories
from tests.conftest import Reader

OPENED = "Anna Lind opened the Vestnes bridge on 3 May 2016."


def strangers(read: Reader, a: str, b: str, cosine: float = 0.7) -> bool:
    documents = [read(a, id="a"), read(b, id="b")]
    entities = resolve(documents)
    first, *_, last = ready = profiles(documents, entities)
    pair = ClaimPair(first, last, cosine, entities, Stories(ready, entities))
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


def test_those_of_nearly_the_same_words_are_none(read: Reader) -> None:
    assert not strangers(read, OPENED, "Petr Novák opened the Brno tunnel on 5 June 2018.", 0.95)


def test_strangers_are_not_asked(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def heard(pair: ClaimPair) -> list[object]:
        asked.append(pair.b.claim.document)
        return []

    monkeypatch.setattr("reconcile.matching.linking.LINKERS", (heard,))
    texts = {"a": OPENED, "b": "Petr Novák opened the Brno tunnel.", "c": "Anna Lind opened the bridge."}
    documents = [read(text, id=id) for id, text in texts.items()]
    entities = resolve(documents)
    ready = profiles(documents, entities)
    pairs = [(0, j, 0.7) for j in range(1, len(ready))]
    assert list(links(ready, pairs, entities, Stories(ready, entities))) == []
    assert set(asked) == {"c"}
    assert len(LINKERS) > 1
