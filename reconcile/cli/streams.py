"""What the command writes to: standard output, standard error, files, and a bar on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reconcile import files
from reconcile.errors import DeliveryError, reason
from reconcile.progress import Progress, untold
from reconcile.reports.untrusted import encodable, visible, visible_lines

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID


def prepare() -> None:
    """Make both streams take any text; where they are no terminals, as UTF-8 with plain line feeds."""
    sys.stdout, sys.stderr = sys.stdout or _closed(), sys.stderr or _closed()
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _closed() -> TextIO:
    """A stream in the place of one that the process began without: it refuses what is written, as a full disk does."""
    return os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")


def write(text: str) -> None:
    """Text on standard output, now. A reader who has left (`| head`) is no error: the rest goes nowhere.

    Raises:
        DeliveryError: standard output cannot be written.
    """
    try:
        sys.stdout.write(encodable(text))
        sys.stdout.flush()
    except BrokenPipeError:
        _to_nowhere(sys.stdout)
    except OSError as error:
        _to_nowhere(sys.stdout)
        told = f"standard output cannot be written ({reason(error)}): make room there, or write to a file."
        raise DeliveryError(told) from None


def _to_nowhere(stream: TextIO) -> None:
    """Let go of what a stream still holds and could not write, and of all that follows."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(line: str) -> None:
    """A line on standard output, fit to be shown; it may hold line breaks."""
    write(visible_lines(line) + "\n")


def complain(message: str) -> None:
    """A message on standard error, each of its lines fit to be shown; if nobody can be told, nobody is."""
    with suppress(OSError):
        for line in message.splitlines() or [""]:
            sys.stderr.write(f"reconcile: {visible(line)}\n")


def terminal() -> Console | None:
    """A console on standard output, where that is a terminal."""
    if not sys.stdout.isatty():
        return None
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False)


def write_file(path: Path, text: str) -> None:
    """Text in a file, all of it or none. A reader of a pipe who has left is no error.

    Raises:
        DeliveryError: the file cannot be written.
    """
    try:
        with suppress(BrokenPipeError):
            files.write(path, encodable(text).encode())
    except OSError as error:
        raise DeliveryError(
            f"{path} cannot be written ({reason(error)}): make room there, or name a file elsewhere."
        ) from None


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield untold
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    words = TextColumn("{task.description}", markup=False)
    columns = (words, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:  # a task a stage, since each has its own speed
                for task in tasks.values():
                    bar.update(task, visible=False)
                tasks[stage] = bar.add_task(visible(stage))
            bar.update(tasks[stage], completed=done, total=total or None)

        yield show
