"""Definitions of one subject: where it lies, whose it is, by whom, of what sort, and what is its only one."""

from __future__ import annotations

from functools import cache

import pytest

from reconcile.agreement import Agreement
from reconcile.claims.extraction import extract
from reconcile.claims.model import Extraction
from reconcile.documents.article import study
from reconcile.documents.model import Document
from reconcile.matching.entities import resolve
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import profiles
from reconcile.matching.wordings import link_definitions


@cache
def read(name: str, text: str) -> Extraction:
    return extract(study(Document(id=name, text=text)))


def opposed(a: str, b: str) -> set[tuple[str, str, str, str]]:
    """The slots on which two texts differ, with the kind and the two values."""
    extractions = [read("a", a), read("b", b)]
    entities = resolve(extractions)
    ready = profiles(extractions, entities)
    pairs = [(p, q) for p in ready for q in ready if p.claim.document < q.claim.document]
    return {
        (link.slot, link.kind.value, link.a.normal, link.b.normal)
        for p, q in pairs
        for link in link_definitions(ClaimPair(p, q, 1.0, entities))
        if link.comparison.agreement is Agreement.DIFFER
    }


def both_ways(a: str, b: str) -> set[tuple[str, str, str, str]]:
    """What `opposed` finds, which must be the same the other way round."""
    found = opposed(a, b)
    assert {(slot, kind, y, x) for slot, kind, x, y in opposed(b, a)} == found
    return found


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Tarnaby is a village in Polk County, Oregon.",
            "Tarnaby is in Lane County.",
            ("site", "place", "Polk", "Lane"),
        ),
        (
            "Almaty is the largest city in Kazakhstan after the war.",
            "Almaty is in Uzbekistan.",
            ("site", "place", "Kazakhstan", "Uzbekistan"),
        ),
        (
            "Nubar is a country in the African continent.",
            "Nubar is a country in Asia.",
            ("site", "place", "Africa", "Asia"),
        ),
        (
            "Rudna is a village in northern Slovakia.",
            "Rudna is a village in the south of Slovakia.",
            ("side of Slovakia", "place", "north Slovakia", "south Slovakia"),
        ),
        (
            "Kizomba is a dance originating from Angola.",
            "Kizomba originated in Brazil.",
            ("originate where", "place", "Angola", "Brazil"),
        ),
        (
            "Glenfall is a rock band from Dundee.",
            "Glenfall is a band from Cardiff.",
            ("comes from", "place", "Dundee", "Cardiff"),
        ),
    ],
    ids=["county", "bare", "adjective of a continent", "side", "origin", "from"],
)
def test_two_places_that_exclude_each_other(a: str, b: str, expected: tuple[str, str, str, str]) -> None:
    """Places are compared as far as both sentences say what holds the subject."""
    assert expected in both_ways(a, b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Cold Harbour is a film directed by Susanne Keller.",
            "Cold Harbour's director was Anders Brekke.",
            ("direct by", "name", "Susanne Keller", "Anders Brekke"),
        ),
        (
            "The Glass Orchard was written by Hiroshi Tanabe.",
            "Kenji Morita wrote The Glass Orchard.",
            ("write by", "name", "Hiroshi Tanabe", "Kenji Morita"),
        ),
        (
            "Blue Door is a play produced by Ana Reis, Rui Costa and Ines Melo.",
            "Peter Holm produced Blue Door.",
            ("produce by", "name", "Ana Reis", "Peter Holm"),
        ),
        (
            "Blue Door is a play written and produced by Amir Khan and directed by Lena Ortiz.",
            "Blue Door was produced by Lena Ortiz.",
            ("produce by", "name", "Amir Khan", "Lena Ortiz"),
        ),
        (
            "Anna “Birdie” Kovacs is a character on the series Northern Line.",
            "Anna Kovacs is a character on Winter Harbour.",
            ("appears in", "name", "Northern Line", "Winter Harbour"),
        ),
        (
            "Blue Rain is the third album by the Irish singer Niamh Byrne, not Ewan Gray.",
            "Blue Rain is an album by Ewan Gray.",
            ("made by", "name", "Niamh Byrne", "Ewan Gray"),
        ),
        (
            "Titan is a moon of Saturn.",
            "Titan is a moon of Jupiter.",
            ("moon of", "name", "Saturn", "Jupiter"),
        ),
        (
            "Le Fanal is a French-language newspaper.",
            "Le Fanal is a German-language newspaper.",
            ("language", "name", "French", "German"),
        ),
        (
            "Salt Road is a film based on the novel The Ninth Gate by Idris Benali.",
            "Salt Road is a film based on the novel Winter Harbour.",
            ("based on", "name", "Ninth Gate", "Winter Harbour"),
        ),
    ],
    ids=["director", "active", "list", "two parts", "nickname", "album", "moon", "language", "based on"],
)
def test_two_names_in_a_slot_with_room_for_one(a: str, b: str, expected: tuple[str, str, str, str]) -> None:
    """One doer, or several that a sentence names in full; told actively, passively or by what the doer is called."""
    assert expected in both_ways(a, b)


@pytest.mark.parametrize(
    ("a", "b", "slot"),
    [
        ("The Suri is a river in Bolivia.", "The Suri is a lake in Bolivia.", "kind: nature"),
        ("Velanda is a republic.", "Velanda has a king.", "kind: rule"),
        ("Margaret I of Denmark was a queen.", "Margaret I was the first king.", "kind: men and women"),
        ("Kizomba is a form of dance.", "Kizomba is a form of martial art.", "kind: practices"),
        ("Lumo is a weekly newspaper.", "Lumo is a daily newspaper.", "kind: frequency"),
        ("Sundara is a public hospital.", "Sundara is privately funded.", "kind: ownership"),
        ("Liga Uno is a football league.", "Liga Uno is a basketball league.", "sport of the league"),
        ("The Pelican is solely a comedy film.", "The Pelican is a horror film.", "genre"),
        ("Olga Petrenko only works in radio.", "Olga Petrenko is a film and television actress.", "field"),
        ("Dele Ojo only works in Lagos.", "Dele Ojo is an actor in Accra.", "works where"),
        (
            "Samir Haddad only served as mayor.",
            "Samir Haddad is a politician who served as the finance minister of Lebanon.",
            "office",
        ),
    ],
)
def test_sorts_that_exclude_each_other(a: str, b: str, slot: str) -> None:
    """What nothing is two of, and what a sentence calls the only one."""
    assert slot in {found[0] for found in both_ways(a, b)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kiri is a waterfall in Cameroon.", "Kiri is located in Central Africa."),
        ("The Danube is a river in Germany.", "The Danube is a river in Romania."),
        ("Cordoba is a city in Argentina.", "Cordoba is a city in Spain."),
        ("Rudna is a village in northern Slovakia.", "Rudna is a village in eastern Slovakia."),
        ("Almaty is the largest city in Kazakhstan.", "Almaty is the third city in Asia after Osaka."),
        ("Anna Weiss is in Geneva.", "Anna Weiss is in Vienna."),
        ("Zeta was based in California.", "Zeta is based in Texas."),
        ("Ravi Menon is an Indian lawyer.", "Ravi Menon is a Pakistani footballer."),
        ("Ravi Menon is an Indian writer.", "Ravi Menon is a half Danish writer."),
    ],
    ids=[
        "larger",
        "crosses borders",
        "namesakes on the map",
        "may touch",
        "not in Osaka",
        "people move",
        "moved",
        "namesakes",
        "half",
    ],
)
def test_places_that_may_both_hold(a: str, b: str) -> None:
    """What contains the other, what spans several, what is called alike, and what moves."""
    assert both_ways(a, b) == set()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Blue Door was produced by Ana Reis.", "Blue Door was produced by Rui Costa."),
        ("Blue Door was written by Ana Reis and Rui Costa.", "Blue Door was written by Rui Costa."),
        ("Blue Door is a play directed by Ana Reis.", "Blue Door is a film directed by Rui Costa."),
        ("Zeta's director, Ana Reis, resigned.", "Zeta's director, Rui Costa, took over."),
        ("The Kolwa is owned by Vedanta.", "The Kolwa was owned by Glencore."),
        ("Ana Reis is the daughter of Rui Reis.", "Ana Reis is the daughter of Ines Melo."),
        ("Blue Door was written by Ana Reis.", "Blue Door was written by Reis."),
        ("Blue Door was written by Ana Reis.", "Blue Door was written by the Institute for Peace."),
    ],
    ids=[
        "one of several",
        "fewer",
        "a film and a play",
        "an office",
        "sold",
        "two parents",
        "surname",
        "body",
    ],
)
def test_names_that_may_both_hold(a: str, b: str) -> None:
    """What has room for several, what changes hands, and one name in two forms."""
    assert both_ways(a, b) == set()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Velanda was a kingdom until 1960.", "Velanda is a republic."),
        ("Luxembourg is a city.", "Luxembourg is a country."),
        ("The Pelican is a comedy film.", "The Pelican is a horror film."),
        ("The Pelican is not only a comedy film.", "The Pelican is a horror film."),
        ("Dele Ojo is only in Lagos for a day.", "Dele Ojo is an actor in Accra."),
        ("Ada Lim is a member of the city council.", "Ada Lim is a country singer."),
        ("Telmo is an English-language network.", "Telmo is a religion."),
    ],
    ids=[
        "then and now",
        "two of one name",
        "two genres",
        "not only",
        "for a day",
        "no head",
        "of a language",
    ],
)
def test_sorts_that_may_both_hold(a: str, b: str) -> None:
    """What has changed, what has two bearers, what may be both, and words that do not say what it is."""
    assert both_ways(a, b) == set()
