"""What was read of a text, as bytes that do not tell which document it was read for.

The bytes are a pickle that may name nothing but Reconcile's own values: loading it runs no other code.
"""

from __future__ import annotations

import pickle
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from io import BytesIO
from operator import attrgetter
from typing import Any

from reconcile.claims.model import Extraction
from reconcile.documents.model import Article, Document

_DOCUMENT, _ID = "document", "id"
_PLAIN = {("builtins", "frozenset"), ("datetime", "date")}
_ROOMS = re.compile(r"reconcile\.(claims|documents|facets|text)\b")
_FAST = 1  # of zlib's levels: a quarter of the size, at a twentieth of the time that unpickling takes


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's article, and what was extracted from it."""

    article: Article
    extraction: Extraction


def pack(reading: Reading) -> bytes:
    """A reading without its document. The document's id must be a string that is nothing else in the reading."""
    packed = BytesIO()
    _Packer(packed, reading.article.document).dump((reading.article, reading.extraction))
    return zlib.compress(packed.getvalue(), _FAST)


def unpack(packed: bytes, document: Document) -> Reading:
    """A reading, as one of this document.

    Raises:
        pickle.UnpicklingError: the bytes are not what `pack` gives, or name what is no value of Reconcile.
    """
    try:
        article, extraction = _Unpacker(BytesIO(zlib.decompress(packed)), document).load()
    except Exception as error:  # whatever the bytes make of the unpickler
        raise pickle.UnpicklingError(f"no reading: {error}") from error
    if not (isinstance(article, Article) and isinstance(extraction, Extraction)):
        raise pickle.UnpicklingError("no reading, but something else")
    return Reading(article, extraction)


class _Packer(pickle.Pickler):
    def __init__(self, file: BytesIO, document: Document) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = _REDUCERS
        self._document = document

    def persistent_id(self, obj: Any) -> str | None:
        if obj is self._document:
            return _DOCUMENT
        return _ID if obj is self._document.id else None


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How values are taken apart, by their class: asked a hundred thousand times an article, it is kept."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        """A value by its class and fields: by its state it would take three times as long to load."""
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = (field.name for field in fields(kind))
        values = attrgetter("__class__", *names)  # of one name alone it gives no tuple
        self[kind] = lambda value: (kind, values(value)[1:])
        return self[kind]


_REDUCERS = _Reducers()


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: BytesIO, document: Document) -> None:
        super().__init__(file)
        self._left_out: dict[str, Document | str] = {_DOCUMENT: document, _ID: document.id}

    def persistent_load(self, pid: str) -> Document | str:
        return self._left_out[pid]

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN or _ROOMS.match(module):
            found = super().find_class(module, name)
            if (module, name) in _PLAIN or _is_value(found, module):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of Reconcile")


def _is_value(found: Any, module: str) -> bool:
    return (
        isinstance(found, type)
        and found.__module__ == module
        and (is_dataclass(found) or issubclass(found, Enum))
    )
