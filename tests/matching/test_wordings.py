"""Sentences in nearly one wording, and definitions of one subject: what is linked, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from reconcile.agreement import Agreement
from reconcile.claims.extraction import extract
from reconcile.claims.model import Extraction
from reconcile.documents.article import study
from reconcile.documents.model import Document
from reconcile.findings import Kind
from reconcile.matching.entities import resolve
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import profiles
from reconcile.matching.wordings import link_definitions, link_wordings


@cache
def read(name: str, text: str) -> Extraction:
    return extract(study(Document(id=name, text=text)))


def links(a: str, b: str) -> Iterator[Link]:
    """What both linkers find between two texts, each difference once."""
    extractions = [read("a", a), read("b", b)]
    entities = resolve(extractions)
    ready = profiles(extractions, entities)
    found: dict[object, Link] = {}
    for p in ready:
        for q in ready:
            if p.claim.document < q.claim.document:
                pair = ClaimPair(p, q, 1.0, entities)
                for link in (*link_wordings(pair), *link_definitions(pair)):
                    found.setdefault((link.kind, link.a.place, link.b.place), link)
    return iter(found.values())


def opposed(a: str, b: str) -> set[tuple[str, str, str]]:
    """The differences: kind, and the words on either side."""
    return {
        (link.kind, link.a.span.of(a), link.b.span.of(b))
        for link in links(a, b)
        if link.comparison.agreement is Agreement.DIFFER
    }


DAIRY = "The dairy Fjellmelk sold {} tonnes of cheese in the second quarter of 2016, and its export sales {} by {}."
NAMELESS = (
    "The company's quarterly sales of milk and cheese rose by {} in a mild spring, the board said in its statement. "
    "{} also opened a dairy."
)
FERRY = (
    "The operator of the Lake Mweru ferry {} its fares in May 2014 and carried {} passengers in that month."
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (DAIRY.format(340, "rose", "4%"), DAIRY.format(340, "rose", "9%"), ("number", "4%", "9%")),
        (DAIRY.format(340, "rose", "4%"), DAIRY.format(340, "fell", "4%"), ("polarity", "rose", "fell")),
        (
            "The dairy Fjellmelk sold 340 tonnes of cheese in the second quarter of 2016, up 4%.",
            "The dairy Fjellmelk sold 340 tonnes of cheese in the third quarter of 2016, up 4%.",
            ("date", "the second quarter of 2016", "the third quarter of 2016"),
        ),
        (
            FERRY.format("raised", "2,150"),
            FERRY.format("has not raised", "2,150"),
            ("polarity", "raised", "not"),
        ),
        (
            "Compared to the prior year, the refinery in Paita reported a stable output of 410 barrels.",
            "Compared to the next year, the refinery in Paita reported a stable output of 410 barrels.",
            ("date", "the prior year", "the next year"),
        ),
        (
            "The harvest outlook for the Gezira scheme in 2013 is certain, the growers wrote in May.",
            "The harvest outlook for the Gezira scheme in 2013 is uncertain, the growers wrote in May.",
            ("polarity", "certain", "uncertain"),
        ),
    ],
)
def test_the_one_thing_changed_is_linked(a: str, b: str, expected: tuple[str, str, str]) -> None:
    """A figure, a direction, a period, a negation, a base of comparison, a prefix."""
    assert opposed(a, b) == {expected}


def test_a_sentence_merged_with_the_next_is_still_aligned() -> None:
    """Texts may split and join sentences without saying anything else."""
    a = "The brewery Kettu sold 12 million litres in 2018. It plans to build a second plant in Oulu."
    b = "The brewery Kettu sold 15 million litres in 2018, and it plans to build a second plant in Oulu."
    assert ("number", "12 million litres", "15 million litres") in opposed(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (DAIRY.format(340, "rose", "4%"), DAIRY.format(340, "grew", "4%")),
        (DAIRY.format(340, "rose", "4%"), DAIRY.format(340, "did not fall", "4%")),
        (DAIRY.format(340, "rose", "4%"), DAIRY.format(340, "rose", "over 4%")),
        (DAIRY.format(340, "rose", "4%"), DAIRY.replace("Fjellmelk", "Kvitost").format(310, "fell", "9%")),
        (
            DAIRY.format(340, "rose", "4% in Tromsø"),
            DAIRY.replace("Fjellmelk", "Kvitost").format(340, "rose", "9% in Tromsø"),
        ),
        (
            "The explorer Ines Falk was the second woman to cross the Karakoram ice fields on foot.",
            "The explorer Ines Falk was not the first woman to cross the Karakoram ice fields on foot.",
        ),
        (
            "The rebels of Sool will not disarm until 4 July.",
            "The rebels of Sool will only disarm on 4 July.",
        ),
        (
            NAMELESS.format("4%", "Fjellmelk"),
            NAMELESS.format("7%", "Kvitost"),
        ),
        (
            "“I never took the money,” Emeka Obi told the court in Enugu on Monday.",
            "Emeka Obi took the money, the prosecutor told the court in Enugu on Monday.",
        ),
        (
            "The bridge at Mostar was not damaged in the flood of 2010, officials said.",
            "The bridge at Mostar was damaged in the flood of 2014, officials said.",
        ),
        (
            "The Kurd bank has a network of 40 branches in Erbil.",
            "The Kurd bank has a network of 90 branches.",
        ),
        (
            "Everyone except the cook escaped the blaze at the Hotel Miramar in Oran.",
            "The cook did not escape the blaze at the Hotel Miramar in Oran.",
        ),
        (
            "The government had not paid the teachers of Ondo by 3 May 2014, their union said.",
            "The government paid the teachers of Ondo on 6 May 2014.",
        ),
    ],
    ids=[
        "synonym",
        "double",
        "hedge",
        "another name",
        "another name, one figure",
        "negated rank",
        "only",
        "nameless, of two companies",
        "a speaker's own words",
        "two times",
        "in one place and in all",
        "left out of all",
        "not yet done",
    ],
)
def test_what_may_both_hold_is_left_alone(a: str, b: str) -> None:
    """Two wordings of one fact, and one wording of two facts, are no difference."""
    assert opposed(a, b) == set()


DEPOT = "The tram depot in Tartu {}."
DOCKERS = "The dockers of Valdivia elected {} delegate in May {}."
HERDERS = "{} herders of Gobi-Altai survived the snow of March 1968."
LOAN = "The port of Beira {} the loan for its crane{}."
NURSES = "“We will hire {} nurses this year,” the mayor, Awa Diop, said in {}."
SAFE = "“The dam at Kolda is safe and dry,” the inspector Awa Diop said in {}."
TOLD = "The inspector Awa Diop {} in {} that the dam at Kolda was safe."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (NURSES.format("three", "June 2011"), NURSES.format("five", "March 2016")),
        (DEPOT.format("employs 210 fitters"), DEPOT.format("employed 330 fitters in 1985")),
    ],
    ids=["two dates", "is and was"],
)
def test_figures_of_two_times_may_both_hold(a: str, b: str) -> None:
    assert opposed(a, b) == set()


def test_figures_of_one_time_are_opposed() -> None:
    a, b = NURSES.format("three", "June 2011"), NURSES.format("five", "June 2011")
    assert opposed(a, b) == {("number", "three", "five")}
    a, b = DEPOT.format("employs 210 fitters"), DEPOT.format("employs 330 fitters")
    assert opposed(a, b) == {("number", "210", "330")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (SAFE.format("June 2011"), SAFE.format("March 2016")),
        (TOLD.format("said", "June 2011"), TOLD.format("said", "March 2016")),
        (TOLD.format("told shareholders", "June 2011"), TOLD.format("told shareholders", "March 2016")),
        (DOCKERS.format("their first", 1974), DOCKERS.format("a", 1981)),
    ],
    ids=["quoted", "reported", "told to somebody", "one of several"],
)
def test_dates_of_speech_and_of_one_among_several_may_both_hold(a: str, b: str) -> None:
    assert opposed(a, b) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The mill in Tartu announced the sale of its looms in {}.",
        "The mill in Tartu said that it sold its looms in {}.",
        "Divers found the wreck of the Maria Stella in {}.",
        "The dockers of Valdivia elected their first delegate in {}.",
    ],
    ids=["a deed in words", "told of", "a deed", "one rank"],
)
def test_dates_of_deeds_are_opposed(text: str) -> None:
    a, b = text.format("June 2011"), text.format("March 2016")
    assert opposed(a, b) == {("date", "June 2011", "March 2016")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (LOAN.format("has not repaid", ""), LOAN.format("says it will repay", "")),
        (LOAN.format("has not said whether it repaid", ""), LOAN.format("repaid", "")),
        (HERDERS.format("Not all the"), HERDERS.format("Sixty")),
        (LOAN.format("did not fully repay", ""), LOAN.format("repaid", "")),
    ],
    ids=["to come", "unsaid", "not all", "not fully"],
)
def test_what_is_left_open_or_partly_denied_is_no_denial(a: str, b: str) -> None:
    assert opposed(a, b) == set()


def test_a_month_leaves_nothing_open_and_what_still_is_may_be_denied() -> None:
    a, b = LOAN.format("did not repay", " in 2014"), LOAN.format("repaid", " on 4 May 2014")
    assert opposed(a, b) == {("polarity", "not", "repaid")}
    dam = "There are {} cracks in the dam at Kolda after the repairs of 2014."
    assert opposed(dam.format("still"), dam.format("no")) == {("polarity", "cracks", "no")}


def test_different_names_veto_every_other_facet() -> None:
    """The same sentence about two people opposes nothing: likeness alone proves nothing."""
    a = "The midfielder Tom Okafor was placed on the injured list on 3 May 2015 after 12 matches."
    b = "The midfielder Luka Peric was placed on the injured list on 9 June 2015 after 17 matches."
    assert opposed(a, b) == set()


def test_one_text_is_not_set_against_itself() -> None:
    """A list says like things of like things in like words."""
    text = "The Tuzla mill made 40 tonnes of paper in 2012. The Tuzla mill made 55 tonnes of paper in 2012."
    ready = profiles([read("a", text)], entities := resolve([read("a", text)]))
    assert not [x for p in ready for q in ready for x in link_wordings(ClaimPair(p, q, 1.0, entities))]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Karl Brand (7 June 1912 – 1 May 1988) was a Danish painter.",
            "Karl Brand was born on 9 July 1912.",
            ("date", "7 June 1912", "9 July 1912"),
        ),
        (
            "Lena Holt (1903–1971) was a Swiss singer.",
            "Lena Holt died in 1975.",
            ("date", "1971", "1975"),
        ),
        (
            "Karl Brand (born 7 June 1975) is a German producer.",
            "Karl Brand is an Austrian producer and writer.",
            ("place", "German", "Austrian"),
        ),
        ("Odda is a town in Norway.", "Odda is in Denmark.", ("place", "Norway", "Denmark")),
        (
            "The Salt Road is a 1984 Canadian film directed by Marc Tremblay.",
            "The Salt Road was directed by Paul Gagnon.",
            ("name", "Marc Tremblay", "Paul Gagnon"),
        ),
        (
            "Nordlys Records is a Norwegian record label founded in 1951 by Arne Dahl.",
            "Nordlys Records was founded in 1964.",
            ("date", "1951", "1964"),
        ),
    ],
    ids=["birth", "death of a range", "nationality", "site", "maker", "founding"],
)
def test_definitions_of_one_subject_are_opposed(a: str, b: str, expected: tuple[str, str, str]) -> None:
    """Dates in brackets, the adjective of a country, where it lies, who made it."""
    assert expected in opposed(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karl Brand (7 June 1912 – 1 May 1988) was a Danish painter.", "Karl Brand was born in 1912."),
        ("Karl Brand (born 7 June 1912) was a painter.", "Karl Brand's brother was born in 1915."),
        ("Karl Brand (born 7 June 1912) was a painter.", "Lena Holt was born on 9 July 1931."),
        ("Karl Brand is a German producer.", "Karl Brand is a producer of French-language films."),
        ("Odda is a town in Vestland, in western Norway.", "Odda is in Norway."),
        ("Lena Holt is in Norway.", "Lena Holt is in Denmark."),
    ],
    ids=["rounded", "relative of", "another person", "language", "part of", "people move"],
)
def test_definitions_that_may_both_hold_are_left_alone(a: str, b: str) -> None:
    """What is less exact, of somebody else, or may change with time opposes nothing."""
    assert opposed(a, b) == set()


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            "Men of the Coast II is a 1987 Danish film.",
            "Men of the Coast II is a 1991 film.",
            ("1987", "1991"),
        ),
        (
            "Night Ferry (1987 film) is a Danish comedy.",
            "Night Ferry was released in 1991.",
            ("1987", "1991"),
        ),
    ],
)
def test_the_year_of_a_work_stands_in_its_definition(a: str, b: str, found: tuple[str, str]) -> None:
    assert (Kind.DATE, *found) in opposed(a, b)


def test_a_work_may_come_out_the_year_after_it_was_made() -> None:
    assert not opposed("Night Ferry is a 1987 Danish film.", "Night Ferry was released in 1988.")


def test_two_films_of_one_title_are_no_conflict() -> None:
    a = "Night Ferry is a 1948 film directed by Ole Brandt."
    assert not opposed(a, "Night Ferry is a 1990 film directed by Lea Holm.")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kisumu is the third largest city in Kenya.", "Kisumu is the fourth largest city in Kenya."),
        ("Kisumu is the third largest city in Kenya.", "Kisumu is the third smallest city in Kenya."),
        ("Kisumu is the third largest city in Kenya.", "Kisumu is the largest city in Kenya."),
        (
            "Kisumu is the third largest city in Kenya.",
            "Kisumu is a port, making it the fifth largest city in Kenya.",
        ),
        (
            "Blue Harvest is the third novel by Nadia Ferreira.",
            "Blue Harvest is Nadia Ferreira's second novel.",
        ),
        (
            "Ivan Petrov is the 12th president of Kovania.",
            "Ivan Petrov became the 14th president of Kovania.",
        ),
    ],
)
def test_two_places_in_one_order_conflict(a: str, b: str) -> None:
    assert Kind.NUMBER in {kind for kind, _, _ in opposed(a, b)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Lake Orvane is the second largest lake in Moldania.",
            "Lake Orvane is the tenth largest lake in Europe.",
        ),
        (
            "Lake Orvane is the second largest lake in Moldania.",
            "Lake Orvane is the fourth deepest lake in Moldania.",
        ),
        ("Kisumu is the third largest city in Kenya.", "Kisumu is near the largest city in Kenya."),
        (
            "Blue Harvest is the third novel by Nadia Ferreira.",
            "Blue Harvest is the first novel by Nadia Ferreira to be translated.",
        ),
    ],
)
def test_ranks_in_two_orders_are_silent(a: str, b: str) -> None:
    assert not opposed(a, b)


def test_an_age_at_death_must_fit_the_dates() -> None:
    life = "Sigrid Dahl (1950–2011) was a Norwegian writer."
    assert {kind for kind, _, _ in opposed(life, "Sigrid Dahl died aged 72.")} == {Kind.NUMBER}
    assert not opposed(life, "Sigrid Dahl died aged 60.")


def test_how_long_a_career_lasts() -> None:
    career = "Karl Brand is a Danish painter whose career spans over five decades."
    assert opposed(career, "Karl Brand has been working in his field for 30 years.")
    assert not opposed(career, "Karl Brand has been working at a school in Odense for 30 years.")


def test_figures_of_this_season_and_of_the_last_may_both_hold() -> None:
    told = "Duarte scored 14 goals in 27 matches for Lund last season."
    assert opposed(told, "Duarte had scored nine goals in 14 matches this season.") == set()
    assert opposed(told, told.replace("last", "this")) == {("polarity", "last", "this")}
