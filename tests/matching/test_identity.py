"""One event or two: what is said of it apart from the facet compared decides, never likeness of words alone."""

from __future__ import annotations

import pytest

from reconcile.findings import Kind
from reconcile.matching.entities import resolve
from reconcile.matching.identity import one_event
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import profiles
from tests.conftest import Reader


def same(read: Reader, a: str, b: str, leaving_out: Kind, cosine: float = 0.7) -> bool:
    """Whether the main claims of two texts are about one event."""
    documents = [read(a, id="a"), read(b, id="b")]
    entities = resolve(documents)
    found = profiles(documents, entities)
    first, second = (
        max((p for p in found if p.claim.document == id), key=lambda p: len(p.claim.text)) for id in "ab"
    )
    return one_event(ClaimPair(first, second, cosine, entities), leaving_out) is not None


def test_one_name_and_one_deed_make_one_event(read: Reader) -> None:
    a = "The painter Amina Okafor was born in Lagos in 1961."
    assert same(read, a, "Amina Okafor, the painter, was born in 1963.", Kind.DATE)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [  # other people
        ("Amina Okafor was arrested in May 2011.", "Grace Phiri was arrested in June 2012.", Kind.DATE),
        ("Hana Novotna sued Zenith Motors.", "Lenka Dvorak sued Zenith Motors.", Kind.NUMBER),
        ("Amina Okafor met Mats Lund in Oslo.", "Mats Lund met Grace Phiri in Oslo.", Kind.DATE),
        # other times
        ("The Kolwara mine killed 28 men in 1958.", "The Kolwara mine killed 38 men in 1994.", Kind.NUMBER),
        # other places
        (
            "An earthquake struck Nepal in April 2015.",
            "An earthquake struck Haiti in January 2010.",
            Kind.DATE,
        ),
    ],
)
def test_other_people_times_or_places_are_another_event(read: Reader, a: str, b: str, kind: Kind) -> None:
    assert not same(read, a, b, kind)


def test_the_facet_compared_does_not_veto(read: Reader) -> None:
    a, b = "The Tembo cement plant opened in March 2014.", "The Tembo cement plant opened in May 2016."
    assert same(read, a, b, Kind.DATE)
    assert not same(read, a, b, Kind.NUMBER)


def test_likeness_of_words_proves_nothing_where_names_differ(read: Reader) -> None:
    a = "The striker Mats Lund entered a clinic for treatment after the cup final."
    b = "The striker Henrik Dahl entered a clinic for treatment after the cup final."
    assert not same(read, a, b, Kind.DATE, cosine=0.99)


def test_sharing_a_country_is_not_enough(read: Reader) -> None:
    a, b = "Chile exported 40 tonnes of cherries.", "Chile deported 12 sailors."
    assert not same(read, a, b, Kind.NUMBER, cosine=0.5)
