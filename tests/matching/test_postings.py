"""Claims that stand under one key are paired, once each."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reconcile.matching.pairs import gathered
from reconcile.matching.postings import Postings

ENTRIES = st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 3)), max_size=40)


def postings(entries: list[tuple[int, int]], count: int = 10) -> Postings:
    claims, keys = np.array(entries, dtype=np.int64).reshape(-1, 2).T
    return Postings(claims, keys, count)


@given(ENTRIES, st.integers(0, 10))
def test_those_of_one_key_are_paired_part_by_part(entries: list[tuple[int, int]], cut: int) -> None:
    found = postings(entries)
    members = [sorted({claim for claim, key in entries if key == k}) for k in range(-3, 4)]
    wanted = gathered(pair for claims in members for pair in combinations(claims, 2))
    assert [*found.pairs(0, cut), *found.pairs(cut, 10)] == wanted.tolist()


@given(ENTRIES)
def test_weights_tell_how_many_pairs_there_are_at_most(entries: list[tuple[int, int]]) -> None:
    found = postings(entries)
    assert len(found.weights) == 10
    assert all(len(found.pairs(i, i + 1)) <= weight for i, weight in enumerate(found.weights))
