"""Who did what to whom, through the real parser and the whole line.

The pairs were written before any of them was run, conflicts and traps. The conflicts that are not found
are not listed here.
"""

from __future__ import annotations

import pytest

from reconcile.findings import Kind
from tests.matching.conftest import DeedsFound

_CONFLICTS = [
    (
        "Denmark beat Peru 2-0 in the quarter-final on 6 July 2014.",
        "Peru beat Denmark 2-0 in the quarter-final on 6 July 2014.",
    ),
    (
        "The printer maker Inkwell sued the software firm Lumora in a Dallas court on 3 May 2013.",
        "The software firm Lumora sued the printer maker Inkwell in a Dallas court on 3 May 2013.",
    ),
    (
        "Ferrovia acquired Nordbus in 2017 for 90 million euros.",
        "Ferrovia was acquired by Nordbus in 2017 for 90 million euros.",
    ),
    (
        "Brazil launched the satellite Jandaia-2 on 4 August 2019.",
        "India launched the satellite Jandaia-2 on 4 August 2019.",
    ),
    (
        "The driver Marek Dvorak hit Luca Santini on the first lap of the race in Brno.",
        "Luca Santini hit Marek Dvorak on the first lap of the race in Brno.",
    ),
    (
        "The novelist Greta Holm attacked the critic Sven Aalto in a letter in May 1978.",
        "The critic Sven Aalto attacked the novelist Greta Holm in a letter in May 1978.",
    ),
    (
        "The Blue Lagoon hotel was bought by Marriott in 2006.",
        "Hilton bought the Blue Lagoon hotel in 2006.",
    ),
    (
        "The bridge at Karvala was blown up by the Germans in 1944.",
        "The Russians blew up the bridge at Karvala in 1944.",
    ),
    (
        "The telescope Argus was built by Lockheed in 1989.",
        "Boeing built the telescope Argus in 1989.",
    ),
    (
        "Tunisia expelled the Danish consul in Sfax on 3 June 2009.",
        "On 3 June 2009 the Danish consul in Sfax was expelled by Algeria.",
    ),
    (
        "Omar Haddad scored the winner against Derby.",
        "The winner against Derby was scored by Pavel Cerny.",
    ),
    (
        "The municipal museum lent the tapestry to the Cistercian abbey in 1931.",
        "The Cistercian abbey lent the tapestry to the municipal museum in 1931.",
    ),
    (
        "Portugal beat Latvia 31-28 in the final in Riga on 12 March 2011.",
        "Portugal lost to Latvia 31-28 in the final in Riga on 12 March 2011.",
    ),
    (
        "Chile knocked Ghana out in the quarter-final in Lima on 2 May 2003.",
        "Chile was eliminated by Ghana in the quarter-final in Lima on 2 May 2003.",
    ),
    (
        "The raid on the Peruvian tax office on 9 March 2015 was the work of a group called Silver Fox.",
        "The Peruvian tax office was attacked on 9 March 2015 by a group known as Red Tern.",
    ),
    (
        "The French competition authority fined the airline Corsavia 45 million euros in May 2012.",
        "In May 2012 the European Commission fined the airline Corsavia 45 million euros.",
    ),
    (
        "Tomas Rehak swerved into Jean Morel on the last lap in Spa on 4 May 2012.",
        "Jean Morel touched the wheel of Tomas Rehak on the last lap in Spa on 4 May 2012.",
    ),
]
_TRAPS = [
    (
        "Denmark beat Peru 2-0 in the quarter-final on 6 July 2014.",
        "Peru were beaten 2-0 by Denmark in the quarter-final on 6 July 2014.",
    ),
    (
        "Denmark beat Peru 2-0 in the quarter-final on 6 July 2014.",
        "Peru beat Denmark 3-1 in Lima on 4 June 2016.",
    ),
    (
        "President Lars Holt met chancellor Eva Kern in Bonn on Monday.",
        "Chancellor Eva Kern met president Lars Holt in Bonn on Monday.",
    ),
    (
        "The foreign minister of Ghana, Ama Boateng, signed the treaty on 4 May 2012.",
        "Ghana signed the treaty on 4 May 2012.",
    ),
    (
        "Brazil and India launched the satellite Jandaia-2 on 4 August 2019.",
        "India launched the satellite Jandaia-2 on 4 August 2019.",
    ),
    (
        "The striker Omar Diallo scored in the match in Turin on Sunday.",
        "Davide Ricci scored in the match in Turin on Sunday.",
    ),
    (
        "Police arrested Ivan Petrak in Zagreb on 5 May 2015.",
        "Officers of Interpol arrested Ivan Petrak in Zagreb on 5 May 2015.",
    ),
    (
        "The critic Sven Aalto praised the novelist Greta Holm in 1978.",
        "The novelist Greta Holm praised the critic Sven Aalto in 1982.",
    ),
    (
        "The software firm Lumora bought a stake in the bank Credito in 2015.",
        "Vanguard bought a stake in the bank Credito in 2015.",
    ),
    (
        "France condemned the coup in Ruvania on Monday.",
        "Germany condemned the coup in Ruvania on Monday.",
    ),
    (
        "Marriott bought the Blue Lagoon hotel in 2006.",
        "Hilton bought the Blue Lagoon hotel in 2015.",
    ),
    (
        "The engineer Rita Sousa designed the bridge for the firm Pontex, which built it in 1998.",
        "Pontex designed the bridge in 1998.",
    ),
    (
        "Kenya beat Brazil in the under-17 final in 2012.",
        "Brazil beat Kenya in the under-20 final in 2012.",
    ),
    (
        "Kenya beat Brazil in the men's doubles final in Oslo in 2012.",
        "Brazil beat Kenya in the women's doubles final in Oslo in 2012.",
    ),
    (
        "The museum lent the tapestry to the abbey in 1931.",
        "The abbey borrowed the tapestry from the museum in 1931.",
    ),
    ("Norvik sold the mill to Ardenta in 2014.", "Ardenta bought the mill from Norvik in 2014."),
    (
        "Firefighters rescued 14 people from the flood on Monday.",
        "Soldiers rescued 9 people from the flood on Monday.",
    ),
    (
        "Italy's players won against Spain in Turin on 4 May 2012.",
        "Italy beat Spain in Turin on 4 May 2012.",
    ),
    ("Tomas Rehak bought a house in Brno in 2012.", "Jean Morel bought a house in Brno in 2012."),
    (
        "Ana Lopes scored a goal in the match in Porto on 4 May 2012.",
        "Rosa Dias scored a goal in the match in Porto on 4 May 2012.",
    ),
]


@pytest.mark.parametrize(("a", "b"), _CONFLICTS)
def test_finds_the_conflict(deeds_found: DeedsFound, a: str, b: str) -> None:
    """The parties of one deed are exchanged, or it is given to two."""
    assert deeds_found(a, b)


@pytest.mark.parametrize(("a", "b"), _TRAPS)
def test_keeps_silent_where_both_may_hold(deeds_found: DeedsFound, a: str, b: str) -> None:
    """Other deeds, joint deeds and parts of a body contradict nothing."""
    assert not deeds_found(a, b)


def test_exchanged_parties_are_a_conflict_of_kind_actor(deeds_found: DeedsFound) -> None:
    """Who did it to whom: each position holds the doer that its text names."""
    a = "Norbus sued Fervia in a court in Lille on 4 June 2015."
    b = "Fervia sued Norbus in a court in Lille on 4 June 2015."
    [finding] = deeds_found(a, b)
    assert finding.kind is Kind.ACTOR
    assert {e.text for p in finding.positions for e in p.evidence} == {"Norbus", "Fervia"}


def test_what_is_done_to_each_other_has_no_doer(deeds_found: DeedsFound) -> None:
    """Whoever of two is named first in a meeting is the same meeting."""
    a = "The singer Aino Salmi married the painter Jukka Laine on 4 June 1958."
    assert not deeds_found(a, "The painter Jukka Laine married the singer Aino Salmi on 4 June 1958.")
