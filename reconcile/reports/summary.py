"""The last line of a run: what was checked, what was found, and what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.findings import Severity, Silence
from reconcile.reports.model import DocumentEntry, Report

_NAMED = 20  # documents that were not checked; formats for machines name all


def summary(report: Report) -> str:
    """One line of plain words. What was not checked is always said: silence must not look like success."""
    sentences = [
        f"{_documents(report)}, {_claims(report)}, {_findings(report)}.",
        *report.gaps,
        *_coverage(report),
        *([f"Not checked: {_problems(report.unchecked)}."] if report.unchecked else []),
        *_silenced(report),
        *([f"Skipped {counted(report.skipped, 'other file')}."] if report.skipped else []),
    ]
    return " ".join(sentences)


def verdict(report: Report) -> str:
    """How it went, for a heading. An incomplete check is never only "no findings"."""
    found = _loudness(report) or "no findings"
    return f"the check is incomplete; {found}" if report.incomplete else found


def _documents(report: Report) -> str:
    roles = Counter(entry.role for entry in report.documents)
    checked = counted(roles["checked"], "document")
    return f"{checked} against {counted(roles['source'], 'source')}" if roles["source"] else checked


def _claims(report: Report) -> str:
    return counted(sum(entry.claims for entry in report.documents if entry.role != "reference"), "claim")


def _findings(report: Report) -> str:
    found = report.open
    return f"{counted(len(found), 'finding')}: {_loudness(report)}" if found else "no findings"


def _loudness(report: Report) -> str:
    """How many findings of each severity: "1 error, 2 warnings"; of none, nothing."""
    found = Counter(finding.severity for finding in report.open)
    return ", ".join(_severity(severity, found[severity]) for severity in Severity if found[severity])


def _coverage(report: Report) -> Iterator[str]:
    """How much of what the checked documents state the sources support; nothing where there are none."""
    if report.coverage is None or not any(entry.role == "source" for entry in report.documents):
        return
    tally = report.coverage.total
    if tally.share is None:
        yield "No detail that sources could support."
    else:
        details = f"{tally.supported} of {counted(tally.checkable, 'detail')} ({tally.share:.0f} %)"
        yield f"Supported: {details}; {tally.conflicting} in conflict, {tally.alone} found nowhere else."


def _silenced(report: Report) -> Iterator[str]:
    """How many findings are silenced, and how."""
    hows = Counter(finding.silenced.how for finding in report.silenced if finding.silenced)
    yield from (f"{counted(hows[how], 'finding')} {how}." for how in Silence if hows[how])


def _severity(severity: Severity, number: int) -> str:
    return f"{number} info" if severity is Severity.INFO else counted(number, severity.value)


def _problems(entries: Sequence[DocumentEntry]) -> str:
    named = [*map(_problem, entries[:_NAMED])]
    more = len(entries) - len(named)
    return "; ".join([*named, f"and {counted(more, 'more document')}"] if more else named)


def _problem(entry: DocumentEntry) -> str:
    return f"{entry.id} ({'; '.join(problem.rstrip('.') for problem in entry.problems)})"


def counted(number: int, thing: str) -> str:
    """1 thing, 2 things"""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
