"""Contrary outcomes of one matter, told by two documents of one story in unlike words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reconcile import Checker, Document

STORY = "Helga Brandt of Dornau Steel spoke to Pieter Maas. "
DAY = date(2022, 5, 4)


def reverses(checker: Checker, a: str, b: str, days: int = 0) -> list[set[str]]:
    documents = [
        Document(id="a", text=STORY + a, published=DAY),
        Document(id="b", text=STORY + b, published=DAY + timedelta(days)),
    ]
    return [{p.value for p in f.positions} for f in checker.check(documents).findings if f.kind == "polarity"]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("Maas was found guilty.", "Maas walked out free.", {"found guilty", "walked"}),
        ("The sirens wailed at noon.", "The sirens stayed silent.", {"wailed", "stayed silent"}),
        (
            "The board backed the plan unanimously.",
            "Two directors voted against it.",
            {"backed the plan", "voted"},
        ),
        (
            "The court dismissed her appeal.",
            "Brandt won her appeal.",
            {"dismissed her appeal", "won her appeal"},
        ),
        (
            "Her lawyer said that she would appeal.",
            "The defence said that it would accept the ruling.",
            {"appeal", "accept the ruling"},
        ),
        (
            "The mill received its permit.",
            "The council refused the permit.",
            {"received its permit", "refused the permit"},
        ),
        ("Its shares fell 3.1%.", "The firm's stock gained 3.1%.", {"fell", "gained 3.1%"}),
        ("The sluices had been opened.", "The sluice gates remained shut.", {"opened", "remained shut"}),
        (
            "Nobody made a distress call.",
            "The skipper radioed for help.",
            {"not made a distress call", "radioed"},
        ),
        (
            "No jobs would be cut, the firm said.",
            "It would lay off 90 workers, the firm said.",
            {"not cut", "lay off 90 workers"},
        ),
    ],
)
def test_contrary_ends_of_one_matter(checker: Checker, a: str, b: str, values: set[str]) -> None:
    assert reverses(checker, a, b) == [values]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maas was found guilty.", "Brandt was acquitted."),  # two people
        ("Maas was convicted of fraud.", "Maas was acquitted of arson."),  # two charges
        ("Maas was convicted.", "Maas was acquitted on appeal."),  # two courts
        ("Maas was convicted.", "Maas may be acquitted."),
        ("Two men were convicted.", "A clerk was acquitted."),  # of whom there may be several
        ("Maas was convicted; Brandt was acquitted.", "Brandt walked free. Maas was convicted."),
        ("The council refused the first permit.", "The council granted the second permit."),
        ("The senate passed the bill.", "The lower house rejected the bill."),
        ("The main door was locked.", "The back door was open."),
        ("The prosecution said it would not appeal.", "Her lawyer said that she would appeal."),
        ("The talks collapsed. A day later the talks bore fruit.", "The talks failed."),  # one tells of both
        ("The mill's profit rose 4%.", "The mill's revenue fell 4%."),  # two measures
        ("The mill passed its safety test.", "The mill failed its emissions test."),
        ("The bell rang in March 2019.", "The bell stayed silent."),  # one is recalled
        ('"The sirens wailed," said Maas.', "The sirens stayed silent."),
    ],
)
def test_what_may_both_be(checker: Checker, a: str, b: str) -> None:
    assert reverses(checker, a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "days", "found"),
    [
        ("The gate was shut.", "The gate stood open.", 1, True),
        ("The gate was shut.", "The gate stood open.", 9, False),  # gates open and close
        ("The court refused the permit.", "The firm received the permit.", 20, True),
        (
            "The court refused the permit.",
            "The firm received the permit.",
            200,
            False,
        ),  # it may have asked again
        (
            "The mayor had been warned.",
            "The mayor had received no warning.",
            200,
            True,
        ),  # what is past stays so
    ],
)
def test_what_may_change_is_compared_within_its_time(
    checker: Checker, a: str, b: str, days: int, found: bool
) -> None:
    assert bool(reverses(checker, a, b, days)) is found


def test_documents_of_two_stories_are_not_compared(checker: Checker) -> None:
    texts = (
        "Helga Brandt came to Dornau. The sirens wailed.",
        "Ida Holm came to Lunde. The sirens stayed silent.",
    )
    documents = [Document(id=n, text=text, published=DAY) for n, text in zip("ab", texts, strict=True)]
    assert checker.check(documents).findings == ()
