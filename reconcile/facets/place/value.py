"""A place as a text names it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.facets.place.gazetteer import gazetteer
from reconcile.facets.place.site import Site
from reconcile.text import Span

_PARTICULARITY = {"city": 0, "unknown": 0, "region": 1, "country": 2, "continent": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a text names it.

    `key`: canonical English name ("Kyiv" for "Kiev"). `country`: ISO 3166 code, where one country is
    meant. `kind`: country, region, city, continent or unknown. `within`: names of what is known to
    contain it. `name`: as written, without the rest of `words`. `stated`: names of containers that the
    text itself adds ("Naples, Florida"). `feature`: the kind of place that the text calls it ("village",
    "lake").
    """

    span: Span
    words: str
    key: str
    country: str | None = None
    kind: str = "unknown"
    within: tuple[str, ...] = ()
    name: str = ""
    stated: tuple[str, ...] = ()
    feature: str = ""

    @property
    def normal(self) -> str:
        return ", ".join((self.key, *self.stated))

    @property
    def generality(self) -> int:
        """0 for a city or an unknown place, up to 3 for a continent."""
        return _PARTICULARITY[self.kind]

    def senses(self, namesakes: bool = False) -> tuple[Site, ...]:
        """What it can stand for, the best known first; on request also the lesser places of its name."""
        return tuple(site for site in meanings(self.key, namesakes) if lies_in_all(site, self.stated))


def meanings(name: str, namesakes: bool = False) -> tuple[Site, ...]:
    """What a name can stand for, English names before foreign ones."""
    names = gazetteer()
    return (names.senses(name) if namesakes else names.leading_senses(name)) or names.foreign_senses(name)


def lies_in_all(site: Site, containers: Sequence[str]) -> bool:
    """Whether a site lies in every one of the containers, given by name."""
    return all(any(c.holds(site) for c in gazetteer().senses(container)) for container in containers)


def named_place(
    span: Span,
    words: str,
    name: str,
    *,
    stated: tuple[str, ...] = (),
    feature: str = "",
    kind: str = "unknown",
) -> Place:
    """The place of that name, known or not. A `kind` that is given outweighs what is known."""
    senses = tuple(s for s in meanings(name, bool(stated)) if lies_in_all(s, stated))
    keys, countries = {s.key for s in senses}, {s.country for s in senses}
    holding = frozenset.intersection(*(s.inside for s in senses)) if senses else frozenset()
    within = dict.fromkeys((*stated, *sorted(gazetteer().name_of(id_) for id_ in holding)))
    return Place(
        span,
        words,
        key=keys.pop() if len(keys) == 1 else name,
        country=countries.pop() if len(countries) == 1 else _stated_country(stated),
        kind=kind if kind != "unknown" or not senses else senses[0].kind,
        within=tuple(within),
        name=name,
        stated=stated,
        feature=feature,
    )


def _stated_country(stated: tuple[str, ...]) -> str | None:
    countries = {site.country for container in stated for site in gazetteer().leading_senses(container)}
    return countries.pop() if len(countries) == 1 else None
