from dataclasses import replace
from xml.etree import ElementTree

from reconcile.findings import Severity, Silence, Silenced
from reconcile.reports.junit_report import render_junit
from reconcile.reports.model import Report
from tests.reports.examples import entry, finding, report, spelling
from tests.reports.schemas import junit


def suite(of: Report) -> ElementTree.Element:
    page = render_junit(of)
    junit().validate(page)
    [told] = ElementTree.fromstring(page.encode("utf-8"))
    return told


def test_a_finding_is_a_failed_test_with_its_passages() -> None:
    first, second = suite(report())
    assert (first.get("classname"), first.get("name")) == (
        "reconcile.event-date",
        "Vltava bridge reopened: 2023-08 or 2024 [3fa0c1d2e3f4]",
    )
    [failure] = first
    assert (failure.tag, failure.get("type")) == ("failure", "date conflict")
    assert failure.get("message") == "error: Vltava bridge reopened: 2023-08 or 2024"
    assert "a.txt:1:90" in (failure.text or "") and "»last August«" in (failure.text or "")
    assert [part.tag for part in second] == ["failure"]


def test_the_suite_counts_what_is_in_it() -> None:
    accepted = spelling(silenced=Silenced(Silence.ACCEPTED, "house style"))
    entries = (entry("a.txt"), entry("b.txt"), entry("c.txt"), entry("d.txt", problems=("is empty",)))
    told = suite(report(documents=entries, findings=(finding(), accepted)))
    assert [told.get(name) for name in ("tests", "failures", "errors", "skipped")] == ["4", "1", "1", "1"]


def test_info_passes_and_is_told_as_output() -> None:
    [case] = suite(report(findings=(replace(finding(), severity=Severity.INFO),)))
    assert [part.tag for part in case] == ["system-out"]
    assert "last August" in (case[0].text or "")


def test_a_silenced_finding_is_skipped_and_says_why() -> None:
    accepted = finding(silenced=Silenced(Silence.ACCEPTED, "the author knows"))
    [case] = suite(report(findings=(accepted,)))
    assert [(part.tag, part.get("message")) for part in case] == [("skipped", "accepted: the author knows")]


def test_a_clean_run_has_a_passed_test_for_each_document() -> None:
    told = suite(report(findings=()))
    assert [(case.get("name"), len(case)) for case in told] == [("a.txt", 0), ("b.txt", 0)]


def test_what_was_not_checked_is_an_error_and_no_passed_test() -> None:
    entries = (entry("a.txt", claims=0), entry("c.txt", claims=0, problems=("is empty",)))
    told = suite(report(documents=entries, findings=()))
    assert [(case.get("name"), [part.get("message") for part in case]) for case in told] == [
        ("c.txt", ["Not checked: c.txt (is empty)"]),
        ("the run", ["No document gave a claim, so nothing was compared."]),
        ("a.txt", []),
    ]


def test_what_xml_cannot_write_is_shown_as_an_escape() -> None:
    [case] = suite(report(findings=(finding(message="a\x00\x0b\ud800\ufffe\uffffb <&]]>"),)))
    assert case.get("name") == (r"Vltava bridge reopened: a\x00 \ud800\ufffe\uffffb <&]]> [3fa0c1d2e3f4]")
