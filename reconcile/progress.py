"""How long work tells how far it is: the stage it is in, how much of it is done, and of how much."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]  # (stage, done, of how many); no total is known where that is 0


def untold(stage: str, done: int, total: int) -> None:
    """For those who do not ask."""
