"""Who is meant, across documents: joined by name, kept apart by what contradicts."""

from __future__ import annotations

from itertools import permutations

import pytest

from reconcile.matching.entities import resolve
from tests.conftest import Reader


def one_entity(read: Reader, a: str, b: str, x: str, y: str) -> bool:
    """Whether the name `x` of text `a` and the name `y` of text `b` mean the same."""
    documents = [read(a, id="a"), read(b, id="b")]
    entities = resolve(documents)
    numbers = []
    for extraction, text, name in ((documents[0], a, x), (documents[1], b, y)):
        mention = next(m for m in extraction.mentions if m.span.of(text) == name)
        numbers.append(entities.of(extraction.document, mention))
    return numbers[0] == numbers[1]


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("Tatiana Gourevitch", "Tatiana Gourevitch"),
        ("Tatiana Gourevitch", "Tatyana Gurevich"),
        ("Oleksandr Hrytsenko", "Olexander Gritsenko"),
        ("Kenneth O. Mwangi", "Kenneth Mwangi"),
    ],
)
def test_two_spellings_of_one_name_are_one_person(read: Reader, x: str, y: str) -> None:
    text = "The chess player {} won the open tournament in Lyon."
    assert one_entity(read, text.format(x), text.format(y), x, y)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("Hana Novotna", "Lenka Novotna"),
        ("Ruben Castellanos Sr.", "Ruben Castellanos Jr."),
        ("Ximena Zaldívar", "Pablo Errázuriz"),
    ],
)
def test_namesakes_and_strangers_stay_apart(read: Reader, x: str, y: str) -> None:
    a, b = f"The biologist {x} won the prize in Brno.", f"The biologist {y} won the prize in Brno."
    found = resolve([read(a, id="a"), read(b, id="b")])
    persons = [
        e
        for e in found.all
        if any(
            document
            for document, m in e.mentions
            if m.span.of({"a": a, "b": b}[document])[:4] in (x[:4], y[:4])
        )
    ]
    assert len(persons) == 2


def test_a_surname_of_another_document_means_the_only_one_who_bears_it(read: Reader) -> None:
    a = "Mayor Mercedes Villafuerte opened the clinic in Rosario."
    b = "Mayor Villafuerte opened the clinic in Rosario."
    assert one_entity(read, a, b, "Mercedes Villafuerte", "Villafuerte")


def test_a_country_and_one_whose_name_begins_alike_are_two(read: Reader) -> None:
    assert not one_entity(read, "Niger closed its border.", "Nigeria closed its border.", "Niger", "Nigeria")


def test_the_order_of_the_documents_is_no_matter(read: Reader) -> None:
    texts = {
        "a": "Tatiana Gourevitch lost to Hana Novotna in Lyon.",
        "b": "Tatyana Gurevich lost in Lyon.",
        "c": "Novotna won in Lyon, and Lenka Novotna watched.",
    }
    gathered = {
        frozenset(
            frozenset((document, m.name.normal) for document, m in entity.mentions)
            for entity in resolve([read(texts[id], id=id) for id in order]).all
        )
        for order in permutations(texts)
    }
    assert len(gathered) == 1


def test_a_country_alone_does_not_tell_events_apart(read: Reader) -> None:
    entities = resolve([read("Ximena Zaldívar left Chile on Monday.")])
    assert {e.name: e.distinctive for e in entities.all} == {"Ximena Zaldívar": True, "Chile": False}


def test_a_second_name_is_known_in_another_document(read: Reader) -> None:
    a = "Ximena Zaldívar (born 3 May 1950), better known as Carmela Ortiz, is a singer."
    assert one_entity(read, a, "Carmela Ortiz was born in Lima.", "Ximena Zaldívar", "Carmela Ortiz")


def test_a_body_may_be_named_without_the_noun_for_what_it_is(read: Reader) -> None:
    a, b = "Zwelka University sued the state.", "Zwelka has sued the state."
    assert one_entity(read, a, b, "Zwelka University", "Zwelka")
