"""Figures: what is read in running text, which interval it means, and when two cannot both hold."""

import math

import pytest

from reconcile.agreement import Agreement
from reconcile.facets.quantity import (
    Bound,
    Quantity,
    are_transposed,
    compare_quantities,
    read_quantities,
    read_quantity,
)


def value(text: str) -> Quantity:
    quantity = read_quantity(text)
    assert quantity is not None, text
    return quantity


def words(text: str) -> list[str]:
    return [quantity.words for quantity in read_quantities(text)]


def verdict(a: str, b: str) -> Agreement:
    return compare_quantities(value(a), value(b)).agreement


# Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry carried 86 passengers and 14 crew.", ["86", "14"]),
        ("At least 23 miners and nearly 4,000 villagers left.", ["At least 23", "nearly 4,000"]),
        ("The dam cost $2.4 billion, or about 18bn rand.", ["$2.4 billion", "about 18bn rand"]),
        ("She ran it in 2 hours 47 minutes.", ["2 hours 47 minutes"]),
        ("The pass lies at 3,140 metres, where it was minus 22C.", ["3,140 metres", "minus 22C"]),
        ("A 37-year-old won the 60-day race on a five-metre raft.", ["37-year-old", "60-day", "five-metre"]),
        ("The 14-storey tower has 212 flats.", ["14", "212"]),
        ("Sales rose 3-8%, to between six and eight million.", ["3-8%", "between six and eight million"]),
        (
            "It is 90,000 years old, give or take two thousand.",
            ["90,000 years old, give or take two thousand"],
        ),
        ("Rates rose by 25 basis points.", ["25 basis points"]),
        ("Sixty or more left; 30 or so stayed.", ["Sixty or more", "30 or so"]),
        ("Half a million people, tens of thousands of cows.", ["Half a million", "tens of thousands"]),
        ("One in eight adults smokes.", ["One in eight"]),
        ("Ghana won 3-1.", ["3-1"]),
        ("They walked hundreds of miles in a couple of weeks.", ["hundreds of miles", "a couple of weeks"]),
        ("The bill passed by a vote of 61 to 39.", ["61 to 39"]),
        ("Ana Duarte, 41, of Porto, died.", ["41"]),
        ("One woman was hurt, leaving at least one dead.", ["One", "at least one"]),
    ],
)
def test_words_are_the_value_with_its_hedge_and_unit_and_no_more(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1987, closed on 4 March and burned on May 12, 2003.",
        "In the 1960s, in his 40s, during 2016-17 and in early 1998.",
        "It starts at 7pm, at 18:45 or at 6.30 a.m.",
        "An Airbus 320, flight QF32, a MiG-29, H5N1 and the G20.",
        "See page 14, chapter 3, Article 7 and Form 8-K.",
        "Call +49 30 1234 5678 or see https://example.org/2/45.",
        "One of them said no one knew; one day they will help one another.",
        "They first met at first light in the 19th century.",
        "He came two years ago, after the last three months.",
        "In the third quarter and the second half of the year.",
        "The Group of Seven and the Three Gorges.",
        "1. Open the lid.",
        "On 2021-04-30 and 30/04/2021.",
    ],
)
def test_dates_times_and_names_are_no_quantities(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("text", ["1,300 sheep", "1300 cows", "some 2000 people"])
def test_four_figures_before_a_plural_are_a_count(text: str) -> None:
    assert len(words(text)) == 1


def test_the_noun_counted_is_not_among_the_words() -> None:
    quantity = read_quantities("Fire killed more than 300 sheep.")[0]
    assert (quantity.words, quantity.bound, quantity.low > 300) == ("more than 300", Bound.MORE_THAN, True)


def test_the_bare_number_has_a_span_of_its_own() -> None:
    text = "It weighs about 1.2 million tonnes."
    assert read_quantities(text)[0].number_span.of(text) == "1.2 million"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-nine", 29),
        ("two hundred and five", 205),
        ("four million three hundred thousand", 4_300_000),
        ("a fifth of a million", 200_000),
        ("four dozen", 48),
        ("12,34,567", 1_234_567),
        ("7 lakh", 700_000),
        ("1 200 000", 1_200_000),
        (".38", 0.38),
        ("-713", -713),
        ("2½", 2.5),
        ("3×10^8", 3e8),
        ("one", 1),
        ("nil", 0),
        ("a pair", 2),
    ],
)
def test_numbers_in_figures_and_words(text: str, number: float) -> None:
    assert value(text).stated == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "dimension", "unit"),
    [
        ("3,140 metres", "length", "metre"),
        ("$30", "money:USD", "USD"),
        ("A$30", "money:AUD", "AUD"),
        ("300 Swiss francs", "money:CHF", "CHF"),
        ("2 billion pounds", "money:GBP", "GBP"),
        ("10 pounds of flour", "mass", "pound"),
        ("5 per cent", "share", "percent"),
        ("a quarter", "share", "fraction"),
        ("5 percentage points", "points", "percentage point"),
        ("minus 22C", "temperature", "degree Celsius"),
        ("80 km/h", "speed", "kilometre per hour"),
        ("12", "", ""),
        ("37-year-old", "age", "year"),
        ("won 3-1", "score", ""),
        ("odds of 5 to 1", "ratio", ""),
        ("the third-largest", "ordinal", ""),
    ],
)
def test_units_and_dimensions(text: str, dimension: str, unit: str) -> None:
    quantity = value(text)
    assert (quantity.dimension, quantity.unit) == (dimension, unit)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("at least 57", "≥57"),
        ("3,140 metres", "3140 m"),
        ("$30 billion", "30000000000 USD"),
        ("about 1.2 million", "~1200000"),
        ("one in five", "20 %"),
        ("dozens", "24–99"),
        ("3-8%", "3–8 %"),
        ("minus 31C", "-31 °C"),
        ("won 3-1", "3-1"),
        ("2 hours 47 minutes", "167 min"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert value(text).normal == normal


# Intervals


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12", 12, 12),
        ("at least 57", 57, math.inf),
        ("up to 80", -math.inf, 80),
        ("about 400", 360, 440),
        ("dozens", 24, 99),
        ("between five and six", 5, 6),
        ("$14 billion", 13.5e9, 14.5e9),
        ("90,000, give or take 2,000", 88_000, 92_000),
    ],
)
def test_values_are_intervals(text: str, low: float, high: float) -> None:
    assert (value(text).low, value(text).high) == pytest.approx((low, high))


def test_nearly_lies_below_and_more_than_above() -> None:
    assert value("nearly 50,000").high < 50_000
    assert value("more than 300").low > 300


@pytest.mark.parametrize("text", ["$5-10 million", "$5 to $10 million", "$5m-$10m", "between $5m and $10m"])
def test_a_range_may_write_unit_and_magnitude_once(text: str) -> None:
    quantity = value(text)
    assert (quantity.low, quantity.high, quantity.dimension) == (5e6, 10e6, "money:USD")


def test_a_change_is_no_range() -> None:
    assert words("The price rose from $5 to $10.") == ["$5", "$10"]


# Comparing


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("at least 57", "63"),
        ("at least 57", "57"),
        ("fewer than 20", "17"),
        ("nearly 9,000", "8,850"),
        ("about 600", "620"),
        ("dozens", "45"),
        ("between 40 and 60", "about 50"),
        ("$7 billion", "$7.2 billion"),
        ("8.46 per cent", "8.5%"),
        ("three in four", "75 per cent"),
        ("a third", "33 percent"),
        ("75 basis points", "0.75 percentage points"),
        ("62 miles", "100 km"),
        ("minus 31C", "minus 24F"),
        ("5ft 10in", "1.78m"),
        ("90 minutes", "an hour and a half"),
        ("half a trillion yen", "¥500bn"),
        ("fourth", "4th"),
        ("They measured a 7 metre whale", "7 metres"),
        ("5 metres", "5"),
        ("20 pounds", "£20"),
        ("26 degrees", "26C"),
        ("the 52-year-old", "52 years"),
        ("won 2-0", "lost 0-2"),
        ("over 300", "more than 300"),
    ],
)
def test_these_agree(a: str, b: str) -> None:
    assert verdict(a, b) is Agreement.AGREE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("12", "13"),
        ("at least 62", "at least 72"),
        ("more than 70", "66"),
        ("more than 70", "70"),
        ("up to 80", "95"),
        ("nearly 9,000", "9,400"),
        ("over 2.6 million", "2.4 million"),
        ("about 600", "780"),
        ("dozens", "130"),
        ("3-8%", "5-9%"),
        ("$3.1 billion", "$3.2 billion"),
        ("$7 billion", "$8.1 billion"),
        ("$65 million", "£65 million"),
        ("A$35m", "US$35m"),
        ("$750m", "$750bn"),
        ("3 per cent", "3 percentage points"),
        ("5 metres", "5 kg"),
        ("26C", "26F"),
        ("14 miles", "14 km"),
        ("2-1", "3-1"),
        ("second", "third"),
        ("33 seconds", "58 seconds"),
        ("three quarters", "four fifths"),
    ],
)
def test_these_differ(a: str, b: str) -> None:
    assert verdict(a, b) is Agreement.DIFFER


def test_the_detail_converts() -> None:
    detail = compare_quantities(value("62 miles"), value("100 km")).detail
    assert detail == "62 miles and 100 km agree: 62 miles is 99.78 km"


def test_the_detail_names_both_values() -> None:
    assert compare_quantities(value("33 s"), value("58 s")).detail == "33 s and 58 s cannot both hold"


def test_a_text_without_a_number_has_no_value() -> None:
    assert read_quantity("nobody knows") is None


def test_years_beyond_the_calendar_are_a_quantity() -> None:
    (age,) = read_quantities("The rocks formed about 4.5 billion years ago.")
    assert age.dimension == "time"
    assert not read_quantities("The bridge was built 20 years ago.")


@pytest.mark.parametrize(
    ("a", "b", "transposed"),
    [
        ("37,400", "34,700", True),
        ("€18.5 million", "15.8 million", True),
        ("$1.26 billion", "USD 1,620 million", True),
        ("37,400", "37,400", False),
        ("37,400", "347,000", False),  # of another size
        ("37,401", "17,403", False),  # not neighbours
        ("27 km", "72 miles", False),
        ("12-21", "21-12", False),
    ],
)
def test_two_digits_that_changed_places(a: str, b: str, transposed: bool) -> None:
    x, y = value(a), value(b)
    assert are_transposed(x, y) is are_transposed(y, x) is transposed
