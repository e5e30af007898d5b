"""Text to paragraphs."""

from __future__ import annotations

import pytest

from reconcile.documents.paragraphs import paragraphs

WRAPPED = """\
The regional council has closed the road over the pass for the winter, three
weeks earlier than last year, after snow fell on the northern side and a lorry
slid into a barrier.

Drivers can use the tunnel.
"""


def words(text: str) -> list[str]:
    return [paragraph.words for paragraph in paragraphs(text)]


def test_lines_are_paragraphs_with_or_without_blank_lines_between_them() -> None:
    assert words("Snow fell.\nRoads closed.\n\nTrains ran.\n") == [
        "Snow fell.",
        "Roads closed.",
        "Trains ran.",
    ]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    assert [text.count("\n") for text in words(WRAPPED)] == [2, 0]


def test_a_long_line_among_shorter_ones_is_no_sign_of_a_fixed_width() -> None:
    lines = ["A headline of many words that is the longest line of all", "Snow fell in May.", "Roads closed."]
    assert words("\n".join(lines)) == lines


def test_a_line_in_small_letters_goes_on_with_an_unfinished_one() -> None:
    text = "The road over the pass that leads to the village\nwas closed."
    assert words(text) == [text]
    assert words("9 March 2021\nsnow report") == ["9 March 2021", "snow report"]


def test_a_blank_line_always_parts() -> None:
    assert len(words("The road over the pass that leads to the village\n\nwas closed.")) == 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## Snow", "Snow"),
        ("> Snow fell.", "Snow fell."),
        ("- Snow fell", "Snow fell"),
        ("2. Snow fell.", "Snow fell."),
        ("#snow fell", "#snow fell"),
    ],
)
def test_marks_of_markdown_stand_before_a_paragraph(line: str, expected: str) -> None:
    assert words(line) == [expected]


def test_lines_without_letters_or_digits_are_left_out() -> None:
    assert words("Snow fell.\n* * *\n---\n\n- \nRoads closed.") == ["Snow fell.", "Roads closed."]
