"""Pairs of claims as sorted numbers."""

from __future__ import annotations

import numpy as np

from reconcile.matching.pairs import NO_PAIRS, between, ends, gathered, paired


def test_a_pair_is_one_whichever_comes_first_and_nobody_is_paired_with_themselves() -> None:
    found = paired(np.array([5, 2, 3, 4]), np.array([2, 5, 3, 1]))
    assert found.tolist() == gathered([(4, 1), (2, 5)]).tolist()
    assert [end.tolist() for end in ends(found)] == [[1, 2], [4, 5]]


def test_large_numbers_do_not_run_over() -> None:
    last = np.array([2**31 - 1], dtype=np.int32)
    lower, higher = ends(paired(last, last - 1))
    assert (lower.tolist(), higher.tolist()) == ([2**31 - 2], [2**31 - 1])


def test_a_part_is_cut_out_by_the_lower_number() -> None:
    pairs = gathered([(0, 9), (1, 2), (1, 5), (2, 3)])
    assert between(pairs, 1, 2).tolist() == gathered([(1, 2), (1, 5)]).tolist()
    assert between(NO_PAIRS, 0, 10).tolist() == []
