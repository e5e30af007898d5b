"""The process: `reconcile`, or `python -m reconcile`."""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command. While it is still being imported, where an exception may be lost, an interrupt just leaves."""
    usual = signal.signal(signal.SIGINT, _leave)
    from reconcile.cli import main as command

    signal.signal(signal.SIGINT, usual)
    code = command()
    if code == INTERRUPTED:  # at once: Python would report what a library made of the interrupt
        os._exit(code)
    return code


def _leave(*_: object) -> None:
    os.write(2, b"reconcile: interrupted.\n")
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    sys.exit(main())
