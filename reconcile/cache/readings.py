"""Reading many documents: from the cache what was read before, the rest here or in several processes."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from threading import Thread

from reconcile.cache.fingerprint import reading_key
from reconcile.cache.packing import Reading, pack, unpack
from reconcile.cache.store import Store
from reconcile.claims.model import Extraction
from reconcile.claims.parsing import be_alone
from reconcile.documents.model import Document
from reconcile.garbage import collect_seldom
from reconcile.progress import Progress, untold

_KIND = "claims"
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
    yield from map(read_one, documents[done:])


def _in_processes(documents: Sequence[Document], processes: int) -> Iterator[bytes]:
    """Read in processes that live no longer than this one, and no longer than somebody takes what they read."""
    leash, held = Pipe(duplex=False)
    with _uninterrupted():  # it starts a process that keeps account of its locks, and then lets interrupts in
        pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_begin, initargs=(leash,))
    try:
        with _uninterrupted():
            readings = pool.map(read_one, documents)
        yield from readings
    finally:
        held.close()
        pool.shutdown(cancel_futures=True)


def _begin(leash: Connection) -> None:
    """Begin a process that only reads, and ends when the leash is let go of: by intent, or since nobody is there."""
    be_alone()
    collect_seldom()
    Thread(target=_end_with, args=(leash,), daemon=True).start()


def _end_with(leash: Connection) -> None:
    leash.poll(None)
    os._exit(0)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off interrupts while processes are started. These inherit it: Ctrl-C reaches every process of a terminal,
    and only the first one acts on it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def read_one(document: Document) -> bytes:
    """Read one document; in bytes, as processes and the store hand them on. What is kept needs no reader."""
    from reconcile.claims.extraction import extract
    from reconcile.documents.article import study

    article = study(document)
    nothing = Extraction(document.id, (), (), (), ())
    return pack(Reading(article, nothing if article.problem else extract(article)))
