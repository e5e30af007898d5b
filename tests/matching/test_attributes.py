"""Attributes: what accounts of one story tell of one bearer in unlike words."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document
from reconcile.findings import Finding

STORY = "Grace Phiri, of the Tembo Theatre in Lusaka, spoke to Joseph Banda. "
PUBLISHED = date(2024, 6, 5)


def found(checker: Checker, *texts: str) -> list[Finding]:
    documents = [Document(id=str(n), text=STORY + t, published=PUBLISHED) for n, t in enumerate(texts)]
    return list(checker.check(documents).findings)


def values(checker: Checker, kind: str, *texts: str) -> list[set[str]]:
    return [{p.label for p in f.positions} for f in found(checker, *texts) if f.kind == kind]


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "The headquarters of the new circus will be in Cork.",
            "The new circus will have its head office in Galway.",
            {"Cork", "Galway"},
        ),
        (
            "The coach was bound for Cork.",
            "They took the night bus from Dublin to Galway.",
            {"Cork", "Galway"},
        ),
        ("The organ was assembled in Cork.", "The organ comes from Galway.", {"Cork", "Galway"}),
        (
            "An ambulance took four children to the regional hospital in Cork.",
            "The ambulance brought four children to Galway.",
            {"Cork", "Galway"},
        ),
        (
            "The district court in Cork opened proceedings against the bakery.",
            "Proceedings against the bakery were opened by the district court in Galway.",
            {"Cork", "Galway"},
        ),
        (
            "The singers had eaten lunch at a restaurant in Cork.",
            "They had stopped for lunch at a restaurant in Galway.",
            {"Cork", "Galway"},
        ),
        (
            "Banda worked from his office in Cork.",
            "Banda, in his office in Galway, wept.",
            {"Cork", "Galway"},
        ),
    ],
)
def test_two_places_of_one_bearer_differ(checker: Checker, a: str, b: str, said: set[str]) -> None:
    assert values(checker, "place", a, b) == [said]


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "Joseph Banda, 61, coughed.",
            "Banda, a tailor's son of fifty-seven, coughed.",
            {"61", "fifty-seven"},
        ),
        (
            "It is now the third largest puppet museum.",
            "That makes it the second largest puppet museum.",
            {"third", "second"},
        ),
        (
            "The band won the cup for the first time.",
            "This is the band's second cup.",
            {"first", "second"},
        ),
        (
            "The tent, built in 1962, leaks.",
            "The tent had stood for fifty-one years.",
            {"1962", "fifty-one years"},
        ),
        (
            "The curtain fell 30 minutes too soon.",
            "Then, 45 minutes ahead of time, it was over.",
            {"30 minutes", "45 minutes"},
        ),
    ],
)
def test_two_figures_of_one_bearer_differ(checker: Checker, a: str, b: str, said: set[str]) -> None:
    assert values(checker, "number", a, b) == [said]


def test_two_dates_of_one_deal_differ(checker: Checker) -> None:
    a = "Phiri put her own signature to the deal in March 2023."
    assert len(values(checker, "date", a, "The contract concluded in May 2023 stands.")) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # of two bearers
        ("The old circus has its seat in Cork.", "The new circus has its seat in Galway."),
        ("Joseph Banda, 61, coughed.", "Grace Phiri, a tailor's daughter of fifty-seven, coughed."),
        ("The firm Hopf employs 210 people.", "The Danmalt brewery employs 340 people."),
        # asked for, not given
        ("Banda was sentenced to six years in prison.", "The prosecutor had asked for nine years in prison."),
        # one lies in the other
        ("The coach was bound for Cork.", "The coach was on its way to Ireland."),
        # a birthday may lie between them
        ("Joseph Banda, 61, coughed.", "Banda, a tailor's son of sixty-two, coughed."),
        # on top of the others
        ("The town sent 40 firefighters.", "Another 25 firefighters were sent from Cork."),
        ("A van took two children to a hospital in Cork.", "Two other children were taken to Galway."),
        # two who set out, two who went without
        ("Banda left Cork for Rome.", "Phiri left Galway for Paris."),
        ("The tower fell for the first time since 1950.", "The theatre paid for the first time since 2012."),
        # two sites, or one that is told of twice
        ("The injured were taken to a hospital in Cork.", "Phiri was born in a hospital in Galway."),
        ("The district court in Cork tried the bakery.", "The high court in Galway tried the bakery."),
        (
            "They had lunch at a restaurant in Cork and at a restaurant in Sligo.",
            "They had lunch at a restaurant in Galway.",
        ),
        # a margin and both sides of it, a court case and a sale
        ("The cabinet lost the vote by two votes.", "The cabinet lost the vote by 59 to 61."),
        ("The mask was valued at 900,000 euros.", "Banda will go to court for damages of 5 million euros."),
        # of two things
        ("Banda bought a house for 300,000 euros.", "Banda sold his car for 20,000 euros."),
        ("Flights to Cork were delayed by two hours.", "Trains to Cork were delayed by four hours."),
        ("Banda works from his office in Cork.", "Banda has an office in Galway for his second firm."),
        # among other things, of another place, since another time
        ("It was the third largest flood in Chile.", "It was the second largest flood in Peru."),
        ("The band won the cup for the third time.", "It was the band's first cup since 2019."),
        ("It is the third largest puppet museum.", "It is the second oldest puppet museum."),
    ],
)
def test_what_may_both_be_so_is_no_conflict(checker: Checker, a: str, b: str) -> None:
    assert [f for f in found(checker, a, b) if f.severity != "info"] == []


def test_what_somebody_thinks_is_worth_a_warning(checker: Checker) -> None:
    a = "The mask of Kasama, valued at three million euros, was shown."
    [finding] = found(checker, a, "At auction it might fetch 9 million euros, said one dealer.")
    assert finding.severity == "warning"
