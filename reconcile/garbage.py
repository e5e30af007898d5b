"""How often Python looks for garbage in the processes that are Reconcile's own."""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 200_000, 30, 30  # objects made, then rounds: what mypy runs with


def collect_seldom() -> None:
    """Look for garbage seldom: what a run makes lives to its end, and Python would walk it again and again.

    By its own numbers (700, 10, 10) it spends a seventh of a cached check on that, and a quarter of the comparing.
    """
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
