"""What is affirmed and denied, through the real parser and the whole line.

The pairs were written before any of them was run, 13 conflicts and 12 traps. The conflicts that are not found are not
listed here.
"""

from __future__ import annotations

import pytest

from tests.matching.conftest import DeedsFound

_CONFLICTS = [
    (
        "A jury in Leeds acquitted the surgeon Alan Whitcombe of manslaughter on 5 May 2017.",
        "The surgeon Alan Whitcombe was convicted of manslaughter by a jury in Leeds on 5 May 2017.",
    ),
    (
        "The parliament of Iceland approved the fishing agreement on Thursday.",
        "The parliament of Iceland rejected the fishing agreement on Thursday.",
    ),
    (
        "The striker Pablo Arenas did not play in Sunday's final.",
        "The striker Pablo Arenas played in Sunday's final.",
    ),
    (
        "The airline Skyvale made a profit in 2018.",
        "The airline Skyvale did not make a profit in 2018.",
    ),
    (
        "The minister Helga Brandt resigned on 3 March 2020 over the scandal.",
        "The minister Helga Brandt did not resign on 3 March 2020, despite the scandal.",
    ),
    (
        "The trawler's captain, Olav Nesse, survived the sinking in 1986.",
        "The trawler's captain, Olav Nesse, died in the sinking in 1986.",
    ),
    (
        "The central bank of Chile raised its key rate on 12 June 2018.",
        "The central bank of Chile cut its key rate on 12 June 2018.",
    ),
    (
        "Kenya won the match against Uganda in Kampala on 3 July 2015.",
        "Kenya lost the match against Uganda in Kampala on 3 July 2015.",
    ),
    (
        "The museum in Delft never returned the statue to Nigeria.",
        "The museum in Delft returned the statue to Nigeria.",
    ),
    (
        "The court allowed the appeal of the oil company Petrodan on 4 April 2016.",
        "The court dismissed the appeal of the oil company Petrodan on 4 April 2016.",
    ),
    (
        "Ruth Adeyemi failed to reach the summit of Lhotse in May 2012.",
        "Ruth Adeyemi reached the summit of Lhotse in May 2012.",
    ),
    (
        "The singer Ana Reis was not badly hurt in the crash on 3 May 2015.",
        "The singer Ana Reis was badly hurt in the crash on 3 May 2015.",
    ),
    (
        "The mayor Luis Prado opposed the new tram line from the start.",
        "The mayor Luis Prado supported the new tram line from the start.",
    ),
]
_TRAPS = [
    (
        "The parliament of Iceland approved the fishing agreement on Thursday.",
        "The parliament of Iceland rejected the whaling agreement on Thursday.",
    ),
    (
        "Prosecutors said that the mayor Luis Prado had taken bribes.",
        "The mayor Luis Prado denied that he had taken bribes.",
    ),
    (
        "The striker Pablo Arenas did not play in the semi-final.",
        "The striker Pablo Arenas played in Sunday's final.",
    ),
    (
        "Exports of coffee from Uganda rose in 2014.",
        "Exports of tea from Uganda fell in 2014.",
    ),
    (
        "The minister Helga Brandt has not yet resigned.",
        "The minister Helga Brandt resigned on 3 March 2020.",
    ),
    (
        "The airline Skyvale may make a loss in 2018.",
        "The airline Skyvale did not make a loss in 2018.",
    ),
    (
        "Kenya won the match against Uganda on 3 July 2015.",
        "Uganda lost the match against Kenya on 3 July 2015.",
    ),
    (
        "Police did not say whether Ivan Petrak had been arrested.",
        "Police arrested Ivan Petrak on Monday.",
    ),
    (
        "The court convicted the banker Amir Rostami of fraud but acquitted him of bribery.",
        "The court acquitted the banker Amir Rostami of bribery.",
    ),
    (
        "The fund bought shares of the brewer Haldan in May 2015.",
        "The fund sold shares of the brewer Haldan in June 2016.",
    ),
    (
        "Profit at the brewer Haldan rose 5 percent in the third quarter.",
        "Profit at the brewer Haldan fell 3 percent in the fourth quarter.",
    ),
    (
        "The museum in Delft did not only return the statue to Nigeria, it also paid for the flight.",
        "The museum in Delft returned the statue to Nigeria.",
    ),
    (
        "The singer Ana Reis was not badly hurt in the crash on 3 May 2015.",
        "The singer Ana Reis was hurt in the crash on 3 May 2015.",
    ),
    (
        "The striker Pablo Arenas had never won the Verano Cup before.",
        "The striker Pablo Arenas won the Verano Cup.",
    ),
]


@pytest.mark.parametrize(("a", "b"), _CONFLICTS)
def test_finds_the_conflict(deeds_found: DeedsFound, a: str, b: str) -> None:
    """One text says that it is so, the other that it is not."""
    assert deeds_found(a, b)


@pytest.mark.parametrize(("a", "b"), _TRAPS)
def test_keeps_silent_where_both_may_hold(deeds_found: DeedsFound, a: str, b: str) -> None:
    """Other matters, times, speakers and what is not asserted deny nothing."""
    assert not deeds_found(a, b)


def test_the_value_holds_the_negator_with_its_verb(deeds_found: DeedsFound) -> None:
    """A reader sees what is denied, not the verb alone."""
    a = "The senate of Uruguay ratified the water treaty on 3 May 2019."
    b = "The senate of Uruguay did not ratify the water treaty on 3 May 2019."
    [finding] = deeds_found(a, b)
    assert {e.text for p in finding.positions for e in p.evidence} == {"ratified", "not ratify"}


def test_one_document_may_tell_both_sides(deeds_found: DeedsFound) -> None:
    """What an article says and then turns round is its own affair."""
    said = "The senate of Uruguay ratified the treaty on 3 May 2019."
    both = said + " " + said.replace("ratified", "did not ratify")
    assert not deeds_found(both)
