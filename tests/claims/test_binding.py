"""Dates and figures are bound to the clause and to the word that they answer."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.claims.model import BoundValue
from tests.conftest import Reader


def figure(read: Reader, text: str, words: str) -> BoundValue:
    [found] = [b for c in read(text).claims for b in c.quantities if b.value.words == words]
    return found


@pytest.mark.parametrize(
    ("text", "words", "head"),
    [
        ("The blast killed 12 people and injured 30 others.", "12", "people"),
        ("The mill employs 140 weavers.", "140", "weaver"),
        ("A crew of nine sailors drowned.", "nine", "sailor"),
        ("The lead is 29 seconds.", "29 seconds", "lead"),
        ("The bridge is 300 metres long.", "300 metres", "long"),
    ],
)
def test_a_figure_answers_the_word_that_it_counts_or_measures(
    read: Reader, text: str, words: str, head: str
) -> None:
    assert figure(read, text, words).head == head


def test_the_way_from_the_counted_noun_leads_to_the_predicate(read: Reader) -> None:
    text = "The blast killed 12 people and wounded 30 soldiers."
    assert figure(read, text, "12").path[-1:] == ("kill",)
    assert figure(read, text, "30").path[-1:] == ("wound",)


def test_a_figure_without_a_noun_counts_what_the_verb_before_counts(read: Reader) -> None:
    text = "The avalanche buried 14 barns and damaged 40."
    bound = figure(read, text, "40")
    assert (bound.head, bound.path) == ("barn", ("damage",))


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("The fire killed eleven people, including three children.", "three", True),
        ("The fire killed eleven people, including three children.", "eleven", False),
        ("Eleven people died, three of them children.", "three", True),
        ("Forty guests, among them six judges, were trapped.", "six", True),
        ("Four members of his family died.", "Four", True),
        ("Four members of the family died.", "Four", False),
    ],
)
def test_a_part_is_told_from_the_whole(read: Reader, text: str, words: str, part: bool) -> None:
    assert figure(read, text, words).part is part


def test_what_describes_the_counted_noun_is_kept(read: Reader) -> None:
    assert "wound" in figure(read, "The convoy carried 40 wounded soldiers.", "40").modifiers


def test_every_date_stays_in_its_own_clause(read: Reader) -> None:
    text = "The dam, which opened in 1967, failed on 4 March 2011."
    bound = {c.predicate.lemma: [b.value.normal for b in c.periods] for c in read(text).claims}
    assert bound == {"open": ["1967"], "fail": ["2011-03-04"]}


def test_a_date_is_no_figure(read: Reader) -> None:
    assert [b for c in read("The dam failed on 4 March 2011.").claims for b in c.quantities] == []


@pytest.mark.parametrize(
    ("text", "head", "normal"),
    [
        ("It was on 3 May 2011 that the bridge fell.", "fall", "2011-05-03"),
        ("3 May 2011 is when the bridge fell.", "fall", "2011-05-03"),
        ("It was not until 3 May 2011 that the bridge fell.", "fall", "2011-05-03"),
        ("The date of the collapse was 3 May 2011.", "collapse", "2011-05-03"),
        ("The ferry sank on 3 May 2011, not on 5 May 2011 as first reported.", "sink", "2011-05-03"),
    ],
)
def test_a_date_that_is_set_apart_dates_what_it_is_set_apart_from(
    read: Reader, text: str, head: str, normal: str
) -> None:
    claims = read(text).claims
    [bound] = [b for c in claims for b in c.periods]
    [claim] = [c for c in claims if bound in c.periods]
    assert (bound.head, bound.value.normal, claim.negated) == (head, normal, False)


@pytest.mark.parametrize("text", ["The blast killed 12, not 13.", "The blast killed 12 rather than 13."])
def test_a_figure_that_is_set_aside_is_not_what_is_said(read: Reader, text: str) -> None:
    assert [b.value.words for c in read(text).claims for b in c.quantities] == ["12"]


@pytest.mark.parametrize(
    ("text", "normals"),
    [
        ("The vote was put off to September 20.", ["2025-09-20"]),
        ("The vote was set for September 20.", ["2025-09-20"]),
        ("The vote was put off to March 20.", ["2025-03-20"]),
        ("The vote was held on September 20.", ["2024-09-20"]),
    ],
)
def test_what_is_put_off_is_put_off_to_a_day_to_come(read: Reader, text: str, normals: list[str]) -> None:
    claims = read(text, published=date(2025, 4, 10)).claims
    assert [b.value.normal for c in claims for b in c.periods] == normals
