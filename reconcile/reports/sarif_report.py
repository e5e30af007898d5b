"""The report as SARIF 2.1.0, for code scanning: the draft's passage first, those it is held against linked from it.

It is built of plain values: sarif-om and pysarif are left since 2019 and 2023, and the models of sarif-pydantic take
0.7 s to import, as long as a cached check. Specification: SARIF 2.1.0 plus errata 01; what is read of it where: GitHub
Docs, "SARIF support for code scanning".
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from reconcile.findings import Evidence, Finding
from reconcile.reports.annotations import (
    Annotation,
    Problem,
    annotated,
    in_one_line,
    problems,
    reasons,
    sides,
)
from reconcile.reports.gfm import escaped, strong
from reconcile.reports.json_report import TOOL
from reconcile.reports.model import Report
from reconcile.reports.sarif_rules import LEVELS, braced, described, plain
from reconcile.reports.telling import headline, provenance, where
from reconcile.reports.untrusted import as_json
from reconcile.text import Span, line_and_column

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS: Final = 25_000  # with more of them, or of the locations of one, GitHub refuses the whole file
MOST_LOCATIONS: Final = 1_000
ROOT: Final = "SRCROOT"
_ROLES: Final = {"checked": "analysisTarget", "source": "referencedOnCommandLine"}

Part = dict[str, Any]


def render_sarif(report: Report) -> str:
    """The report as an indented SARIF log, the same bytes for the same report; lone surrogates become U+FFFD."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report.arranged()).content()]}
    return as_json(log)


def uri_of(path: PurePath) -> Part:
    """Where a file is: relative to the folder of the run, or absolute, with all but slashes and letters escaped."""
    posix = path.as_posix()
    try:
        name = posix.encode("utf-8", "surrogateescape")  # the bytes of a name that is not valid in UTF-8
    except UnicodeEncodeError:
        name = posix.encode("utf-8", "surrogatepass")
    if not path.is_absolute():
        return {"uri": quote(name), "uriBaseId": ROOT}
    return {"uri": f"file:///{quote(name, safe='/:').lstrip('/')}"}


class _Run:
    """Writes one run; knows where in its lists rules and files stand."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.documents = {entry.id: entry for entry in report.documents}
        self.files = {entry.id: n for n, entry in enumerate(e for e in report.documents if e.path)}
        self.rules = described(report)
        self.rule_numbers = {rule["id"]: number for number, rule in enumerate(self.rules)}

    def content(self) -> Part:
        report = self.report
        shown = list(annotated(report))[:MOST_RESULTS]
        return {
            "tool": {"driver": {"name": TOOL, "version": report.tool_version, "rules": self.rules}},
            "automationDetails": {"id": f"{TOOL}/"},
            "language": "en",
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which the check ran."}}},
            "invocations": [self._invocation()],
            "artifacts": [self._artifact(id) for id in self.files],
            "results": [self._result(annotation) for annotation in shown],
            "properties": {"model": {"name": report.model_name, "sha256": report.model_sha256}},
        }

    def _invocation(self) -> Part:
        notifications = [self._notification(problem) for problem in problems(self.report)]
        if (more := len(self.report.findings) - MOST_RESULTS) > 0:
            told = f"{more} more findings, the least of all, are left out: code hosts refuse so many."
            notifications.append({"level": "warning", "message": {"text": told}})
        return {
            "executionSuccessful": not self.report.incomplete,
            "toolExecutionNotifications": notifications,
        }

    def _notification(self, problem: Problem) -> Part:
        files = [problem.document.id] if problem.document and problem.document.path else []
        return {
            "level": "error",
            "message": {"text": plain(problem.message)},
            "locations": [{"physicalLocation": {"artifactLocation": self._file(id)}} for id in files],
        }

    def _artifact(self, id: str) -> Part:
        entry = self.documents[id]
        return {
            "location": self._file(id),
            "roles": [_ROLES[entry.role]],
            "properties": {"id": id, "published": entry.published, "claims": entry.claims},
        }

    def _file(self, id: str) -> Part:
        return {**uri_of(PurePath(self.documents[id].path or "")), "index": self.files[id]}

    def _result(self, annotation: Annotation) -> Part:
        finding = annotation.finding
        related = _numbered(annotation)
        return {
            "ruleId": finding.rule,
            "ruleIndex": self.rule_numbers[finding.rule],
            "level": LEVELS[finding.severity],
            "rank": round(100 * finding.confidence, 1),
            "message": self._message(annotation),
            "locations": self._first(annotation),
            "relatedLocations": [
                {"id": number, **self._location(place)} for place, number in related.items()
            ],
            # By the first GitHub knows a finding again, whatever the name says; the second is for everybody else.
            "partialFingerprints": {"primaryLocationLineHash": finding.id, "finding/v1": finding.id},
            **_suppressed(finding),
            "properties": _properties(finding),
        }

    def _message(self, annotation: Annotation) -> Part:
        """As text and as Markdown; in both, passages in files are linked."""
        finding = annotation.finding
        told = [
            f"{plain(said)}: {places}" for said, places in sides(finding, self._citing(annotation, plain))
        ]
        listed = [
            f"- {strong(said)}: {places}"
            for said, places in sides(finding, self._citing(annotation, escaped))
        ]
        text = in_one_line([plain(headline(finding)), *told, *map(plain, reasons(finding))])
        markdown = [strong(headline(finding)), "\n".join(listed), *map(escaped, reasons(finding))]
        return {"text": text, "markdown": braced("\n\n".join(markdown))}

    def _citing(self, annotation: Annotation, safe: Callable[[str], str]) -> Callable[[Evidence], str]:
        """How a place is told: "[passage 1](1) in draft.md:3:14, published 2024-06-05"."""
        numbers = _numbered(annotation)

        def cite(place: Evidence) -> str:
            number = numbers.get(place)
            link = f"[passage {number}]({number}) in " if number else ""
            at = "here" if place == annotation.place else safe(where(place))
            return f"{link}{at}, {safe(provenance(place, self.documents))}"

        return cite

    def _first(self, annotation: Annotation) -> list[Part]:
        """The one location that hosts look at. Where no passage lies in a file, the documents are named instead."""
        if annotation.place:
            return [self._location(annotation.place)]
        places = (place for position in annotation.finding.positions for place in position.evidence)
        names = dict.fromkeys(place.document for place in places)
        return [{"logicalLocations": [{"fullyQualifiedName": name} for name in names]}]

    def _location(self, place: Evidence) -> Part:
        return {
            "physicalLocation": {
                "artifactLocation": self._file(place.document),
                "region": _region(place),
                **_context(place, self.documents[place.document].text),
            }
        }


def _numbered(annotation: Annotation) -> dict[Evidence, int]:
    """The related places with the numbers by which the message links them."""
    return {place: number for number, place in enumerate(annotation.related[: MOST_LOCATIONS - 1], 1)}


def _region(place: Evidence) -> Part:
    """Lines and columns alone: an offset counts the characters of line ends, which are not known any more."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "snippet": {"text": place.text},
    }


def _context(place: Evidence, text: str) -> Part:
    """The sentence around the value, which of a speaker it may stand beside."""
    around = Span(min(place.claim.start, place.start), max(place.claim.end, place.end))
    if not around.of(text) or around == place.span:
        return {}
    (line, column), (end_line, end_column) = (line_and_column(text, at) for at in (around.start, around.end))
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"contextRegion": {**region, "snippet": {"text": around.of(text)}}}


def _suppressed(finding: Finding) -> Part:
    if finding.silenced is None:
        return {}
    return {
        "suppressions": [{"kind": "external", "status": "accepted", "justification": finding.silenced.why}]
    }


def _properties(finding: Finding) -> Part:
    return {
        "kind": finding.kind,
        "relation": finding.relation,
        "confidence": round(finding.confidence, 3),
        "subject": finding.subject,
        "values": [position.value for position in finding.positions],
    }
