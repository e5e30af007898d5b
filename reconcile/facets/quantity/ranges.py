"""Two numbers that make one value: "between five and six", "$20 to $30 million", "one in five", "3 to 1"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from reconcile.facets.quantity.ages import with_age
from reconcile.facets.quantity.measures import Measure, in_unit, read_measure
from reconcile.facets.quantity.precision import COARSEST_ROUNDING
from reconcile.facets.quantity.tokens import HYPHENS, Tokens
from reconcile.facets.quantity.units import COUNT, MONEY, RATIO, unit_named
from reconcile.lexicon import lexicon

_LARGEST_PART = 20
"""More than "20 in 50" is no way to say a share."""


@dataclass(frozen=True, slots=True)
class Range:
    """Two measures of one unit, the lower first, at tokens `first` to `after` (excluded)."""

    first: int
    after: int
    low: Measure
    high: Measure


@cache
def _ranging() -> frozenset[str]:
    return frozenset(lexicon("quantities")["ranging"])


def read_range(
    tokens: Tokens, first: Measure, floor: int, is_year: Callable[[Measure], bool]
) -> Range | None:
    """The range whose lower end is `first`, if one follows. A change ("from 9,000 to 2,000") is none."""
    between = tokens.lower(first.first - 1) == "between" and first.first > floor
    joint = _joint(tokens, first, between)
    second = _upper_end(tokens, joint, first) if joint and first.low is None else None
    if joint is None or second is None or second.low is not None:
        return None
    pair = _of_one_unit(first, with_age(tokens, second))
    if pair is None or pair[0].value >= pair[1].value or any(map(is_year, pair)):
        return None
    if tokens.lower(joint - 1) == "or" and not _adjacent(*pair):
        return None
    return Range(first.first - between, second.after, *pair)


def _joint(tokens: Tokens, first: Measure, between: bool) -> int | None:
    """The token where the upper end of a range would begin."""
    j = first.after
    word, before = tokens.lower(j), tokens.lower(first.first - 1)
    if between:
        return j + 1 if word == "and" else None
    if word == "to" and before == "from":
        return j + 1 if tokens.lower(first.first - 2) in _ranging() else None
    if word in {"to", "or"}:
        return j + 1
    return j + 1 if word in HYPHENS and tokens.glued(j) == tokens.glued(j + 1) else None


def _upper_end(tokens: Tokens, joint: int, first: Measure) -> Measure | None:
    """The measure that begins at `joint` with its number, or with a minus or a sign of currency before it."""
    currency = first.unit if first.unit.dimension.startswith(MONEY) else None
    ends = (read_measure(tokens, i, joint, currency) for i in range(joint, joint + 3))
    return next((end for end in ends if end is not None and end.first == joint), None)


def _adjacent(low: Measure, high: Measure) -> bool:
    """ "five or six", as against the choice of "10 or 20"."""
    return high.value - low.value <= 1 or high.value <= low.value * 1.5


def _of_one_unit(first: Measure, second: Measure) -> tuple[Measure, Measure] | None:
    """Both ends in one unit; the unit or magnitude that one of them lacks is the other's."""
    scale = second.numeral.scale
    if first.numeral.scale == 1 < scale and first.numeral.value < second.numeral.value / scale:
        first = in_unit(first, first.unit if first.unit is not COUNT else second.unit, scale)
    elif first.unit is COUNT and second.unit is not COUNT:
        first = in_unit(first, second.unit)
    if second.unit is COUNT and first.unit is not COUNT:
        second = in_unit(second, first.unit)
    if first.unit.dimension != second.unit.dimension:
        return None
    return first, replace(second, age=first.age or second.age)


def read_share(tokens: Tokens, part: Measure, is_year: Callable[[Measure], bool]) -> Measure | None:
    """ "one in five" and "nine out of ten" as a share, "3 to 1" as a ratio; `part` is the first number."""
    if not part.is_bare or part.first != part.numeral.first:
        return None
    joint, ratio = _joint_of_parts(tokens, part.after)
    whole = read_measure(tokens, joint, joint) if joint else None
    if whole is None or whole.unit is not COUNT or whole.low is not None or is_year(whole):
        return None
    if ratio:
        to_one = whole.value == 1 < part.value
        return replace(part, after=whole.after, unit=RATIO) if to_one else None
    if not 0 < part.value <= _LARGEST_PART or part.value >= whole.value:
        return None
    share = 100 * part.value / whole.value
    rounding = COARSEST_ROUNDING * share
    return replace(part, after=whole.after, unit=unit_named("fraction"), value=share, spread=rounding)


def _joint_of_parts(tokens: Tokens, i: int) -> tuple[int, bool]:
    """Where the second number begins (0 if none can), and whether it makes a ratio."""
    word = tokens.lower(i)
    if word in {"to", ":"}:
        return i + 1, True
    if word == "out" and tokens.lower(i + 1) == "of":
        i += 1
    elif word != "in":
        return 0, False
    return (i + 2 if tokens.lower(i + 1) == "every" else i + 1), False
