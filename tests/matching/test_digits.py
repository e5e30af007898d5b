"""One number for one thing, in two units or of two scales."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document

STORY = "Grace Phiri, of the Tembo Theatre in Lusaka, spoke to Joseph Banda about the mask of Kasama. "


def found(checker: Checker, *texts: str) -> list[set[str]]:
    documents = [
        Document(id=str(n), text=STORY + text, published=date(2024, 6, 5)) for n, text in enumerate(texts)
    ]
    return [{p.label for p in f.positions} for f in checker.check(documents).findings if f.kind == "number"]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "Phiri accepted 1.4 million pounds from the firm Hopf.",
            "The firm Hopf gave Phiri bribes of 1.4 million euros.",
            {"1.4 million pounds", "1.4 million euros"},
        ),
        (
            "Net debt of the theatre stood at $4.1 million at the end of March.",
            "The theatre's net debt was $4.1 billion at the end of March.",
            {"$4.1 million", "$4.1 billion"},
        ),
    ],
)
def test_the_same_digits_in_another_unit_are_a_conflict(
    checker: Checker, a: str, b: str, values: set[str]
) -> None:
    assert found(checker, a, b) == [values]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (  # converted
            "Phiri accepted 1.4 million pounds (1.6 million euros) from the firm Hopf.",
            "The firm Hopf gave Phiri 1.6 million euros.",
        ),
        (  # either may be meant
            "Phiri accepted 1.4 million kroner from the firm Hopf.",
            "The firm Hopf gave Phiri bribes of 1.4 million Norwegian kroner.",
        ),
        (  # something else
            "Phiri accepted 1.4 million pounds from the firm Hopf.",
            "A roof in Kitwe cost 1.4 million euros.",
        ),
    ],
)
def test_what_is_converted_or_of_something_else_is_none(checker: Checker, a: str, b: str) -> None:
    assert found(checker, a, b) == []


def test_it_is_said_that_the_digits_are_the_same(checker: Checker) -> None:
    texts = (
        "Phiri accepted 1.4 million pounds from the firm Hopf.",
        "The firm Hopf gave Phiri bribes of 1.4 million euros.",
    )
    documents = [Document(id=str(n), text=STORY + text) for n, text in enumerate(texts)]
    [finding] = checker.check(documents).findings
    assert "the same digits in two units" in finding.explanation
