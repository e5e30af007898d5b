"""Two sentences laid side by side: what they share in one order, and the stretches where they part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reconcile.matching.wordings.items import Item, Token, answers_to, likeness

LONGEST = 120  # items of a sentence; a longer one is a list or a table
_NEAR = 4  # content items on either side that make a place's context


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of each sentence between two aligned items (or an edge); either may be empty."""

    ours: range
    theirs: range


@dataclass(frozen=True)
class Alignment:
    """Two sentences and the pairs of indices that are aligned, both rising."""

    a: Sequence[Item]
    b: Sequence[Item]
    pairs: tuple[tuple[int, int], ...]

    @cached_property
    def aligned(self) -> tuple[frozenset[int], frozenset[int]]:
        return frozenset(i for i, _ in self.pairs), frozenset(j for _, j in self.pairs)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The stretches in which at least one sentence has something of its own, in order."""
        edges = [(-1, -1), *self.pairs, (len(self.a), len(self.b))]
        found = (
            Gap(range(i + 1, i_next), range(j + 1, j_next)) for (i, j), (i_next, j_next) in pairwise(edges)
        )
        return tuple(gap for gap in found if gap.ours or gap.theirs)

    @cached_property
    def shared(self) -> tuple[Token, ...]:
        """The content words of the first sentence that are aligned."""
        return tuple(
            x for i, x in enumerate(self.a) if i in self.aligned[0] and isinstance(x, Token) and x.content
        )

    @cached_property
    def coverage(self) -> tuple[float, float]:
        """The share of each sentence's content words that is aligned; values and names are counted apart."""
        return _covered(self.a, self.aligned[0]), _covered(self.b, self.aligned[1])

    def context(self, gap: Gap) -> float:
        """The share of the content around a gap that is aligned, on the side where less is.

        No more is looked at than both sentences have: where one ends, the other may go on.
        """
        before = min(_NEAR, _content(self.a[: gap.ours.start]), _content(self.b[: gap.theirs.start]))
        after = min(_NEAR, _content(self.a[gap.ours.stop :]), _content(self.b[gap.theirs.stop :]))
        return min(
            _around(self.a, self.aligned[0], gap.ours, before, after),
            _around(self.b, self.aligned[1], gap.theirs, before, after),
        )


def align(a: Sequence[Item], b: Sequence[Item]) -> Alignment:
    """The heaviest common subsequence of two sentences. Swapping them swaps the pairs."""
    if _key(b) < _key(a):
        return Alignment(a, b, tuple((j, i) for i, j in _common(b[:LONGEST], a[:LONGEST])))
    return Alignment(a, b, tuple(_common(a[:LONGEST], b[:LONGEST])))


def _key(side: Sequence[Item]) -> tuple[str, ...]:
    return tuple(x.lemma if isinstance(x, Token) else "" for x in side)


def _common(a: Sequence[Item], b: Sequence[Item]) -> Iterator[tuple[int, int]]:
    worth = _worth(a, b)
    best = [[0.0] * (len(b) + 1)]
    for i in range(len(a) - 1, -1, -1):
        best.append(_row(worth[i], best[-1]))
    best.reverse()
    i = j = 0
    while i < len(a) and j < len(b):
        if j in worth[i] and best[i][j] == best[i + 1][j + 1] + worth[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1


def _worth(a: Sequence[Item], b: Sequence[Item]) -> list[dict[int, float]]:
    """For each item of `a` those of `b` with which it may be aligned, and what that is worth."""
    at: dict[str | int, list[int]] = defaultdict(list)
    for j, y in enumerate(b):
        for key in answers_to(y):
            at[key].append(j)
    found = ({j for key in answers_to(x) for j in at.get(key, ())} for x in a)
    return [{j: worth for j in js if (worth := likeness(x, b[j]))} for x, js in zip(a, found, strict=True)]


def _row(worth: Mapping[int, float], below: Sequence[float]) -> list[float]:
    """The best that can be had from one item of `a` on, against each rest of `b`."""
    row = [0.0] * len(below)
    for j in range(len(below) - 2, -1, -1):
        best = max(below[j], row[j + 1])
        row[j] = max(best, below[j + 1] + worth[j]) if j in worth else best
    return row


def _covered(side: Sequence[Item], aligned: frozenset[int]) -> float:
    words = [i for i, x in enumerate(side) if isinstance(x, Token) and x.content]
    return sum(i in aligned for i in words) / len(words) if words else 0.0


def _content(side: Sequence[Item]) -> int:
    return sum(x.content for x in side)


def _around(side: Sequence[Item], aligned: frozenset[int], gap: range, before: int, after: int) -> float:
    """How much of the nearest content, so many items before and after the gap, is aligned."""
    near = [i for i in range(gap.start - 1, -1, -1) if side[i].content][:before]
    near += [i for i in range(gap.stop, len(side)) if side[i].content][:after]
    return sum(i in aligned for i in near) / len(near) if near else 0.0
