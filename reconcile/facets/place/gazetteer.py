"""Asking what a name stands for: places, nationalities, former and foreign names.

The data is read on first use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from typing import Any

from reconcile.facets.place.atlas import Atlas
from reconcile.facets.place.site import Site, fold
from reconcile.lexicon import lexicon

LESSER = 10  # a namesake with a tenth of the people is not meant unless the text says so

_ORDER = ("country", "continent", "region", "city")
_MEN = re.compile(r"(wo)?men$")


class Gazetteer:
    """English names of places, with nationalities; names in other languages are kept apart."""

    def __init__(self) -> None:
        self._data: dict[str, Any] = lexicon("places")
        self._atlas = Atlas(self._data)
        self._known: dict[str, tuple[Site, ...]] = {}

    def senses(self, name: str) -> tuple[Site, ...]:
        """All places of that English name, the best known first; empty when there is none."""
        return self._called(self._without_style(fold(name)))

    def leading_senses(self, name: str) -> tuple[Site, ...]:
        """The senses without lesser namesakes: "Paris" is not the one in Texas."""
        senses = self.senses(name)
        if senses and senses[0].kind == "country":
            return tuple(s for s in senses if s.kind != "city" or s.country == senses[0].id)
        most = max((s.population for s in senses), default=0)
        return tuple(s for s in senses if s.kind != "city" or s.population * LESSER >= most)

    def foreign_senses(self, name: str) -> tuple[Site, ...]:
        """The largest city that some language calls so, where English does not know the name."""
        city = None if self.is_place(name) else self._atlas.cities.called_abroad(fold(name))
        return (self._atlas.site(city),) if city else ()

    def is_country(self, name: str) -> bool:
        return any(site.kind == "country" for site in self.senses(name))

    def is_place(self, name: str) -> bool:
        """Whether English has a place of that name. "España" and "Polonia" are none."""
        return bool(self.senses(name))

    def is_known_name(self, word: str) -> bool:
        """Whether the word is an English name of a place or of a nationality, and so rightly spelt."""
        return self.is_place(word) or self.is_nationality(word)

    def is_nationality(self, word: str) -> bool:
        """Whether the word is the adjective or noun of a country or continent: "Danes", "Asian"."""
        return bool(self._nations(word)) or fold(word) in self._continental

    def is_other_spelling(self, name: str) -> bool:
        """Whether English has another name for what is called so: "Bombay", "Köln", "Upper Volta"."""
        return fold(name) in self._spellings or not self.is_place(name)

    def is_acronym(self, name: str) -> bool:
        """Whether it is a place only when written in capitals: "US", "UAE"."""
        return fold(name) in self._acronyms

    def country_of(self, demonym_or_name: str) -> str | None:
        """ISO 3166 code for "Dutch", "Netherlands", "Kingdom of the Netherlands"; None where two
        countries would do.
        """
        countries = {site.id for site in self.senses(demonym_or_name) if site.kind == "country"}
        found = self._nations(demonym_or_name) or countries
        return min(found) if len(found) == 1 else None

    def place_of_people(self, word: str) -> str | None:
        """The country or continent of an adjective: Italy for "Italian", Africa for "African"."""
        nations = self._nations(word)
        if len(nations) == 1:
            return self.name_of(min(nations))
        return self._continental.get(fold(word))

    def name_of(self, id_: str) -> str:
        """The English name of a site's id."""
        return self._atlas.name_of(id_)

    def _called(self, folded: str) -> tuple[Site, ...]:
        if folded not in self._known:
            self._known[folded] = tuple(sorted(self._atlas.called(folded), key=_best_known))
        return self._known[folded]

    @cached_property
    def _spellings(self) -> frozenset[str]:
        countries = (name for entry in self._data["countries"].values() for name in entry.get("spelt", ()))
        cities = (
            name for listed in self._data["spellings"].values() for names in listed.values() for name in names
        )
        return frozenset(map(fold, (*countries, *cities)))

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        countries = (name for entry in self._data["countries"].values() for name in entry.get("also", ()))
        cities = (
            name
            for listed in self._data["short_names"].values()
            for names in listed.values()
            for name in names
        )
        return frozenset(fold(name) for name in (*countries, *cities) if name.isupper())

    @cached_property
    def _people(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for code, entry in self._data["countries"].items():
            for word in entry.get("people", ()):
                found[fold(word)].add(code)
        return found

    @cached_property
    def _continental(self) -> dict[str, str]:
        """The continent of each adjective or noun of its people."""
        named = (
            (word, entry["name"]) for entry in self._data["continents"].values() for word in entry["people"]
        )
        return {form: name for word, name in named for form in (fold(word), fold(word) + "s")}

    def _nations(self, word: str) -> set[str]:
        """ISO codes of the countries whose people are called so."""
        folded = fold(word)
        forms = (folded, folded.removesuffix("s"), _MEN.sub(r"\1man", folded))
        return next((self._people[form] for form in forms if form in self._people), set())

    @cached_property
    def _styles(self) -> frozenset[str]:
        return frozenset(map(fold, self._data["state_styles"]))

    def _without_style(self, folded: str) -> str:
        """ "republic of kenya" → "kenya", unless the data lists the whole."""
        style, of, rest = folded.partition(" of ")
        bare = rest.removeprefix("the ")
        if not of or style not in self._styles or self._called(folded):
            return folded
        return bare if any(site.kind == "country" for site in self._called(bare)) else folded


def _best_known(site: Site) -> tuple[int, int, str]:
    return _ORDER.index(site.kind), -site.population, site.id


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of the process; it reads its data when it is first asked."""
    return Gazetteer()
