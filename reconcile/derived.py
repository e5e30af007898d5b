"""What is laborious to compute and always the same is computed once and kept in the cache folder."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from reconcile import files
from reconcile.folders import cache_folder

_DIGEST = 32  # bytes, ahead of the content


def derived_folder() -> Path:
    """Where derived files lie; it may not exist yet."""
    return cache_folder() / "derived"


def derived(name: str, key: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, kept under `key`: everything that the result depends on.

    A damaged file is made anew; where nothing can be written, everything is.
    """
    file = derived_folder() / f"{name}-{blake2b(key, digest_size=8).hexdigest()}"
    content = _sound(file)
    if content is None:
        content = make()
        with suppress(OSError):
            _keep(file, content)
    return content


def _sound(file: Path) -> bytes | None:
    """A file's content, where it is whole."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    content = kept[_DIGEST:]
    return content if _digest(content) == kept[:_DIGEST] else None


def _keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    files.sweep(file.parent)
    files.write(file, _digest(content) + content)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
