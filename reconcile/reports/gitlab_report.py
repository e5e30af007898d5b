"""The report as GitLab's Code Quality reads it, for the merge request; of what is shown there, only the draft changes.

Format: GitLab Docs, "Code Quality", section "Code Quality report format".
"""

from __future__ import annotations

from typing import Any, Final

from reconcile.findings import Evidence, Severity
from reconcile.reports.annotations import Annotation, annotated, in_one_line, lines
from reconcile.reports.model import Report
from reconcile.reports.untrusted import as_json, visible

_SEVERITIES: Final = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render_gitlab(report: Report) -> str:
    """The findings that lie in a file that was checked, as a JSON list; the others have no line to stand beside."""
    report = report.arranged()
    documents = {entry.id: entry for entry in report.documents}
    issues = [
        _issue(a, a.place, visible(in_one_line(lines(a, documents))))
        for a in annotated(report)
        if a.place and documents[a.place.document].role == "checked"
    ]
    return as_json(issues)


def _issue(annotation: Annotation, place: Evidence, description: str) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": annotation.finding.rule,
        "fingerprint": annotation.finding.id,
        "severity": _SEVERITIES[annotation.severity],
        "location": {"path": annotation.path, "lines": {"begin": place.line, "end": place.end_line}},
    }
