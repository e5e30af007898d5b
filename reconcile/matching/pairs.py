"""Pairs of claims as numbers: a million of them in eight megabytes, sorted, merged and cut like any array."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.integer]  # claims by their number
Pairs = NDArray[np.int64]  # sorted, each once: the lower number << 32 | the higher

NO_PAIRS: Pairs = np.zeros(0, dtype=np.int64)
_LOW = 0xFFFFFFFF


def merged(*parts: NDArray[np.int64]) -> Pairs:
    """The pairs of all parts; sorted by comparing, which is several times as fast as the hashing of `np.unique`."""
    found = np.sort(np.concatenate([NO_PAIRS, *parts]))
    once: Pairs = found[np.diff(found, prepend=-1) != 0]
    return once


def paired(a: Rows, b: Rows) -> Pairs:
    """Each of `a` with the one beside it in `b`, in whichever order they are given; nobody with themselves."""
    two = a != b
    lower, higher = np.minimum(a, b)[two].astype(np.int64), np.maximum(a, b)[two].astype(np.int64)
    return merged(lower << 32 | higher)


def gathered(pairs: Iterable[tuple[int, int]]) -> Pairs:
    """Pairs that are given one by one, each with its lower number first or last."""
    return merged(np.fromiter((min(p) << 32 | max(p) for p in pairs), dtype=np.int64))


def ends(pairs: Pairs) -> tuple[Rows, Rows]:
    """The lower and the higher number of each."""
    return pairs >> 32, pairs & _LOW


def between(pairs: Pairs, first: int, last: int) -> Pairs:
    """Those whose lower number is `first` or more and less than `last`."""
    start, stop = np.searchsorted(pairs, np.array([first, last], dtype=np.int64) << 32)
    return pairs[start:stop]
