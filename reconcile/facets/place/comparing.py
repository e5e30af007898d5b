"""Comparing two places: the same, one in the other, apart, or not known well enough."""

from __future__ import annotations

from enum import Enum
from itertools import product

from rapidfuzz.distance import Levenshtein

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.place.gazetteer import gazetteer
from reconcile.facets.place.site import Site, distance, fold
from reconcile.facets.place.value import Place, meanings
from reconcile.lexicon import lexicon

SAME_NAME_LIKENESS = 0.8  # of the letters, for two spellings of a name that is not known
SHORTEST_RESPELT_NAME = 6  # letters


class Relation(Enum):
    """How two sites lie to each other."""

    SAME = "same"
    NESTED = "nested"
    APART = "apart"
    UNSURE = "unsure"


def compare_places(a: Place, b: Place) -> Comparison:
    """Agree: the same place, or one contains the other. Variant: the same under another spelling or
    former name.

    Differ: two places neither of which can contain the other. Unknown: what is known does not exclude
    that one contains the other, as with an unknown village and a region, or with two names in one
    conurbation.
    """
    if fold(a.name) == fold(b.name) and not _stated_apart(a, b):
        return Comparison(Agreement.AGREE, f"Both name {a.name}.")
    relation = _relation(a, b)
    if relation is Relation.SAME:
        return _same(a, b)
    if relation is Relation.NESTED:
        return Comparison(Agreement.AGREE, f"{a.normal} and {b.normal}: one lies in the other.")
    if relation is Relation.APART:
        return Comparison(
            Agreement.DIFFER,
            f"{a.normal} and {b.normal} are two places, neither of which contains the other.",
        )
    if _is_respelling(a, b):
        return Comparison(Agreement.VARIANT, f"{a.name} and {b.name} look like two spellings of one name.")
    return Comparison(
        Agreement.UNKNOWN, f"It is not known whether {a.normal} and {b.normal} contain one another."
    )


def relate(a: Site, b: Site) -> Relation:
    """How two known sites lie to each other. Symmetric."""
    if a.id == b.id:
        return Relation.SAME
    if a.holds(b) or b.holds(a) or _is_area_on(a, b) or _is_area_on(b, a):
        return Relation.NESTED
    if a.position and b.position:
        far = distance(a.position, b.position) > max(a.radius, b.radius)
        return Relation.APART if far else Relation.UNSURE
    if _are_disjoint(a, b) or _are_two_of_a_level(a, b):
        return Relation.APART
    return Relation.UNSURE


def _same(a: Place, b: Place) -> Comparison:
    names = gazetteer()
    short, long = sorted((fold(a.name), fold(b.name)), key=len)
    is_respelt = names.is_other_spelling(a.name) or names.is_other_spelling(b.name)
    if is_respelt and f" {short} " not in f" {long} ":
        return Comparison(Agreement.VARIANT, f"{a.name} and {b.name} are two names of one place.")
    return Comparison(Agreement.AGREE, f"{a.name} and {b.name} are one place.")


def _stated_apart(a: Place, b: Place) -> bool:
    """Whether the texts put a name into two places: "Naples, Florida" and "Naples, Italy"."""
    return any(_of_names(c, d) is Relation.APART for c, d in product(a.stated, b.stated))


def _of_names(a: str, b: str) -> Relation:
    return _combined([relate(x, y) for x, y in product(meanings(a), meanings(b))])


def _relation(a: Place, b: Place) -> Relation:
    """The relation of what the names mean; lesser namesakes only cast doubt on a difference."""
    if _are_two_tiles(a, b):
        return Relation.APART
    found = _combined([relate(x, y) for x, y in product(_sites(a), _sites(b))])
    if found is Relation.APART and {a.feature, b.feature} & set(lexicon("places")["namesakes"]):
        return Relation.UNSURE
    if found is not Relation.APART:
        return _of_unknown(a, b) if found is Relation.UNSURE else found
    doubts = [relate(x, y) for x, y in product(a.senses(namesakes=True), b.senses(namesakes=True))]
    return Relation.UNSURE if {Relation.SAME, Relation.NESTED} & set(doubts) else found


def _combined(relations: list[Relation]) -> Relation:
    for relation in (Relation.SAME, Relation.NESTED):
        if relation in relations:
            return relation
    return Relation.APART if relations and set(relations) == {Relation.APART} else Relation.UNSURE


def _sites(place: Place) -> tuple[Site, ...]:
    """What it can stand for. Of an unknown place, a site about which only the stated containers are known."""
    senses = place.senses()
    if senses and place.kind == "region" and senses[0].kind == "city":
        return tuple(_division_of(site) for site in senses)
    if senses or not place.stated:
        return senses
    containers = meanings(place.stated[0])
    return tuple(
        Site(
            f"?{fold(place.name)}",
            place.key,
            place.kind,
            inside=c.inside | {c.id},
            countries=c.countries,
            continents=c.continents,
        )
        for c in containers
    )


def _division_of(city: Site) -> Site:
    """The province that bears a city's name."""
    country = city.country or ""
    return Site(
        f"{country}/{city.admin}",
        city.key,
        "region",
        inside=city.inside,
        countries=city.countries,
        continents=city.continents,
        admin=city.admin,
    )


def _are_disjoint(a: Site, b: Site) -> bool:
    """Whether they lie in different countries or continents, as far as that is known and not contested."""
    if a.continents and b.continents and not a.continents & b.continents:
        return True
    is_known = bool(a.countries and b.countries) and not a.countries & b.countries
    return is_known and (a.kind == b.kind == "country" or not _is_contested(a, b))


def _is_contested(a: Site, b: Site) -> bool:
    contested = ({first, second} for first, second in lexicon("places")["contested"])
    return any(pair & a.countries and pair & b.countries for pair in contested)


def _is_area_on(area: Site, country: Site) -> bool:
    """Whether an area that spans several countries lies partly in this one: "the Alps" and "Austria"."""
    return area.kind == "region" and country.kind == "country" and country.id in area.countries


def _are_two_of_a_level(a: Site, b: Site) -> bool:
    """Whether the two divide one country: two countries, two regions, or a region and a city of another
    region.
    """
    if a.kind == b.kind and a.kind in ("country", "continent"):
        return True
    is_within_one = a.countries == b.countries and len(a.countries) == 1
    return is_within_one and bool(a.admin and b.admin) and a.admin != b.admin


def _of_unknown(a: Place, b: Place) -> Relation:
    """Two places of one kind exclude each other even when nothing is known of one: two villages, two
    lakes.
    """
    if _is_respelling(a, b) or (a.senses() and b.senses()):
        return Relation.UNSURE
    is_pair_of_towns = a.kind == b.kind == "city"
    is_pair = bool(a.feature) and a.feature == b.feature
    return Relation.APART if is_pair_of_towns or is_pair else Relation.UNSURE


def _are_two_tiles(a: Place, b: Place) -> bool:
    """Whether both are called a county, or a province, and bear different names."""
    is_tiled = a.feature == b.feature and a.feature in lexicon("places")["tiling"]
    return is_tiled and a.key != b.key and not _are_spelt_alike(a, b)


def _is_respelling(a: Place, b: Place) -> bool:
    return not (a.senses() or b.senses()) and _are_spelt_alike(a, b)


def _are_spelt_alike(a: Place, b: Place) -> bool:
    one, two = fold(a.name), fold(b.name)
    is_long = min(len(one), len(two)) >= SHORTEST_RESPELT_NAME
    return is_long and one[0] == two[0] and Levenshtein.normalized_similarity(one, two) >= SAME_NAME_LIKENESS
