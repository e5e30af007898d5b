"""Packing: a reading survives it whole, and nothing but a reading comes out."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reconcile.cache.packing import Reading, pack, unpack
from reconcile.claims.extraction import extract
from reconcile.documents import Document
from reconcile.documents.article import study

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def reading(document: Document) -> Reading:
    article = study(document)
    return Reading(article, extract(article))


@pytest.mark.parametrize("path", SEEDS[:2], ids=lambda path: path.stem[:3])
def test_a_reading_comes_out_as_one_of_any_document_of_that_text(path: Path) -> None:
    read = Document(id="f" * 64, text=path.read_text(encoding="utf-8"), published=date(2024, 6, 5))
    named = replace(read, id="a", path="a.txt")
    assert unpack(pack(reading(read)), named) == reading(named)


def test_the_text_is_not_packed_twice() -> None:
    words = "Anna Lind opened the bridge in Lunde on 3 May 2016. "
    padding = "\n\n" + "".join(chr(0x4E00 + n * 7 % 20000) for n in range(3000))
    short, long = (reading(Document(id="f" * 64, text=text)) for text in (words, words + padding))
    assert len(pack(long)) < len(pack(short)) + 3000


class _Call:
    """A pickle that calls a function when it is loaded."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self.call = function, arguments

    def __reduce__(self) -> Any:
        return self.call


@pytest.mark.parametrize(
    "packed",
    [
        zlib.compress(pickle.dumps(_Call(os.mkdir, "made"))),
        zlib.compress(pickle.dumps(_Call(getattr, date, "today"))),
        zlib.compress(pickle.dumps(_Call(Path.touch, "made"))),
        zlib.compress(b"creconcile.lexicon\nlexicon\n(S'places'\ntR."),
        zlib.compress(b"\x80\x04\x8c\x17reconcile.cache.packing\x8c\x0apickle.sys\x93."),
        zlib.compress(pickle.dumps(("an article", "an extraction"))),
        zlib.compress(pickle.dumps(None)),
        b"no compressed data",
        b"",
    ],
)
def test_bytes_that_are_no_reading_are_refused_and_do_nothing(
    packed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pickle.UnpicklingError):
        unpack(packed, Document(id="a", text="x"))
    assert list(tmp_path.iterdir()) == []
