"""The year of a work, as a definition gives it: "is a 1987 Danish film", "Night Ferry (1987 film)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.claims.model import FacetValue, Word
from reconcile.facets.period import Bound, Grain, Period
from reconcile.facets.period.days import moved
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.traits import Trait


def year_of_work(phrase: Sequence[Word], values: Sequence[FacetValue]) -> Iterator[Trait]:
    """When the work that a noun phrase speaks of was made."""
    for value in values:
        if not isinstance(value, Period) or value.grain is not Grain.YEAR or value.bound is not Bound.AT:
            continue
        if not any(w.span.overlaps(value.span) for w in phrase):
            continue
        after = [w for w in phrase if w.span.start >= value.span.end]
        if any(w.lemma in lexicon("deeds")["works"] for w in after):
            yield Trait("made", Kind.DATE, value.span, value, value.normal)


def about_release(made: Trait) -> Trait:
    """When a work of a year was released, if nothing else is said of it: in that year, or one beside it.

    Between the year that a work is known by and its release to the public a year may pass.
    """
    return Trait("premiere when", made.kind, made.span, _about(made.value), made.normal)


def _about(year: Period) -> Period:
    first, last = year.earliest, year.latest
    return replace(
        year,
        bound=Bound.ABOUT,
        earliest=moved(first, -1, Grain.YEAR) if first else None,
        latest=moved(last, 1, Grain.YEAR) if last else None,
    )
