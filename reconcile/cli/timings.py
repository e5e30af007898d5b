"""`--timings`: where the time of a run went, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from reconcile.progress import Progress, untold

_STARTED = perf_counter()  # when the command began to be imported


@dataclass(slots=True)
class Stopwatch:
    """Hears of each stage as it begins, passes it on, and adds up the seconds of each."""

    show: Progress = untold
    _stage: str = "starting"
    _since: float = _STARTED
    _seconds: dict[str, float] = field(default_factory=dict)

    def __call__(self, stage: str, done: int, total: int) -> None:
        self.turn(stage)
        self.show(stage, done, total)

    def turn(self, stage: str) -> None:
        """Begin a stage, unless it is the one that goes on."""
        if stage != self._stage:
            now = perf_counter()
            self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + now - self._since
            self._stage, self._since = stage, now

    def lines(self) -> Iterator[str]:
        """The seconds and the share of each stage, in the order in which they began; then of all."""
        self.turn("")
        whole = sum(self._seconds.values())
        for stage, seconds in (*self._seconds.items(), ("in all", whole)):
            yield f"{stage}: {seconds:.3f} s ({seconds / whole:.1%})"
