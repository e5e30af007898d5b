"""The store: what is put in comes out, what is damaged does not, and nothing that befalls the file stops a run."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.cache.store import Holdings, Store
from reconcile.errors import CacheError

KEYS = [bytes([n]) * 32 for n in range(8)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "cache")
    yield store
    store.close()


def rewrite(store: Store, statement: str, *values: object) -> None:
    with sqlite3.connect(store.path) as database:
        database.execute(statement, values)


def test_what_is_put_is_there_for_the_next_run(store: Store) -> None:
    store.put("claims", {KEYS[0]: b"one", KEYS[1]: b""})
    store.close()
    again = Store(store.path.parent)
    assert again.get([KEYS[1], KEYS[2], KEYS[0]]) == {KEYS[0]: b"one", KEYS[1]: b""}
    again.close()


def test_more_keys_than_one_query_takes_are_all_answered(store: Store) -> None:
    values = {n.to_bytes(32): str(n).encode() for n in range(1201)}
    store.put("vectors", values)
    assert store.get(list(values)) == values


def test_a_damaged_value_is_dropped_and_not_given(store: Store) -> None:
    store.put("claims", {KEYS[0]: b"one", KEYS[1]: b"two"})
    rewrite(store, "UPDATE entries SET value = CAST(value || x'00' AS BLOB) WHERE key = ?", KEYS[0])
    assert store.get(KEYS[:2]) == {KEYS[1]: b"two"}
    assert store.holdings() == [Holdings("claims", 1, 3)]


def test_a_value_under_another_ones_key_is_not_given(store: Store) -> None:
    store.put("claims", {KEYS[0]: b"one"})
    rewrite(store, "UPDATE entries SET key = ?", KEYS[1])
    assert store.get(KEYS[:2]) == {}


@pytest.mark.parametrize("content", [b"", b"no database at all" * 400, b"SQLite format 3\0" + b"\1" * 5000])
def test_a_file_that_is_no_database_is_made_anew(store: Store, content: bytes) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(content)
    store.get(KEYS)
    store.put("claims", {KEYS[0]: b"one"})
    assert store.get(KEYS) == {KEYS[0]: b"one"}
    assert store.problem is None


def test_a_folder_that_cannot_be_made_leaves_the_run_without_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "cache")
    store.put("claims", {KEYS[0]: b"one"})
    assert store.get(KEYS) == {}
    assert "cannot be used" in str(store.problem)
    with pytest.raises(CacheError, match="not a directory"):
        store.holdings()


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=100)
    store.put("claims", dict.fromkeys(KEYS[:4], b"x" * 20))
    rewrite(store, "UPDATE entries SET used = used - 1")
    assert list(store.get([KEYS[2]])) == [KEYS[2]]  # used today
    store.put("claims", {KEYS[4]: b"y" * 50})
    assert sorted(store.get(KEYS)) == [KEYS[2], KEYS[3], KEYS[4]]
    store.close()


def test_it_never_holds_more_than_its_limit(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=1000)
    for n in range(40):
        store.put("claims", {n.to_bytes(32): b"x" * 99})
        assert sum(held.bytes for held in store.holdings()) <= 1000
    store.close()


def test_cleaning_leaves_nothing_and_the_store_in_use(store: Store) -> None:
    store.put("claims", {KEYS[0]: b"one"})
    store.clean()
    assert store.holdings() == []
    store.put("claims", {KEYS[1]: b"two"})
    assert store.get(KEYS) == {KEYS[1]: b"two"}


def test_two_runs_share_it(store: Store) -> None:
    other = Store(store.path.parent)
    for n, key in enumerate(KEYS):
        (store, other)[n % 2].put("claims", {key: key})
    assert store.get(KEYS) == other.get(KEYS) == {key: key for key in KEYS}
    other.close()


WRITER = """
import sys
from pathlib import Path
from reconcile.cache.store import Store
store = Store(Path(sys.argv[1]))
for n in range(1_000_000):
    store.put("claims", {n.to_bytes(32): b"x" * 5000, (n + 2**40).to_bytes(32): b"y" * 5000})
    print(n, flush=True)
"""


def test_a_run_that_is_killed_leaves_whole_pairs_behind(store: Store) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, store.path.parent], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    while int(writer.stdout.readline()) < 20:
        pass
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    found = store.get([n.to_bytes(32) for n in range(5000)])
    partners = store.get([(n + 2**40).to_bytes(32) for n in range(5000)])
    assert len(found) == len(partners) >= 20
    assert store.problem is None


def test_a_value_read_on_another_day_counts_as_used_then(store: Store) -> None:
    store.put("claims", {KEYS[0]: b"one"})
    rewrite(store, "UPDATE entries SET used = 1")
    store.get(KEYS)
    with sqlite3.connect(store.path) as database:
        assert database.execute("SELECT used FROM entries").fetchone() == (int(time.time()) // 86_400,)
