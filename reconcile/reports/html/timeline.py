"""Where in time the sources of a finding place one event: bars on an axis, in per cent of its length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.facets.period.value import Window
from reconcile.findings import Finding, Kind, Position

_MARGIN = 0.06  # of the time shown, on either side
_OPEN = 0.25  # how much further a bar without an end reaches
_TICKS = 5  # at most
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
_DAYS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Bar:
    """One position on the axis. `left` and `width` are per cent; open where no first or last day is known."""

    position: Position
    left: float
    width: float
    open_left: bool
    open_right: bool
    about: bool

    @property
    def right(self) -> float:
        return round(self.left + self.width, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    left: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The axis of a finding; `unplaced` are the positions that no day is known of."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unplaced: tuple[Position, ...]


def timeline(finding: Finding) -> Timeline | None:
    """The timeline of a finding about dates; None where it would not show two values beside each other."""
    if finding.kind is not Kind.DATE:
        return None
    windows = [(position, Window.written(position.value)) for position in finding.positions]
    placed = [(p, w) for p, w in windows if w.earliest or w.latest]
    if len(placed) < 2:
        return None
    axis = _Axis.around([window for _, window in placed])
    return Timeline(
        bars=tuple(axis.bar(*pair) for pair in sorted(placed, key=lambda pair: _order(pair[1]))),
        ticks=tuple(axis.ticks()),
        unplaced=tuple(p for p, w in windows if not (w.earliest or w.latest)),
    )


def _order(window: Window) -> tuple[date, date]:
    return window.earliest or date.min, window.latest or date.max


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days shown, as ordinals; the bars without an end reach to `start` and `end`."""

    start: int
    end: int

    @classmethod
    def around(cls, windows: Sequence[Window]) -> _Axis:
        known = [day.toordinal() for w in windows for day in (w.earliest, w.latest) if day]
        first, last = min(known), max(known) + 1
        before, after = (
            max(1, round((last - first) * (_OPEN if any(is_open) else _MARGIN)))
            for is_open in ([w.earliest is None for w in windows], [w.latest is None for w in windows])
        )
        return cls(max(first - before, date.min.toordinal()), min(last + after, date.max.toordinal()))

    def bar(self, position: Position, window: Window) -> Bar:
        left = self._at(window.earliest.toordinal()) if window.earliest else 0.0
        right = self._at(window.latest.toordinal() + 1) if window.latest else 100.0
        return Bar(
            position,
            left,
            round(right - left, 2),
            window.earliest is None,
            window.latest is None,
            position.value.endswith("~"),
        )

    def ticks(self) -> Iterator[Tick]:
        """The beginnings of calendar units, so large that few enough of them are in sight."""
        length = self.end - self.start
        if length <= _DAYS[-1] * _TICKS:
            step = next(step for step in _DAYS if length <= step * _TICKS)
            days = map(date.fromordinal, range(self.start + 1, self.end, step))
            yield from (Tick(self._at(day.toordinal()), f"{day.day} {day:%b} {day.year}") for day in days)
            return
        step = next((step for step in _MONTHS if length <= step * _TICKS * 30), _MONTHS[-1])
        for day in self._firsts(step):
            yield Tick(self._at(day.toordinal()), f"{day:%b} {day.year}" if step < 12 else str(day.year))

    def _firsts(self, step: int) -> Iterator[date]:
        """The first days of every so many months, counted from the beginning of the calendar."""
        first = date.fromordinal(self.start)
        months = -(-(first.year * 12 + first.month) // step) * step
        while (
            months // 12 <= date.max.year
            and (day := date(months // 12, months % 12 + 1, 1)).toordinal() < self.end
        ):
            yield day
            months += step

    def _at(self, ordinal: int) -> float:
        """How far along the axis a day begins, in per cent."""
        return round(100 * (ordinal - self.start) / (self.end - self.start), 2)
