"""The precision that a figure is written with."""

from __future__ import annotations

COARSEST_ROUNDING = 0.06
"""No rounding moves a figure by more than this share of it; beyond, a reader is misled."""
COARSEST_ROUND_COUNT = 0.02
"""The same for counts in full figures that end in zeros ("3,000")."""
FRACTION_ROUNDING = 0.04
"""How far from "a third" a share may lie, as a share of it."""


def rounding(value: float, place: float, scaled: bool, whole: bool) -> float:
    """Half the place to which a figure is written; 0 for a count below 100 or one not round.

    `place` is that of its last figure; `scaled`: a magnitude is named ("12 million"); `whole`: it is written
    without decimals, and only then may its closing zeros be rounding.
    """
    size = abs(value)
    half = min(place / 2, COARSEST_ROUNDING * size) if scaled or place < 1 else 0.0
    round_place = _round_place(size / place) * place if whole else 0.0
    return max(half, min(round_place / 2, COARSEST_ROUND_COUNT * size)) if round_place else half


def _round_place(size: float) -> int:
    """The place of the last figure before two or more closing zeros: 100 for 400, 0 for 410."""
    if size >= 1e15 or not float(size).is_integer() or size == 0 or size % 100:
        return 0
    digits = str(int(size))
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))
