"""What sources support: whom a document is held against, what a conflict takes away, and what a rule reports."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reconcile import Checker, Document, DocumentRole
from reconcile.coverage import Detail, Standing
from reconcile.errors import RuleError
from reconcile.findings import Finding, Kind, Relation
from reconcile.reports.model import Report
from reconcile.rules import load_packs
from reconcile.rules.support import backers

FIRE = "A fire in the brewery Hopf in Lund on 3 May 2019 killed {} people."
SAID = " “Nobody told us that the doors were locked from the outside that night,” said {}."


def against(checker: Checker, draft: str, *sources: str, confidential: bool = False) -> Report:
    given = [
        Document(id=f"source-{n}", text=text, role=DocumentRole.SOURCE, confidential=confidential)
        for n, text in enumerate(sources)
    ]
    return checker.check([Document(id="draft", text=draft), *given])


def standings(report: Report, kind: Kind) -> Mapping[str, Standing]:
    assert report.coverage is not None
    return {d.words: d.standing for d in report.coverage.details if d.kind is kind}


def reported(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.relation is Relation.UNSUPPORTED]


def of_roles(**roles: DocumentRole) -> list[Document]:
    return [Document(id=id, text="", role=role) for id, role in roles.items()]


def test_a_draft_is_held_against_its_sources_and_what_the_desk_knows() -> None:
    given = of_roles(
        a=DocumentRole.CHECKED, b=DocumentRole.CHECKED, s=DocumentRole.SOURCE, r=DocumentRole.REFERENCE
    )
    assert backers(given, [], among_themselves=False) == dict.fromkeys("ab", frozenset("sr"))


def test_without_sources_documents_are_held_against_one_another_only_where_that_is_asked_for() -> None:
    given = of_roles(a=DocumentRole.CHECKED, b=DocumentRole.CHECKED)
    assert backers(given, [], among_themselves=False) == {}
    assert backers(given, [], among_themselves=True) == {"a": frozenset("b"), "b": frozenset("a")}


def test_copies_of_one_story_do_not_support_each_other(checker: Checker) -> None:
    others = "It burnt all night. Mats Lund led the workers out. Anna Berg shut the gates. Nobody went home."
    story = f"{FIRE.format(12)} {others}"
    copies = [Document(id=id, text=story) for id in "ab"]
    report = checker.check(copies, coverage=True)
    assert report.coverage is not None
    assert not any(detail.support for detail in report.coverage.details)
    told = checker.check([*copies, Document(id="c", text=FIRE.format(12))], coverage=True)
    assert standings(told, Kind.NUMBER)["12"] is Standing.AGREES


def test_a_conflict_outweighs_a_source_that_agrees(checker: Checker) -> None:
    report = against(checker, FIRE.format(12), FIRE.format("twelve"), FIRE.format(14))
    assert standings(report, Kind.NUMBER) == {"12": Standing.DISAGREES}
    assert report.coverage is not None
    assert Standing.DISAGREES in {claim.standing for claim in report.coverage.claims}
    assert reported(report) == []


def test_a_claim_agrees_where_all_its_details_do(checker: Checker) -> None:
    report = against(checker, FIRE.format(12) + " The brewery Hopf was founded in 1871.", FIRE.format(12))
    assert report.coverage is not None
    found = {(c.sentence.start == 0, c.standing) for c in report.coverage.claims}
    assert found == {(True, Standing.AGREES), (False, Standing.ALONE)}


def test_names_alone_support_no_claim(checker: Checker) -> None:
    report = against(checker, "Mats Lund left Uppsala.", "Mats Lund spoke to a crowd.", "Uppsala was quiet.")
    assert set(standings(report, Kind.NAME).values()) == {Standing.AGREES}
    assert report.coverage is not None
    assert [claim.standing for claim in report.coverage.claims] == [Standing.ALONE]


def test_an_ignored_rule_puts_nothing_in_conflict(word_bag: object) -> None:
    checker = Checker(encoder=word_bag, ignore=["event-number"])  # type: ignore[arg-type]
    report = against(checker, FIRE.format(12), FIRE.format("twelve"), FIRE.format(14))
    assert standings(report, Kind.NUMBER) == {"12": Standing.AGREES}


def test_a_detail_stated_twice_is_one_finding_with_two_places(checker: Checker) -> None:
    [finding] = reported(against(checker, f"{FIRE.format(12)} {FIRE.format(12)}", "Lund is a town."))
    [position] = finding.positions
    assert (finding.rule, finding.kind, position.value) == ("number-unsupported", Kind.SUPPORT, "12")
    assert len(position.evidence) == 2
    assert "12" in finding.message


def test_a_quotation_of_somebody_else_is_none_of_the_draft(checker: Checker) -> None:
    draft, source = "Lund mourned." + SAID.format("Mats Lund"), "Lund mourned." + SAID.format("Anna Berg")
    assert list(standings(against(checker, draft, source), Kind.QUOTE_WORDING).values()) == [
        Standing.DISAGREES
    ]
    assert list(standings(against(checker, draft, draft), Kind.QUOTE_WORDING).values()) == [Standing.AGREES]


def test_a_confidential_source_supports_and_is_not_quoted(checker: Checker) -> None:
    report = against(checker, FIRE.format(12), FIRE.format("twelve"), confidential=True)
    assert report.coverage is not None
    details: list[Detail] = [d for d in report.coverage.details if d.support]
    assert details
    assert {(len(p.span), len(p.sentence)) for d in details for p in d.support} == {(0, 0)}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("kind: support, over: document", "a support rule says what it looks for"),
        ("kind: support, over: document, detail: place", "a support rule says what it looks for"),
        ("kind: number, over: topic, detail: number", "a number rule looks for no other detail"),
    ],
)
def test_only_a_support_rule_says_which_detail_it_looks_for(
    tmp_path: object, written: str, told: str
) -> None:
    pack = tmp_path / "pack.yaml"  # type: ignore[operator]
    pack.write_text(
        f"rules:\n  - {{id: mine, {written}, severity: {{unsupported: info}}, message: m, why: w, tests: ["
        "{a: A mill burnt., expect: unsupported}, {a: A mill burnt., expect: silent}]}\n"
    )
    with pytest.raises(RuleError, match=told):
        load_packs([pack])
