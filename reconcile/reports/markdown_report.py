"""The report as GitHub Flavored Markdown: for a pull request, a wiki, the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.findings import Finding, Position
from reconcile.reports.gfm import code, escaped, strong, with_marks
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.passages import passage
from reconcile.reports.summary import summary, verdict
from reconcile.reports.telling import (
    heading,
    loudness,
    named,
    other_wordings,
    provenance,
    quoted,
    shortened,
    sort_of,
    voices,
    where,
)


def render_markdown(report: Report) -> str:
    """A verdict, a table of the findings, and each with its passages. No HTML, links or images are in it."""
    report = report.arranged()
    documents = {entry.id: entry for entry in report.documents}
    blocks = [f"## Reconcile: {escaped(verdict(report))}", escaped(summary(report))]
    if report.findings:
        blocks.append(_table(report))
    for number, finding in enumerate(report.findings, 1):
        blocks += _finding(number, finding, documents)
    return "\n\n".join(blocks) + "\n"


def _table(report: Report) -> str:
    lines = ["| | Severity | Finding | Where |", "|---:|---|---|---|"]
    for number, finding in enumerate(report.findings, 1):
        firsts = [place for position in finding.positions for place in voices(position)[:1]]
        cells = (loudness(finding), f"{sort_of(finding)}: {heading(finding)}", named(firsts))
        lines.append(f"| {number} | {' | '.join(map(escaped, cells))} |")
    return "\n".join(lines)


def _finding(number: int, finding: Finding, documents: Mapping[str, DocumentEntry]) -> Iterator[str]:
    yield f"### {number}. {escaped(f'{loudness(finding)} {sort_of(finding)}: {heading(finding)}')}"
    for position, other in zip(finding.positions, other_wordings(finding), strict=True):
        yield from _position(position, other, documents)
    if finding.explanation:
        yield escaped(finding.explanation)
    if finding.silenced:
        yield escaped(f"{finding.silenced.how}: {finding.silenced.why}")
    yield f"Rule {code(finding.rule)}, finding {code(finding.id)}"


def _position(position: Position, other: str | None, documents: Mapping[str, DocumentEntry]) -> Iterator[str]:
    yield strong(shortened(position.said))
    told, rest = quoted(position)
    for voice in told:
        yield f"{code(where(voice.place))}, {escaped(provenance(voice.place, documents))}:"
        yield f"> {with_marks(passage(voice.place, marked=False, other=other))}"
        if voice.echoes:
            yield f"also in: {code(named(voice.echoes))}"
    if rest:
        yield f"and {len(rest)} more: {code(named(rest))}"
