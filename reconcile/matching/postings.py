"""Which claims stand under which keys, as sorted arrays: those of one key are compared."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reconcile.matching.pairs import Pairs, Rows, paired


class Postings:
    """Entries of claims under keys.

    Args:
        claims: the claim of each entry, from 0.
        keys: the key of each entry, any integer.
        count: how many claims there are.
    """

    def __init__(self, claims: Rows, keys: NDArray[np.int64], count: int) -> None:
        order = np.lexsort((claims, keys))
        self._claims = claims[order].astype(np.int32)
        self._after = _to_the_end_of_each_run(keys[order])
        self._by_claim = np.argsort(self._claims, kind="stable").astype(np.int32)
        self._starts = np.searchsorted(self._claims[self._by_claim], np.arange(count + 1))

    @property
    def weights(self) -> NDArray[np.int64]:
        """For each claim, how many entries of later ones stand under its keys."""
        running = np.concatenate([[0], np.cumsum(self._after[self._by_claim], dtype=np.int64)])
        return np.diff(running[self._starts])

    def pairs(self, first: int, last: int) -> Pairs:
        """The claims from `first` up to `last`, each with the later ones that share a key with it."""
        at = self._by_claim[self._starts[first] : self._starts[last]]
        after = self._after[at]
        beside = np.arange(after.sum()) - np.repeat(np.cumsum(after) - after, after) + 1
        return paired(np.repeat(self._claims[at], after), self._claims[np.repeat(at, after) + beside])


def _to_the_end_of_each_run(keys: NDArray[np.int64]) -> NDArray[np.int32]:
    """For each of the sorted keys, how many of its like follow."""
    last = np.flatnonzero(np.diff(keys, append=keys[-1:] + 1))
    runs = np.diff(last, prepend=-1)
    return (np.repeat(last, runs) - np.arange(len(keys))).astype(np.int32)
