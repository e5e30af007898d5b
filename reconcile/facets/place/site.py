"""One place of the world, and what tells two of them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from anyascii import anyascii

EARTH_RADIUS = 6371.0  # kilometres

_SAINT = re.compile(r"\bst\b\.?")
_NOT_LETTERS = re.compile(r"[^a-z0-9&]+")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """A name without what spelling by habit changes: capitals, accents, hyphens, apostrophes, "the", "St"
    for "Saint".
    """
    if name.isascii() and name.isalpha() and len(name) > 2:  # most names: nothing to do
        return name.lower()
    plain = anyascii(name).casefold().replace("'", "")
    spaced = _NOT_LETTERS.sub(
        " ", _SAINT.sub("saint", plain).replace(".", " " if ". " in plain else "")
    ).strip()
    return spaced.removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Site:
    """A country, continent, region, area or city.

    `id`: ISO code of a country, "on/EU" for a continent, "US/Texas" for a region, "area/Sahel", GeoNames
    number of a city. `inside`: ids of all that contains it. `countries`, `continents`: what it may touch;
    empty where that is not known. `admin`: GeoNames code of its first-level division. `position`: degrees
    of latitude and longitude.
    """

    id: str
    key: str
    kind: str
    inside: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    continents: frozenset[str] = frozenset()
    admin: str = ""
    population: int = 0
    position: tuple[float, float] | None = None

    def holds(self, other: Site) -> bool:
        return self.id in other.inside

    @property
    def radius(self) -> float:
        """Kilometres that a city of its size reaches out at the most: 10 for a million people, 30 for
        nine million.
        """
        return 0.01 * sqrt(self.population)

    @property
    def country(self) -> str | None:
        """ISO code, where it lies in one country."""
        return min(self.countries) if len(self.countries) == 1 else None


def distance(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Kilometres along the great circle between two positions in degrees."""
    (lat, lon), (lat2, lon2) = (map(radians, position) for position in (here, there))
    chord = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
