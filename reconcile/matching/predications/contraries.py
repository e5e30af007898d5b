"""Linking two sentences that say contrary things of one subject: "gin raises the pulse", "gin lowers the pulse".

Only of what holds at all times, or is what the subject is: what was done once may have been undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from reconcile.claims.model import Part
from reconcile.facets.polarity import opposite
from reconcile.lexicon import lexicon
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.predications.likenesses import says
from reconcile.matching.predications.sides import Side, affirmed_of_it, at_one_date, link, sides, unmatched

_DESCRIBING = {"manner", "described"}


def link_contraries(pair: ClaimPair) -> Iterator[Link]:
    """The first two contrary things that two sentences say."""
    if pair.one_voice:
        return
    found = next(_contrary(pair), None)
    if found:
        (x, p), (y, q) = found
        said = f"“{p.word.text}” and “{q.word.text}” cannot both be said of it."
        slot = min(p.word.lemma, q.word.lemma)
        yield link(pair, slot, (x, p.word, p.word.lemma), (y, q.word, q.word.lemma), said)


def _contrary(pair: ClaimPair) -> Iterator[tuple[tuple[Side, Part], tuple[Side, Part]]]:
    for x in sides(pair.a, pair.entities, denied=False):
        for y in affirmed_of_it(x, pair.b):
            facing = _facing(x, y) if x.role == y.role else None
            if facing and at_one_date(x, y) and at_one_date(y, x):
                yield (x, facing[0]), (y, facing[1])


def _facing(x: Side, y: Side) -> tuple[Part, Part] | None:
    """The two parts that are contraries, where all else that the shorter one says the longer one says too."""
    if x.role == "being":
        single = all(side.head.word.text.lower() == side.head.word.lemma for side in (x, y))
        excluded = single and _are_exclusive(x.head.word.lemma, y.head.word.lemma)
        return (x.head, y.head) if excluded else None
    if "past" in {x.said.tense, y.said.tense}:
        return None
    if opposite(x.head.word.lemma, y.head.word.lemma):
        shared = len(x.content) > 1 and len(y.content) > 1
        return (x.head, y.head) if shared and not (_left(x, y) and _left(y, x)) else None
    return _described_otherwise(x, y) if says(x.head.word.lemma, y.head.word.lemma) else None


def _described_otherwise(x: Side, y: Side) -> tuple[Part, Part] | None:
    """ "is privately funded" and "is publicly funded"."""
    for p, q in product(x.said.parts, y.said.parts):
        if p.slot == q.slot and p.slot in _DESCRIBING and opposite(p.word.lemma, q.word.lemma):
            left = ([r for r in _left(a, b) if r is not own] for a, b, own in ((x, y, p), (y, x, q)))
            return None if all(left) else (p, q)
    return None


def _left(x: Side, y: Side) -> list[Part]:
    return unmatched(x, y, y.head)


def _are_exclusive(a: str, b: str) -> bool:
    """Whether nothing is both: a king and a queen, a bird and a fish."""
    kinds = lexicon("stance")["exclusive"]
    found = [{n for n, words in enumerate(group) if word in words} for word in (a, b) for group in kinds]
    half = len(kinds)
    return any(x and y and x.isdisjoint(y) for x, y in zip(found[:half], found[half:], strict=True))
