"""Places: where something happened. Reading them, knowing them, comparing them."""

from reconcile.facets.place.comparing import compare_places
from reconcile.facets.place.gazetteer import Gazetteer, gazetteer
from reconcile.facets.place.reading import read_place, read_places
from reconcile.facets.place.value import Place

__all__ = ["Gazetteer", "Place", "compare_places", "gazetteer", "read_place", "read_places"]
