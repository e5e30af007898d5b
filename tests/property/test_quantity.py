"""Laws of quantities: spans slice back, comparing is symmetric, a value agrees with itself."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.quantity import compare_quantities, read_quantities, read_quantity

HEDGES = [
    "",
    "about ",
    "at least ",
    "nearly ",
    "more than ",
    "up to ",
    "just over ",
    "exactly ",
    "between 2 and ",
]
NUMBERS = [
    "7",
    "12",
    "405",
    "1,250",
    "3.5",
    "400",
    "two dozen",
    "dozens",
    "half",
    "1.2 million",
    "one in six",
    "-8",
]
UNITS = [
    "",
    "%",
    " percentage points",
    " km",
    " miles",
    " hours",
    " dollars",
    " euros",
    "C",
    " years old",
    " kg",
]
VALUES = st.tuples(*map(st.sampled_from, (HEDGES, NUMBERS, UNITS))).map("".join)
PIECES = st.sampled_from(
    [
        *HEDGES,
        *NUMBERS,
        *UNITS,
        *" -–$€/:.,'\n",
        " and ",
        " to ",
        " in ",
        " of a ",
        "May ",
        "\ud800",
        "½",
        "one ",
        "m",
        "th",
    ]
)
TEXTS = st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=60)


@given(TEXTS)
def test_spans_slice_back_in_order_without_overlap(text: str) -> None:
    end = 0
    for quantity in read_quantities(text):
        assert quantity.span.of(text) == quantity.words
        assert quantity.span.contains(quantity.number_span)
        assert end <= quantity.span.start < quantity.span.end
        end = quantity.span.end


@given(TEXTS)
def test_low_is_never_above_high_nor_either_no_number(text: str) -> None:
    for quantity in read_quantities(text):
        assert quantity.low <= quantity.high
        assert quantity.normal


@given(VALUES, VALUES)
def test_comparing_is_symmetric(first: str, second: str) -> None:
    a, b = read_quantity(first), read_quantity(second)
    if a and b:
        assert compare_quantities(a, b).agreement is compare_quantities(b, a).agreement


@given(TEXTS)
def test_a_value_agrees_with_itself(text: str) -> None:
    for quantity in read_quantities(text):
        assert compare_quantities(quantity, quantity).agreement is Agreement.AGREE


@given(st.integers(0, 10**9))
def test_a_figure_is_itself_with_and_without_commas(number: int) -> None:
    plain, grouped = read_quantity(str(number)), read_quantity(f"{number:,}")
    assert plain and grouped and plain.stated == grouped.stated == number


@given(st.integers(1, 99), st.integers(1, 99))
def test_small_counts_are_exact(a: int, b: int) -> None:
    first, second = read_quantity(str(a)), read_quantity(str(b))
    assert first and second
    assert (compare_quantities(first, second).agreement is Agreement.AGREE) == (a == b)


@given(
    st.sampled_from(["1", "$", "1-", "1,", "½", ": ", "\ud800", "in 5 ", "half of a ", "one hundred and "])
)
def test_long_repetition_neither_hangs_nor_breaks(piece: str) -> None:
    read_quantities(piece * 2_000)
