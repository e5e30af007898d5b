"""Reading the quantities of a text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reconcile.facets.quantity.ages import with_age
from reconcile.facets.quantity.guards import counts_nothing, is_glued, is_year
from reconcile.facets.quantity.hedges import (
    EXACT,
    Hedge,
    hedge_after,
    hedge_before,
    interval,
    tolerance_at,
)
from reconcile.facets.quantity.measures import Measure, article_measure, in_unit, read_measure
from reconcile.facets.quantity.ranges import Range, read_range, read_share
from reconcile.facets.quantity.ranks import read_ordinal, read_score
from reconcile.facets.quantity.skipped import is_skipped, skipped_spans
from reconcile.facets.quantity.tokens import Tokens, tokenize
from reconcile.facets.quantity.units import COUNT, ORDINAL, RATIO, SCORE, Unit
from reconcile.facets.quantity.value import Bound, Quantity
from reconcile.text import Span


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a running text, in order, without overlap; years, dates, times and names are none."""
    return _Reader(tokenize(text), skipped_spans(text), strict=True).read()


def read_quantity(text: str) -> Quantity | None:
    """The value of a text that holds one: what running text gives, else any number at all ("one", "a pair").

    Of several the first with a unit is taken, else the first.
    """
    found = read_quantities(text) or _Reader(tokenize(text), (), strict=False).read()
    measured = (
        quantity for quantity in found if quantity.dimension not in (COUNT.dimension, ORDINAL.dimension)
    )
    return next(measured, found[0] if found else None)


@dataclass(frozen=True, slots=True)
class _Interval:
    low: float
    high: float
    stated: float
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class _Reader:
    """One walk over the tokens. Not `strict`: the text is known to be a value, so that any number counts."""

    tokens: Tokens
    skipped: tuple[Span, ...]
    strict: bool

    def read(self) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        i = floor = 0
        while i < len(self.tokens):
            result = self._at(i, floor)
            if result is None:
                i += 1
                continue
            quantity, i = result
            found.append(quantity)
            floor = i
        return tuple(found)

    def _at(self, i: int, floor: int) -> tuple[Quantity, int] | None:
        """The quantity whose number begins at token i, and the token after it."""
        if is_skipped(self.skipped, self.tokens.starts[i]):
            return None
        if score := read_score(self.tokens, i, self.strict):
            high, low, after = score
            return self._plain(i, after, _Interval(min(low, high), max(low, high), high), SCORE), after
        if rank := read_ordinal(self.tokens, i):
            return self._ordinal(i, *rank)
        measure = read_measure(self.tokens, i, floor)
        if measure is None:
            return self._one_of_a_unit(i, floor)
        return self._share(measure, floor) or self._measured(measure, floor)

    def _ordinal(self, i: int, rank: float, after: int, ranks: bool) -> tuple[Quantity, int] | None:
        if self.strict and not ranks:
            return None
        return self._plain(i, after, _Interval(rank, rank, rank), ORDINAL), after

    def _share(self, part: Measure, floor: int) -> tuple[Quantity, int] | None:
        share = read_share(self.tokens, part, self._is_year)
        if share is None or is_skipped(self.skipped, self.tokens.starts[share.after - 1]):
            return None
        glued = is_glued(self.tokens, share.numeral.first, share.numeral.after)
        return None if self.strict and glued else self._hedged(share, floor)

    def _measured(self, measure: Measure, floor: int) -> tuple[Quantity, int] | None:
        measure = with_age(self.tokens, measure)
        if self.strict and counts_nothing(self.tokens, measure, floor):
            return None
        found = read_range(self.tokens, measure, floor, self._is_year)
        return self._between(found) if found else self._hedged(measure, floor)

    def _is_year(self, measure: Measure) -> bool:
        return self.strict and measure.is_bare and is_year(self.tokens, measure.numeral)

    def _one_of_a_unit(self, i: int, floor: int) -> tuple[Quantity, int] | None:
        """ "an hour", where a hedge or "and a half" shows that a figure is meant."""
        measure = article_measure(self.tokens, i)
        if measure is None:
            return None
        counted = measure.numeral.value > 1 or hedge_before(self.tokens, i, floor)[0] is not EXACT
        return self._hedged(measure, floor) if counted or not self.strict else None

    def _between(self, found: Range) -> tuple[Quantity, int]:
        low, high = found.low, found.high
        middle = (low.value + high.value) / 2
        interval_ = _Interval(low.value, high.value, middle, Bound.BETWEEN)
        number = self._span(low.numeral.first, high.numeral.after)
        loosest = replace(high, spread=max(low.spread, high.spread))
        return self._quantity(self._span(found.first, found.after), number, interval_, loosest), found.after

    def _hedged(self, measure: Measure, floor: int) -> tuple[Quantity, int]:
        hedge, first = hedge_before(self.tokens, measure.first, floor)
        after = measure.after
        if hedge is EXACT:
            if within := self._tolerance(after):
                return self._give_or_take(measure, within)
            first = measure.first
            hedge, after = hedge_after(self.tokens, after)
        parts = measure.unit.name == "fraction" or measure.unit is RATIO
        number = self._span(measure.numeral.first, measure.after if parts else measure.numeral.after)
        return self._quantity(self._span(first, after), number, _bounded(measure, hedge), measure), after

    def _tolerance(self, i: int) -> Measure | None:
        start = tolerance_at(self.tokens, i)
        return read_measure(self.tokens, start, start) if start else None

    def _give_or_take(self, measure: Measure, within: Measure) -> tuple[Quantity, int]:
        if measure.unit is COUNT and within.unit is not COUNT:
            measure = in_unit(measure, within.unit)
        width = abs(within.value if within.unit is not COUNT else within.value * measure.unit.factor)
        value = measure.value
        interval_ = _Interval(value - width, value + width, value, Bound.ABOUT)
        number = self._span(measure.numeral.first, measure.numeral.after)
        return self._quantity(
            self._span(measure.first, within.after), number, interval_, measure
        ), within.after

    def _span(self, first: int, after: int) -> Span:
        return Span(self.tokens.starts[first], self.tokens.ends[after - 1])

    def _plain(self, first: int, after: int, values: _Interval, unit: Unit) -> Quantity:
        span = self._span(first, after)
        return self._written(span, span, values, unit.name, unit.dimension, 0.0)

    def _quantity(self, span: Span, number: Span, values: _Interval, measure: Measure) -> Quantity:
        dimension = "age" if measure.age else measure.unit.dimension
        return self._written(span, number, values, measure.unit.name, dimension, measure.spread)

    def _written(
        self, span: Span, number: Span, values: _Interval, unit: str, dimension: str, spread: float
    ) -> Quantity:
        return Quantity(
            span=span,
            words=span.of(self.tokens.text),
            low=values.low,
            high=values.high,
            stated=values.stated,
            unit=unit,
            dimension=dimension,
            bound=values.bound,
            number_span=number,
            spread=spread,
        )


def _bounded(measure: Measure, hedge: Hedge) -> _Interval:
    """What the hedged measure may be; of a vague word the hedge moves the near end."""
    if measure.low is None or measure.high is None:
        least_step = 1.0 if measure.is_bare else 0.0
        return _Interval(
            *interval(hedge, measure.value, measure.spread, least_step), measure.value, hedge.bound
        )
    low, _ = interval(hedge, measure.low, 0.0, 0.0)
    _, high = interval(hedge, measure.high, 0.0, 0.0)
    vague = Bound.BETWEEN if measure.low < measure.high else Bound.EXACT
    bound = vague if hedge.bound in (Bound.EXACT, Bound.ABOUT) else hedge.bound
    return _Interval(low, high, measure.value, bound)
