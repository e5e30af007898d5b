"""Near vectors: all of them where few are given, nearly all where many are, and each cosine the same wherever found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.matching import nearness
from reconcile.matching.nearness import Vectors, cosines, near
from reconcile.matching.pairs import Pairs, gathered

WIDTH = 64


def retold(count: int, seed: int = 0) -> Vectors:
    """Vectors that are near by threes, each three in a direction of its own."""
    chance = np.random.default_rng(seed)
    told = np.repeat(chance.standard_normal((-(-count // 3), WIDTH)), 3, axis=0)[:count]
    rows = told + chance.uniform(0.1, 0.8, (count, 1)) * chance.standard_normal((count, WIDTH))
    shuffled = chance.permutation(rows / np.linalg.norm(rows, axis=1, keepdims=True))
    return shuffled.astype(np.float32)


def by_hand(vectors: Vectors, at_least: float) -> Pairs:
    products = np.round(vectors.astype(np.float64) @ vectors.T.astype(np.float64), 3)
    return gathered((int(i), int(j)) for i, j in np.argwhere(np.triu(products >= at_least, k=1)))


@pytest.mark.parametrize("block", [1, 7, 2048])
def test_all_near_pairs_are_found_and_hardly_another(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "_BLOCK", block)
    monkeypatch.setattr(nearness, "_TILE", 3 * block)
    vectors = retold(100)
    found, wanted = near(vectors, 0.5), by_hand(vectors, 0.5)
    assert set(wanted.tolist()) <= set(found.tolist())
    assert (cosines(vectors, found) >= 0.499).all()


@pytest.mark.parametrize("count", [1, 2, 40, 3000])
def test_those_that_meet_in_a_cell_are_nearly_all(count: int) -> None:
    vectors = retold(count)
    wanted = near(vectors, 0.5, approximately=False)
    found = near(vectors, 0.5, approximately=True)
    assert set(found.tolist()) <= set(wanted.tolist())
    assert len(found) >= 0.98 * len(wanted)


def test_many_rows_are_searched_in_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "_EXACT", 10)
    monkeypatch.setattr(nearness, "_everywhere", None)
    assert len(near(retold(40), 0.5))


def test_one_direction_holds_all_and_none_is_missed() -> None:
    vectors = np.tile(retold(1), (500, 1))
    assert len(near(vectors, 0.5, approximately=True)) == 500 * 499 // 2


@given(st.integers(0, 9999), st.integers(2, 40))
def test_a_cosine_does_not_depend_on_the_pairs_beside_it(seed: int, count: int) -> None:
    vectors = retold(count, seed)
    pairs = gathered((i, j) for i in range(count) for j in range(i))
    alone = [cosines(vectors[[int(p) >> 32, int(p) & 0xFFFF]], np.array([1]))[0] for p in pairs]
    assert cosines(vectors, pairs).tolist() == [float(cosine) for cosine in alone]
