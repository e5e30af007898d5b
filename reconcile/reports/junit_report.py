"""The report as JUnit XML, as Jenkins and Surefire define it (`junit-10.xsd`): every CI system shows it.

A finding is a test that failed; one of severity info passed, with its words as output; a silenced one is skipped. A
document that was not checked is an error, and one without findings a test that passed, so that no run is empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from reconcile.findings import Finding, Severity
from reconcile.reports.annotations import problems
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.telling import headline, sort_of
from reconcile.reports.text_report import plain, print_finding
from reconcile.reports.untrusted import visible, visible_lines

_OUTCOMES: Final = {"failures": "failure", "errors": "error", "skipped": "skipped"}
# XML 1.0 has no way to write these; the other characters that it lacks are made visible in every format.
_NO_CHARACTERS: Final = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def render_junit(report: Report) -> str:
    """One suite: what was not checked, the findings, worst first, and the documents without any."""
    report = report.arranged()
    cases = [*_unchecked(report), *_found(report), *_clean(report)]
    outcomes = Counter(part.tag for case in cases for part in case)
    counts = {name: str(outcomes[tag]) for name, tag in _OUTCOMES.items()}
    suites = Element("testsuites", {"name": "reconcile"})
    suite = SubElement(suites, "testsuite", {"name": "reconcile", "tests": str(len(cases)), **counts})
    suite.extend(cases)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _unchecked(report: Report) -> Iterator[Element]:
    for problem in problems(report):
        case = _case("documents", problem.document.id if problem.document else "the run")
        SubElement(case, "error", {"type": "not checked", "message": _line(problem.message)})
        yield case


def _found(report: Report) -> Iterator[Element]:
    for finding in report.findings:
        case = _case(finding.rule, f"{headline(finding)} [{finding.id}]")
        told = {"type": sort_of(finding), "message": _line(f"{finding.severity}: {headline(finding)}")}
        if finding.silenced:
            why = f"{finding.silenced.how}: {finding.silenced.why}"
            part = SubElement(case, "skipped", {"type": finding.silenced.how, "message": _line(why)})
        elif finding.severity is Severity.INFO:
            part = SubElement(case, "system-out")
        else:
            part = SubElement(case, "failure", told)
        part.text = _lines(plain(partial(print_finding, finding, report)))
        yield case


def _clean(report: Report) -> Iterator[Element]:
    for entry in report.documents:
        if entry.role == "checked" and not entry.problems and not _named(entry, report.findings):
            yield _case("documents", entry.id)


def _named(entry: DocumentEntry, findings: tuple[Finding, ...]) -> bool:
    places = (e for finding in findings for position in finding.positions for e in position.evidence)
    return any(place.document == entry.id for place in places)


def _case(group: str, name: str) -> Element:
    return Element("testcase", {"classname": _line(f"reconcile.{group}"), "name": _line(name), "time": "0"})


def _line(text: str) -> str:
    return visible(text).translate(_NO_CHARACTERS)


def _lines(text: str) -> str:
    return visible_lines(text).translate(_NO_CHARACTERS)
