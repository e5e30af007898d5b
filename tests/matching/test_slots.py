"""Only like slots compare: what is counted, what is dated, and what is a part."""

from __future__ import annotations

import pytest

from reconcile import Checker, Document

PLACE = "in the blast at the Izmit refinery on 3 May 2011"


def values(checker: Checker, a: str, b: str) -> set[str]:
    """The words that two texts are found to set against each other."""
    report = checker.check([Document(id="a", text=a), Document(id="b", text=b)])
    return {e.text for f in report.findings for p in f.positions for e in p.evidence}


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        (f"12 people were killed {PLACE}.", f"14 people were killed {PLACE}.", {"12", "14"}),
        (f"12 people were killed {PLACE}.", "The blast at the Izmit refinery injured 14 people.", set()),
        (
            f"12 people were killed and 30 people were injured {PLACE}.",
            f"13 people were killed {PLACE}.",
            {"12", "13"},
        ),
        (
            f"12 people, including three children, were killed {PLACE}.",
            f"12 people were killed {PLACE}.",
            set(),
        ),
        (f"At least 12 people were killed {PLACE}.", f"14 people were killed {PLACE}.", set()),
        (
            "The Hopf brewery sold 17 casks in under twenty minutes to Danmalt.",
            "The Hopf brewery sold 14 casks to Danmalt.",
            {"17", "14"},  # a span of time is no number of casks, and settles nothing
        ),
    ],
)
def test_figures_compare_where_they_count_the_same(
    checker: Checker, a: str, b: str, opposed: set[str]
) -> None:
    assert values(checker, a, b) == opposed


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        ("The Hopf brewery opened in 1961.", "The Hopf brewery opened in 1963.", {"1961", "1963"}),
        ("The Hopf brewery opened in 1961.", "The Hopf brewery closed in 1963.", set()),
        ("The Hopf brewery opened in 1961.", "The Hopf brewery opened in May 1961.", set()),
        ("The Hopf brewery opened in 1961.", "The Hopf brewery may open in 1963.", set()),
    ],
)
def test_dates_compare_where_they_date_the_same(checker: Checker, a: str, b: str, opposed: set[str]) -> None:
    assert values(checker, a, b) == opposed
