"""Numbers with their sign, currency and unit: "minus 12 degrees", "$1.2bn", "half an hour", "6ft 2in"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reconcile.facets.quantity.numerals import Numeral, may_begin, read_numeral
from reconcile.facets.quantity.precision import COARSEST_ROUNDING
from reconcile.facets.quantity.tokens import HYPHENS, Tokens
from reconcile.facets.quantity.units import COUNT, MONEY, Unit, sign_before, unit_at, unit_named

_COMPOUND_DIMENSIONS = ("time", "length", "mass")
_WIDEST_STEP = 400
"""Years and days still add up to one duration, years and minutes do not."""
_ARTICLES = frozenset({"a", "an", "one"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in a unit, at tokens `first` to `after` (excluded); `value` and `spread` in the base unit."""

    first: int
    after: int
    numeral: Numeral
    unit: Unit
    value: float
    spread: float
    low: float | None = None
    high: float | None = None
    age: bool = False

    @property
    def is_bare(self) -> bool:
        return self.unit is COUNT and self.numeral.scale == 1 and not self.age


def read_measure(tokens: Tokens, i: int, floor: int, currency: Unit | None = None) -> Measure | None:
    """The measure whose number begins at token i; its signs before may reach back to token `floor`."""
    if not may_begin(tokens, i):
        return None
    sign = sign_before(tokens, i, floor)
    numeral = read_numeral(tokens, i, money=bool(sign or currency))
    if numeral is None:
        return None
    start = sign[1] if sign else i
    negative = _minus_before(tokens, start, floor)
    unit, after = _unit_after(tokens, numeral)
    if sign:
        unit, after = sign[0], _after_currency_word(tokens, numeral, unit, after)
    measure = _measure(numeral, unit, -1.0 if negative is not None else 1.0)
    measure = replace(measure, first=start if negative is None else negative, after=after)
    return measure if sign else _compound(tokens, measure)


def _after_currency_word(tokens: Tokens, numeral: Numeral, unit: Unit, after: int) -> int:
    """ "$5 dollars" and "US$5 USD" name the currency twice."""
    return after if unit.dimension.startswith(MONEY) else numeral.after


def _measure(numeral: Numeral, unit: Unit, sign: float) -> Measure:
    value = unit.to_base(sign * numeral.value)
    rounded = numeral.spread
    if unit is not COUNT and not rounded and numeral.scale == 1 and numeral.low is None:
        rounded = min(0.5, COARSEST_ROUNDING * abs(numeral.value))
    if unit.dimension == "share" and not numeral.fraction:
        rounded = min(rounded, 0.5)
    low = unit.to_base(numeral.low) if numeral.low is not None else None
    high = unit.to_base(numeral.high) if numeral.high is not None else None
    return Measure(numeral.first, numeral.after, numeral, unit, value, rounded * unit.factor, low, high)


def _minus_before(tokens: Tokens, i: int, floor: int) -> int | None:
    j = i - 1
    if j < floor:
        return None
    if tokens.lower(j) in {"minus", "negative"}:
        return j
    dash = tokens.word(j) in HYPHENS or tokens.word(j) == "−"
    free = j == 0 or not tokens.glued(j) or tokens.word(j - 1) in "(["
    return j if dash and tokens.glued(i) and free else None


def _unit_after(tokens: Tokens, numeral: Numeral) -> tuple[Unit, int]:
    """The unit after a number, and the token after it; a fraction may reach it by "of a"."""
    after = numeral.after
    if found := unit_at(tokens, after, scaled=numeral.scale >= 1000):
        return found
    if numeral.fraction:
        j = after + 1 if tokens.lower(after) == "of" else after
        if tokens.lower(j) in _ARTICLES and (found := unit_at(tokens, j + 1, scaled=False)):
            return found
        return unit_named("fraction"), after
    many = numeral.scale > 1 or numeral.low is not None
    if many and tokens.lower(after) == "of" and (found := unit_at(tokens, after + 1, scaled=True)):
        return found
    return COUNT, after


def _compound(tokens: Tokens, measure: Measure) -> Measure:
    """Further measures in smaller units: "3 hours 20 minutes", "6ft 2in", "two years and three months"."""
    while measure.unit.dimension in _COMPOUND_DIMENSIONS or measure.unit.dimension.startswith(MONEY):
        j = measure.after
        if tokens.lower(j) in {"and", ","}:
            j += 1
        part = read_numeral(tokens, j)
        found = unit_at(tokens, part.after, scaled=False) if part else None
        if part is None or found is None or not _continues(measure, part, found[0]):
            return measure
        unit, after = found
        value = measure.value + unit.to_base(part.value) * (1 if measure.value >= 0 else -1)
        spread = min(0.5 * unit.factor, COARSEST_ROUNDING * abs(value))
        measure = replace(measure, after=after, unit=unit, value=value, spread=spread)
    return measure


def _continues(measure: Measure, part: Numeral, unit: Unit) -> bool:
    if unit.dimension != measure.unit.dimension or measure.numeral.fraction or part.low is not None:
        return False
    ratio = measure.unit.factor / unit.factor
    return 1 < ratio < _WIDEST_STEP and part.value < ratio


def article_measure(tokens: Tokens, i: int) -> Measure | None:
    """ "an hour", "an hour and a half"."""
    found = unit_at(tokens, i + 1, scaled=False) if tokens.lower(i) in {"a", "an"} else None
    if found is None or found[0].dimension == "share":
        return None
    unit, after = found
    measure = _measure(Numeral(i, i + 1, 1.0), unit, 1.0)
    if tokens.lower(after) == "and" and tokens.lower(after + 1) == "a" and tokens.lower(after + 2) == "half":
        return replace(_measure(Numeral(i, after + 3, 1.5, 0.09), unit, 1.0), after=after + 3)
    return replace(measure, after=after)


def in_unit(measure: Measure, unit: Unit, scale: float = 1.0) -> Measure:
    """The bare number of a measure read again in the unit and magnitude that its range writes only once."""
    numeral = measure.numeral
    spread = min(0.5 * scale, COARSEST_ROUNDING * abs(numeral.value * scale)) if scale > 1 else numeral.spread
    sign = -1.0 if measure.value < 0 else 1.0
    again = _measure(replace(numeral, value=numeral.value * scale, spread=spread, scale=scale), unit, sign)
    return replace(again, first=measure.first, after=measure.after)
