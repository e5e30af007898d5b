"""Reviewdog's format."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reconcile.findings import Position
from reconcile.reports.model import Report
from reconcile.reports.rdjson_report import render_rdjson
from tests.reports.examples import LONG, SHORT, entry, evidence, finding, report
from tests.reports.schemas import valid


def diagnostics(reported: Report) -> list[dict[str, Any]]:
    return valid(render_rdjson(reported), "rdformat")["diagnostics"]


def test_a_diagnostic_lies_in_the_draft_and_names_the_sources() -> None:
    documents = (entry("a.txt", text=LONG), entry("b.txt", role="source", text=f"\n\n{SHORT}"))
    [date] = diagnostics(report(documents=documents, findings=(finding(),)))
    assert date["location"] == {
        "path": "a.txt",
        "range": {"start": {"line": 1, "column": 90}, "end": {"line": 1, "column": 101}},
    }
    assert date["code"] == {"value": "event-date/3fa0c1d2e3f4"}
    assert date["severity"] == "ERROR"
    [source] = date["related_locations"]
    assert source["message"] == "b.txt:3:37, published 2024-06-05"
    assert source["location"]["range"]["start"] == {"line": 3, "column": 37}
    assert "2023-08: here, published 2024-06-05. 2024: b.txt:3:37" in date["message"]


def test_columns_count_the_bytes_of_utf_8() -> None:
    """The example of the specification: in a𐐀b the column of b is 6."""
    place = replace(evidence("a.txt", "a𐐀b", "b"), line=2)
    documents = (entry("a.txt", text="Zürich\na𐐀b"),)
    [told] = diagnostics(
        report(documents=documents, findings=(finding(positions=(Position("b", (place,)),)),))
    )
    assert told["location"]["range"] == {"start": {"line": 2, "column": 6}, "end": {"line": 2, "column": 7}}


def test_without_the_text_no_column_is_told() -> None:
    [told] = diagnostics(report(findings=(finding(),)))
    assert told["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}


def test_a_finding_in_no_file_is_left_out() -> None:
    typed = (Position("2023-08", (evidence("-", LONG, "last August"),)),)
    assert diagnostics(report(documents=(entry("-", path=None),), findings=(finding(positions=typed),))) == []
