"""What the command writes to: standard output, standard error, files, and a bar on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.errors import UsageError, reason
from reconcile.progress import Progress, untold
from reconcile.reports.untrusted import encodable, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID


def prepare() -> None:
    """Make both streams take any text; where they are no terminals, as UTF-8 with plain line feeds."""
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(text: str) -> None:
    """Text on standard output, now. A reader who has left (`| head`) is no error: the rest goes nowhere."""
    try:
        sys.stdout.write(encodable(text))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(line: str) -> None:
    """A line on standard output."""
    write(line + "\n")


def complain(message: str) -> None:
    """A message on standard error, each of its lines fit to be shown."""
    for line in message.splitlines() or [""]:
        sys.stderr.write(f"reconcile: {visible(line)}\n")


def terminal() -> Console | None:
    """A console on standard output, where that is a terminal."""
    if not sys.stdout.isatty():
        return None
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False)


def write_file(path: Path, text: str) -> None:
    """Write beside the file and rename, so that nobody ever reads half of it. Raises UsageError."""
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():  # a device or a pipe
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        beside = target.with_name(f".{target.name}.{os.getpid()}.part")
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(target)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({reason(error)}): name a file in a folder you can write."
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
