from dataclasses import replace

import pytest

from reconcile.reports.passages import AROUND, WITHIN, differing, passage
from reconcile.text import Span
from tests.reports.examples import LONG, evidence


def test_the_value_is_marked_in_its_sentence() -> None:
    shown = passage(evidence("a.txt", LONG, "last August", offset=512), marked=True)
    assert shown.plain == LONG.replace("last August", "»last August«")


def test_on_a_terminal_the_value_is_bold_and_nothing_is_added() -> None:
    shown = passage(evidence("a.txt", LONG, "last August"), marked=False)
    assert shown.plain == LONG
    (span,) = [span for span in shown.spans if "bold" in str(span.style)]
    assert shown.plain[span.start : span.end] == "last August"


def test_white_space_between_value_and_sentence_is_kept_as_one_space() -> None:
    shown = passage(evidence("a.txt", "It fell\nin 2024\n\ntoo.", "in 2024"), marked=True)
    assert shown.plain == "It fell »in 2024« too."


def test_a_long_sentence_is_cut_at_words_on_both_sides() -> None:
    shown = passage(evidence("a.txt", "left " * 200 + "VALUE" + " right" * 200, "VALUE"), marked=True).plain
    assert shown.startswith("… left left") and shown.endswith("right right …")
    assert "left »VALUE« right" in shown
    assert len(shown) < 2 * AROUND + 20


def test_a_long_sentence_without_spaces_is_cut_all_the_same() -> None:
    shown = passage(evidence("a.txt", "東" * 500 + "2024年" + "京" * 500, "2024年"), marked=True).plain
    assert "東»2024年«京" in shown
    assert 2 * AROUND <= len(shown) < 2 * AROUND + 20


def test_a_long_value_is_cut_in_its_middle() -> None:
    quotation = "first " + "word " * 300 + "last"
    shown = passage(evidence("a.txt", quotation, quotation), marked=True).plain
    assert shown.startswith("»first") and shown.endswith("last«")
    assert len(shown) < WITHIN + 20


@pytest.mark.parametrize(
    ("value", "other", "stretches"),
    [
        ("We won the war.", "We won the war", []),
        ("We won, they say.", "we lost, they say.", ["won,"]),
        ("A long and bitter war", "A bitter war", ["long and"]),
        ("A bitter war", "A long and bitter war", []),
        ("", "One", []),
        ("One", "", ["One"]),
    ],
)
def test_the_words_that_another_wording_has_not_are_found(
    value: str, other: str, stretches: list[str]
) -> None:
    assert [stretch.of(value) for stretch in differing(value, other)] == stretches


def test_very_long_wordings_are_not_compared() -> None:
    assert passage(evidence("a.txt", "w " * 2000, "w " * 2000), marked=True, other="x").plain.startswith(
        "»w w"
    )


def test_a_value_outside_its_claim_is_shown_alone() -> None:
    stray = replace(evidence("a.txt", LONG, "last August"), claim=Span(900, 950))
    assert passage(stray, marked=True).plain == "»last August«"


def test_control_characters_of_a_text_are_escaped() -> None:
    shown = passage(evidence("a.txt", "A \x1b[31mred in 2024\x07 line", "in 2024\x07"), marked=True)
    assert shown.plain == "A \\x1b[31mred »in 2024\\x07« line"
