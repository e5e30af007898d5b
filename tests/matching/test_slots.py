"""Only like slots compare: what is counted, what is dated, and what is a part."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document

PLACE = "in the blast at the Izmit refinery on 3 May 2011"


def values(checker: Checker, a: str, b: str) -> set[str]:
    """The words that two texts are found to set against each other."""
    report = checker.check([Document(id="a", text=a), Document(id="b", text=b)])
    return {e.text for f in report.findings for p in f.positions for e in p.evidence}


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        (f"12 people were killed {PLACE}.", f"14 people were killed {PLACE}.", {"12", "14"}),
        (f"12 people were killed {PLACE}.", "The blast at the Izmit refinery injured 14 people.", set()),
        (
            f"12 people were killed and 30 people were injured {PLACE}.",
            f"13 people were killed {PLACE}.",
            {"12", "13"},
        ),
        (
            f"12 people, including three children, were killed {PLACE}.",
            f"12 people were killed {PLACE}.",
            set(),
        ),
        (f"At least 12 people were killed {PLACE}.", f"14 people were killed {PLACE}.", set()),
        (
            "The Hopf brewery sold 17 casks in under twenty minutes to Danmalt.",
            "The Hopf brewery sold 14 casks to Danmalt.",
            {"17", "14"},  # a span of time is no number of casks, and settles nothing
        ),
    ],
)
def test_figures_compare_where_they_count_the_same(
    checker: Checker, a: str, b: str, opposed: set[str]
) -> None:
    assert values(checker, a, b) == opposed


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        (
            "Gunmen killed the mayor of Olmué and 17 other people on 2 May 2019.",
            "Gunmen killed 18 people in Olmué on 2 May 2019.",
            set(),
        ),
        (
            "At dawn 57 rockets were fired at Tartus, with one rocket stopped by the army.",
            "At dawn 57 rockets were fired at Tartus.",
            set(),
        ),
        (
            "Bombers hit Tartus at dawn, with 12 people killed.",
            "The bombers killed 15 people in Tartus at dawn.",
            {"12", "15"},
        ),
        (
            "Nordpump said that revenue grew by 14 per cent in May 2021.",
            "Nordpump said that profit grew by 17 per cent in May 2021.",
            set(),
        ),
        (
            "Nordpump said that revenue grew by 14 per cent in May 2021.",
            "Nordpump said that its revenue grew by 17 per cent in May 2021.",
            {"14 per cent", "17 per cent"},
        ),
        ("Moor fell 2, 000ft from Mount Sefton.", "Moor fell 2,000 feet from Mount Sefton.", set()),
    ],
)
def test_what_is_the_rest_an_aside_or_of_another_thing_is_no_total(
    checker: Checker, a: str, b: str, opposed: set[str]
) -> None:
    assert values(checker, a, b) == opposed


@pytest.mark.parametrize(("later", "opposed"), [(date(2019, 3, 1), {"30", "14"}), (date(2019, 11, 8), set())])
def test_undated_news_of_two_seasons_is_of_two_occasions(
    checker: Checker, later: date, opposed: set[str]
) -> None:
    texts = (f"Claire Vasseur was accompanied to Hanoi by {n} businessmen." for n in (30, 14))
    documents = [
        Document(id=day.isoformat(), text=text, published=day)
        for day, text in zip((date(2019, 2, 26), later), texts, strict=True)
    ]
    found = checker.check(documents).findings
    assert {e.text for f in found for p in f.positions for e in p.evidence} == opposed


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Floods have killed 132 people in Solai since March 2018.",
            "A flood killed 27 people in Solai in May 2017.",
        ),
        (
            "Lena Moor failed to finish the race in Graz in 2015.",
            "Lena Moor finished the race in Graz in 2016.",
        ),
        (
            "Heavy snow closed Oslo airport for six hours on 16 January 2013.",
            "Oslo airport was closed for four hours by fog on 2 November 2013.",
        ),
    ],
)
def test_dates_of_two_occasions_are_not_set_against_each_other(checker: Checker, a: str, b: str) -> None:
    assert values(checker, a, b) == set()


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        ("The Hopf brewery opened in 1961.", "The Hopf brewery opened in 1963.", {"1961", "1963"}),
        ("The Hopf brewery opened in 1961.", "The Hopf brewery closed in 1963.", set()),
        ("The Hopf brewery opened in 1961.", "The Hopf brewery opened in May 1961.", set()),
        ("The Hopf brewery opened in 1961.", "The Hopf brewery may open in 1963.", set()),
    ],
)
def test_dates_compare_where_they_date_the_same(checker: Checker, a: str, b: str, opposed: set[str]) -> None:
    assert values(checker, a, b) == opposed


@pytest.mark.parametrize(("whole", "opposed"), [("19 animals", set()), ("24 goats", {"12", "24"})])
def test_parts_that_add_up_to_the_total_are_no_contradiction(
    checker: Checker, whole: str, opposed: set[str]
) -> None:
    parts = "The Kisoro farm lost 12 goats and seven cows on 3 May 2011."
    assert values(checker, parts, f"The Kisoro farm lost {whole} on 3 May 2011.") == opposed


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        (
            "Ilie Vântu opened his bakery in Lugoj in 1979.",
            "Ilie Vântu opened his second bakery in Lugoj in 1997.",
            set(),
        ),
        (
            "Ilie Vântu opened his first bakery in Lugoj in 1979.",
            "Ilie Vântu opened his bakery in Lugoj in 1997.",
            {"1979", "1997"},
        ),
        (
            "All eleven members of the jury in Cork but Declan Foy found the farmer guilty.",
            "Ten members of the jury in Cork found the farmer guilty.",
            set(),
        ),
    ],
)
def test_another_of_a_kind_and_who_is_left_out_are_told_apart(
    checker: Checker, a: str, b: str, opposed: set[str]
) -> None:
    assert values(checker, a, b) == opposed


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        (
            "The Gediz dam burst at 3 a.m. on 4 May 2021.",
            "The Gediz dam burst shortly after noon on 4 May 2021.",
            True,
        ),
        (
            "The Gediz dam burst at 3 a.m. on 4 May 2021.",
            "The Gediz dam burst before dawn on 4 May 2021.",
            False,
        ),
        (
            "The Gediz dam burst at 3 a.m. on 4 May 2021.",
            "The Gediz dam burst at 10:00 GMT on 4 May 2021.",
            False,
        ),
        (
            "The Gediz dam burst at 3 a.m. on 4 May 2021.",
            "The second Gediz dam burst at noon on 4 May 2021.",
            False,
        ),
        (
            "The Gediz dam burst on the night of 4 May 2021.",
            "The Gediz dam burst at 3 a.m. on 5 May 2021.",
            False,
        ),
        (
            "The Gediz dam burst on the night of 4 May 2021.",
            "The Gediz dam burst on the night of 5 May 2021.",
            True,
        ),
        (
            "The Gediz dam burst on 4 May 2021, officials said at 3 a.m.",
            "The Gediz dam burst at noon on 4 May 2021.",
            False,
        ),
    ],
)
def test_times_of_day_of_one_event_compare(checker: Checker, a: str, b: str, opposed: bool) -> None:
    assert bool(values(checker, a, b)) is opposed
