"""Disjoint sets, for gathering what belongs together."""

from __future__ import annotations

from collections import defaultdict


class Unions:
    """Union-find over 0 … size-1; a set is known by its smallest member, so that the order of joining is no matter."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        low, high = sorted((self.find(i), self.find(j)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """The sets, each in order, by smallest member."""
        gathered: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            gathered[self.find(i)].append(i)
        return [members for _, members in sorted(gathered.items())]
