"""The last line of a run: what was checked, what was found, and what was not checked."""

from __future__ import annotations

from collections import Counter

from reconcile.findings import Severity
from reconcile.reports.model import DocumentEntry, Report


def summary(report: Report) -> str:
    """One line of plain words. What was not checked is always said: silence must not look like success."""
    sentences = [
        f"{_documents(report)}, {_claims(report)}, {_findings(report)}.",
        *report.gaps,
        *([f"Not checked: {'; '.join(map(_problem, report.unchecked))}."] if report.unchecked else []),
        *([f"{_counted(len(report.accepted), 'finding')} accepted."] if report.accepted else []),
        *([f"Skipped {_counted(report.skipped, 'other file')}."] if report.skipped else []),
    ]
    return " ".join(sentences)


def _documents(report: Report) -> str:
    roles = Counter(entry.role for entry in report.documents)
    checked = _counted(roles["checked"], "document")
    return f"{checked} against {_counted(roles['source'], 'source')}" if roles["source"] else checked


def _claims(report: Report) -> str:
    return _counted(sum(entry.claims for entry in report.documents if entry.role != "reference"), "claim")


def _findings(report: Report) -> str:
    if not report.findings:
        return "no findings"
    found = Counter(finding.severity for finding in report.findings)
    words = [_severity(severity, found[severity]) for severity in Severity if found[severity]]
    return f"{_counted(len(report.findings), 'finding')}: {', '.join(words)}"


def _severity(severity: Severity, number: int) -> str:
    return f"{number} info" if severity is Severity.INFO else _counted(number, severity.value)


def _problem(entry: DocumentEntry) -> str:
    return f"{entry.id} ({'; '.join(problem.rstrip('.') for problem in entry.problems)})"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
