"""The words around a figure that bound it: "at least", "nearly", "or more", "give or take"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from reconcile.facets.quantity.tokens import Phrases, Tokens, phrase, phrases
from reconcile.facets.quantity.value import Bound
from reconcile.lexicon import lexicon

ABOUT_BAND = 0.1
"""How far from "about 400" a figure may lie, as a share of it."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A bound, and whether the figure is close to it ("just over")."""

    bound: Bound
    close: bool = False
    sharp: bool = False
    """ "exactly": without the rounding of the figure."""


EXACT = Hedge(Bound.EXACT)


def _table(name: str) -> Phrases[Hedge]:
    by_kind = lexicon("quantities")[name].items()
    return phrases({phrase(words): _hedge(kind) for kind, listed in by_kind for words in listed})


def _hedge(kind: str) -> Hedge:
    if kind == "just_over":
        return Hedge(Bound.MORE_THAN, close=True)
    return Hedge(Bound(kind), close=kind == "nearly", sharp=kind == "exact")


@cache
def _leading() -> Phrases[Hedge]:
    return _table("hedges")


@cache
def _trailing() -> Phrases[Hedge]:
    return _table("trailing_hedges")


@cache
def _tolerances() -> Phrases[bool]:
    return phrases({phrase(words): True for words in lexicon("quantities")["tolerances"]})


def hedge_before(tokens: Tokens, i: int, floor: int) -> tuple[Hedge, int]:
    """The hedge that ends just before token i, and its first token."""
    if tokens.lower(i - 1) == "a" and i - 1 > floor:  # "up to a", "nearly a dozen" is read with its article
        i -= 1
    return _leading().before(tokens, i, floor) or (EXACT, i)


def hedge_after(tokens: Tokens, i: int) -> tuple[Hedge, int]:
    return _trailing().at(tokens, i) or (EXACT, i)


def tolerance_at(tokens: Tokens, i: int) -> int | None:
    """The token after "give or take", where it stands at token i or after a comma."""
    start = i + 1 if tokens.word(i) == "," else i
    found = _tolerances().at(tokens, start)
    return found[1] if found else None


def interval(hedge: Hedge, value: float, spread: float, step: float) -> tuple[float, float]:
    """What the hedged figure may be. `spread`: its rounding; `step`: the least that "about" allows."""
    band = max(ABOUT_BAND * abs(value), spread)
    match hedge.bound:
        case Bound.ABOUT:
            return value - max(band, step), value + max(band, step)
        case Bound.NEARLY:
            return value - max(band, step), math.nextafter(value, -math.inf)
        case Bound.AT_LEAST:
            return value, math.inf
        case Bound.MORE_THAN:
            return math.nextafter(value, math.inf), value + max(band, step) if hedge.close else math.inf
        case Bound.AT_MOST:
            return -math.inf, value
        case Bound.LESS_THAN:
            return -math.inf, math.nextafter(value, -math.inf)
        case _:
            return (value, value) if hedge.sharp else (value - spread, value + spread)
