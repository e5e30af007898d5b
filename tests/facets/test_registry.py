"""Comparing two texts that hold one value each, whatever the kind."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Agreement, ReconcileError, compare
from reconcile.facets.registry import FACETS

SAMPLES = {
    "date": ("12 March 2019", "12 April 2019"),
    "number": ("40 ferries", "50 ferries"),
    "name": ("Ximena Zaldívar", "Pablo Errázuriz"),
    "role": ("finance minister", "defence minister"),
    "place": ("Osaka", "Lima"),
    "quote": (
        "“The dam will hold until the spring flood comes.”",
        "“Nobody asked the fishermen about their nets at all.”",
    ),
    "polarity": ("The firm sold the mill.", "The firm did not sell the mill."),
}


def test_there_is_a_sample_of_every_kind() -> None:
    assert SAMPLES.keys() == FACETS.keys()


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_value_agrees_with_itself_and_differs_from_another(kind: str) -> None:
    one, other = SAMPLES[kind]
    assert compare(kind, one, one).agreement is Agreement.AGREE
    assert compare(kind, one, other).agreement is Agreement.DIFFER


@pytest.mark.parametrize("kind", ["date", "number", "name", "role", "place"])
def test_where_nothing_is_found_nothing_is_known_and_the_text_is_named(kind: str) -> None:
    comparison = compare(kind, SAMPLES[kind][0], "…")
    assert comparison.agreement is Agreement.UNKNOWN
    assert "“…”" in comparison.detail


def test_a_relative_date_is_reckoned_from_its_own_publication() -> None:
    a, b = date(2016, 2, 3), date(2018, 2, 3)
    assert compare("date", "last May", "May 2015", a_published=a).agreement is Agreement.AGREE
    assert compare("date", "last May", "last May", a_published=a, b_published=b).agreement is Agreement.DIFFER
    assert compare("date", "last week", "May 2015").agreement is Agreement.UNKNOWN


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ReconcileError, match=r"'colour' cannot be compared; choose one of date, number"):
        compare("colour", "red", "blue")
