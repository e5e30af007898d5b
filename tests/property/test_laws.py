"""The laws of the whole: what holds for any set of documents, on the real parser and the shipped rules."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconcile import Checker, Finding, Kind
from reconcile.matching import nearness
from reconcile.matching.encoder import Encoder
from reconcile.reports.json_report import render_json
from reconcile.text import Span
from tests.property.newsroom import (
    FIRE,
    INSURERS,
    LETTER,
    OBSERVATORY,
    OPENING,
    QUARREL,
    WAREHOUSE,
    Beat,
    Draft,
    Edit,
    Telling,
    documents,
    drafts,
    edits,
    joins,
    sets,
    tellings,
)

ELSEWHERE = "Beekeepers on the island of Texel expect a poor season for heather honey."


def findings(checker: Checker, drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    return checker.check(documents(drafts)).findings


def ids(found: Iterable[Finding]) -> list[str]:
    return sorted(finding.id for finding in found)


@settings(max_examples=25)
@given(sets())
def test_evidence_slices_back_to_its_words_at_its_line_and_column(
    checker: Checker, told: list[Draft]
) -> None:
    texts = {draft.id: draft.document.text for draft in told}
    for finding in findings(checker, told):
        for evidence in (e for position in finding.positions for e in position.evidence):
            text = texts[evidence.document]
            assert text[evidence.start : evidence.end] == evidence.text != ""
            assert text.splitlines()[evidence.line - 1][evidence.column - 1 :].startswith(evidence.text)
            assert evidence.claim.of(text) == evidence.claim_text
            assert finding.kind is Kind.QUOTE_SPEAKER or evidence.claim.contains(evidence.span)


@settings(max_examples=25)
@given(drafts("a"))
def test_what_is_extracted_slices_back_to_its_words(checker: Checker, told: Draft) -> None:
    [(document, claims)] = checker.claims([told.document])
    for claim in claims:
        assert claim.span.of(document.text) == claim.text
        assert claim.sentence.contains(claim.span)
        for bound in (*claim.periods, *claim.quantities):
            assert bound.span.of(document.text) == bound.value.words
        for mention in claim.mentions:
            assert mention.pronoun or mention.span.of(document.text) == mention.name.words
        for word in claim.words:
            assert claim.sentence.contains(word.span)
    assert [claim.number for claim in claims] == list(range(len(claims)))


@settings(max_examples=25)
@given(sets(), st.randoms(use_true_random=False))
def test_shuffling_the_documents_changes_nothing(checker: Checker, told: list[Draft], chance: object) -> None:
    shuffled = documents(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert render_json(checker.check(shuffled)) == render_json(checker.check(documents(told)))


@settings(max_examples=25)
@given(sets(), drafts("z", OBSERVATORY), st.sampled_from(["0", "b2", "z"]))
def test_an_unrelated_document_changes_no_other_finding(
    checker: Checker, told: list[Draft], other: Draft, id: str
) -> None:
    alone, beside = findings(checker, told), findings(checker, [*told, other.named(id)])
    assert [f for f in beside if not _involves(f, id)] == list(alone)
    assert all(_documents(f) == {id} for f in beside if _involves(f, id))


def _documents(finding: Finding) -> set[str]:
    return {e.document for position in finding.positions for e in position.evidence}


def _involves(finding: Finding, id: str) -> bool:
    return id in _documents(finding)


@settings(max_examples=10)
@given(sets())
def test_the_same_run_twice_is_byte_identical(word_bag: Encoder, told: list[Draft]) -> None:
    first, second = (Checker(encoder=word_bag).check(documents(told)) for _ in range(2))
    assert render_json(first) == render_json(second)


@settings(max_examples=25)
@given(sets())
def test_the_index_for_many_claims_changes_no_finding(checker: Checker, told: list[Draft]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearness, "_EXACT", 0)
        indexed = findings(checker, told)
    assert indexed == findings(checker, told)


@settings(max_examples=25)
@given(drafts("a"))
@example(Draft("a", (QUARREL.told(0, 0), QUARREL.told(0, 1))))  # it contradicts itself
@example(Draft("a", (LETTER.told(0, 0), LETTER.told(0, 1))))
def test_a_document_beside_its_copy_has_the_findings_that_it_has_alone(checker: Checker, told: Draft) -> None:
    assert ids(findings(checker, [told, told.named("b")])) == ids(findings(checker, [told]))


@settings(max_examples=25)
@given(sets(), st.integers(0, 2))
@example(
    [Draft(id, (INSURERS.told(*told),)) for id, told in (("a", (0, 0)), ("b", (1, 0)), ("c", (0, 1)))], 0
)
def test_a_source_that_joins_a_position_changes_no_id(
    checker: Checker, told: list[Draft], which: int
) -> None:
    copied = told[which % len(told)]
    assert ids(findings(checker, [*told, copied.named("z")])) == ids(findings(checker, told))


def _in(wording: int, *values: int) -> list[Telling]:
    return [
        Telling(beat, wording, value) for beat, value in zip((INSURERS, OPENING, FIRE), values, strict=True)
    ]


@settings(max_examples=25)
@given(joins(), st.sampled_from("0cz"))
@example((_in(0, 0, 0, 0), _in(0, 1, 1, 3), _in(1, 0, 0, 0)), "z")  # a comma; a fire and its workers
@example((_in(1, 0, 3, 0), _in(2, 1, 0, 3), _in(2, 0, 3, 0)), "z")  # a mill and its owner
def test_a_source_that_joins_in_other_words_changes_no_id(
    checker: Checker, told: tuple[list[Telling], ...], id: str
) -> None:
    a, b, joining = (
        Draft(name, tuple(t.paragraph for t in telling))
        for name, telling in zip(("a", "b", id), told, strict=True)
    )
    assert {*ids(findings(checker, [a, b]))} <= {*ids(findings(checker, [a, b, joining]))}


def test_a_source_that_names_a_speaker_in_full_changes_no_id(checker: Checker) -> None:
    said = "“Nobody will work another night shift in this building before the roof is safe,” said {}."
    told = [
        Draft(id, (said.format(name),)) for id, name in (("a", "Marcela Oyarzun"), ("b", "Rodrigo Henriquez"))
    ]
    [before] = findings(checker, told)
    [after] = findings(checker, [*told, Draft("c", (said.format("Marcela Ines Oyarzun"),))])
    assert before.id == after.id
    assert {p.value for p in after.positions} == {"Marcela Ines Oyarzun", "Rodrigo Henriquez"}


@settings(max_examples=25)
@given(sets(), st.integers(0, 4))
def test_a_paragraph_inserted_elsewhere_changes_no_id(checker: Checker, told: list[Draft], at: int) -> None:
    edited = [told[0].with_inserted(ELSEWHERE, at), *told[1:]]
    assert ids(findings(checker, edited)) == ids(findings(checker, told))


@settings(max_examples=25)
@given(st.sampled_from([OPENING, FIRE, WAREHOUSE]), st.integers(0, 2), st.permutations(range(3)))
def test_a_changed_value_changes_the_id(checker: Checker, beat: Beat, wording: int, order: list[int]) -> None:
    first, second, third = (Draft(str(n), (beat.told(wording, n),)) for n in order)
    before, after = ids(findings(checker, [first, second])), ids(findings(checker, [first, third]))
    assert not set(before) & set(after)


@settings(max_examples=25)
@given(edits(), tellings())
def test_a_changed_value_moves_the_ids_of_its_own_findings_and_no_others(
    checker: Checker, edit: Edit, source: list[Telling]
) -> None:
    own_before, kept_before = _own(checker, edit.before, source, edit.at)
    own_after, kept_after = _own(checker, edit.after, source, edit.at)
    assert kept_after == kept_before
    assert not own_after & own_before


def test_of_three_disagreements_a_changed_value_moves_one(checker: Checker) -> None:
    source = [Telling(OPENING, 1, 1), Telling(FIRE, 1, 3), Telling(WAREHOUSE, 1, 1)]
    draft = [Telling(OPENING, 0, 0), Telling(FIRE, 0, 0), Telling(WAREHOUSE, 0, 0)]
    own_before, kept_before = _own(checker, draft, source, 0)
    own_after, kept_after = _own(checker, [Telling(OPENING, 0, 2), *draft[1:]], source, 0)
    assert kept_after == kept_before
    assert (len(kept_before), len(own_before), len(own_after)) == (2, 1, 1)
    assert own_after != own_before


def _own(checker: Checker, draft: list[Telling], source: list[Telling], at: int) -> tuple[set[str], set[str]]:
    """The ids of the findings that compare the value in the paragraph of that number, and those of the others."""
    told, against = (
        Draft(id, tuple(t.paragraph for t in telling)) for id, telling in (("a", draft), ("b", source))
    )
    start = told.document.text.index(draft[at].paragraph) + draft[at].paragraph.index(draft[at].words)
    value = Span(start, start + len(draft[at].words))
    own, kept = set(), set()
    for finding in findings(checker, [told, against]):
        places = [e for p in finding.positions for e in p.evidence if e.document == "a"]
        (own if any(place.span.overlaps(value) for place in places) else kept).add(finding.id)
    return own, kept
