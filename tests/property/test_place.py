"""Laws of places."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.place import compare_places, read_place, read_places

NAMES = [
    "Paris",
    "France",
    "Texas",
    "Kiev",
    "Kyiv",
    "Georgia",
    "Europe",
    "the Sahel",
    "Ubeluwo",
    "Lake Obonga",
    "Reading",
    "London",
    "the village of Marange",
    "Naples, Florida",
    "Naples",
    "Washington",
    "Congo",
    "Kharkiv region",
    "Simferopol",
    "Hong Kong",
]
PIECES = st.sampled_from(
    [*NAMES, "in", "of", "and", ", ", ". ", "(", "’s", "The", "US", "\ud800", "é", "\n", "village"]
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=40)


@given(TEXTS)
@settings(deadline=None)
def test_spans_slice_back_to_their_words(text: str) -> None:
    single = read_place(text)
    for place in (*read_places(text), *([single] if single else [])):
        assert place.span.of(text) == place.words and place.words and place.normal


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_comparing_is_symmetric(a: str, b: str) -> None:
    one, two = read_place(a), read_place(b)
    assert one and two
    assert compare_places(one, two).agreement is compare_places(two, one).agreement


@given(TEXTS)
@settings(deadline=None)
def test_a_place_agrees_with_itself(text: str) -> None:
    for place in read_places(text):
        assert compare_places(place, place).agreement is Agreement.AGREE


@given(TEXTS)
@settings(deadline=None)
def test_places_stand_in_order_and_apart(text: str) -> None:
    places = read_places(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(places))
