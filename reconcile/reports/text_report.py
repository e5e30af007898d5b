"""The report as a fact-checker reads it: worst first, every passage in view, the value marked in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reconcile.findings import Evidence, Finding, Position, Severity
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.passages import passage
from reconcile.reports.summary import summary
from reconcile.reports.telling import (
    acceptance,
    heading,
    named,
    other_wordings,
    provenance,
    quoted,
    shortened,
    sort_of,
    where,
)
from reconcile.reports.untrusted import visible

PLAIN_WIDTH = 100  # columns, wherever the output is not a terminal
SIDE_BY_SIDE = 120  # columns from which two positions stand beside each other
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def render_text(report: Report) -> str:
    """The report as plain text: no colour, no escape sequences, whatever the terminal and the environment."""
    return plain(lambda console: print_text(report, console))


def plain(print_on: Callable[[Console], None]) -> str:
    """What `print_on` prints, as plain text."""
    page = io.StringIO()
    settings: dict[str, Any] = {"color_system": None, "force_terminal": False, "legacy_windows": False}
    print_on(Console(file=page, width=PLAIN_WIDTH, _environ={}, **settings))
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def print_text(report: Report, console: Console) -> None:
    """Print the report on a console: in colour, and two positions beside each other, where it allows that."""
    report = report.arranged()
    for number, finding in enumerate(report.findings, 1):
        print_finding(finding, report, console, f"{number}. ")
        console.print()
    if report.findings:
        console.print(_how_to_silence(report.findings[0]))
    console.print(Text(visible(summary(report)), style="bold"), soft_wrap=True)


def print_finding(finding: Finding, report: Report, console: Console, number: str = "") -> None:
    """Print one finding; the report knows when its documents were published."""
    page = _Page({entry.id: entry for entry in report.documents}, console)
    console.print(page.finding(number, finding))


class _Page:
    """Lays out findings for one console."""

    def __init__(self, documents: dict[str, DocumentEntry], console: Console) -> None:
        self.documents = documents
        self.marked = console.color_system is None  # without bold, the value is marked by »…«
        self.wide = console.is_terminal and console.width >= SIDE_BY_SIDE

    def finding(self, number: str, finding: Finding) -> RenderableType:
        body = [self._positions(finding), Text()]
        if finding.explanation:
            body.append(Text(visible(finding.explanation)))
        if finding.silenced:
            told = f"{finding.silenced.how}: {finding.silenced.why}"
            body.append(Text(visible(told), style="dim"))
        body.append(Text(visible(f"rule {finding.rule}, finding {finding.id}"), style="dim"))
        return Group(_heading(number, finding), Text(), *(Padding(part, (0, 0, 0, 3)) for part in body))

    def _positions(self, finding: Finding) -> RenderableType:
        others = other_wordings(finding)
        cells = [self._position(*pair) for pair in zip(finding.positions, others, strict=True)]
        if not (self.wide and len(cells) == 2):
            return Group(*(part for cell in _spaced(cells) for part in cell))
        grid = Table.grid(padding=(0, 4, 0, 0), expand=True)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(Group(*cells[0]), Group(*cells[1]))
        return grid

    def _position(self, position: Position, other: str | None) -> list[RenderableType]:
        parts: list[RenderableType] = [Text(shortened(visible(position.said)), style="bold")]
        told, rest = quoted(position)
        for voice in told:
            parts.append(Padding(self._source(voice.place), (0, 0, 0, 2)))
            parts.append(Padding(passage(voice.place, self.marked, other), (0, 0, 0, 4)))
            if voice.echoes:
                also = visible(f"also in: {named(voice.echoes)}")
                parts.append(Padding(Text(also, style="dim"), (0, 0, 0, 4)))
        if rest:
            more = visible(f"and {len(rest)} more: {named(rest)}")
            parts.append(Padding(Text(more, style="dim"), (0, 0, 0, 2)))
        return parts

    def _source(self, evidence: Evidence) -> Text:
        known = provenance(evidence, self.documents)
        return Text.assemble((visible(where(evidence)), "underline"), (f"  {visible(known)}", "dim"))


def _spaced(cells: Sequence[list[RenderableType]]) -> Iterator[list[RenderableType]]:
    for number, cell in enumerate(cells):
        yield [Text(), *cell] if number else cell


def _heading(number: str, finding: Finding) -> Text:
    return Text.assemble(
        number,
        (finding.severity.value, STYLES[finding.severity]),
        f" {sort_of(finding)}: ",
        (visible(heading(finding)), "bold"),
    )


def _how_to_silence(finding: Finding) -> Text:
    return Text(
        f"To silence a rule: --ignore {visible(finding.rule)}. To accept one finding, write in reconcile.toml:\n"
        f"{visible(acceptance(finding))}\n",
        style="dim",
    )
