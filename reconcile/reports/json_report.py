"""The report as JSON, for scripts: `reconcile-report/1`, whose JSON Schema `json_schema` has.

It is built of plain values: the models of the schema take longer to import than all that is written here.
"""

from __future__ import annotations

from typing import Any, Final

from reconcile.coverage import Coverage, Detail, Passage, Tally
from reconcile.findings import Evidence, Finding, Opinion, Position, Silenced
from reconcile.reports.model import DocumentEntry, ModelEntry, Report
from reconcile.reports.untrusted import as_json

SCHEMA: Final = "reconcile-report/1"
TOOL: Final = "reconcile"

Part = dict[str, Any]


def render_json(report: Report) -> str:
    """The report as indented JSON, the same bytes for the same report; lone surrogates become U+FFFD."""
    content = _report(report.arranged())
    return as_json(content)


def _report(report: Report) -> Part:
    findings = [finding_part(finding) for finding in report.findings]
    return {**_run(report), "findings": findings, **_covered(report.coverage)}


def run_part(report: Report) -> Part:
    """What is said of the run as a whole: all but its findings."""
    return {**_run(report), **_covered(report.coverage)}


def _run(report: Report) -> Part:
    return {
        "schema": SCHEMA,
        "tool": {"name": TOOL, "version": report.tool_version},
        "model": {"name": report.model_name, "sha256": report.model_sha256},
        **_second_opinion(report.second_opinion),
        "documents": [_document(entry) for entry in report.documents],
        **({"gaps": list(report.gaps)} if report.gaps else {}),
    }


def _second_opinion(model: ModelEntry | None) -> Part:
    return {"second_opinion": {"name": model.name, "sha256": model.sha256}} if model else {}


def _document(entry: DocumentEntry) -> Part:
    return {
        "id": entry.id,
        "path": entry.path,
        "role": entry.role,
        "published": entry.published,
        "published_from": entry.published_from or None,
        "claims": entry.claims,
        "problems": list(entry.problems),
        **({"confidential": True} if entry.confidential else {}),
    }


def finding_part(finding: Finding) -> Part:
    """A finding, with every position and place."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "kind": finding.kind,
        "relation": finding.relation,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 3),
        "subject": finding.subject,
        "message": finding.message,
        "explanation": finding.explanation,
        **_opinion(finding.opinion),
        **_silenced(finding.silenced),
        "positions": [_position(position) for position in finding.positions],
    }


def _opinion(opinion: Opinion | None) -> Part:
    if opinion is None:
        return {}
    return {"opinion": {"contradiction": round(opinion.contradiction, 3), "confirms": opinion.confirms}}


def _silenced(silenced: Silenced | None) -> Part:
    return {} if silenced is None else {"silenced": {"how": silenced.how, "why": silenced.why}}


def _position(position: Position) -> Part:
    return {
        "value": position.value,
        "label": position.said,
        "evidence": [_evidence(evidence) for evidence in position.evidence],
    }


def _evidence(evidence: Evidence) -> Part:
    return {
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "column": evidence.column,
        "end_line": evidence.end_line,
        "end_column": evidence.end_column,
        "text": evidence.text,
        "claim": {"start": evidence.claim.start, "end": evidence.claim.end, "text": evidence.claim_text},
        **({"same_as": evidence.same_as} if evidence.same_as is not None else {}),
        **({"withheld": True} if evidence.withheld else {}),
    }


def _covered(coverage: Coverage | None) -> Part:
    if coverage is None:
        return {}
    told = {
        **_tally(coverage.total),
        "documents": [{"id": id, **_tally(coverage.of(id))} for id in coverage.documents],
        "details": [_detail(detail) for detail in coverage.details],
    }
    return {"coverage": told}


def _tally(tally: Tally) -> Part:
    return {
        "checkable": tally.checkable,
        "supported": tally.supported,
        "conflicting": tally.conflicting,
        "alone": tally.alone,
        "share": None if tally.share is None else round(tally.share, 1),
    }


def _detail(detail: Detail) -> Part:
    return {
        "document": detail.document,
        "kind": detail.kind,
        "start": detail.span.start,
        "end": detail.span.end,
        "text": detail.words,
        "value": detail.value,
        "standing": detail.standing,
        "support": [_passage(passage) for passage in detail.support],
    }


def _passage(passage: Passage) -> Part:
    return {"document": passage.document, "start": passage.span.start, "end": passage.span.end}
