"""Whether two documents can tell of one occasion: by when they were published, and by whom and where they tell of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from reconcile.claims.model import EntityKind, Extraction
from reconcile.facets.place import gazetteer
from reconcile.matching.entities import Entities
from reconcile.matching.holders import TERM

_NEWS = 7  # days within which articles report one occasion


class Occasion(Enum):
    """How two documents stand to each other."""

    ONE = "they tell of one occasion"
    OPEN = "they may tell of one occasion or of two"
    APART = "they lie far apart"


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a document tells of its occasion."""

    day: date | None
    named: frozenset[int]  # people, bodies and places that tell events apart
    countries: frozenset[str]


class Occasions:
    """The settings of a run's documents."""

    def __init__(self, extractions: Sequence[Extraction], entities: Entities) -> None:
        self._settings = {x.document: _setting(x, entities) for x in extractions}

    def compare(self, a: str, b: str, apart_from: frozenset[int]) -> Occasion:
        """Whether two documents, by their ids, tell of one occasion; some entities, by number, prove nothing."""
        x, y = self._settings[a], self._settings[b]
        if a == b:
            return Occasion.ONE
        shared = bool((x.named & y.named) - apart_from)
        days = abs((x.day - y.day).days) if x.day and y.day else None
        abroad = bool(x.countries and y.countries) and x.countries.isdisjoint(y.countries)
        if not shared and (abroad or (days is not None and days > TERM)):
            return Occasion.APART
        near = shared if days is None else days <= _NEWS
        return Occasion.ONE if near else Occasion.OPEN


def _setting(extraction: Extraction, entities: Entities) -> _Setting:
    article = extraction.article
    known = {m.entity: m for m in extraction.mentions if not m.pronoun}
    named = {entities.of(extraction.document, m) for m in known.values()}
    places = [m.name.normal for m in known.values() if m.kind is EntityKind.PLACE]
    return _Setting(
        article.published_earliest
        if article and article.published_earliest == article.published_latest
        else None,
        frozenset(n for n in named if entities.by_number[n].distinctive),
        frozenset(
            code for name in places for site in gazetteer().leading_senses(name) for code in site.countries
        ),
    )
