"""Paths to documents: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.documents.confidential import named
from reconcile.documents.decoding import DecodingError, decode
from reconcile.documents.model import Document, DocumentRole
from reconcile.errors import ConfigurationError, UsageError, reason

if TYPE_CHECKING:
    from reconcile.documents.sidecar import Source

READABLE = (".txt", ".md", ".markdown")
STDIN = "-"
SIDECAR = "sources.yaml"
_ABOUT = "readme"  # what such a file in a folder says is about the folder


@dataclass(frozen=True, slots=True)
class Reading:
    """Documents in order of the paths, within a folder by name; how many of its files were passed over."""

    documents: tuple[Document, ...]
    skipped: int


def read_documents(
    paths: Sequence[str | Path], role: DocumentRole = DocumentRole.CHECKED, stdin: bytes | None = None
) -> Reading:
    """Read files and, recursively, folders; `-` is standard input (`stdin`, if it was read already).

    In folders, files of other types and READMEs are passed over. A file that is reached twice is read once.
    One that cannot be read becomes a document with a `problem`.
    Raises UsageError for a named path that is missing or of an unsupported type, ConfigurationError for a
    `sources.yaml` that cannot be meant.
    """
    _complain_of(paths)
    files, skipped = _files(paths)
    known = _known(_sidecars(paths))
    documents = tuple(_read(file, role, known, stdin) for file in files)
    _complain_of_doubles(documents)
    return Reading(documents, skipped)


def _complain_of(paths: Iterable[str | Path]) -> None:
    complaints = [complaint for path in paths if (complaint := _complaint(path))]
    if complaints:
        raise UsageError("\n".join(complaints))


def _complaint(path: str | Path) -> str | None:
    place = Path(path)
    if str(path) == STDIN or place.is_dir():
        return None
    if not place.exists():
        return f"{path} does not exist: check the name, or the folder you are in."
    if place.suffix.lower() not in READABLE:
        return f"{path} is of a type that is not read: give a folder, or a file in {', '.join(READABLE)}."
    return None


def _files(paths: Iterable[str | Path]) -> tuple[list[Path], int]:
    """Every file once, in order, and how many others the folders hold."""
    files: dict[Path, Path] = {}
    skipped: set[Path] = set()
    for path in map(Path, paths):
        for file in _inside(path) if path.is_dir() else [path]:
            if file != path and not _is_document(file):
                skipped.add(file.resolve())
            else:
                files.setdefault(file.resolve(), file)
    return list(files.values()), sum(file.name != SIDECAR for file in skipped)


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in READABLE and file.stem.lower() != _ABOUT


def _inside(folder: Path) -> Iterator[Path]:
    """The files below a folder, by name; what is hidden is left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here) / name for name in sorted(names) if not name.startswith("."))


def _sidecars(paths: Iterable[str | Path]) -> list[Path]:
    """The `sources.yaml` of every folder given, of those below it, beside files given; outer ones first."""
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        inside = _inside(path) if path.is_dir() else [path.parent / SIDECAR]
        found.update((file, None) for file in inside if file.name == SIDECAR and file.is_file())
    return sorted(found, key=lambda file: (len(file.parts), file))


def _known(sidecars: Sequence[Path]) -> Mapping[Path, Source]:
    """What is known of documents, by resolved path; where nothing is written of it, no YAML parser is brought in."""
    if not sidecars:
        return {}
    from reconcile.documents.sidecar import read_sidecars

    return read_sidecars(sidecars)


def _read(file: Path, role: DocumentRole, known: Mapping[Path, Source], stdin: bytes | None) -> Document:
    name = file.as_posix()
    bare = Document(id=name, text="", path=None if name == STDIN else name, role=role)
    document = _described(bare, known.get(file.resolve()))
    try:
        return replace(document, text=decode(_bytes(file, stdin)))
    except DecodingError as error:
        return replace(document, problem=str(error))
    except OSError as error:
        return replace(document, problem=f"could not be read: {reason(error)}")


def _bytes(file: Path, stdin: bytes | None) -> bytes:
    if file.as_posix() == STDIN:
        return sys.stdin.buffer.read() if stdin is None else stdin
    return file.read_bytes()


def _described(document: Document, source: Source | None) -> Document:
    if source is None:
        return document
    return replace(
        document,
        id=source.id or document.id,
        published=source.published,
        published_from=SIDECAR if source.published else "",
        tier=source.tier,
        confidential=source.confidential,
    )


def _complain_of_doubles(documents: Iterable[Document]) -> None:
    seen: dict[str, Document] = {}
    for document in documents:
        other = seen.setdefault(document.id, document)
        if other is not document:
            raise ConfigurationError(
                f"{named(other)} and {named(document)} have one id: give each its own in {SIDECAR}."
            )
