"""Beginnings and ends in two wordings: which dates conflict, and which are of two occasions."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document
from reconcile.findings import Finding, Kind, Severity


def dates(real_checker: Checker, a: str, b: str) -> list[Finding]:
    report = real_checker.check([Document(id="a", text=a), Document(id="b", text=b)])
    return [f for f in report.findings if f.kind is Kind.DATE and f.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Construction of the Mersin tunnel began in 2011.",
            "The Mersin tunnel was built between 2014 and 2017.",
        ),
        (
            "Filmed in Riga, beginning in 2015, Amberland opened in May 2017.",
            "Amberland's filming began in 2012.",
        ),
        ("Production of the car Volta ended in 1998.", "The car Volta was produced from 1985 to 2003."),
        ("The civil war in Kovania lasted from 1991 to 1995.", "The civil war in Kovania ended in 1998."),
        (
            "The band Grey Lanterns was active from 1994 to 2002.",
            "The band Grey Lanterns was formed in 1999.",
        ),
        (
            "Anders Wold was chief executive of Fjordkraft from 2004 to 2010.",
            "Anders Wold became chief executive of Fjordkraft in 2007.",
        ),
    ],
)
def test_two_dates_of_one_beginning_or_end_conflict(real_checker: Checker, a: str, b: str) -> None:
    assert dates(real_checker, a, b)
    assert dates(real_checker, b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "Construction of the Mersin tunnel began in 2011.",
            "The Mersin tunnel was built between 2011 and 2015.",
            id="the span begins then",
        ),
        pytest.param(
            "Production of the car Volta began in 1985.",
            "Production of the car Volta ended in 1998.",
            id="two ends",
        ),
        pytest.param(
            "Viktor Orlan was prime minister from 1998 to 2002.",
            "Viktor Orlan became prime minister in 2010.",
            id="a second term",
        ),
        pytest.param(
            "The strike at the Odense shipyard began in May 2009.",
            "The strike that started at the Odense shipyard in June 2016 hit exports.",
            id="strikes recur",
        ),
        pytest.param(
            "Kovania has had three coups since 1990.",
            "Kovania has had one coup since 2010.",
            id="two spans in which something is counted",
        ),
    ],
)
def test_what_recurs_or_fits_is_silent(real_checker: Checker, a: str, b: str) -> None:
    assert not dates(real_checker, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Isabel Prado married the actor Hugo Leal in 2009.",
            "The wedding of Isabel Prado and Hugo Leal took place in 2012.",
        ),
        ("The Treaty of Lorca was signed in 1923.", "The signing of the Treaty of Lorca took place in 1931."),
        (
            "Ida Holm helped build the Tromsdal Hall in 1961.",
            "Ida Holm helped build the Tromsdal Hall in 1972.",
        ),
        ("Nordbell was founded in 1925 by Walter Gjerde.", "Walter Gjerde set up Nordbell in 1931."),
    ],
)
def test_an_event_dated_as_a_noun_or_in_two_words_is_the_verbs_event(
    real_checker: Checker, a: str, b: str
) -> None:
    assert dates(real_checker, a, b)


def test_the_last_of_several_is_not_any_of_them(real_checker: Checker) -> None:
    last, any_ = "The volcano Arenta last erupted in 1955.", "The volcano Arenta erupted in 1902."
    assert not dates(real_checker, last, any_)
    assert dates(real_checker, last, "The last eruption of the volcano Arenta was in 1902.")


def test_last_august_picks_out_no_opening(real_checker: Checker) -> None:
    a = Document(id="a", text="The Tana Bridge opened last August.", published=date(2024, 6, 5))
    b = Document(id="b", text="The Tana Bridge opened in 2024.", published=date(2024, 9, 10))
    assert [f.kind for f in real_checker.check([a, b]).findings] == [Kind.DATE]
