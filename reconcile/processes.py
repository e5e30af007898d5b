"""Work in several processes, which live no longer than the one that asks for it and never act on an interrupt."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, Literal, TypeVar

from reconcile.garbage import collect_seldom

_WORTH_FORKS = 8  # parts; fewer are done before forks have begun
_AHEAD = 4  # parts for each fork that wait for it, so that none waits for a part

_Thing = TypeVar("_Thing")
_Part = TypeVar("_Part")
_Result = TypeVar("_Result")


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parts(things: Iterable[_Thing], size: int) -> Iterator[list[_Thing]]:
    """So many of the things at a time, in order."""
    left = iter(things)
    return iter(lambda: list(islice(left, size)), [])


def spread(
    work: Callable[[_Part], _Result], parts: Iterable[_Part], processes: int
) -> Iterator[tuple[_Part, _Result]]:
    """The parts, with what `work` makes of each, in order: in forks of this process where there are many parts.

    A fork knows all that this process knows, so that only the parts and their results are handed over. Where the
    system's libraries do not bear being forked, all is done here.
    """
    left = iter(parts)
    first = list(islice(left, _WORTH_FORKS))
    left = chain(first, left)
    if _may_fork(processes) and len(first) == _WORTH_FORKS:
        begun: deque[_Part] = deque()
        try:
            yield from _forked(work, left, processes, begun)
        except BrokenProcessPool:  # one was killed, for its memory perhaps: the rest is done here
            left = chain(begun, left)
    for part in left:
        yield part, work(part)


def _forked(
    work: Callable[[_Part], _Result], parts: Iterable[_Part], processes: int, begun: deque[_Part]
) -> Iterator[tuple[_Part, _Result]]:
    """As `spread`; `begun` holds the parts that were taken and are not given back yet."""
    with pool(processes, "fork", _take_up, work) as forks:
        results: deque[Future[_Result]] = deque()
        for part in parts:
            begun.append(part)
            with uninterrupted():
                results.append(forks.submit(_do, part))
            if len(results) > processes * _AHEAD:
                yield begun[0], results.popleft().result()
                begun.popleft()
        while results:
            yield begun[0], results.popleft().result()
            begun.popleft()


@contextmanager
def aside(work: Callable[[], _Result], processes: int) -> Iterator[Callable[[], _Result]]:
    """Begin some work in a fork, and go on: what is given waits for its result. Without forks, it does the work."""
    if not _may_fork(processes):
        yield work
        return
    with pool(1, "fork", _take_up, lambda _: work()) as fork:
        with uninterrupted():
            result = fork.submit(_do, None)

        def awaited() -> _Result:
            try:
                found: _Result = result.result()
            except BrokenProcessPool:
                return work()
            return found

        yield awaited


def _may_fork(processes: int) -> bool:
    """Whether there are several processes to have, on a system whose libraries bear being forked."""
    return processes > 1 and sys.platform == "linux"


_work: Callable[[Any], Any]  # of this process, if it is a fork


def _take_up(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work
    gc.freeze()  # what is shared is not walked for garbage: each page that is touched would be copied


def _do(part: Any) -> Any:
    return _work(part)


@contextmanager
def pool(
    processes: int, method: Literal["spawn", "fork"], begin: Callable[..., None], *given: Any
) -> Iterator[ProcessPoolExecutor]:
    """So many processes, each begun by `begin(*given)`; they end with the block, whatever they are at.

    Args:
        method: `spawn` starts each afresh, and hands over what is given in bytes; `fork` shares all with each.
    """
    leash, held = Pipe(duplex=False)
    _held.add(held)
    with uninterrupted():  # it starts a process that keeps account of its locks, and then lets interrupts in
        started = ProcessPoolExecutor(
            processes, get_context(method), initializer=_begin, initargs=(leash, begin, *given)
        )
    try:
        yield started
    finally:
        _held.remove(held)
        held.close()
        started.shutdown(cancel_futures=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
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


_held: set[Connection] = set()  # this process's ends of the leashes


def _begin(leash: Connection, begin: Callable[..., None], *given: Any) -> None:
    """Begin a process that ends when the leash is let go of: by intent, or since nobody is there."""
    for held in _held:  # a fork has them, too, and by holding on to them would keep itself and others
        held.close()
    collect_seldom()
    Thread(target=_end_with, args=(leash,), daemon=True).start()
    begin(*given)


def _end_with(leash: Connection) -> None:
    leash.poll(None)
    os._exit(0)
