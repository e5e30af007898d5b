"""All facets by kind, and comparing two texts that hold one value each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reconcile.agreement import Agreement, Comparison
from reconcile.errors import UsageError
from reconcile.facets.name import compare_names, read_name
from reconcile.facets.period import Anchor, compare_periods, read_period
from reconcile.facets.place import compare_places, read_place
from reconcile.facets.polarity import compare_polarities, read_polarity
from reconcile.facets.quantity import compare_quantities, read_quantity
from reconcile.facets.quote import compare_quotes, quote_of
from reconcile.facets.role import compare_roles, read_role


@dataclass(frozen=True, slots=True)
class Facet:
    """How one kind of detail is read from a text that holds one value, and how two values compare."""

    read: Callable[[str, Anchor | None], Any]
    compare: Callable[[Any, Any], Comparison]


FACETS: Mapping[str, Facet] = {
    "date": Facet(read_period, compare_periods),
    "number": Facet(lambda text, _: read_quantity(text), compare_quantities),
    "name": Facet(lambda text, _: read_name(text), compare_names),
    "role": Facet(lambda text, _: read_role(text), compare_roles),
    "place": Facet(lambda text, _: read_place(text), compare_places),
    "quote": Facet(lambda text, _: quote_of(text), compare_quotes),
    "polarity": Facet(lambda text, _: read_polarity(text), compare_polarities),
}


def compare(
    kind: str, a: str, b: str, *, a_published: date | None = None, b_published: date | None = None
) -> Comparison:
    """Compare two texts that hold one value each.

    Args:
        kind: one of date, number, name, role, place, quote, polarity.
        a_published, b_published: when each text was published, for relative dates.

    Raises:
        UsageError: the kind is none of these.
    """
    facet = FACETS.get(kind)
    if facet is None:
        raise UsageError(f"'{kind}' cannot be compared; choose one of {', '.join(FACETS)}")
    first = facet.read(a, Anchor.on(a_published) if a_published else None)
    second = facet.read(b, Anchor.on(b_published) if b_published else None)
    missing = [text for text, value in ((a, first), (b, second)) if value is None]
    if missing:
        return Comparison(Agreement.UNKNOWN, f"No {kind} was found in “{missing[0]}”.")
    return facet.compare(first, second)
