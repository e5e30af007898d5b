"""`reconcile cache`: what is kept from one run to the next, and how to be rid of it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from reconcile.cli import streams
from reconcile.folders import cache_folder

if TYPE_CHECKING:
    from reconcile.cache.store import Store

_MEGABYTE = 1_000_000


def stats() -> None:
    """Say what the cache holds, and how much it may."""
    with closing(_store()) as store:
        holdings = store.holdings()
        streams.say(f"{store.path}")
        for held in holdings:
            streams.say(f"{held.kind:<8} {held.entries:>9,} entries {_size(held.bytes):>12}")
        total = sum(held.bytes for held in holdings)
        streams.say(f"{'in all':<8} {'':>17} {_size(total):>12} of {_size(store.limit)}")


def clean() -> None:
    """Drop all claims and vectors. An exported model is kept: it depends on no text."""
    with closing(_store()) as store:
        store.clean()
    streams.say(f"{store.path} is empty.")


def _store() -> Store:
    from reconcile.cache.store import Store

    return Store(cache_folder())


def _size(size: int) -> str:
    return f"{size / _MEGABYTE:,.1f} MB"
