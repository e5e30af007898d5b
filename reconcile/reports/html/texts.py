"""The texts that were checked, with what became of their words, and the links that lead into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reconcile.coverage import Detail, Standing
from reconcile.findings import Evidence, Finding, Relation
from reconcile.reports.html.shading import lines
from reconcile.reports.model import DocumentEntry, Report

_SHADE_OF_A_LINK = {Relation.CONFLICT: "conflict", Relation.UNSUPPORTED: "alone"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one line of a text: how they are shaded, what they are linked to, and how others link to them."""

    text: str
    shades: str  # classes of the style sheet
    anchor: str  # empty where nothing links to them
    finding: str  # the id of the finding that they are the evidence of, or empty
    support: str  # the documents that say the same of a detail, or empty


class Texts:
    """The texts of a report's documents that were checked and may be seen. `numbers` are the documents'."""

    def __init__(self, report: Report, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers
        self.coverage = report.coverage
        self.shown = [entry for entry in report.documents if entry.role == "checked" and entry.text]
        self._findings: dict[str, list[tuple[Evidence, Finding]]] = {entry.id: [] for entry in self.shown}
        for finding in report.findings:
            for position in finding.positions:
                for evidence in position.evidence:
                    if evidence.document in self._findings:
                        self._findings[evidence.document].append((evidence, finding))
        self._linked = {entry.id: set(self._targets(entry)) for entry in self.shown}

    def anchor(self, document: str, start: int) -> str:
        """The target of links to what begins there; empty where nothing is linked, or no text is shown."""
        return f"t{self.numbers[document]}-{start}" if start in self._linked.get(document, ()) else ""

    def link(self, evidence: Evidence) -> str:
        """Where on the page the words of a place stand; empty where they do not."""
        return self.anchor(evidence.document, evidence.start)

    def alone(self, document: str) -> list[Detail]:
        """The details of a document that are found nowhere else, in its order."""
        return [detail for detail in self._details(document) if detail.standing is Standing.ALONE]

    def lines(self, entry: DocumentEntry) -> Iterator[list[Words]]:
        """The text line by line."""
        findings, details = self._findings[entry.id], self._details(entry.id)
        claims = [c for c in (self.coverage.claims if self.coverage else ()) if c.document == entry.id]
        layers = [
            [evidence.span for evidence, _ in findings],
            [c.span for c in claims],
            [d.span for d in details],
        ]
        for line in lines(entry.text, layers):
            told = []
            for stretch in line:
                finding, claim, detail = stretch.marks
                told.append(
                    _words(
                        stretch.text,
                        self.anchor(entry.id, stretch.start),
                        None if finding is None else findings[finding][1],
                        None if claim is None else claims[claim].standing,
                        None if detail is None else details[detail],
                    )
                )
            yield told

    def _details(self, document: str) -> list[Detail]:
        return [d for d in (self.coverage.details if self.coverage else ()) if d.document == document]

    def _targets(self, entry: DocumentEntry) -> Iterator[int]:
        """The offsets in a text that something on the page links to."""
        spans = [evidence.span for evidence, _ in self._findings[entry.id]]
        spans += [detail.span for detail in self.alone(entry.id)]
        yield from (span.start for span in spans if span.start < min(span.end, len(entry.text)))


def _words(
    text: str, anchor: str, finding: Finding | None, claim: Standing | None, detail: Detail | None
) -> Words:
    shades = [
        _SHADE_OF_A_LINK.get(finding.relation, "noted") if finding else "",
        f"claim-{claim}" if claim else "",
        f"detail-{detail.standing}" if detail else "",
    ]
    support = sorted({passage.document for passage in detail.support}) if detail else []
    return Words(
        text, " ".join(filter(None, shades)), anchor, finding.id if finding else "", ", ".join(support)
    )
