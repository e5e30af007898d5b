"""Two digits that changed places between two accounts of one story."""

from __future__ import annotations

import pytest

from reconcile import Checker, Document

STORY = "Grace Phiri, of the Tembo Theatre in Lusaka, spoke to Joseph Banda. "


def figures(checker: Checker, *texts: str) -> list[set[str]]:
    documents = [Document(id=str(n), text=STORY + text) for n, text in enumerate(texts)]
    return [{p.label for p in f.positions} for f in checker.check(documents).findings if f.kind == "number"]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "The roof cost the theatre 16.7 million euros.",
            "For 17.6 million, the carpenters gave it a roof.",
            {"16.7 million euros", "17.6 million"},
        ),
        (
            "The curtain fell 46 seconds too soon.",
            "The curtain came down early: by sixty-four seconds.",
            {"46 seconds", "sixty-four seconds"},
        ),
    ],
)
def test_figures_that_differ_in_the_order_of_two_digits_are_a_conflict(
    checker: Checker, a: str, b: str, values: set[str]
) -> None:
    assert figures(checker, a, b) == [values]


@pytest.mark.parametrize(
    "b",
    [
        "The stage cost 17.6 million euros, and the roof 16.7 million euros.",  # it gives both
        "The stage has 176,000 nails.",  # of another size
        "The theatre's 17.6-million-year-old stone was sold.",  # in another unit
    ],
)
def test_what_may_be_another_figure_is_none(checker: Checker, b: str) -> None:
    assert figures(checker, "The roof cost the theatre 16.7 million euros.", b) == []
