"""The texts that were checked, with what became of their words, and the links that lead into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from reconcile.coverage import ClaimStanding, Coverage, Detail, Standing
from reconcile.findings import Evidence, Finding, Relation
from reconcile.reports.html.shading import Stretch, lines
from reconcile.reports.model import DocumentEntry, Report

_SHADES = {Relation.CONFLICT: "conflict", Relation.UNSUPPORTED: "alone"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one line. Of those that are neither evidence nor a detail only the text is known."""

    text: str
    anchor: str = ""  # what links to them lead to
    finding: str = ""  # the id of the finding that they are the evidence of
    shade: str = ""  # how that finding, or the detail, shows
    support: tuple[str, ...] = ()  # the documents that say the same of a detail


Line: TypeAlias = list[tuple[Standing | None, list[Words]]]  # claim by claim; None is between claims


class Text:
    """The text of one document, under its number on the page, with its evidence and its coverage."""

    def __init__(
        self,
        entry: DocumentEntry,
        number: int,
        evidence: Sequence[tuple[Evidence, Finding]],
        coverage: Coverage,
    ) -> None:
        self.entry, self.number = entry, number
        self.coverage = coverage
        self.alone = [detail for detail in coverage.details if detail.standing is Standing.ALONE]
        self._evidence = evidence
        linked = [place.span for place, _ in evidence] + [detail.span for detail in self.alone]
        self._linked = {span.start for span in linked if span.start < min(span.end, len(entry.text))}

    def anchor(self, start: int) -> str:
        """The target of links to what begins there; empty where nothing is linked."""
        return f"t{self.number}-{start}" if start in self._linked else ""

    def lines(self) -> Iterator[Line]:
        """The text line by line, in the words that one thing is known of."""
        claims, details = self.coverage.claims, self.coverage.details
        layers = (
            [claim.span for claim in claims],
            [place.span for place, _ in self._evidence],
            [detail.span for detail in details],
        )
        for line in lines(self.entry.text, layers):
            yield [
                (None if claim is None else claims[claim].standing, [self._words(one) for one in stretches])
                for claim, stretches in groupby(line, key=lambda stretch: stretch.marks[0])
            ]

    def _words(self, stretch: Stretch) -> Words:
        _, place, number = stretch.marks
        if place is not None:
            _, finding = self._evidence[place]
            shade = _SHADES.get(finding.relation, "noted")
            return Words(stretch.text, self.anchor(stretch.start), finding.id, shade)
        if number is None:
            return Words(stretch.text)
        detail = self.coverage.details[number]
        support = tuple(dict.fromkeys(passage.document for passage in detail.support))
        return Words(stretch.text, self.anchor(stretch.start), shade=detail.standing, support=support)


def texts_of(report: Report, numbers: Mapping[str, int]) -> dict[str, Text]:
    """The texts that may be seen of the checked documents, by their ids. `numbers` are the documents' on the page."""
    evidence: defaultdict[str, list[tuple[Evidence, Finding]]] = defaultdict(list)
    for finding in sorted(report.findings, key=lambda finding: finding.silenced is not None):
        for place in (place for position in finding.positions for place in position.evidence):
            evidence[place.document].append((place, finding))
    coverage = _by_document(report.coverage)
    return {
        entry.id: Text(entry, numbers[entry.id], evidence[entry.id], coverage[entry.id])
        for entry in report.documents
        if entry.role == "checked" and entry.text
    }


def _by_document(coverage: Coverage | None) -> defaultdict[str, Coverage]:
    """The coverage of each document; of one that has none, an empty one."""
    details: defaultdict[str, list[Detail]] = defaultdict(list)
    claims: defaultdict[str, list[ClaimStanding]] = defaultdict(list)
    for detail in coverage.details if coverage else ():
        details[detail.document].append(detail)
    for claim in coverage.claims if coverage else ():
        claims[claim.document].append(claim)
    parts = {id: Coverage((id,), tuple(details[id]), tuple(claims[id])) for id in {*details, *claims}}
    return defaultdict(lambda: Coverage((), (), ()), parts)
