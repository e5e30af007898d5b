"""Laws of quotations, on any text."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.quote import alignment, compare_quotes, likeness, quote_of, read_quotes

MARKED = st.text(st.sampled_from("“”„\"'‘’«»` \n.,!?:—[]()…aB1é\u0301s\ud800"), max_size=80)
TEXTS = st.one_of(st.text(max_size=120), MARKED)
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "river",
            "took",
            "a",
            "bridge",
            "not",
            "we",
            "…",
            "(and)",
            "[every]",
            "house",
            "at",
            "noon",
            "don't",
            "1,200",
        ]
    ),
    max_size=14,
)
QUOTES = WORDS.map(" ".join).map(quote_of)


@given(TEXTS)
def test_spans_slice_back_to_the_words(text: str) -> None:
    for quote in read_quotes(text):
        assert quote.span.of(text) == quote.words != ""


@given(TEXTS)
def test_quotations_come_in_order(text: str) -> None:
    starts = [quote.span.start for quote in read_quotes(text)]
    assert starts == sorted(starts)


@given(QUOTES, QUOTES)
def test_comparing_is_symmetric(a, b) -> None:  # type: ignore[no-untyped-def]
    assert compare_quotes(a, b).agreement is compare_quotes(b, a).agreement
    assert likeness(a, b) == likeness(b, a)


@given(TEXTS.map(quote_of))
def test_a_quotation_agrees_with_itself(quote) -> None:  # type: ignore[no-untyped-def]
    expected = Agreement.AGREE if quote.tokens else Agreement.UNKNOWN
    assert compare_quotes(quote, quote).agreement is expected
    assert alignment(quote, quote) == ()


@given(QUOTES, QUOTES)
def test_likeness_is_a_share_and_what_differs_are_words_of_the_two(a, b) -> None:  # type: ignore[no-untyped-def]
    assert 0.0 <= likeness(a, b) <= 1.0
    assert all(left in a.words and right in b.words for left, right in alignment(a, b))


def test_hostile_texts_are_read_in_linear_time() -> None:
    for unit in ['"', "“", "”", "‘a ", "'a ", ". A", "“a\n\n", "a,” ", "``", "said, "]:
        started = time.perf_counter()
        read_quotes("“" + unit * (40_000 // len(unit)))
        assert time.perf_counter() - started < 10, unit
