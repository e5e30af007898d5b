"""Questions that the accounts of one story each answer once."""

from __future__ import annotations

import pytest

from reconcile import Checker, Document

STORY = "Grace Phiri, of the Tembo Theatre in Lusaka, spoke to Joseph Banda. "


def figures(checker: Checker, *texts: str) -> list[set[str]]:
    documents = [Document(id=str(n), text=STORY + text) for n, text in enumerate(texts)]
    return [{p.value for p in f.positions} for f in checker.check(documents).findings if f.kind == "number"]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("The play was watched by a crowd of 1,740.", "The attendance was 1,470.", {"1740", "1470"}),
        ("Police used tear gas and detained six.", "Officers took away 14 people.", {"6", "14"}),
        ("The bus had 31 passengers aboard.", "The coach set out with 13 people on board.", {"31", "13"}),
    ],
)
def test_two_answers_in_unlike_words_differ(checker: Checker, a: str, b: str, values: set[str]) -> None:
    assert figures(checker, a, b) == [values]


@pytest.mark.parametrize(
    "b",
    [
        "The attendance was 1,470. On another night the attendance was 1,390.",  # two answers
        "The building holds 1,470 people.",  # another question
        "The attendance was 1,740.",
    ],
)
def test_two_answers_of_one_account_or_another_question_are_no_conflict(checker: Checker, b: str) -> None:
    assert figures(checker, "The play was watched by a crowd of 1,740.", b) == []


def test_a_price_of_a_part_is_no_price_of_the_whole(checker: Checker) -> None:
    a = "The Tembo Theatre was sold for 3 million euros."
    assert figures(checker, a, "The buyers offered a price of 12 euros a share.") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The ferry carried 46 passengers when it sank.",
            "A bus between the towns carries about 300 passengers a day.",
        ),
        ("The fire killed 23 people.", "Four members of his family are dead."),
    ],
)
def test_a_rate_and_somebodys_own_people_answer_for_no_whole(checker: Checker, a: str, b: str) -> None:
    assert figures(checker, a, b) == []
