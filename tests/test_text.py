"""Spans, lines and columns."""

from __future__ import annotations

import pytest

from reconcile.text import Span, line_and_column


def test_a_span_gives_its_words_and_its_length() -> None:
    assert Span(4, 9).of("The ferry sank.") == "ferry"
    assert len(Span(4, 9)) == 5


def test_a_span_moves_with_what_stands_before_it() -> None:
    assert Span(4, 9).shifted(3) == Span(7, 12)


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [
        (Span(2, 4), True, True),
        (Span(0, 9), True, False),
        (Span(5, 9), False, False),  # it begins where the first ends
        (Span(4, 6), True, False),
    ],
)
def test_spans_meet_when_they_share_a_character(other: Span, overlaps: bool, contains: bool) -> None:
    assert Span(1, 5).overlaps(other) == other.overlaps(Span(1, 5)) == overlaps
    assert Span(1, 5).contains(other) == contains


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (3, 2)), (7, (4, 1))]
)
def test_lines_and_columns_count_from_one(offset: int, place: tuple[int, int]) -> None:
    assert line_and_column("ab\n\n😀c\nd", offset) == place
