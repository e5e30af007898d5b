"""One quotation wherever it occurs: its wordings and its speakers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from reconcile.agreement import Agreement
from reconcile.findings import Kind, Severity
from reconcile.matching.entities import resolve
from reconcile.matching.quotations import quotations
from reconcile.matching.subjects import Subject
from tests.conftest import Reader

WORDS = "The harvest of this year will feed the whole country until the next rains"


def subjects(read: Reader, *texts: str, published: Sequence[date | None] = ()) -> dict[Kind, Subject]:
    dates = published or [None] * len(texts)
    documents = [
        read(t, id=str(n), published=day) for n, (t, day) in enumerate(zip(texts, dates, strict=True))
    ]
    return {s.kind: s for s in quotations(documents, resolve(documents))}


def agreements(subject: Subject) -> list[Agreement]:
    return [pair.comparison.agreement for pair in subject.pairs]


def test_the_same_words_of_one_speaker_agree(read: Reader) -> None:
    found = subjects(read, f"“{WORDS},” Minister Grace Phiri said.", f"Grace Phiri said: “{WORDS}.”")
    assert agreements(found[Kind.QUOTE_WORDING]) == agreements(found[Kind.QUOTE_SPEAKER]) == [Agreement.AGREE]


def test_two_speakers_of_the_same_words_differ(read: Reader) -> None:
    found = subjects(read, f"“{WORDS},” Minister Grace Phiri said.", f"“{WORDS},” Minister Peter Banda said.")
    assert agreements(found[Kind.QUOTE_SPEAKER]) == [Agreement.DIFFER]
    assert {h.normal for h in found[Kind.QUOTE_SPEAKER].holdings} == {"Grace Phiri", "Peter Banda"}


def test_two_wordings_are_variants(read: Reader) -> None:
    other = WORDS.replace("whole", "entire")
    found = subjects(read, f"“{WORDS},” Minister Grace Phiri said.", f"“{other},” Minister Grace Phiri said.")
    assert agreements(found[Kind.QUOTE_WORDING]) == [Agreement.VARIANT]


def test_a_quotation_without_a_named_speaker_says_nothing_of_who_spoke(read: Reader) -> None:
    found = subjects(read, f"“{WORDS},” Minister Grace Phiri said.", f"“{WORDS},” it was said in the market.")
    assert Kind.QUOTE_SPEAKER not in found


def test_two_quotations_are_no_subject(read: Reader) -> None:
    other = "Nobody in this ministry was told about the price of the seed potatoes"
    assert subjects(read, f"“{WORDS},” Grace Phiri said.", f"“{other},” Grace Phiri said.") == {}


def test_a_copy_changes_no_key(read: Reader) -> None:
    texts = [f"“{WORDS},” Minister Grace Phiri said.", f"“{WORDS},” Minister Peter Banda said."]
    assert (
        subjects(read, *texts)[Kind.QUOTE_SPEAKER].key
        == subjects(read, *texts, texts[0])[Kind.QUOTE_SPEAKER].key
    )


PHRASE = "We will leave no stone unturned in this investigation"
DAY, NEXT_DAY, YEARS_LATER = date(2021, 2, 2), date(2021, 2, 3), date(2033, 2, 2)


@pytest.mark.parametrize(
    ("words", "days", "agreement", "loudest"),
    [
        (WORDS, (DAY, NEXT_DAY), Agreement.DIFFER, Severity.ERROR),
        (WORDS, (None, None), Agreement.DIFFER, Severity.WARNING),
        (PHRASE, (DAY, NEXT_DAY), Agreement.DIFFER, Severity.ERROR),
        (PHRASE, (DAY, YEARS_LATER), Agreement.UNKNOWN, Severity.WARNING),
    ],
)
def test_two_speakers_of_one_occasion_are_an_error_and_a_common_phrase_years_apart_is_nothing(
    read: Reader,
    words: str,
    days: tuple[date | None, date | None],
    agreement: Agreement,
    loudest: Severity,
) -> None:
    texts = f"“{words},” Minister Grace Phiri said.", f"“{words},” Minister Peter Banda said."
    (pair,) = subjects(read, *texts, published=days)[Kind.QUOTE_SPEAKER].pairs
    assert (pair.comparison.agreement, pair.loudest) == (agreement, loudest)


def test_words_said_in_two_countries_are_of_two_occasions(read: Reader) -> None:
    texts = f"“{PHRASE},” Grace Phiri said in Lilongwe.", f"“{PHRASE},” Aino Lund said in Helsinki."
    assert agreements(subjects(read, *texts)[Kind.QUOTE_SPEAKER]) == [Agreement.UNKNOWN]


def test_who_repeats_the_words_of_another_is_no_second_speaker(read: Reader) -> None:
    texts = f"“{WORDS},” Grace Phiri said.", f"“{WORDS},” Peter Banda said, quoting the minister."
    assert Kind.QUOTE_SPEAKER not in subjects(read, *texts)


def test_one_speaker_in_two_spellings_is_no_second_speaker(read: Reader) -> None:
    texts = f"“{WORDS},” Boutros Khelifa said.", f"“{WORDS},” Butros Khalifa said."
    assert Agreement.DIFFER not in agreements(subjects(read, *texts)[Kind.QUOTE_SPEAKER])


PLEDGE = "We will plant {} thousand trees along this river"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Grace Phiri said in May 2011", "Grace Phiri said in June 2016", set()),
        ("Grace Phiri said in May 2011", "Grace Phiri said in May 2011", {Kind.QUOTE_WORDING}),
        ("Grace Phiri said", "Aino Lund said", set()),
    ],
    ids=["two times", "one time", "two speakers"],
)
def test_unlike_wordings_of_two_times_or_speakers_are_two_statements(
    read: Reader, first: str, second: str, expected: set[Kind]
) -> None:
    texts = (f"“{PLEDGE.format(n)},” {who}." for n, who in (("three", first), ("seven", second)))
    assert expected == subjects(read, *texts).keys() & {Kind.QUOTE_WORDING}


def test_unlike_wordings_in_articles_of_two_years_are_two_statements(read: Reader) -> None:
    texts = [f"“{PLEDGE.format(n)},” Grace Phiri said." for n in ("three", "seven")]
    near, far = (date(2011, 5, 2), date(2011, 5, 3)), (date(2011, 5, 2), date(2016, 6, 3))
    assert Kind.QUOTE_WORDING in subjects(read, *texts, published=near)
    assert subjects(read, *texts, published=far) == {}


def test_an_old_quotation_is_of_the_time_it_harks_back_to(read: Reader) -> None:
    texts = [
        f"“{PLEDGE.format(n)},” Grace Phiri said{when}." for n, when in (("three", ""), ("seven", " then"))
    ]
    found = subjects(read, *texts, published=(date(2011, 5, 2), date(2016, 6, 3)))
    assert Kind.QUOTE_WORDING in found


FEW = "We counted nets, not fish"


@pytest.mark.parametrize(
    ("words", "days", "expected"),
    [
        (FEW, (DAY, NEXT_DAY), {Kind.QUOTE_WORDING, Kind.QUOTE_SPEAKER}),
        (FEW, (DAY, YEARS_LATER), set()),
        ("We counted boats, not fish", (DAY, NEXT_DAY), set()),
    ],
    ids=["one occasion", "two occasions", "other words"],
)
def test_few_words_are_one_statement_on_one_occasion_where_nobody_changed_them(
    read: Reader, words: str, days: tuple[date, date], expected: set[Kind]
) -> None:
    texts = f"“{FEW},” Minister Grace Phiri said.", f"“{words},” Minister Peter Banda said."
    assert subjects(read, *texts, published=days).keys() == expected


def test_who_repeats_words_in_a_quotation_did_not_say_them(read: Reader) -> None:
    texts = f"“He told me, ‘{WORDS}’,” Grace Phiri said.", f"“{WORDS},” Peter Banda said."
    assert Kind.QUOTE_SPEAKER not in subjects(read, *texts)
