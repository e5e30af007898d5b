"""What can be checked in a text, and which values say as much as others."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document
from reconcile.claims.model import FacetValue
from reconcile.documents.model import DocumentRole
from reconcile.facets.period import Anchor, read_periods
from reconcile.facets.quantity import read_quantities
from reconcile.matching.support.checkable import checkable_values, standing_alone, stated, value_detail
from reconcile.matching.support.values import says_as_much
from tests.conftest import Reader

_ANCHOR = Anchor.on(date(2024, 6, 5))


def _value(words: str) -> FacetValue:
    return next(iter([*read_periods(words, _ANCHOR), *read_quantities(words)]))


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("12 people", "twelve people"),
        ("more than 400 people", "412 people"),
        ("about 400 people", "412 people"),
        ("$12 billion", "$12.3 billion"),
        ("at least 58 people", "58 people"),
        ("5 metres", "16.4 feet"),
        ("on 3 May 2022", "on May 3, 2022"),
        ("in May 2022", "on 3 May 2022"),
        ("in 2023", "last August"),
        ("since September 2022", "in September 2022"),
    ],
)
def test_a_source_that_says_as_much_supports(draft: str, source: str) -> None:
    assert says_as_much(_value(draft), _value(source))


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("12 people", "13 people"),
        ("63 people", "dozens of people"),
        ("$12.3 billion", "$12 billion"),
        ("more than 50 people", "412 people"),
        ("12 people", "12 kilometres"),
        ("on 3 May 2022", "in May 2022"),
        ("in 2022", "in 2023"),
        ("since 1990", "in 2015"),
    ],
)
def test_a_vaguer_source_or_another_value_does_not(draft: str, source: str) -> None:
    assert not says_as_much(_value(draft), _value(source))


def _checkable(read: Reader, text: str, published: date | None = None) -> list[str]:
    extraction = read(text, published)
    return [b.span.of(text) for claim in stated(extraction) for b in checkable_values(claim)]


def test_what_is_not_stated_is_not_checked(read: Reader) -> None:
    assert _checkable(read, "The plant in Lund may dismiss 40 people.") == []
    assert _checkable(read, "Will the plant in Lund dismiss 40 people?") == []
    assert _checkable(read, "The plant in Lund dismissed 40 people.") == ["40"]


def test_nobody_looks_up_an_ordinal_or_a_single_one(read: Reader) -> None:
    assert _checkable(read, "The first man left Lund and one woman stayed with 3 children.") == ["3"]


def test_a_relative_date_can_be_checked_where_the_day_of_publication_is_known(read: Reader) -> None:
    text = "The plant in Lund closed last August."
    assert _checkable(read, text) == []
    assert _checkable(read, text, date(2024, 6, 5)) == ["last August"]


def test_what_stands_in_a_quotation_is_part_of_it(read: Reader) -> None:
    text = (
        "“We have dismissed 40 people in Lund because nobody buys our engines,” Mats Berg said in May 2019."
    )
    assert _checkable(read, text) == ["May 2019"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Ivory Coast", "a forward from Ivory Coast, from Oslo", "Ivory Coast"),
        ("York City", "He moved to New York City.", None),
        ("New York", "He read the New York Times.", None),
        ("New York", "He read the New York Times in New York.", "New York"),
        ("Ana Ruiz", "He met Ana Ruiz-Soto.", None),
    ],
)
def test_a_name_stands_alone_in_a_text_or_inside_a_longer_one(
    name: str, text: str, found: str | None
) -> None:
    span = standing_alone(name, text)
    assert (span.of(text) if span else None) == found
    assert found is None or text[: span.start].count("Times") == text.count("Times")  # type: ignore[union-attr]


def _standings(checker: Checker, draft: str, source: str) -> dict[str, str]:
    told = [
        Document(id=id, text=text, published=date(2024, 6, 5), role=role)
        for id, text, role in (("a", draft, DocumentRole.CHECKED), ("b", source, DocumentRole.SOURCE))
    ]
    coverage = checker.check(told).coverage
    assert coverage
    return {detail.words: detail.standing for detail in coverage.details}


def test_a_figure_that_went_the_other_way_is_no_support(checker: Checker) -> None:
    told = "Shares in Lind Tools {} 7.3% on Monday, said Ana Ruiz, who follows the drill maker for Handelskredit."
    assert _standings(checker, told.format("rose"), told.format("were up"))["7.3%"] == "agrees"
    assert _standings(checker, told.format("fell"), told.format("were up"))["7.3%"] != "agrees"


def test_a_place_that_the_map_lacks_may_lie_in_the_country_that_a_source_names(checker: Checker) -> None:
    draft = "The eruption of the Karangasu volcano on the island of Sangabi has killed 17 people, said Ruth Makahinda."
    source = (
        "Ruth Makahinda said that 17 people had died in Indonesia in the eruption of the Karangasu volcano."
    )
    assert _standings(checker, draft, source)["17"] == "agrees"


def test_a_figure_is_told_by_those_whom_its_sentence_names_and_by_no_people(read: Reader) -> None:
    text = "The Belgian firm Hopf paid Simon Pryce 40 million euros."
    [claim] = stated(read(text))
    [bound] = checkable_values(claim)
    assert value_detail(claim, bound, text).subject == "Hopf, Simon Pryce: paid"
