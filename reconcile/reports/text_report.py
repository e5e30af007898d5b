"""The report as a fact-checker reads it: worst first, every passage in view, the value marked in it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reconcile.findings import Evidence, Finding, Kind, Position, Relation, Severity
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.passages import passage
from reconcile.reports.summary import summary
from reconcile.reports.untrusted import visible
from reconcile.text import Span

PLAIN_WIDTH = 100  # columns, wherever the output is not a terminal
SHOWN = 3  # places quoted under a position; more of them are only named
NAMED = 5  # places that are named, of those not quoted
HEADING = 60  # characters of a value in a heading
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
        body.append(Text(visible(f"rule {finding.rule}, finding {finding.id}"), style="dim"))
        return Group(_heading(number, finding), Text(), *(Padding(part, (0, 0, 0, 3)) for part in body))

    def _positions(self, finding: Finding) -> RenderableType:
        others = _other_wordings(finding)
        cells = [self._position(*pair) for pair in zip(finding.positions, others, strict=True)]
        if not (self.wide and len(cells) == 2):
            return Group(*(part for cell in _spaced(cells) for part in cell))
        grid = Table.grid(padding=(0, 4, 0, 0), expand=True)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(Group(*cells[0]), Group(*cells[1]))
        return grid

    def _position(self, position: Position, other: str | None) -> list[RenderableType]:
        parts: list[RenderableType] = [Text(_short(visible(position.said)), style="bold")]
        places = _voices(position)
        copied = [place for place in position.evidence if place.same_as is not None]
        for evidence in places[:SHOWN]:
            parts.append(Padding(self._source(evidence), (0, 0, 0, 2)))
            parts.append(Padding(passage(evidence, self.marked, other), (0, 0, 0, 4)))
            echoes, copied = _parted(copied, evidence.document)
            if echoes:
                parts.append(
                    Padding(Text(visible(f"also in: {_named(_varied(echoes))}"), style="dim"), (0, 0, 0, 4))
                )
        if rest := [*places[SHOWN:], *copied]:
            parts.append(Padding(Text(visible(_more(rest)), style="dim"), (0, 0, 0, 2)))
        return parts

    def _source(self, evidence: Evidence) -> Text:
        return Text.assemble((visible(_place(evidence)), "underline"), (f"  {self._known(evidence)}", "dim"))

    def _known(self, evidence: Evidence) -> str:
        entry = self.documents.get(evidence.document)
        if entry is not None and entry.role == "reference":
            return "held to be true by a rule pack"
        if entry is None or entry.published is None:
            return "no publication date"
        return f"published {visible(entry.published)}"


def _spaced(cells: Sequence[list[RenderableType]]) -> Iterator[list[RenderableType]]:
    for number, cell in enumerate(cells):
        yield [Text(), *cell] if number else cell


def _other_wordings(finding: Finding) -> list[str | None]:
    """For each position of a finding about wording, the wording to contrast it with: the next in a ring."""
    if finding.kind is not Kind.QUOTE_WORDING or len(finding.positions) < 2:
        return [None] * len(finding.positions)
    wordings: list[str | None] = [_voices(position)[0].text for position in finding.positions]
    return wordings[1:] + wordings[:1]


def _voices(position: Position) -> list[Evidence]:
    """The places that speak for themselves, in the order to quote them."""
    return _varied([place for place in position.evidence if place.same_as is None])


def _varied(places: Sequence[Evidence]) -> list[Evidence]:
    """The first place of each document, then the second of each, and so on: every voice is heard early.

    Of the places in one passage the shortest stands for all: the name, and not the quotation that it goes with.
    """
    passages: dict[tuple[str, Span, int], Evidence] = {}
    for place in sorted(places, key=lambda e: len(e.span)):
        passages.setdefault((place.document, place.claim, place.line), place)
    places = [place for place in places if place in passages.values()]
    met: Counter[str] = Counter()
    turns = []
    for place in places:
        met[place.document] += 1
        turns.append(met[place.document])
    return [place for _, place in sorted(zip(turns, places, strict=True), key=lambda pair: pair[0])]


def _more(places: Sequence[Evidence]) -> str:
    return f"and {len(places)} more: {_named(places)}"


def _named(places: Sequence[Evidence]) -> str:
    return ", ".join(map(_place, places[:NAMED])) + ", …" * (len(places) > NAMED)


def _parted(copied: Sequence[Evidence], voice: str) -> tuple[list[Evidence], list[Evidence]]:
    """The places for which a document speaks, and the others."""
    ours = [place for place in copied if place.same_as == voice]
    return ours, [place for place in copied if place.same_as != voice]


def _short(value: str) -> str:
    """A value as a heading; a long one, such as a quotation, stands in full below."""
    return value if len(value) <= HEADING else value[: HEADING - 2].rpartition(" ")[0] + " …"


def _heading(number: str, finding: Finding) -> Text:
    message, subject = visible(finding.message), visible(finding.subject)
    for position in finding.positions:
        value = visible(position.said)
        message = message.replace(value, _short(value)) if value else message
    told = message if subject in message else f"{subject}: {message}"
    return Text.assemble(
        number,
        (finding.severity.value, STYLES[finding.severity]),
        f" {_sort(finding)}: ",
        (told, "bold"),
    )


def _sort(finding: Finding) -> str:
    """What sort of finding it is: "date conflict", "name variant", but "style" alone."""
    said_by_kind = (finding.kind, finding.relation) in {
        (Kind.STYLE, Relation.STYLE),
        (Kind.SUPPORT, Relation.UNSUPPORTED),
    }
    return finding.relation if said_by_kind else f"{finding.kind} {finding.relation}"


def _place(evidence: Evidence) -> str:
    return f"{evidence.document}:{evidence.line}:{evidence.column}"


def _how_to_silence(finding: Finding) -> Text:
    rule, number = visible(finding.rule), visible(finding.id)
    return Text(
        f"To silence a rule: --ignore {rule}. To accept one finding, write in reconcile.toml:\n"
        f'accept = [{{id = "{number}", why = "…"}}]\n',
        style="dim",
    )
