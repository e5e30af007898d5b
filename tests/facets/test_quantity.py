"""Figures: what is read in running text, which interval it means, and when two cannot both hold."""

import math

import pytest

from reconcile.agreement import Agreement
from reconcile.facets.quantity import Bound, Quantity, compare_quantities, read_quantities, read_quantity


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
        ("Sales rose 4-7%, to between six and eight million.", ["4-7%", "between six and eight million"]),
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
        ("a quarter of a million", 250_000),
        ("three dozen", 36),
        ("12,34,567", 1_234_567),
        ("7 lakh", 700_000),
        ("1 200 000", 1_200_000),
        (".77", 0.77),
        ("-504", -504),
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
        ("at least 58", "≥58"),
        ("3,140 metres", "3140 m"),
        ("$30 billion", "30000000000 USD"),
        ("about 1.2 million", "~1200000"),
        ("one in five", "20 %"),
        ("dozens", "24–99"),
        ("4-7%", "4–7 %"),
        ("minus 54C", "-54 °C"),
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
        ("at least 58", 58, math.inf),
        ("up to 30", -math.inf, 30),
        ("about 400", 360, 440),
        ("dozens", 24, 99),
        ("between five and six", 5, 6),
        ("$12 billion", 11.5e9, 12.5e9),
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
        ("at least 58", "63"),
        ("at least 58", "58"),
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
        ("101 miles", "163 km"),
        ("minus 54C", "minus 65F"),
        ("5ft 10in", "1.78m"),
        ("90 minutes", "an hour and a half"),
        ("half a billion euros", "€500m"),
        ("fourth", "4th"),
        ("This is a 5 metre shark", "5 metres"),
        ("5 metres", "5"),
        ("20 pounds", "£20"),
        ("30 degrees", "30C"),
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
        ("at least 28", "at least 38"),
        ("more than 30", "28"),
        ("more than 30", "30"),
        ("up to 30", "45"),
        ("nearly 9,000", "9,400"),
        ("over 1.2 million", "1.1 million"),
        ("about 600", "780"),
        ("dozens", "130"),
        ("4-7%", "5-9%"),
        ("$3.1 billion", "$3.2 billion"),
        ("$7 billion", "$8.1 billion"),
        ("$40 million", "£40 million"),
        ("A$20m", "US$20m"),
        ("$500m", "$500bn"),
        ("5 per cent", "5 percentage points"),
        ("5 metres", "5 kg"),
        ("30C", "30F"),
        ("12 miles", "12 km"),
        ("2-1", "3-1"),
        ("second", "third"),
        ("41 seconds", "74 seconds"),
        ("three quarters", "two thirds"),
    ],
)
def test_these_differ(a: str, b: str) -> None:
    assert verdict(a, b) is Agreement.DIFFER


def test_the_detail_converts() -> None:
    detail = compare_quantities(value("101 miles"), value("163 km")).detail
    assert detail == "101 miles and 163 km agree: 101 miles is 162.5 km"


def test_the_detail_names_both_values() -> None:
    assert compare_quantities(value("41 s"), value("74 s")).detail == "41 s and 74 s cannot both hold"


def test_a_text_without_a_number_has_no_value() -> None:
    assert read_quantity("nobody knows") is None
