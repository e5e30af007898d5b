"""Reading many documents: from the cache what was read before, the rest here or in several processes."""

from __future__ import annotations

import pickle
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from dataclasses import replace
from itertools import chain

from reconcile.cache.fingerprint import reading_key
from reconcile.cache.packing import Reading, pack, unpack
from reconcile.cache.store import Store
from reconcile.claims.model import Extraction
from reconcile.claims.parsing import be_alone
from reconcile.documents.model import Document
from reconcile.processes import pool, uninterrupted
from reconcile.progress import Progress, untold

_KIND = "claims"
_TOGETHER = 12_000  # characters of short documents that are read together; more gain nothing
_WORTH_PROCESSES = 200_000  # characters; a process takes as long to start as 100,000 take to be read


def read_documents(
    documents: Sequence[Document],
    *,
    store: Store | None = None,
    processes: int = 1,
    progress: Progress = untold,
) -> list[Reading]:
    """Read every document; the readings come in the order given, however they were come by."""
    progress("reading", 0, len(documents))
    keys = [reading_key(document) for document in documents]
    readings = _kept(documents, keys, store) if store else {}
    unread = [n for n in range(len(documents)) if n not in readings]
    neutral = [_neutral(documents[n], keys[n]) for n in unread]
    progress("reading", len(readings), len(documents))
    with closing(_read(neutral, processes)) as read:
        for n, packed in zip(unread, read, strict=True):
            readings[n] = unpack(packed, documents[n])
            if store and not readings[n].article.problem and not documents[n].confidential:
                store.put(_KIND, {keys[n]: packed})
            progress("reading", len(readings), len(documents))
    return [readings[n] for n in range(len(documents))]


def _kept(documents: Sequence[Document], keys: Sequence[bytes], store: Store) -> dict[int, Reading]:
    kept = store.get(keys)
    readings = {}
    for n, (document, key) in enumerate(zip(documents, keys, strict=True)):
        if key in kept and not document.problem:
            with suppress(pickle.UnpicklingError):  # forged: it is read anew, and put in its place
                readings[n] = unpack(kept[key], document)
    return readings


def _neutral(document: Document, key: bytes) -> Document:
    """The document under an id that tells nothing of it and is no word of its text."""
    return replace(document, id=key.hex(), path=None)


def _read(documents: Sequence[Document], processes: int) -> Generator[bytes, None, None]:
    """Read documents, in order: in several processes where that is sooner done."""
    done = 0
    if processes > 1 and sum(len(document.text) for document in documents) >= _WORTH_PROCESSES:
        try:
            for packed in _in_processes(documents, processes):
                yield packed
                done += 1
        except BrokenProcessPool:  # one was killed, for its memory perhaps: the rest is read here
            pass
    yield from chain.from_iterable(map(read_together, _parts(documents[done:])))


def _in_processes(documents: Sequence[Document], processes: int) -> Iterator[bytes]:
    with pool(processes, "spawn", be_alone) as readers:
        with uninterrupted():
            readings = readers.map(read_together, _parts(documents))
        yield from chain.from_iterable(readings)


def _parts(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """The documents in order, some short ones at a time."""
    part: list[Document] = []
    size = 0
    for document in documents:
        if part and size + len(document.text) > _TOGETHER:
            yield part
            part, size = [], 0
        part.append(document)
        size += len(document.text)
    if part:
        yield part


def read_together(documents: Sequence[Document]) -> list[bytes]:
    """Read some documents; each in bytes, as processes and the store hand them on. What is kept needs no reader."""
    from reconcile.claims.extraction import extract_together
    from reconcile.documents.article import study

    articles = [study(document) for document in documents]
    extracted = extract_together([article for article in articles if not article.problem])
    return [
        pack(Reading(a, Extraction(a.document.id, (), (), (), ()) if a.problem else next(extracted)))
        for a in articles
    ]
