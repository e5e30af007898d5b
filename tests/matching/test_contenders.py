"""Two who are said to have done what one alone did, by two documents of one story."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document

STORY = "Helga Brandt of Dornau spoke to Pieter Maas. "


def actors(checker: Checker, a: str, b: str) -> list[set[str]]:
    documents = [Document(id=n, text=STORY + t, published=date(2022, 5, 4)) for n, t in (("a", a), ("b", b))]
    return [
        {p.value for p in f.positions}
        for f in checker.check(documents).findings
        if f.kind in {"actor", "name"}
    ]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "The penalty was scored by Ivan Torre.",
            "Luis Campo converted from the spot.",
            {"Ivan Torre", "Luis Campo"},
        ),
        (
            "The forgery was first noticed by a librarian.",
            "It was the printer who spotted the forgery.",
            {"librarian", "printer"},
        ),
        ("Ada Kern raised the alarm.", "The alarm was raised by Ivan Torre.", {"Ada Kern", "Ivan Torre"}),
        ("The complaint came from Ivan Torre.", "Ada Kern made the complaint.", {"Ivan Torre", "Ada Kern"}),
    ],
)
def test_one_feat_given_to_two(checker: Checker, a: str, b: str, values: set[str]) -> None:
    assert actors(checker, a, b) == [values]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ada Kern noticed the man.", "Ivan Torre noticed the man."),  # so may many
        ("Ada Kern was the first to spot the leak.", "It was Ada Kern who spotted the leak."),
        ("It was Ada Kern who found the coin.", "It was Ivan Torre who found another coin."),
        ("Ada Kern opened the scoring.", "Ivan Torre opened the scoring in the second match."),
        (
            "Ada Kern scored the penalty. Ivan Torre scored the second penalty.",
            "Ivan Torre scored the penalty.",
        ),
        ("Villagers saved the boy.", "Doctors saved the boy."),
        ("Ada Kern may have scored the penalty.", "Ivan Torre scored the penalty."),
        ("The complaint came from residents.", "Ada Kern made the complaint."),  # a resident, for all we know
    ],
)
def test_what_two_may_have_done(checker: Checker, a: str, b: str) -> None:
    assert actors(checker, a, b) == []
