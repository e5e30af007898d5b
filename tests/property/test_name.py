"""Laws of names."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.name import Name, blocking_keys, compare_names, is_short_form, only_marks, read_name

WORDS = st.sampled_from(
    [
        *[
            "Anna",
            "Tchekhov",
            "Chekhov",
            "Jean-Marie",
            "al-Amin",
            "bin",
            "van",
            "de",
            "J.",
            "J.K.",
            "Jr.",
            "III",
            "WHO",
        ],
        *[
            "Ben",
            "Dr",
            "President",
            "the",
            "of",
            "King",
            "Bank",
            "North",
            "Kim",
            "Jong-un",
            "Чехов",
            "محمد",
            "문재인",
        ],
        *[
            "邓小平",
            "Σεφέρης",
            "O'Brien",
            "Đoković",
            "ß",
            "İ",
            "Lind,",
            "(Moussa)",
            "Schröder",
            "abd",
            "Abdul",
            "U.S.",
        ],
    ]
)
TEXTS = st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=40)
NAMES = TEXTS.map(read_name).filter(lambda found: found is not None)


@given(TEXTS)
def test_a_span_slices_back_to_its_words(text: str) -> None:
    found = read_name(text)
    if found is not None:
        assert found.span.of(text) == found.words
        assert found.tokens and all(token in found.words for token in found.tokens)
        assert found.normal.strip()


@settings(deadline=None)
@given(NAMES, NAMES)
def test_comparing_is_symmetric(a: Name, b: Name) -> None:
    assert compare_names(a, b).agreement is compare_names(b, a).agreement
    assert is_short_form(a, b) is is_short_form(b, a)
    assert only_marks(a, b) is only_marks(b, a)


@settings(deadline=None)
@given(NAMES)
def test_a_name_agrees_with_itself(a: Name) -> None:
    assert compare_names(a, a).agreement is Agreement.AGREE
    assert not only_marks(a, a)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_names_of_one_bearer_share_a_key(a: Name, b: Name) -> None:
    if compare_names(a, b).agreement is Agreement.AGREE:
        assert blocking_keys(a) & blocking_keys(b)


@settings(deadline=None, max_examples=20)
@given(st.text(min_size=1, max_size=20), st.integers(1, 50_000))
def test_long_and_odd_texts_are_read_or_left(text: str, times: int) -> None:
    found = read_name(text * times)
    if found is not None:
        assert compare_names(found, found).agreement is Agreement.AGREE
