"""Who is meant across documents, how it is spelt, and what office it is given."""

from __future__ import annotations

import pytest

from reconcile.agreement import Agreement
from reconcile.claims.extraction import extract
from reconcile.claims.model import Extraction
from reconcile.documents.article import study
from reconcile.documents.model import Document
from reconcile.facets.name import Name, read_name
from reconcile.matching.entities import Entities, resolve
from reconcile.matching.mentions import offices, spellings
from reconcile.matching.profiles import profiles
from reconcile.matching.spelling import compare_spellings, is_one_place, is_slight
from reconcile.matching.stories import Stories
from reconcile.matching.subjects import Subject


def read(*texts: str) -> list[Extraction]:
    return [extract(study(Document(id=f"d{n}", text=text))) for n, text in enumerate(texts)]


def told(extractions: list[Extraction]) -> list[Subject]:
    """The people who are given two offices."""
    entities = resolve(extractions)
    return list(offices(extractions, entities, Stories(profiles(extractions, entities), entities)))


def names_of(entities: Entities, name: str) -> set[str]:
    """All spellings of the entity that one of its mentions calls so."""
    for entity in entities.all:
        found = {m.name.normal for _, m in entity.mentions}
        if name in found:
            return found
    return set()


def named(text: str) -> Name:
    name = read_name(text)
    assert name is not None
    return name


def test_a_surname_alone_joins_the_one_full_name_that_it_fits() -> None:
    entities = resolve(read("Minister Karin Holm spoke in Oslo.", "Holm said that the bridge would open."))
    assert names_of(entities, "Karin Holm") == {"Karin Holm", "Holm"}


def test_a_surname_that_fits_two_people_merges_nobody() -> None:
    entities = resolve(
        read(
            "The nurse Karin Holm left Oslo.",
            "The pilot Lars Holm landed in Turku.",
            "Holm declined to comment.",
        )
    )
    assert names_of(entities, "Karin Holm") == {"Karin Holm"}
    assert names_of(entities, "Lars Holm") == {"Lars Holm"}


def test_two_people_of_one_surname_stay_two_within_a_document() -> None:
    text = "The judge Karin Holm met the pilot Lars Holm. Lars Holm left early. Holm later wept."
    entities = resolve(read(text))
    assert names_of(entities, "Karin Holm") == {"Karin Holm"}
    assert names_of(entities, "Lars Holm") == {"Lars Holm", "Holm"}


def test_father_and_son_stay_two() -> None:
    entities = resolve(read("The singer Ruben Holm Jr. thanked the singer Ruben Holm Sr. in Oslo."))
    assert len({e.number for e in entities.all if e.name.startswith("Ruben Holm")}) == 2


def test_an_acronym_in_brackets_means_what_it_stands_behind() -> None:
    text = "The Kenyan Coast Rescue Service (KCRS) sent two boats. The KCRS found nobody."
    assert "KCRS" in names_of(resolve(read(text)), "Kenyan Coast Rescue Service")


def test_a_museum_and_its_founder_are_written_in_either_order() -> None:
    texts = ("The Museum van den Broek opened in Ghent.", "Crowds came to the Van den Broek museum in Ghent.")
    assert len(names_of(resolve(read(*texts)), "Museum van den Broek")) > 1


_CONTEXT = "The conductor Ivan Petrosyan praised the Tampere Opera and the soprano Lucia Ferrante in Tampere."


def test_a_dropped_letter_is_one_person_where_the_texts_name_the_same_others() -> None:
    a = f"{_CONTEXT} The composer Martin Feldt wrote the work."
    b = f"{_CONTEXT} The composer Martin Felt wrote the work."
    extractions = read(a, b)
    subjects = list(spellings(resolve(extractions), {}))
    assert [{h.normal for h in s.holdings} for s in subjects] == [{"Martin Feldt", "Martin Felt"}]
    assert subjects[0].pairs[0].comparison.agreement is Agreement.VARIANT


def test_a_dropped_letter_alone_makes_nobody_one_person() -> None:
    extractions = read("The composer Martin Feldt wrote the work.", "The baker Martin Felt closed his shop.")
    assert not list(spellings(resolve(extractions), {}))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Austria", "Australia"),
        ("Slovakia", "Slovenia"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("Georgia Holm", "Georgina Holm"),
        ("Martin Holm", "Marvin Holm"),
        ("Brandt Motor", "Brandt Motors"),
        ("Model 12", "Model 13"),
    ],
)
def test_names_that_only_look_alike_are_no_spellings_of_one(a: str, b: str) -> None:
    assert compare_spellings(named(a), named(b)).agreement is not Agreement.VARIANT
    assert compare_spellings(named(b), named(a)).agreement is not Agreement.VARIANT


def test_two_names_of_one_city_are_one_place() -> None:
    assert is_one_place(named("Kyiv"), named("Kiev"))
    assert not is_one_place(named("Kyiv"), named("Kharkiv"))


def test_two_offices_that_no_one_holds_together_differ() -> None:
    a = "The sports director, Karin Holm, handed out the bottles in Lugano."
    b = "The team doctor, Karin Holm, handed out the bottles in Lugano."
    extractions = read(a, b)
    (subject,) = told(extractions)
    assert {h.normal for h in subject.holdings} == {"sports director", "doctor"}


def test_accounts_of_one_story_that_give_a_person_two_posts_of_one_house_differ() -> None:
    a = "The coach, Karin Holm, left the club Ulvik IL after the final in Voss with Lise Berg."
    b = "Chairwoman Karin Holm left Ulvik IL when Lise Berg had scored in Voss."
    (subject,) = told(read(a, b))
    assert {h.normal for h in subject.holdings} == {"coach", "chairperson"}
    both = read(a, b, "Karin Holm, the coach, is chairwoman of Ulvik IL. Chairwoman Karin Holm left Voss.")
    assert not told(both)


def test_two_posts_in_two_stories_are_no_disagreement() -> None:
    a = "The coach, Karin Holm, left Voss on Sunday."
    b = "Chairwoman Karin Holm opened a hotel in Bergen."
    assert not told(read(a, b))


def test_two_universities_of_one_person_differ_with_an_office_and_without() -> None:
    a = "“It rained,” said Karin Holm, a chemist at the University of Oslo."
    b = "“It rained,” said Karin Holm, of the University of Bergen."
    extractions = read(a, b)
    (subject,) = told(extractions)
    assert [p.comparison.agreement for p in subject.pairs] == [Agreement.DIFFER]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karin Holm is the orchestra's first oboist.", "Karin Holm, who plays the bassoon, wept."),
        (
            "Karin Holm, who teaches at the University of Lund, wept.",
            "Karin Holm, a chemist at Aalto University, wept.",
        ),
        ("Karin Holm, the ship's second officer, wept.", "Karin Holm, who cooks for the crew, wept."),
        ("Karin Holm, the chief arbiter, wept.", "Karin Holm, who coaches the team, wept."),
    ],
)
def test_roles_that_a_verb_tells_are_compared_within_a_story(a: str, b: str) -> None:
    story = "Helga Brandt of Dornau Steel spoke to Pieter Maas. "
    assert told(read(story + a, story + b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Former mayor Karin Holm spoke.", "Governor Karin Holm spoke."),
        ("Karin Holm was the mayor of Bergen.", "Karin Holm is the mayor of Oslo."),
        ("Interim president Karin Holm spoke.", "President Karin Holm spoke."),
        ("Deputy minister Karin Holm spoke.", "Vice-minister Karin Holm spoke."),
        ("Karin Holm, a scientist, spoke.", "Karin Holm, a chemist, spoke."),
        ("Karin Holm, a writer, spoke.", "Karin Holm, a pilot, spoke."),
        (
            "Karin Holm, chairman and chief executive of Lunde, spoke.",
            "Lunde's chief executive, Karin Holm, spoke.",
        ),
        ("Karin Holm, who heads the clinic, spoke.", "Karin Holm, director of the clinic, spoke."),
    ],
)
def test_roles_that_one_person_can_have_are_no_disagreement(a: str, b: str) -> None:
    extractions = read(a, b)
    assert not told(extractions)


@pytest.mark.parametrize(
    ("a", "b", "slight"),
    [
        ("Kyiv", "Kiev", True),
        ("William Brandt", "Bill Brandt", True),
        ("Defence Council", "Defense Council", True),
        ("Zoë Brandt", "Zoe Brandt", True),
        ("Per Ådland", "Per Aadland", True),
        ("Sergei Brandt", "Sergey Brandt", False),
    ],
)
def test_what_no_editor_would_call_wrong_is_slight(a: str, b: str, slight: bool) -> None:
    assert is_slight(named(a), named(b)) is slight
