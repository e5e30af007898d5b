"""Places of one event, through the real parser and the whole line.

The pairs were written before any of them was run, conflicts and traps. The conflicts that are not found
are not listed here.
"""

from __future__ import annotations

import pytest

from tests.matching.conftest import DeedsFound

_CONFLICTS = [
    (
        "Architect Ines Valadares died at her home in Porto on 14 March 2019, her studio said.",
        "Ines Valadares, the architect, died in Coimbra on 14 March 2019 after a short illness.",
    ),
    (
        "Police in Canada arrested the fugitive banker Tomas Rehak in Montreal on Monday.",
        "The fugitive banker Tomas Rehak was arrested in Toronto on Monday, police said.",
    ),
    (
        "The Treaty of the Straits was signed in Oslo on 9 May 1997 by seven states.",
        "Seven states signed the Treaty of the Straits in Stockholm on 9 May 1997.",
    ),
    (
        "Novelist Halina Drozd was born in Lublin in 1931.",
        "Halina Drozd was born in Krakow in 1931 and moved to Paris as a student.",
    ),
    (
        "The carmaker Voltaro opened its first battery plant in Hungary on 2 October 2021.",
        "Voltaro, the carmaker, opened its first battery plant in Slovakia on 2 October 2021.",
    ),
    (
        "The remains of Captain Edwin Lyle were buried in Halifax on 8 July 2005.",
        "Captain Edwin Lyle was buried in Boston on 8 July 2005 with full honours.",
    ),
    (
        "Runner Selam Bekele won the marathon in Rotterdam on 10 April 2022 in a course record.",
        "Selam Bekele won the marathon in Hamburg on 10 April 2022, setting a course record.",
    ),
    (
        "The bust of the composer was unveiled in Tartu on 4 July 2006 by his daughter.",
        "His daughter unveiled the bust of the composer in Parnu on 4 July 2006.",
    ),
    (
        "A navy helicopter with nine sailors on board crashed near Valdivia on 5 May 2009.",
        "Nine sailors were aboard the navy helicopter that crashed near Osorno on 5 May 2009.",
    ),
    (
        "The ferry Marsala left Bari at noon on 4 May 2012 bound for Durres.",
        "The ferry Marsala left Bari at noon on 4 May 2012 en route to Patras.",
    ),
    ("Elisa Moretti was born in Lucca in 1931.", "It was there, in Siena, that Elisa Moretti was born."),
]
_TRAPS = [
    (
        "Architect Ines Valadares died in Porto on 14 March 2019.",
        "Ines Valadares died in Portugal on 14 March 2019, her studio in Lisbon said.",
    ),
    (
        "President Ana Lukic met miners in Tuzla on Monday.",
        "President Ana Lukic met teachers in Mostar on Tuesday.",
    ),
    (
        "The band Grey Harbour played in Leeds on Friday.",
        "The band Grey Harbour played in Glasgow on Saturday.",
    ),
    (
        "The train from Vienna arrived in Budapest on 4 May 2018.",
        "The train to Budapest left Vienna on 4 May 2018.",
    ),
    (
        "A bomb exploded in Kabul on Sunday, killing 12 people.",
        "A bomb exploded in Herat on Sunday, killing 9 people.",
    ),
    (
        "The bank opened a branch in Nairobi in 2015, said its director, Peter Otieno.",
        "Peter Otieno's bank opened a branch in Kisumu in 2018.",
    ),
    (
        "The company, which employs 500 people in Lyon, opened a plant in Dijon in 2020.",
        "In 2020 the company opened a plant in the east of France.",
    ),
    (
        "Foreign minister Arvid Sund flew to Geneva on Monday.",
        "Foreign minister Arvid Sund flew from Helsinki on Monday.",
    ),
    (
        "Writer Maya Okoro lives in Accra and London.",
        "Writer Maya Okoro lives in London.",
    ),
    (
        "The singer Lola Ferrer performed in Madrid and was born in Seville.",
        "The singer Lola Ferrer was born in Seville and performed in Valencia.",
    ),
    (
        "An earthquake of magnitude 6.1 struck near Izmir in 2020.",
        "An earthquake of magnitude 6.1 struck near Van in 2011.",
    ),
    (
        "The painting was found in Ghent in 2010, and the museum in Bruges bought it.",
        "The museum in Antwerp said that the painting had been found in 2010.",
    ),
    (
        "A bomb exploded in a market in Lahore on 4 May 2012.",
        "A bomb exploded in a market in Multan on 4 May 2012.",
    ),
    (
        "The bust of the composer was unveiled in Tartu on 4 July 2006.",
        "The bust of the painter was unveiled in Parnu on 4 July 2006.",
    ),
    (
        "Schools closed in Bergen on 3 May 1999 after heavy snow and frost.",
        "Schools closed in Trondheim on 3 May 1999 after heavy snow and frost.",
    ),
    (
        "The ferry Marsala left Bari on 4 May 2012 bound for Durres.",
        "The ferry Marsala left for Bari on 4 May 2012.",
    ),
    ("Elisa Moretti was born in Lucca in 1931.", "It was there, in Siena, that Elisa Moretti studied."),
]


@pytest.mark.parametrize(("a", "b"), _CONFLICTS)
def test_finds_the_conflict(deeds_found: DeedsFound, a: str, b: str) -> None:
    """One event is placed in two places."""
    assert deeds_found(a, b)


@pytest.mark.parametrize(("a", "b"), _TRAPS)
def test_keeps_silent_where_both_may_hold(deeds_found: DeedsFound, a: str, b: str) -> None:
    """Other events, containing places and other slots are no conflict of place."""
    assert not deeds_found(a, b)


def test_the_values_are_the_names_of_the_places(deeds_found: DeedsFound) -> None:
    """Each position holds the place alone, where it stands in its text."""
    a, b = (
        "The poet Aino Salmi died in Turku on 3 May 1951.",
        "The poet Aino Salmi died in Oulu on 3 May 1951.",
    )
    [finding] = deeds_found(a, b)
    assert {e.text for p in finding.positions for e in p.evidence} == {"Turku", "Oulu"}
    assert all(
        e.span.of({"a": a, "b": b}[e.document]) == e.text for p in finding.positions for e in p.evidence
    )


def test_from_and_to_are_two_slots(deeds_found: DeedsFound) -> None:
    """Where something set out contradicts nothing that is said of where it went."""
    a = "The balloonist Aino Salmi flew from Turku on 3 May 1951."
    assert not deeds_found(a, "The balloonist Aino Salmi flew to Oulu on 3 May 1951.")
