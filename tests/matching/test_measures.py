"""Figures that measure or count one thing in two wordings, and figures that only look alike."""

from __future__ import annotations

import pytest

from reconcile import Checker, Document
from reconcile.findings import Finding, Kind, Severity


def numbers(real_checker: Checker, a: str, b: str) -> list[Finding]:
    report = real_checker.check([Document(id="a", text=a), Document(id="b", text=b)])
    return [f for f in report.findings if f.kind is Kind.NUMBER and f.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The ferry Calypso can carry 1,200 passengers.",
            "The ferry Calypso has a capacity of 900 passengers.",
        ),
        ("Keita Bank has 120 branches across Mali.", "Keita Bank operates 85 branches across Mali."),
        ("The population of Tirana is about 560,000.", "Tirana has a population of some 800,000."),
        (
            "The Nordlys satellite weighs 450 kilograms.",
            "The Nordlys satellite, which weighs 700 kilograms, was launched from Kiruna.",
        ),
        (
            "The rocks of the Karoo formed about 300 million years ago.",
            "The rocks of the Karoo are more than 400 million years old.",
        ),
        (
            "The opera Vela grossed 181,000 dollars on a budget of 16 million dollars.",
            "The opera Vela grossed more than 1 million dollars.",
        ),
    ],
)
def test_one_measure_in_two_wordings_conflicts(real_checker: Checker, a: str, b: str) -> None:
    assert numbers(real_checker, a, b)
    assert numbers(real_checker, b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "The Nordlys satellite weighs 450 kilograms.",
            "The Nordlys satellite carries a 70-kilogram camera.",
            id="of the whole and of what it carries",
        ),
        pytest.param(
            "The tower in Gdansk is 180 metres tall.",
            "The tower in Gdansk stands 60 metres from the river.",
            id="height and distance",
        ),
        pytest.param(
            "Keita Bank has 120 branches across Mali.",
            "Keita Bank has 35 branches in Bamako.",
            id="a part of the land",
        ),
        pytest.param(
            "Tirana had a population of 250,000 in 1990.",
            "Tirana has a population of some 800,000.",
            id="then and now",
        ),
        pytest.param(
            "The Senate of Kovania has 60 seats.",
            "The Liberals hold 34 seats in the Senate of Kovania.",
            id="two owners",
        ),
        pytest.param(
            "Tomas Lindqvist led the bank for nine years.",
            "Tomas Lindqvist worked at the bank for 14 years.",
            id="how long two things were done",
        ),
    ],
)
def test_two_measures_are_silent(real_checker: Checker, a: str, b: str) -> None:
    assert not numbers(real_checker, a, b)
