"""Laws of the formats: valid, harmless, complete, and the same bytes for the same report."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from html.parser import HTMLParser
from random import Random
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reconcile.cli import streams
from reconcile.findings import Finding, Severity
from reconcile.reports import FORMATS
from reconcile.reports.csv_report import COLUMNS, cell
from reconcile.reports.json_schema import LinePart, ReportPart
from reconcile.reports.model import Report
from reconcile.reports.untrusted import visible
from tests.property.hostile import anything, hostile_reports
from tests.reports.schemas import breaches_of_schema_org, junit


@given(hostile_reports(), st.randoms(use_true_random=False))
def test_shuffling_a_report_changes_no_byte_of_any_format(report: Report, random: Random) -> None:
    def shuffled(items: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(random.sample(items, len(items)))

    findings = (
        replace(
            finding,
            positions=shuffled(tuple(replace(p, evidence=shuffled(p.evidence)) for p in finding.positions)),
        )
        for finding in report.findings
    )
    turned = replace(report, documents=shuffled(report.documents), findings=shuffled(tuple(findings)))
    assert [name for name, render in FORMATS.items() if render(turned) != render(report)] == []


BESIDE_THE_DRAFT = {"gitlab", "rdjson"}  # have no place for a finding that lies in no file of the desk


@given(hostile_reports())
def test_every_finding_is_in_every_format_and_all_of_it_is_utf_8(report: Report) -> None:
    for name, render in FORMATS.items():
        told = render(report).encode("utf-8").decode("utf-8")
        wanted = [f for f in report.findings if name not in BESIDE_THE_DRAFT or _in_a_draft(f, report)]
        assert [(name, finding.id) for finding in wanted if finding.id not in told] == []


def _in_a_draft(finding: Finding, report: Report) -> bool:
    drafts = {entry.id for entry in report.documents if entry.role == "checked" and entry.path}
    return any(place.document in drafts for position in finding.positions for place in position.evidence)


RUNNERS = re.compile(r"^\s*::[A-Za-z].*::|##\w*\[")  # GitHub's new and old commands, Azure's and TeamCity's


@given(hostile_reports())
def test_no_line_is_a_command_to_the_runner_of_a_pipeline(report: Report) -> None:
    """But of `github`, whose lines are commands: `test_hosts.py` says that they are its own."""
    for name, render in FORMATS.items():
        if name != "github":
            assert [line for line in render(report).splitlines() if RUNNERS.search(line)] == [], name


@given(anything)
def test_no_message_is_a_command_to_the_runner_of_a_pipeline(message: str) -> None:
    with redirect_stderr(io.StringIO()) as told, redirect_stdout(told):
        streams.complain(message)
        streams.say(message)
    assert [line for line in told.getvalue().splitlines() if RUNNERS.search(line)] == []


# --- concise

LINE = re.compile(r".*: (error|warning|info) [\w -]+?( \((accepted|ignored)\))?: .*\[.*[0-9a-f]{12}\]")


@given(hostile_reports())
def test_concise_is_a_line_a_finding(report: Report) -> None:
    lines = FORMATS["concise"](report).split("\n")[:-1]
    found = lines[len(report.unchecked) + len(report.gaps) :]
    assert len(found) == len(report.findings)
    assert all(map(LINE.fullmatch, found))


# --- jsonl


@given(hostile_reports())
def test_jsonl_is_json_with_a_finding_a_line_whatever_a_reader_takes_for_the_end_of_one(
    report: Report,
) -> None:
    whole = json.loads(FORMATS["json"](report))
    run, *found = [json.loads(line) for line in FORMATS["jsonl"](report).splitlines()]
    assert {**run, "findings": found} == whole
    for line in (run, *found):
        LinePart.model_validate(line)
    ReportPart.model_validate(whole)


# --- csv

FORMULA = re.compile(r'[\s"]*[=+\-@＝＋－＠]')


@given(hostile_reports())
def test_csv_read_back_gives_a_row_for_each_place(report: Report) -> None:
    page = FORMATS["csv"](report)
    assert page.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(page.removeprefix("\ufeff"), newline=""), strict=True)
    told = [row for row in rows if row[COLUMNS.index("status")] != "not checked"]
    places = [
        (finding.id, cell(position.value), cell(place.document), str(place.line), cell(place.text))
        for finding in report.arranged().findings
        for position in finding.positions
        for place in position.evidence
    ]
    assert tuple(head) == COLUMNS
    shown = [COLUMNS.index(name) for name in ("finding", "value", "document", "line", "words")]
    assert [tuple(row[index] for index in shown) for row in told] == places
    assert len(rows) - len(told) == len(report.unchecked) + len(report.gaps)


@given(hostile_reports(), st.sampled_from(",;|\t"))
def test_no_cell_is_a_formula_whatever_parts_the_cells(report: Report, separator: str) -> None:
    page = io.StringIO(FORMATS["csv"](report).removeprefix("\ufeff"), newline="")
    assert not [c for row in csv.reader(page, delimiter=separator) for c in row if FORMULA.match(c)]


@given(anything)
def test_a_cell_differs_from_its_text_by_apostrophes_alone(text: str) -> None:
    assert cell(text).replace("'", "") == visible(text).replace("'", "")


# --- junit


@given(hostile_reports())
def test_junit_is_valid_and_fails_for_what_is_loud(report: Report) -> None:
    page = FORMATS["junit"](report)
    junit().validate(page)
    [suite] = ElementTree.fromstring(page.encode("utf-8"))
    cases = {case.get("name", "")[-13:-1]: case for case in suite}
    for finding in report.findings:
        loud = finding.severity is not Severity.INFO
        outcome = "skipped" if finding.silenced else "failure" if loud else "system-out"
        assert [part.tag for part in cases[finding.id]] == [outcome]
    for count, tag in (
        ("tests", "testcase"),
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ):
        assert suite.get(count) == str(sum(1 for _ in suite.iter(tag)))
    assert suite.get("errors") == str(len(report.unchecked) + len(report.gaps))


# --- claimreview


class Scripts(HTMLParser):
    """The contents of the scripts of a page, and every tag of it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.content = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.content += data


@given(hostile_reports())
def test_claimreview_speaks_schema_org_may_stand_in_a_page_and_reviews_each_finding(report: Report) -> None:
    content = FORMATS["claimreview"](report)
    assert not breaches_of_schema_org(json.loads(content))
    page = Scripts(f'<script type="application/ld+json">{content}</script>')
    assert page.tags == ["script"]
    assert json.loads(page.content) == json.loads(content)
    run, *reviews = json.loads(content)["@graph"]
    assert run["@type"] == "Report"
    told = [review["identifier"] for review in reviews]
    assert list(dict.fromkeys(told)) == [finding.id for finding in report.arranged().findings]
