"""The whole line: which findings are reported, and what a report says of what could not be checked."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import Checker, Document, DocumentRole, Finding
from reconcile.matching.encoder import Encoder
from reconcile.reports.text_report import render_text
from reconcile.rules.loading import load_packs, shipped_packs

OPENED = "The Akosombo Road tunnel in Ghana was opened by Efua Mensah on {}."
FRENCH = (
    "Le tunnel a été ouvert mardi par la ministre des transports, qui a remercié les ouvriers de leur patience "
    "pendant les onze années du chantier, et les habitants de la vallée."
)


def opened(id: str, day: str, role: DocumentRole = DocumentRole.CHECKED) -> Document:
    return Document(id=id, text=OPENED.format(day), published=date(2020, 1, 1), role=role)


def heard(findings: tuple[Finding, ...]) -> list[set[str]]:
    """For each finding, the documents that hold its values."""
    return [{e.document for p in f.positions for e in p.evidence} for f in findings]


def test_two_dates_of_one_event_are_a_finding_with_both_sides(checker: Checker) -> None:
    report = checker.check([opened("a", "3 May 2016"), opened("b", "9 June 2017")])
    [finding] = report.findings
    assert (finding.kind, finding.severity) == ("date", "error")
    assert sorted((p.value, p.evidence[0].text) for p in finding.positions) == [
        ("2016-05-03", "3 May 2016"),
        ("2017-06-09", "9 June 2017"),
    ]


def test_two_sources_against_each_other_are_not_reported(checker: Checker) -> None:
    sources = [
        opened("s", "3 May 2016", DocumentRole.SOURCE),
        opened("t", "9 June 2017", DocumentRole.SOURCE),
    ]
    assert checker.check([*sources, Document(id="a", text="Rain fell on the road to Kumasi.")]).findings == ()
    assert heard(checker.check([*sources, opened("a", "9 June 2017")]).findings) == [{"a", "s", "t"}]


def test_an_ignored_rule_is_not_applied(word_bag: Encoder) -> None:
    deaf = Checker(encoder=word_bag, ignore=["event-date"])
    assert deaf.check([opened("a", "3 May 2016"), opened("b", "9 June 2017")]).findings == ()


def test_only_the_rules_of_the_given_packs_are_applied(word_bag: Encoder) -> None:
    packs = load_packs([path for path in shipped_packs() if path.stem == "names"])
    assert (
        Checker(packs=packs, encoder=word_bag)
        .check([opened("a", "3 May 2016"), opened("b", "9 June 2017")])
        .findings
        == ()
    )


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (Document(id="x", text=FRENCH), "French"),
        (Document(id="x", text=" \n"), "empty"),
        (Document(id="x", text="", problem="could not be decoded"), "could not be decoded"),
    ],
)
def test_what_cannot_be_read_is_not_clean(checker: Checker, document: Document, words: str) -> None:
    report = checker.check([opened("a", "3 May 2016"), document])
    assert report.incomplete
    [entry] = report.unchecked
    assert (entry.id, entry.claims) == ("x", 0)
    assert words in " ".join(entry.problems)


def test_that_it_was_not_checked_is_told_once(checker: Checker) -> None:
    told = render_text(checker.check([opened("a", "3 May 2016"), Document(id="x", text=FRENCH)]))
    assert told.endswith("Not checked: x (is in French, which is not supported).\n")


def test_a_run_without_any_claim_is_incomplete(checker: Checker) -> None:
    assert checker.check([]).incomplete


def test_documents_that_were_read_make_a_complete_run(checker: Checker) -> None:
    report = checker.check([opened("b", "3 May 2016"), opened("a", "3 May 2016")])
    assert not report.incomplete
    assert [(d.id, d.published, d.claims > 0) for d in report.documents] == [
        ("a", "2020-01-01", True),
        ("b", "2020-01-01", True),
    ]


def test_claims_come_in_the_order_of_the_documents(checker: Checker) -> None:
    given = [opened("b", "3 May 2016"), opened("a", "9 June 2017")]
    assert [document.id for document, claims in checker.claims(given) if claims] == ["b", "a"]


def test_the_shipped_model_finds_it_too(real_checker: Checker) -> None:
    report = real_checker.check([opened("a", "3 May 2016"), opened("b", "9 June 2017")])
    assert [f.kind for f in report.findings] == ["date"]
    assert report.model_name == "all-MiniLM-L6-v2"
