"""Which words say what other words say."""

from __future__ import annotations

import pytest

from reconcile.matching.predications.likenesses import does, is_doer, says


@pytest.mark.parametrize(
    ("word", "wanted", "expected"),
    [
        ("performance", "perform", True),
        ("rapper", "musician", True),
        ("musician", "rapper", False),  # what is wider says less
        ("murder", "kill", True),
        ("Norwegian", "Norway", True),
        ("Norwegian", "Sweden", False),
        ("Ore\u0301al", "Oréal", True),
    ],
)
def test_a_word_says_its_like_and_what_is_wider(word: str, wanted: str, expected: bool) -> None:
    """One made of the other, a narrower one, a country's adjective, another way of writing an accent."""
    assert says(word, wanted) is expected


def test_a_doer_does_what_the_verb_says() -> None:
    """By the word that the doer is named from, a synonym, or the noun for the doing."""
    assert does("writer", "write")
    assert does("author", "writing")
    assert not does("writer", "paint")
    assert is_doer("painter") and not is_doer("table")
