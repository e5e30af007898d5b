"""Places: which names are read, what they are taken for, and when two of them cannot both be meant."""

from __future__ import annotations

import pytest

from reconcile.agreement import Agreement
from reconcile.facets.place import compare_places, gazetteer, read_place, read_places
from reconcile.facets.place.atlas import Atlas
from reconcile.lexicon import lexicon


def names(text: str) -> list[str]:
    return [place.key for place in read_places(text)]


def agreement(a: str, b: str) -> Agreement:
    one, two = read_place(a), read_place(b)
    assert one and two
    return compare_places(one, two).agreement


# Names and nationalities


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Kenyan", "KE"),
        ("Dutch", "NL"),
        ("Dutchmen", "NL"),
        ("Peruvians", "PE"),
        ("Côte d’Ivoire", "CI"),
        ("Republic of Kenya", "KE"),
        ("Kingdom of the Netherlands", "NL"),
        ("Republic of Guinea", "GN"),
        ("Republic of Korea", "KR"),
        ("Burma", "MM"),
        ("Norwegian", "NO"),
    ],
)
def test_a_country_is_known_by_name_style_and_nationality(word: str, code: str) -> None:
    assert gazetteer().country_of(word) == code


@pytest.mark.parametrize("word", ["Congolese", "Korean", "Atlantis", "", "Paris"])
def test_a_country_is_not_guessed_where_two_or_none_would_do(word: str) -> None:
    assert gazetteer().country_of(word) is None


def test_foreign_names_of_countries_are_not_english_ones() -> None:
    known = gazetteer()
    assert (
        known.is_known_name("Spain") and known.is_known_name("Brazilian") and known.is_known_name("Africans")
    )
    assert not any(map(known.is_known_name, ("España", "Polonia", "Frankreich", "Brasile")))


def test_foreign_names_of_cities_lead_to_the_city_all_the_same() -> None:
    assert not gazetteer().is_place("Londres")
    assert [site.key for site in gazetteer().foreign_senses("Londres")] == ["London"]


def test_every_city_named_as_lying_in_a_region_is_a_city_and_tells_one_region() -> None:
    atlas, regions = Atlas(lexicon("places")), lexicon("places")["regions"]
    for code, seats in regions.items():
        cities = {name: atlas.city(code, seat) for name, seat in seats.items() if seat}
        assert all(cities.values()), (code, [name for name, city in cities.items() if not city])
        assert len({city.admin for city in cities.values() if city}) == len(cities), code


def test_the_lexicon_holds_words_where_yaml_would_have_made_truth_values() -> None:
    data = lexicon("places")
    for section in ("cues", "weak_cues", "openers", "linking", "directions", "ambiguous"):
        assert all(isinstance(word, str) for word in data[section]), section
    assert all(isinstance(code, str) for code in data["countries"])


# Reading


def test_names_of_several_words_are_read_whole() -> None:
    assert names("They flew from Papua New Guinea to San Luis Potosí and St. Louis.") == [
        "Papua New Guinea",
        "San Luis Potosí",
        "St. Louis",
    ]


def test_a_place_keeps_its_words_and_where_they_stand() -> None:
    text = "Floods in Bombay’s suburbs"
    (place,) = read_places(text)
    assert (place.words, place.span.of(text), place.key, place.country) == (
        "Bombay",
        "Bombay",
        "Mumbai",
        "IN",
    )
    assert {"India", "Maharashtra", "Asia"} <= set(place.within)


def test_common_words_are_places_only_where_a_word_points_at_one() -> None:
    assert names("Reading is fun. Mobile phones rang. Nice work, said Van Gool. March was cold.") == []
    assert names("The shop in Reading closed.") == ["Reading"]
    assert names("She was born near Nice.") == ["Nice"]
    assert names("It closed in March.") == []


def test_a_small_town_needs_a_sign_that_a_big_one_does_not() -> None:
    assert names("Quito rejoiced and Garfield wept.") == ["Quito"]


def test_the_last_word_of_a_name_is_no_place() -> None:
    assert names("Jack London sailed.") == []
    assert names("Yesterday London slept.") == ["London"]


def test_us_is_the_country_and_us_is_not() -> None:
    assert [p.words for p in read_places("The US and U.S. allies told us. Us too.")] == ["US", "U.S."]


def test_a_stated_container_settles_which_namesake_is_meant() -> None:
    (place,) = read_places("He retired to Birmingham, Alabama, in May.")
    assert (place.words, place.country, place.stated) == ("Birmingham, Alabama", "US", ("Alabama",))
    (place,) = read_places("He retired to Mobile, Ala., in May.")
    assert place.country == "US" and "Alabama" in place.within


def test_a_list_of_places_is_not_a_place_in_its_neighbour() -> None:
    assert names("She visited Peru, Bolivia and Chile.") == ["Peru", "Bolivia", "Chile"]
    assert names("She visited Lima, Bolivia.") == ["Lima", "Bolivia"]


def test_unknown_places_are_read_where_the_text_says_what_they_are() -> None:
    village, lake, airport = read_places("From the village of Ubeluwo past Lake Obonga to Fenwick Airport")
    assert (village.key, village.kind, village.feature) == ("Ubeluwo", "city", "village")
    assert (lake.key, lake.feature) == ("Lake Obonga", "lake")
    assert (airport.key, airport.feature) == ("Fenwick Airport", "airport")


def test_a_dateline_in_capitals_is_read() -> None:
    assert names("NAIROBI, June 3 - Rain fell.") == ["Nairobi"]


def test_the_most_particular_of_several_places_is_taken_for_the_one() -> None:
    place = read_place("in Lima, the capital of Peru")
    assert place and place.key == "Lima"


def test_a_name_that_no_one_knows_is_a_place_of_unknown_kind() -> None:
    place = read_place("Ubeluwo")
    assert place and (place.key, place.kind, place.country) == ("Ubeluwo", "unknown", None)
    assert read_place("nothing here") is None and read_place("") is None


# Comparing


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Paris", "France"),
        ("Graz", "Austria"),
        ("Genoa, Italy", "Genoa"),
        ("Houston", "Texas"),
        ("Munich", "Bavaria"),
        ("Brooklyn", "New York"),
        ("Kenya", "Africa"),
        ("Turkey", "Europe"),
        ("the UK", "Britain"),
        ("the Netherlands", "Holland"),
        ("Atlanta", "Georgia"),
        ("Tbilisi", "Georgia"),
        ("Congo", "DR Congo"),
        ("Sahel", "Mauritania"),
        ("the Alps", "Austria"),
        ("St. Louis", "Saint Louis"),
        ("Bogotá", "Bogota"),
        ("Hong Kong", "China"),
        ("the village of Ubeluwo in Kenya", "Kenya"),
    ],
)
def test_the_same_place_and_one_that_contains_it_agree(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.AGREE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bombay", "Mumbai"),
        ("Burma", "Myanmar"),
        ("Köln", "Cologne"),
        ("Saigon", "Ho Chi Minh City"),
        ("Lvov", "Lviv"),
        ("Lisbonne", "Lisbon"),
        ("Ubeluwo", "Ubeluvo"),
    ],
)
def test_another_name_or_spelling_of_one_place_is_a_variant(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.VARIANT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Oslo", "Bergen, Norway"),
        ("Niger", "Nigeria"),
        ("Austria", "Australia"),
        ("Texas", "Ohio"),
        ("Houston", "Ohio"),
        ("Munich", "Saxony"),
        ("Birmingham, Alabama", "Birmingham, England"),
        ("Graz", "Africa"),
        ("Kenya", "Asia"),
        ("the village of Ubeluwo", "the village of Marange"),
        ("the village of Ubeluwo", "Oslo"),
        ("the village of Ubeluwo in Kenya", "Peru"),
        ("Lake Obonga", "Lake Serrat"),
        ("Fenwick Airport", "Harlow Airport"),
    ],
)
def test_two_places_that_cannot_contain_each_other_differ(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.DIFFER


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ubeluwo", "Kenya"),
        ("Ubeluwo", "Nairobi"),
        ("Ubeluwo", "Marange"),
        ("Paris", "Texas"),
        ("Simferopol", "Russia"),
        ("Lake Obonga", "Oslo"),
        ("Gaza", "Israel"),
    ],
)
def test_what_is_not_known_well_enough_is_unknown(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.UNKNOWN


def test_districts_of_one_city_are_not_set_against_it() -> None:
    assert agreement("London", "Croydon") is not Agreement.DIFFER


def test_a_province_that_bears_its_seats_name_holds_what_lies_in_it() -> None:
    assert agreement("Kharkiv region", "Lozova") in (Agreement.AGREE, Agreement.UNKNOWN)
    assert agreement("Kharkiv region", "Odesa") is Agreement.DIFFER


def test_the_detail_names_both_places() -> None:
    one, two = read_place("Oslo"), read_place("Lima")
    assert one and two
    detail = compare_places(one, two).detail
    assert "Oslo" in detail and "Lima" in detail


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Yamhill County", "Cook County", Agreement.DIFFER),
        ("County Clare", "County Mayo", Agreement.DIFFER),
        ("Cordoba Province", "Province of Salta", Agreement.DIFFER),
        ("La Paz County", "Arizona", Agreement.UNKNOWN),
        ("Yamhill County", "Yamhill County", Agreement.AGREE),
        ("Nollywood", "Bollywood", Agreement.DIFFER),
    ],
)
def test_divisions_of_two_names_lie_apart(a: str, b: str, expected: Agreement) -> None:
    """Counties exclude each other although nothing is known of them; a county may bear a far city's name."""
    first, second = read_place(a), read_place(b)
    assert first and second
    assert compare_places(first, second).agreement is expected
    assert compare_places(second, first).agreement is expected
