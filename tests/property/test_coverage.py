"""Laws of coverage."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Checker, Document, DocumentRole
from reconcile.coverage import Coverage, Standing
from reconcile.findings import Relation
from reconcile.reports.model import Report
from tests.property.newsroom import Draft, drafts, sets
from tests.property.test_laws import ELSEWHERE


def against(checker: Checker, draft: Draft, sources: list[Draft]) -> Report:
    return checker.check([draft.document, *map(source, sources)])


def source(draft: Draft) -> Document:
    return replace(draft.document, role=DocumentRole.SOURCE)


def coverage(report: Report) -> Coverage:
    assert report.coverage is not None
    return report.coverage


def unsupported(report: Report) -> list[str]:
    return sorted(f.id for f in report.findings if f.relation is Relation.UNSUPPORTED)


@settings(max_examples=25)
@given(sets())
def test_details_and_their_support_slice_back_to_their_words(checker: Checker, told: list[Draft]) -> None:
    texts = {draft.id: draft.document.text for draft in told}
    found = coverage(against(checker, told[0], told[1:]))
    for detail in found.details:
        assert detail.document == told[0].id
        assert detail.span.of(texts[detail.document]) == detail.words
        assert bool(detail.support) or detail.standing is not Standing.AGREES
        for passage in detail.support:
            assert passage.document != told[0].id
            assert passage.span.of(texts[passage.document])


@settings(max_examples=25)
@given(sets(), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_is_no_matter(checker: Checker, told: list[Draft], chance: object) -> None:
    shuffled = told[1:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert against(checker, told[0], shuffled).coverage == against(checker, told[0], told[1:]).coverage


@settings(max_examples=25)
@given(drafts("a"))
def test_a_text_is_wholly_supported_by_its_copy(checker: Checker, told: Draft) -> None:
    alone = [d for d in coverage(against(checker, told, [told.named("b")])).details if not d.support]
    assert [detail.words for detail in alone] == []


@settings(max_examples=25)
@given(sets())
def test_one_more_source_takes_no_support_away(checker: Checker, told: list[Draft]) -> None:
    fewer = coverage(against(checker, told[0], told[1:2])).total
    more = coverage(against(checker, told[0], told[1:])).total
    assert more.checkable == fewer.checkable
    assert more.alone <= fewer.alone


@settings(max_examples=25)
@given(sets(), st.integers(0, 4))
def test_a_paragraph_inserted_elsewhere_moves_no_finding(
    checker: Checker, told: list[Draft], at: int
) -> None:
    before = unsupported(against(checker, told[0], told[1:]))
    after = unsupported(against(checker, told[0].with_inserted(ELSEWHERE, at), told[1:]))
    assert set(before) <= set(after)


@settings(max_examples=10)
@given(sets())
def test_without_sources_nothing_is_said_of_support(checker: Checker, told: list[Draft]) -> None:
    report = checker.check([draft.document for draft in told])
    assert report.coverage is None
    assert unsupported(report) == []
