"""The process: `reconcile`, or `python -m reconcile`."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

from reconcile.garbage import collect_seldom

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command. While it is still being imported, where an exception may be lost, an interrupt just leaves."""
    collect_seldom()
    usual = signal.signal(signal.SIGINT, _leave)
    from reconcile.cli import main as command

    signal.signal(signal.SIGINT, usual)
    code = command()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody listens any more
            stream.flush()
    os._exit(
        code
    )  # at once: to free all that was read takes a second, and a library may report the interrupt


def _leave(*_: object) -> None:
    os.write(2, b"reconcile: interrupted.\n")
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
