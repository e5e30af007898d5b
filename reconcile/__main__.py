"""The process: `reconcile`, or `python -m reconcile`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import NoReturn

from reconcile.garbage import collect_seldom

INTERRUPTED = 130
_INTERRUPTS = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
_PATIENCE = 2.0  # seconds


def main() -> NoReturn:
    """Run the command. While it is still being imported, where an exception may be lost, an interrupt just leaves."""
    collect_seldom()
    _on_interrupt(_leave)
    from reconcile.cli import main as command

    _on_interrupt(_interrupt)
    try:
        code = command()
    except KeyboardInterrupt:  # in the moment in which it was ending
        _leave()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody listens any more
            stream.flush()
    os._exit(
        code
    )  # at once: to free all that was read takes a second, and a library may report the interrupt


def _on_interrupt(handler: Callable[..., None]) -> None:
    """What to do when the run is to end: by Ctrl-C, by who started it, or since its terminal is gone (unless nohup)."""
    for name in _INTERRUPTS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def _interrupt(*_: object) -> None:
    """Raise KeyboardInterrupt once, so that whatever was begun is put away.

    What comes within moments is the same interrupt, told by the terminal and by a parent; after that, leave.
    """
    deadline = monotonic() + _PATIENCE
    _on_interrupt(lambda *_: _leave() if monotonic() > deadline else None)
    raise KeyboardInterrupt


def _leave(*_: object) -> NoReturn:
    with suppress(OSError):
        os.write(2, b"reconcile: interrupted.\n")
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
