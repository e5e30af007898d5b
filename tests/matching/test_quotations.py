"""One quotation wherever it occurs: its wordings and its speakers."""

from __future__ import annotations

from reconcile.agreement import Agreement
from reconcile.findings import Kind
from reconcile.matching.entities import resolve
from reconcile.matching.quotations import quotations
from reconcile.matching.subjects import Subject
from tests.conftest import Reader

WORDS = "The harvest of this year will feed the whole country until the next rains"


def subjects(read: Reader, *texts: str) -> dict[Kind, Subject]:
    documents = [read(text, id=str(n)) for n, text in enumerate(texts)]
    statements = [s for x in documents for s in x.statements]
    return {s.kind: s for s in quotations(statements, resolve(documents))}


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
