"""The report as `DiagnosticResult` of the Reviewdog Diagnostic Format, for reviewdog on any host.

Specification: reviewdog, `proto/rdf/reviewdog.proto`. Its columns count bytes of UTF-8, from 1; ends are exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reconcile.findings import Evidence, Severity
from reconcile.reports.annotations import Annotation, annotated, in_one_line, lines, path_of
from reconcile.reports.json_report import TOOL
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.telling import provenance, where
from reconcile.reports.untrusted import as_json, visible

_SEVERITIES: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Part = dict[str, Any]


def render_rdjson(report: Report) -> str:
    """The findings that lie in files, as indented JSON; of the others there is nothing to comment on."""
    report = report.arranged()
    documents = {entry.id: entry for entry in report.documents}
    found = [_diagnostic(a, a.place, documents) for a in annotated(report) if a.place]
    content = {"source": {"name": TOOL}, "diagnostics": found}
    return as_json(content)


def _diagnostic(annotation: Annotation, shown: Evidence, documents: Mapping[str, DocumentEntry]) -> Part:
    finding = annotation.finding
    return {
        "message": visible(in_one_line(lines(annotation, documents))),
        "location": _location(shown, documents),
        "severity": _SEVERITIES[annotation.severity],
        "code": {"value": f"{finding.rule}/{finding.id}"},
        "related_locations": [
            {
                "message": visible(f"{where(place)}, {provenance(place, documents)}"),
                "location": _location(place, documents),
            }
            for place in annotation.related
        ],
    }


def _location(place: Evidence, documents: Mapping[str, DocumentEntry]) -> Part:
    entry = documents[place.document]
    text_lines = entry.text.split("\n") if entry.text else []
    return {
        "path": path_of(entry),
        "range": {
            "start": _position(place.line, place.column, text_lines),
            "end": _position(place.end_line, place.end_column, text_lines),
        },
    }


def _position(line: int, column: int, text_lines: list[str]) -> Part:
    """A line, and the column in bytes where the line is known."""
    if line > len(text_lines):
        return {"line": line}
    before = text_lines[line - 1][: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
