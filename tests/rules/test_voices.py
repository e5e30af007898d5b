"""Voices: which places of a position are copies of one text, told by their words and by their documents."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document, Finding
from reconcile.findings import Position
from reconcile.rules.voices import copies, voiced
from tests.conftest import Reader
from tests.reports.examples import evidence, finding

STORY = (
    "The Kariba ferry was launched by Thandiwe Moyo on {} in Zambia.",
    "It carries forty cars and two lorries across the lake.",
    "Fishermen on the southern shore had asked for it since the floods.",
    "A ticket costs less than the bus.",
    "The captain, Joseph Phiri, sailed on the coast before.",
    "The old ferry lies on the beach.",
)
OTHER = "On {} the Kariba ferry was launched in Zambia by Thandiwe Moyo."


def told(day: str, *changes: tuple[int, str]) -> str:
    sentences = dict(enumerate(STORY)) | dict(changes)
    return " ".join(sentences.values()).format(day)


def voices(found: Finding) -> dict[str, dict[str, str | None]]:
    """For each position, who speaks for each of its documents."""
    return {p.value: {e.document: e.same_as for e in p.evidence} for p in found.positions}


def only(checker: Checker, **texts: str) -> Finding:
    documents = [Document(id=id, text=text, published=date(2020, 1, 1)) for id, text in texts.items()]
    [found] = checker.check(documents).findings
    return found


def test_a_sentence_that_stands_in_two_documents_is_one_voice(checker: Checker) -> None:
    found = only(
        checker,
        a=f"{OTHER.format('3 May 2016')} Rain fell.",
        b=f"Sun shone. {OTHER.format('3 May 2016')}",
        c=STORY[0].format("3 May 2016"),
        d=STORY[0].format("9 June 2017"),
    )
    assert voices(found) == {"2016-05-03": {"a": None, "b": "a", "c": None}, "2017-06-09": {"d": None}}


def test_a_document_that_is_nearly_another_is_no_second_voice_even_where_it_was_edited(
    checker: Checker,
) -> None:
    edited = told("3 May 2016", (0, OTHER))
    found = only(checker, a=told("3 May 2016"), b=edited, c=OTHER.format("9 June 2017"))
    assert voices(found) == {"2016-05-03": {"a": None, "b": "a"}, "2017-06-09": {"c": None}}


def test_two_tellings_in_other_words_are_two_voices(checker: Checker) -> None:
    found = only(
        checker, a=told("3 May 2016"), b=OTHER.format("3 May 2016"), c=STORY[0].format("9 June 2017")
    )
    assert voices(found)["2016-05-03"] == {"a": None, "b": None}


@pytest.mark.parametrize(("longer", "expected"), [("a", {"b": "a"}), ("e", {"e": "b"})])
def test_copies_are_told_by_most_of_the_sentences_of_the_shorter_document(
    read: Reader, longer: str, expected: dict[str, str]
) -> None:
    story = told("3 May 2016")
    more = " Much else happened. The mayor went home. Nobody sang that day. It was late."
    extractions = [
        read(story, id="b"),
        read(story + more, id=longer),
        read(told("3 May 2016", (1, "It is red."), (2, "It is slow."), (3, "It leaks.")), id="c"),
        read(STORY[1], id="d"),
    ]
    assert copies(extractions) == expected
    assert copies(extractions[::-1]) == expected


def test_a_chain_of_copies_is_one_story(read: Reader) -> None:
    third = told("3 May 2016", (0, "It was launched."), (1, "It is red."))
    extractions = [read(told("3 May 2016"), id="a"), read(told("3 May 2016", (1, "It is red.")), id="b")]
    assert copies([*extractions, read(third, id="c")]) == {"b": "a", "c": "a"}


@pytest.mark.parametrize("second", ["The bridge  reopened\nin 2024.", "“The BRIDGE reopened in 2024”"])
def test_line_breaks_and_marks_make_no_other_words(second: str) -> None:
    places = (
        evidence("b", "The bridge reopened in 2024.", "in 2024"),
        evidence("a", second, "2024"),
    )
    [position] = voiced(finding(positions=(Position("2024", places),)), {}).positions
    assert [place.same_as for place in position.evidence] == ["a", None]


def test_a_document_has_a_voice_of_its_own_where_it_says_more_than_the_copied_sentence() -> None:
    places = (
        evidence("a", "It reopened in 2024.", "in 2024"),
        evidence("b", "It reopened in 2024.", "in 2024"),
        evidence("b", "In 2024 the mayor cut the ribbon.", "In 2024", offset=50),
    )
    [position] = voiced(finding(positions=(Position("2024", places),)), {}).positions
    assert [place.same_as for place in position.evidence] == [None, "a", None]
