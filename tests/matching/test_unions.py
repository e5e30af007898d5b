"""Gathering what belongs together."""

from __future__ import annotations

from itertools import permutations

import pytest

from reconcile.matching.unions import Unions


def test_nothing_joined_is_each_for_itself() -> None:
    assert Unions(3).groups() == [[0], [1], [2]]


@pytest.mark.parametrize("joins", list(permutations([(4, 1), (1, 3), (0, 2)])))
def test_the_order_of_joining_is_no_matter(joins: tuple[tuple[int, int], ...]) -> None:
    unions = Unions(5)
    for pair in joins:
        unions.join(*pair)
    assert unions.groups() == [[0, 2], [1, 3, 4]]
    assert [unions.find(i) for i in range(5)] == [0, 1, 0, 1, 1]
