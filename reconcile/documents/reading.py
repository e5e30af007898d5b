"""Paths to documents: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from errno import EBADF, EFBIG, EINVAL
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from reconcile.documents.confidential import named
from reconcile.documents.decoding import DecodingError, decode
from reconcile.documents.model import Document, DocumentRole
from reconcile.errors import ConfigurationError, UsageError, reason
from reconcile.files import place_of

if TYPE_CHECKING:
    from reconcile.documents.sidecar import Source

READABLE = (".txt", ".md", ".markdown")
STDIN = "-"
SIDECAR = "sources.yaml"
_LONGEST = 1_000_000  # characters, more than a thick book has: some minutes of reading, and 2 GB of memory
_ABOUT = "readme"  # what such a file in a folder says is about the folder


@dataclass(frozen=True, slots=True)
class Reading:
    """Documents in order of the paths, within a folder by name; how many of its files were passed over."""

    documents: tuple[Document, ...]
    skipped: int


def read_documents(
    paths: Sequence[str | Path],
    role: DocumentRole = DocumentRole.CHECKED,
    stdin: bytes | None = None,
    stdin_name: str | None = None,
) -> Reading:
    """Read files and, recursively, folders; `-` is standard input (`stdin`, if it was read already), and comes first.

    A name makes of standard input the file of that name, as an editor holds it: what the disk has of it is not read.
    In folders, files of other types and READMEs are passed over. A file that is reached twice is read once.
    One that cannot be read becomes a document with a `problem`, and so does a folder that cannot be listed.
    Raises UsageError for a named path that is missing or of an unsupported type, ConfigurationError for a
    `sources.yaml` that cannot be meant.
    """
    typed = Path(STDIN if stdin_name is None else stdin_name) if STDIN in map(str, paths) else None
    named = [typed] if typed and stdin_name is not None else []
    places = [Path(path) for path in paths if str(path) != STDIN]
    _complain_of(places, named)
    listing = _listed(places)
    linked = [real for real, file in listing.files.items() if file.is_symlink()]
    known = _known(_sidecars([*places, *named, *linked]))
    documents = []
    if typed:
        listing.files.pop(place_of(typed), None)
        documents.append(_read(typed, role, known, partial(_typed, stdin)))
    documents += [_read(file, role, known, partial(_bytes, file)) for file in listing.files.values()]
    documents += [_unreadable(_bare(Path(error.filename), role), error) for error in listing.unlisted]
    _complain_of_doubles(documents)
    return Reading(tuple(documents), sum(file.name != SIDECAR for file in listing.skipped))


def _complain_of(places: Iterable[Path], named: Iterable[Path]) -> None:
    complaints = [complaint for place in places if (complaint := _complaint(place))]
    for name in named:
        if name.suffix.lower() not in READABLE or name.is_dir():
            complaints.append(
                f"{name} names no text: name standard input as a file in {', '.join(READABLE)}."
            )
    if complaints:
        raise UsageError("\n".join(complaints))


def _complaint(place: Path) -> str | None:
    if place.is_dir():
        return None
    if not place.exists():
        return f"{place} does not exist: check the name, or the folder you are in."
    if place.suffix.lower() not in READABLE:
        return f"{place} is of a type that is not read: give a folder, or a file in {', '.join(READABLE)}."
    return None


@dataclass(frozen=True, slots=True)
class _Listing:
    """Every file once, in order, by its resolved path; what else the folders hold; and those that cannot be listed."""

    files: dict[Path, Path] = field(default_factory=dict)
    skipped: set[Path] = field(default_factory=set)
    unlisted: list[OSError] = field(default_factory=list)


def _listed(places: Iterable[Path]) -> _Listing:
    listing = _Listing()
    for place in places:
        for file in _inside(place, listing.unlisted.append) if place.is_dir() else [place]:
            if file != place and not _is_document(file):
                listing.skipped.add(place_of(file))
            else:
                listing.files.setdefault(place_of(file), file)
    return listing


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in READABLE and file.stem.lower() != _ABOUT


def _inside(folder: Path, unlisted: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """The files below a folder, by name; what is hidden is left out."""
    for here, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here) / name for name in sorted(names) if not name.startswith("."))


def _sidecars(places: Iterable[Path]) -> list[Path]:
    """The `sources.yaml` of every folder given, of those below and above it, beside files given; outer ones first."""
    found: dict[Path, Path] = {}
    for place in places:
        inside = _inside(place) if place.is_dir() else [place.parent / SIDECAR]
        files = (*_above(place), *inside)
        for file in files:
            if file.name == SIDECAR and file.is_file():
                found.setdefault(place_of(file), file)
    return [found[place] for place in sorted(found, key=lambda place: (len(place.parts), place))]


def _above(place: Path) -> Iterator[Path]:
    """Where a `sources.yaml` may lie above a place, up to the folder of the run.

    What is confidential must be so however much of a desk's folder is named.
    """
    here = place_of(Path.cwd())
    for folder in place.parents:
        if place_of(folder).is_relative_to(here):
            yield folder / SIDECAR


def _known(sidecars: Sequence[Path]) -> Mapping[Path, Source]:
    """What is known of documents, by resolved path; where nothing is written of it, no YAML parser is brought in."""
    if not sidecars:
        return {}
    from reconcile.documents.sidecar import read_sidecars

    return read_sidecars(sidecars)


def _read(
    file: Path, role: DocumentRole, known: Mapping[Path, Source], content: Callable[[], bytes]
) -> Document:
    document = _described(_bare(file, role), known.get(place_of(file)))
    try:
        text = decode(content())
    except DecodingError as error:
        return replace(document, problem=str(error))
    except OSError as error:
        return _unreadable(document, error)
    return replace(document, text=text) if len(text) <= _LONGEST else _unreadable(document, _too_long())


def _bare(file: Path, role: DocumentRole) -> Document:
    name = file.as_posix()
    return Document(id=name, text="", path=None if name == STDIN else name, role=role)


def _unreadable(document: Document, error: OSError) -> Document:
    return replace(document, problem=f"could not be read: {reason(error)}")


def _too_long() -> OSError:
    return OSError(EFBIG, f"it is longer than {_LONGEST:,} characters: split it")


def _bytes(file: Path) -> bytes:
    """Raises OSError, also for what might never end: a pipe, a device."""
    status = file.stat()
    if not S_ISREG(status.st_mode):
        raise OSError(EINVAL, "it is no regular file")
    if status.st_size > 4 * _LONGEST:  # no encoding takes more bytes to a character
        raise _too_long()
    return file.read_bytes()


def _typed(stdin: bytes | None) -> bytes:
    if stdin is not None:
        return stdin
    if sys.stdin is None:
        raise OSError(EBADF, "standard input is closed")
    return sys.stdin.buffer.read()


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
