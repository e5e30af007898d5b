"""Laws of roles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.role import compare_roles, read_role, read_roles

ROLES = [
    "president",
    "acting president of Peru",
    "former Kenyan foreign minister",
    "deputy minister of health",
    "CEO",
    "head of Bright",
    "team doctor",
    "sports director",
    "a volcanologist at the University of Catania",
    "official",
    "glassblower",
    "ambassador to Mali",
    "president-elect",
    "spokesman for the ministry",
    "Prof. Ada Stone of the University of Graz",
    "MP",
    "scientist",
    "chairwoman",
]
PIECES = st.sampled_from(
    [
        *ROLES,
        "of",
        "for",
        "the",
        "and",
        "’s",
        "-",
        ", ",
        ". ",
        "Ann",
        "Museum",
        "\ud800",
        "é",
        "\n",
        "Gen.",
        "to",
    ]
)
TEXTS = st.lists(PIECES, max_size=10).map(" ".join) | st.text(max_size=40)


@given(TEXTS)
@settings(deadline=None)
def test_spans_slice_back_to_their_words(text: str) -> None:
    single = read_role(text)
    for role in (*read_roles(text), *([single] if single else [])):
        assert role.span.of(text) == role.words and role.words and role.normal


@given(st.sampled_from(ROLES), st.sampled_from(ROLES))
def test_comparing_is_symmetric(a: str, b: str) -> None:
    one, two = read_role(a), read_role(b)
    assert one and two
    assert compare_roles(one, two).agreement is compare_roles(two, one).agreement


@given(TEXTS)
@settings(deadline=None)
def test_a_role_agrees_with_itself(text: str) -> None:
    for role in read_roles(text):
        assert compare_roles(role, role).agreement is Agreement.AGREE
