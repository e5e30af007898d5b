"""What the template asks of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.coverage import Standing
from reconcile.findings import Evidence, Finding, Position, Severity
from reconcile.reports.html.texts import texts_of
from reconcile.reports.html.verdict import tallies, verdict
from reconcile.reports.model import Report
from reconcile.reports.passages import MARK, passage
from reconcile.reports.summary import counted, summary
from reconcile.reports.telling import provenance
from reconcile.rules.packs import Rule


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick, or one line to pick, among the filters."""

    value: str
    label: str
    count: int


class View:
    """A report as the page shows it: with numbers for its documents, and links between findings and texts."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.numbers = {entry.id: number for number, entry in enumerate(report.documents)}
        self.entries = {entry.id: entry for entry in report.documents}
        self.texts = texts_of(report, self.numbers)
        self.rules: dict[str, Rule] = {rule.id: rule for rule in report.rules}

    @property
    def verdict(self) -> str:
        return verdict(self.report)

    @property
    def tallies(self) -> list[tuple[Severity, int, str, str]]:
        return tallies(self.report)

    @property
    def summary(self) -> str:
        return summary(self.report)

    @property
    def scope(self) -> Iterator[tuple[str, str, str]]:
        """How much was compared, and how much of it the sources support: what is counted, how much, of what."""
        for role, thing in (("checked", "document"), ("source", "source")):
            entries = [entry for entry in self.report.documents if entry.role == role]
            if entries:
                things = thing if len(entries) == 1 else f"{thing}s"
                yield things, str(len(entries)), f"with {counted(sum(e.claims for e in entries), 'claim')}"
        total = self.report.coverage.total if self.report.coverage else None
        if total and total.share is not None:
            yield "supported", f"{total.share:.0f} %", f"of {counted(total.checkable, 'detail')}"

    @property
    def standings(self) -> list[tuple[Standing, str]]:
        """What can become of a claim, and what that means."""
        return [
            (Standing.AGREES, "that another document supports"),
            (Standing.DISAGREES, "that stands in a conflict"),
            (Standing.ALONE, "that is found nowhere else"),
        ]

    @property
    def kinds(self) -> list[Choice]:
        counts = Counter(finding.kind for finding in self.report.findings)
        return [Choice(kind, kind.replace("-", " "), number) for kind, number in sorted(counts.items())]

    @property
    def severities(self) -> list[Choice]:
        counts = Counter(finding.severity for finding in self.report.findings)
        return [Choice(s, s, counts[s]) for s in Severity if counts[s]]

    @property
    def sources(self) -> list[Choice]:
        counts = Counter(number for finding in self.report.findings for number in self.sources_of(finding))
        return [
            Choice(str(number), self.name(entry.id), counts[number])
            for number, entry in enumerate(self.report.documents)
            if counts[number]
        ]

    def sources_of(self, finding: Finding) -> list[int]:
        """The numbers of the documents that a finding cites."""
        cited = {e.document for position in finding.positions for e in position.evidence}
        return sorted(self.numbers[document] for document in cited if document in self.numbers)

    def name(self, document: str) -> str:
        """What a document is called: its headline, or its id."""
        entry = self.entries.get(document)
        return entry.title if entry and entry.title else document

    def known(self, evidence: Evidence) -> str:
        """What is known of the document of a place: its date and its tier."""
        entry = self.entries.get(evidence.document)
        told = provenance(evidence, self.entries)
        return f"{told}, tier {entry.tier}" if entry and entry.tier is not None else told

    def pieces(self, evidence: Evidence, other: str | None) -> Iterator[tuple[str, bool]]:
        """The passage of a place in pieces, each with whether it is marked."""
        shown = passage(evidence, marked=False, other=other)
        for piece in shown.divide([at for span in shown.spans for at in (span.start, span.end)]):
            if piece.plain:
                yield piece.plain, any(span.style == MARK for span in piece.spans)

    def names(self, position: Position) -> list[str]:
        """The documents that hold a position, in the order of the page."""
        cited = {evidence.document for evidence in position.evidence}
        return sorted(cited, key=lambda document: (self.numbers.get(document, len(self.numbers)), document))

    def holders(self, position: Position) -> str:
        """The same, as short as a drawing needs it."""
        names = [name.rpartition("/")[2] for name in self.names(position)]
        first = names[0] if len(names[0]) <= 28 else f"{names[0][:26]}…"
        return first if len(names) == 1 else f"{first} and {len(names) - 1} more"

    def link(self, evidence: Evidence) -> str:
        """Where on the page the words of a place stand; empty where they do not."""
        text = self.texts.get(evidence.document)
        return text.anchor(evidence.start) if text else ""
