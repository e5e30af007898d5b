"""What one sentence denies and another affirms of one subject, in other words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest

from reconcile import Checker, Document
from reconcile.findings import Kind
from reconcile.matching.predications import link_contraries, link_denials

Contradicted = Callable[[str, str], bool]


@pytest.fixture(scope="module")
def contradicted() -> Iterator[Contradicted]:
    """Checks two texts with these linkers alone, so that no other finds what they should."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["reconcile.matching.linking"], "LINKERS", (link_denials, link_contraries))
        checker = Checker()

        def found(a: str, b: str) -> bool:
            findings = checker.check([Document(id="a", text=a), Document(id="b", text=b)]).findings
            return any(f.kind is Kind.POLARITY for f in findings)

        yield found


@pytest.mark.parametrize(
    ("denied", "affirmed"),
    [
        (
            "Henrik Dahl has never written a novel.",
            "The novelist Henrik Dahl, who wrote the novel Frost, is dead.",
        ),
        ("Ines Prado is not an architect.", "Ines Prado, a Chilean architect, designed the new library."),
        ("Kaito Mori had no sister.", "Kaito Mori's sister, a nurse, raised him in Nagoya."),
        ("The Odeon Festival had no sponsor.", "The Odeon Festival was sponsored by a brewery in Ghent."),
        ("Omar Diallo is incapable of swimming.", "Omar Diallo, a swimmer from Dakar, won two medals."),
        (
            "Norbus left the talks without signing the accord.",
            "Norbus signed the accord and welcomed its terms.",
        ),
        ("Judge Alan Pike avoided paying the fine.", "Judge Alan Pike paid the fine within a week."),
        (
            "Jonas Lind is neither a lawyer nor a judge.",
            "Jonas Lind, a lawyer in Bergen, defended the miners.",
        ),
        ("Nadia Haddad played no part in the robbery.", "Nadia Haddad took part in the robbery."),
        ("The Kestrel is anything but a jet.", "The Kestrel is a small jet built in Brazil."),
        ("Dario Conti died before finishing the opera.", "Dario Conti finished the opera in the spring."),
        ("Ellen Marsh refused to be a candidate.", "Ellen Marsh was a candidate for the Greens in Leeds."),
        ("The museum in Lodz did not buy the painting.", "The painting was bought by the museum in Lodz."),
        (
            "The dockers' union in Gdansk did not sign the wage accord.",
            "The ministry praised the wage accord, which the dockers' union in Gdansk signed on Monday.",
        ),
    ],
)
def test_a_denial_is_found_in_other_words(contradicted: Contradicted, denied: str, affirmed: str) -> None:
    """Another part of speech, an apposition, a relative clause, a possessive, a passive."""
    assert contradicted(denied, affirmed)
    assert contradicted(affirmed, denied)


@pytest.mark.parametrize(
    ("denied", "affirmed"),
    [
        ("Norbus has not yet signed the accord.", "Norbus signed the accord."),
        ("Norbus has yet to sign the accord.", "Norbus signed the accord."),
        ("Norbus did not sign the accord.", "Norbus plans to sign the accord."),
        ("Norbus did not sign the accord.", "Norbus refused to sign the accord."),
        ("Norbus did not sign the accord in May 2014.", "Norbus signed the accord in June 2015."),
        ("Marta Oliveira did not only resign.", "Marta Oliveira resigned on Tuesday."),
        ("Lena Holt is not only an actress.", "Lena Holt is an American actress."),
        ("Ines Prado is no longer an architect.", "Ines Prado was an architect in Lima."),
        ("Tomas Berg is not a surgeon.", "Tomas Berg is a retired surgeon."),
        ("Tomas Berg is not a surgeon.", "Tomas Berg is the son of a surgeon."),
        ("Nadia Haddad did not rob the bank.", "Nadia Haddad's brother robbed the bank."),
        ("Lena Gross never taught in Vienna.", "Lena Gross studied in Vienna and taught in Graz."),
        ("Porto did not beat Ajax.", "Ajax beat Porto."),
        ("Emil Roos did not play for Ajax.", "Emil Roos played against Ajax."),
        ("Dana Petrov did not play.", "Dana Petrov played the flute."),
        ("Sofia Lund does not sing in public.", "Sofia Lund sang in public as a child."),
        ("Uma Rao said she did not steal the car.", "Uma Rao stole the car."),
        ("The mayor did not sell the house.", "The mayor sold the house."),
    ],
)
def test_what_both_may_hold_is_not(contradicted: Contradicted, denied: str, affirmed: str) -> None:
    """Not yet, no longer, not only; plans, other times, other parties, other subjects, a speaker's own denial."""
    assert not contradicted(denied, affirmed)
    assert not contradicted(affirmed, denied)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("Caffeine increases the heart rate.", "Caffeine decreases the heart rate.", True),
        ("Telmar Bank is privately funded.", "Telmar Bank is publicly funded.", True),
        ("Anna Brodin was the last queen of Odda.", "Anna Brodin was a king.", True),
        ("Caffeine increases the heart rate.", "Caffeine decreases the risk of stroke.", False),
        ("Telmar Bank raised its rates.", "Telmar Bank lowered its rates.", False),
        ("Anna Brodin is a teacher.", "Anna Brodin is a student.", False),
    ],
)
def test_contraries_are_of_what_holds_at_all_times(
    contradicted: Contradicted, a: str, b: str, found: bool
) -> None:
    """General statements and kinds; a bank may raise its rates and lower them, and a teacher may study."""
    assert contradicted(a, b) is found
