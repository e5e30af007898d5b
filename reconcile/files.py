"""One way to write: beside its place and then renamed, so that nobody ever sees half of a file or folder."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BEGUN, _PART = ".reconcile-", ".part"
_ABANDONED = 3600  # seconds after which what was begun and not finished belongs to a process that was killed


def write(path: Path, content: bytes) -> None:
    """Write a whole file or none. Links are followed, a file that is replaced hands on its mode.

    A device or a pipe is written as it is.

    Raises:
        OSError: it could not be written; the file that was there still is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    place = place_of(path)
    with beside(place) as part:
        with part.open("xb") as file:
            if place.exists():
                shutil.copymode(place, part)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # some systems say only now that the disk is full
        part.replace(place)


def place_of(path: Path | str) -> Path:
    """Where a file really lies, absolute and without links. Path.resolve raises on links that go in circles."""
    return Path(os.path.realpath(path))


def writable(path: Path) -> bool:
    """Whether a file can be written there, as far as that can be told beforehand."""
    if path.is_dir():
        return False
    folder = place_of(path).parent
    if path.exists() and not path.is_file():  # a device or a pipe
        return os.access(path, os.W_OK)
    return folder.is_dir() and os.access(folder, os.W_OK)


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """A name beside a place, for what will be renamed to it. What bears that name in the end is removed."""
    part = place.with_name(f"{_BEGUN}{os.urandom(8).hex()}{_PART}")
    try:
        yield part
    finally:
        _remove(part)


def sweep(folder: Path) -> None:
    """Remove what processes began in a folder that were killed at work."""
    for part in folder.glob(f"{_BEGUN}*{_PART}"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _ABANDONED:
                _remove(part)


def _remove(path: Path) -> None:
    """Remove a file or a folder, where there is one and it can be."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)
