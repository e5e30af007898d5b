"""Where the export of the default model is kept: made once, whole or not at all, and verified whenever it is taken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reconcile.files import beside, sweep
from reconcile.folders import cache_folder
from reconcile.matching.encoder.onnx_model import GRAPH, RUNTIME, TOKENIZER, WEIGHTS, OnnxModel
from reconcile.matching.encoder.weights import DEFAULT_MODEL, DEFAULT_SHA256

Make = Callable[[Path], None]  # writes an export to an empty folder

_FORMAT = 1  # of the export: to be raised when what is written, or how it is run, changes
_RECORD = "sha256.json"  # of each file, beside them


def export_folder() -> Path:
    """The export of the published weights that was tried with this onnxruntime; it may not exist."""
    name = f"{DEFAULT_MODEL}-{DEFAULT_SHA256}-{_FORMAT}-onnxruntime-{RUNTIME}"
    return cache_folder() / "models" / name


def taken(folder: Path, make: Make) -> OnnxModel:
    """The model in this folder; where it is not there or is damaged, it is made first.

    Raises:
        ExportError: it does not run, or could not be made.
        OSError: it could not be written.
    """
    sweep(folder.parent)
    if not whole(folder):
        _put(folder, make)
    return OnnxModel.load(folder)


def whole(folder: Path) -> bool:
    """Whether each file of an export is what was written."""
    try:
        record = json.loads((folder / _RECORD).read_bytes())
        return bool(record == _digests(folder))
    except (OSError, ValueError):
        return False


def _digests(folder: Path) -> dict[str, str]:
    """The sha256 of each file by its name: 60 ms for 90 MB, a fifth of what a process takes to its first vector."""
    return {name: _digest(folder / name) for name in (GRAPH, WEIGHTS, TOKENIZER)}


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _put(folder: Path, make: Make) -> None:
    """Make an export beside its place, then rename it: nobody sees half of one, and the first of two to finish wins."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with beside(folder) as made, beside(folder) as damaged:
        made.mkdir()
        make(made)
        (made / _RECORD).write_text(json.dumps(_digests(made)), encoding="utf-8")
        if not whole(folder):
            with suppress(FileNotFoundError):
                folder.rename(damaged)
        try:
            made.rename(folder)
        except OSError:
            if not whole(folder):
                raise
