"""A bounded store of bytes by key, in one SQLite file that several runs may use at once.

Nothing in it is believed that cannot be verified: each value carries a digest of itself and its key, and a file that
is no sound database is dropped. Whatever goes wrong with the store, a run goes on without it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from reconcile.errors import CacheError, reason

LIMIT = 2 * 1024**3  # bytes of values; the least recently used go first
_KEPT = 0.9  # of the limit, once it is passed
_FORMAT = 1  # of the file; another one is another file
_DIGEST = 16  # bytes
_PATIENCE = 10.0  # seconds to wait for another run's writing
_AT_ONCE = 500  # keys a query
_DAY = 86_400  # seconds

_Answer = TypeVar("_Answer")

_SCHEMA = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, kind TEXT NOT NULL, value BLOB NOT NULL, size INTEGER NOT NULL, used INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS by_use ON entries (used, size);
"""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the store holds of one kind: how many entries, and their bytes."""

    kind: str
    entries: int
    bytes: int


class Store:
    """Bytes by key. Every method does nothing, and gives nothing, once the file could not be used (`problem`).

    Args:
        folder: where its file lies; made when it is first written to.
        limit: bytes of values that it may hold.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.path = folder / f"claims-{_FORMAT}.sqlite3"
        self.limit = limit
        self.problem: str | None = None
        self._connection: sqlite3.Connection | None = None

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are here and sound; damaged ones are dropped."""
        found: dict[bytes, bytes] = {}
        nothing: dict[bytes, bytes] = {}
        for n in range(0, len(keys), _AT_ONCE):
            found |= self._try(partial(_sound, keys=keys[n : n + _AT_ONCE]), nothing)
        return found

    def put(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys, all or none; beyond the limit, what was not used for longest goes."""
        today = _today()
        rows = [(k, kind, _sealed(k, v), len(v), today) for k, v in values.items()]

        def keep(database: sqlite3.Connection) -> None:
            with _transaction(database):
                database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?)", rows)
                _trim(database, self.limit)

        if rows:
            self._try(keep, None)

    def holdings(self) -> list[Holdings]:
        """What there is of each kind.

        Raises:
            CacheError: the store cannot be read.
        """
        found: list[Holdings] = self._try(_holdings, [])
        self._insist()
        return found

    def clean(self) -> None:
        """Drop everything.

        Raises:
            CacheError: the store cannot be written.
        """
        self._try(_emptied, None)
        self._insist()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _insist(self) -> None:
        if self.problem:
            raise CacheError(self.problem)

    def _try(self, ask: Callable[[sqlite3.Connection], _Answer], otherwise: _Answer) -> _Answer:
        """What the database answers. A file that is no sound database is made anew, and asked again."""
        for _ in range(2):
            try:
                database = self._connected()
                return ask(database) if database is not None else otherwise
            except sqlite3.OperationalError as error:  # locked, full, read-only: not the file's own fault
                self._give_up(str(error))
            except sqlite3.DatabaseError:
                self._discard()
            except OSError as error:
                self._give_up(reason(error))
        return otherwise

    def _connected(self) -> sqlite3.Connection | None:
        if self._connection is None and self.problem is None:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            self._connection.executescript(_SCHEMA)
        return self._connection

    def _give_up(self, why: str) -> None:
        self.close()
        self.problem = f"the cache {self.path} cannot be used ({why}); everything is read anew"

    def _discard(self) -> None:
        """Drop a file that is not sound; the next call makes it anew."""
        self.close()
        try:
            for end in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + end).unlink(missing_ok=True)
        except OSError as error:
            self._give_up(reason(error))


def _sound(database: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    marks = ", ".join("?" * len(keys))
    rows = database.execute(f"SELECT key, value, used FROM entries WHERE key IN ({marks})", keys).fetchall()
    today = _today()
    found = {key: value for key, sealed, _ in rows if (value := _unsealed(key, sealed)) is not None}
    stale = [(today, key) for key, _, used in rows if used != today and key in found]
    damaged = [(key,) for key, _, _ in rows if key not in found]
    if stale or damaged:
        with _transaction(database):
            database.executemany("UPDATE entries SET used = ? WHERE key = ?", stale)
            database.executemany("DELETE FROM entries WHERE key = ?", damaged)
    return found


def _holdings(database: sqlite3.Connection) -> list[Holdings]:
    rows = database.execute("SELECT kind, COUNT(*), SUM(size) FROM entries GROUP BY kind ORDER BY kind")
    return [Holdings(*row) for row in rows]


def _emptied(database: sqlite3.Connection) -> None:
    with _transaction(database):
        database.execute("DELETE FROM entries")
    database.execute("VACUUM")


def _trim(database: sqlite3.Connection, limit: int) -> None:
    over = database.execute("SELECT TOTAL(size) FROM entries").fetchone()[0] - limit
    if over <= 0:
        return
    over += limit * (1 - _KEPT)
    doomed = []
    for row, size in database.execute("SELECT rowid, size FROM entries ORDER BY used, rowid"):
        if over <= 0:
            break
        doomed.append((row,))
        over -= size
    database.executemany("DELETE FROM entries WHERE rowid = ?", doomed)
    database.execute("PRAGMA incremental_vacuum")


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; other runs wait."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if database.in_transaction:  # a full disk has ended it already
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _today() -> int:
    return int(time.time()) // _DAY


def _digest(key: bytes, value: bytes) -> bytes:
    return blake2b(value, key=key[:64], digest_size=_DIGEST).digest()


def _sealed(key: bytes, value: bytes) -> bytes:
    return _digest(key, value) + value


def _unsealed(key: bytes, sealed: object) -> bytes | None:
    """The value, where it is what was put under the key."""
    if not isinstance(sealed, bytes) or len(sealed) < _DIGEST:
        return None
    value = sealed[_DIGEST:]
    return value if _digest(key, value) == sealed[:_DIGEST] else None
