"""A figure: a ratio of two measurements, its target, and the least that it could be by count of operations or bytes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

_RUNS = 5  # after one to warm up


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table.

    Args:
        name: what is divided by what.
        ratio: what was measured.
        target: what it must reach; None where it is shown for comparison only.
        parts: what was measured on the way, each with its unit.
        floor: the least (or the most, where more is better) that it can be; None where nothing tells.
        floor_of: what the floor counts.
        more_is_better: whether the target is to be reached from below.
    """

    name: str
    ratio: float
    target: float | None
    parts: Mapping[str, str]
    floor: float | None = None
    floor_of: str = ""
    more_is_better: bool = False

    @property
    def is_met(self) -> bool:
        if self.target is None:
            return True
        return self.ratio >= self.target if self.more_is_better else self.ratio <= self.target

    @property
    def distance(self) -> float | None:
        """How many times the floor it is; below it by as many, where more is better."""
        if not self.floor or not self.ratio:
            return None
        return self.floor / self.ratio if self.more_is_better else self.ratio / self.floor


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table, and under each its parts."""
    lines = ["| figure | ratio | target | met | floor | distance |", "|---|---|---|---|---|---|"]
    for f in figures:
        target = "–" if f.target is None else f"{'≥' if f.more_is_better else '≤'} {f.target:g}"
        floor = "–" if f.floor is None else f"{f.floor:.3g} ({f.floor_of})"
        away = "–" if f.distance is None else f"× {f.distance:.3g}"
        met = "yes" if f.is_met else "no"
        lines.append(f"| {f.name} | {f.ratio:.3g} | {target} | {met} | {floor} | {away} |")
        lines.append(f"| · {'; '.join(f'{k} {v}' for k, v in f.parts.items())} | | | | | |")
    return "\n".join(lines)


def median_of(measure: Callable[[], float], runs: int = _RUNS) -> float:
    """The median of several measurements after one that is thrown away."""
    measure()
    return median(measure() for _ in range(runs))


def seconds(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, allowed: Iterable[int] = (0,)
) -> float:
    """How long a whole process takes.

    Raises:
        RuntimeError: it ended with another status than is allowed.
    """
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(env or {})})
    took = time.perf_counter() - start
    if done.returncode not in allowed:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return took


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
