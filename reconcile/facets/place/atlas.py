"""Every place that is known, with its names: `rules/lexicon/places.yaml`, and the cities of GeoNames over
15,000 people.

A city is made a site only when it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from reconcile.facets.place.cities import Cities, City
from reconcile.facets.place.site import Site, fold

Named = tuple[Sequence[str], Site]  # all English names of a place
Surroundings = tuple[frozenset[str], frozenset[str], frozenset[str]]


class Atlas:
    """The sites, built from the data when asked for. Ids are those of `Site`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.cities = Cities()
        self._known_surroundings: dict[tuple[str, str], Surroundings] = {}

    def called(self, folded: str) -> frozenset[Site]:
        """The sites of a folded name."""
        cities = (city for city in self.cities.called(folded) if city.id not in self._listed)
        return self._sites_by_name.get(folded, frozenset()).union(map(self.site, cities))

    def name_of(self, id_: str) -> str:
        """The English name of a site's id.

        Raises:
            KeyError: there is no such site.
        """
        city = None if id_ in self._keys else self.cities.numbered(id_)
        return city.name if city else self._keys[id_]

    def site(self, city: City) -> Site:
        """GeoNames' record as a site."""
        name, _ = self._listed.get(city.id, (city.name, []))
        return self._in_country(
            city.country,
            city.id,
            name,
            "city",
            city.admin,
            population=city.population,
            position=(city.latitude, city.longitude),
        )

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {site.id: site.key for _, site in self._described()}

    @cached_property
    def _sites_by_name(self) -> dict[str, frozenset[Site]]:
        found: defaultdict[str, set[Site]] = defaultdict(set)
        for names, site in self._described():
            for name in names:
                found[fold(name)].add(site)
        return {name: frozenset(sites) for name, sites in found.items()}

    def _described(self) -> Iterator[Named]:
        """The places that our own data holds something of."""
        yield from self._continents()
        yield from self._states()
        yield from self._areas()
        yield from self._regions()
        yield from self._listed_cities()

    def _continents(self) -> Iterator[Named]:
        for code, entry in self._data["continents"].items():
            yield (
                [entry["name"]],
                Site(f"on/{code}", entry["name"], "continent", continents=frozenset([code])),
            )

    def _states(self) -> Iterator[Named]:
        for code, entry in self._data["countries"].items():
            names = [entry["name"], *entry.get("also", ()), *entry.get("spelt", ())]
            yield (
                names,
                Site(
                    code,
                    entry["name"],
                    "country",
                    inside=self._around(code),
                    countries=frozenset([code]),
                    continents=frozenset(entry["lies"]),
                ),
            )

    def _areas(self) -> Iterator[Named]:
        for name, entry in self._data["areas"].items():
            within = entry.get("in", [])
            inside = {f"on/{entry['lies'][0]}"} if len(entry["lies"]) == 1 else set()
            inside |= set(within) if len(within) == 1 else set()
            yield (
                [name],
                Site(
                    f"area/{name}",
                    name,
                    "region",
                    inside=frozenset(inside),
                    countries=frozenset(within),
                    continents=frozenset(entry["lies"]),
                ),
            )

    def _regions(self) -> Iterator[Named]:
        for (code, admin), name in self._divisions.items():
            yield [name], self._in_country(code, f"{code}/{name}", name, "region", admin)

    def _in_country(self, code: str, id_: str, key: str, kind: str, admin: str, **more: Any) -> Site:
        inside, countries, continents = self._surroundings(code, admin if kind == "city" else "")
        known_admin = "" if admin.startswith("?") else admin
        return Site(id_, key, kind, inside, countries, continents, known_admin, **more)

    def _surroundings(self, code: str, admin: str) -> Surroundings:
        """What a place in a country's division lies in: ids, countries and continents."""
        if (code, admin) not in self._known_surroundings:
            region = self._divisions.get((code, admin))
            ids = self._around(code) | {code} | ({f"{code}/{region}"} if region else set())
            continents = frozenset(self._data["countries"].get(code, {}).get("lies", ()))
            self._known_surroundings[code, admin] = ids, frozenset([code]), continents
        return self._known_surroundings[code, admin]

    def _around(self, code: str) -> frozenset[str]:
        """Ids of what a country lies in: continents, areas, the state that a territory belongs to."""
        entry = self._data["countries"].get(code, {})
        state = {entry["of"]} if "of" in entry else set()
        return frozenset({f"on/{c}" for c in entry.get("lies", ())} | self._membership[code] | state)

    @cached_property
    def _membership(self) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name, entry in self._data["areas"].items():
            for code in entry.get("members", ()):
                found[code].add(f"area/{name}")
        return found

    @cached_property
    def _divisions(self) -> dict[tuple[str, str], str]:
        """Country and GeoNames code → region, the code taken from the city that the data names as lying
        in it.
        """
        found = {}
        for code, regions in self._data["regions"].items():
            for name, seat in regions.items():
                city = self.city(code, seat) if seat else None
                found[code, city.admin if city else f"?{name}"] = name
        return found

    # Cities

    def city(self, code: str, name: str) -> City | None:
        """The largest city of that name in a country."""
        namesakes = (city for city in self.cities.called(fold(name)) if city.country == code)
        return max(namesakes, key=lambda city: city.size, default=None)

    def _listed_cities(self) -> Iterator[Named]:
        for id_, (name, others) in self._listed.items():
            city = None if "/" in id_ else self.cities.numbered(id_)
            if city:
                yield [name, city.name, *others], self.site(city)
            else:
                yield [name, *others], self._in_country(id_.partition("/")[0], id_, name, "city", "")

    @cached_property
    def _listed(self) -> dict[str, tuple[str, list[str]]]:
        """GeoNames number → English name and other names, as the data lists them; country/name for
        smaller cities.
        """
        found: dict[str, tuple[str, list[str]]] = {}
        for section in ("spellings", "short_names"):
            for code, cities in self._data[section].items():
                for name, others in cities.items():
                    namesakes = filter(None, (self.city(code, n) for n in (name, *others)))
                    city = max(namesakes, key=lambda city: city.population, default=None)
                    id_ = city.id if city else f"{code}/{name}"
                    known = found.get(id_, (name, []))
                    found[id_] = (known[0], [*known[1], *others])
        return found
