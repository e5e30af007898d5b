"""What one document contradicts in itself: weekdays beside dates, and one word in two spellings."""

from __future__ import annotations

import pytest

from reconcile.findings import Kind, Over
from reconcile.lexicon import lexicon
from reconcile.matching.documents import slips
from reconcile.matching.subjects import Subject
from tests.conftest import Reader


def found(read: Reader, *texts: str) -> list[Subject]:
    return list(slips([read(text, id=f"{n}.txt") for n, text in enumerate(texts)]))


def words(subject: Subject, *texts: str) -> list[str]:
    """The words that stand where the subject's holdings are said to stand."""
    return [h.span.of(texts[int(h.document.removesuffix(".txt"))]) for h in subject.holdings]


# --- weekdays


@pytest.mark.parametrize(
    ("text", "weekday", "day"),
    [
        ("The council of Tartu met on Wednesday, 6 June 2024.", "Wednesday", "6 June 2024"),
        ("The trial opened in Accra on Monday, March 5, 2019.", "Monday", "March 5, 2019"),
        ("The dam was inspected on Sat 15 July 2018 by engineers.", "Sat", "15 July 2018"),
    ],
)
def test_a_weekday_beside_another_day_is_set_against_the_date(
    read: Reader, text: str, weekday: str, day: str
) -> None:
    (subject,) = found(read, text)
    assert (subject.over, subject.kind) == (Over.DOCUMENT, Kind.DATE)
    assert words(subject, text) == [weekday, day]
    assert "was a" in subject.pairs[0].comparison.detail


@pytest.mark.parametrize(
    "text",
    [
        "The council of Tartu met on Thursday, 6 June 2024.",
        "The council met on Monday. It had been elected on 6 June 2024.",
        "The council of Tartu met on Wednesday, 6 June.",
    ],
)
def test_a_weekday_that_fits_or_stands_alone_is_no_slip(read: Reader, text: str) -> None:
    assert found(read, text) == []


def test_copies_of_one_slip_are_one_subject(read: Reader) -> None:
    text = "The council of Tartu met on Wednesday, 6 June 2024."
    (alone,), (subject,) = found(read, text), found(read, text, text)
    assert {h.document for h in subject.holdings} == {"0.txt", "1.txt"}
    assert (subject.key, len(subject.pairs)) == (alone.key, 2)


# --- spellings


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("The colour was changed. Critics liked the old colors.", ["colour", "colors"]),
        ("Students organised the fair. They are organizing another.", ["organised", "organizing"]),
        ("Defence Minister Ana Ruiz resigned. She had cut the defense budget.", ["Defence", "defense"]),
        (
            "Defence cuts came first. The mayor had cancelled the show and the other was canceled.",
            ["cancelled", "canceled"],
        ),
    ],
)
def test_one_word_in_both_spellings_is_a_slip(read: Reader, text: str, spelt: list[str]) -> None:
    (subject,) = found(read, text)
    assert (subject.over, subject.kind, words(subject, text)) == (Over.DOCUMENT, Kind.STYLE, spelt)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The colour of the harbour pleased everyone in Cork.", "one spelling throughout"),
        ("The defence budget grew. The center of the town was closed.", "two words"),
        ("The defence budget grew, the Department of Defense in Washington said.", "a proper name"),
        ("The harbour was closed. Ships went to Pearl Harbor.", "a proper name"),
        ("The colour faded. “We never liked that color in this house,” said Mary Poole.", "a quotation"),
        ("Pupils enrol in May. Those who enrolled late will enrol again.", "a form of both spellings"),
        ("They analyze milk. The analyses take a day.", "the plural of analysis"),
    ],
)
def test_what_a_document_does_not_spell_itself_in_two_ways_is_no_slip(
    read: Reader, text: str, why: str
) -> None:
    assert found(read, text) == [], why


def test_two_documents_may_spell_as_they_like(read: Reader) -> None:
    assert found(read, "The colour of the flag changed.", "The color of the flag changed.") == []


def test_every_place_of_either_spelling_is_held(read: Reader) -> None:
    text = "The labour law passed. Labor costs rose. The labour union and the labor office met."
    (subject,) = found(read, text)
    assert words(subject, text) == ["labour", "Labor", "labour", "labor"]
    assert {n for pair in subject.pairs for n in (pair.a, pair.b)} == {0, 1, 2, 3}


def test_the_lexicon_pairs_words_that_differ() -> None:
    pairs = lexicon("spelling")["pairs"]
    assert all(british != american for british, american in pairs)
    assert len({british for british, _ in pairs}) == len(pairs)
