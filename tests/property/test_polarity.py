"""Laws of polarity."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.polarity import compare_polarities, opposed_words, read_polarity

SAMPLE = """the court not never no acquitted convicted failed to may if said that was did n't prices rose
fell who , ? denied opening ( ) without be have longer neither nor is yet"""
WORDS = SAMPLE.split()
CLAUSES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
TEXTS = CLAUSES | st.text(max_size=40)


@given(TEXTS)
def test_the_span_slices_back_to_the_words(text: str) -> None:
    found = read_polarity(text)
    assert found is None or (found.words == found.span.of(text) != "")


@given(TEXTS, TEXTS)
def test_comparing_is_symmetric(a: str, b: str) -> None:
    one, other = read_polarity(a), read_polarity(b)
    if one and other:
        assert compare_polarities(one, other).agreement is compare_polarities(other, one).agreement


@given(TEXTS)
def test_a_clause_never_denies_itself(text: str) -> None:
    found = read_polarity(text)
    if found:
        assert compare_polarities(found, found).agreement in (Agreement.AGREE, Agreement.UNKNOWN)
    assert opposed_words(text, text) == ()


@given(TEXTS)
def test_whatever_follows_the_clause_in_a_longer_text_is_bounded(text: str) -> None:
    read_polarity(text * 50)


@given(CLAUSES, CLAUSES)
def test_exchanged_words_are_found_from_either_side(a: str, b: str) -> None:
    assert [(y, x) for x, y in opposed_words(b, a)] == list(opposed_words(a, b))
