"""The report as JSON, for scripts: `reconcile-report/1`, with a published JSON Schema.

Within version 1 fields may be added, none is renamed or taken away.
"""

from __future__ import annotations

import json
from typing import Any, Final, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from reconcile.findings import Evidence, Finding, Kind, Opinion, Position, Relation, Severity
from reconcile.reports.model import DocumentEntry, ModelEntry, Report
from reconcile.reports.untrusted import encodable

SCHEMA: Final = "reconcile-report/1"
TOOL: Final = "reconcile"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


def _only_given(description: str) -> Any:
    """A field that is left out where there is nothing to say."""
    return Field(default=None, description=description, exclude_if=lambda value: value is None)


class Tool(_Part):
    """What made the report."""

    name: Literal["reconcile"] = TOOL
    version: str


class Model(_Part):
    """The embedding model that proposed which claims to compare."""

    name: str | None
    sha256: str | None


class SecondOpinionPart(_Part):
    """The NLI cross-encoder that was asked for a second opinion."""

    name: str
    sha256: str


class OpinionPart(_Part):
    """What the second opinion makes of a finding."""

    contradiction: float = Field(
        ge=0, le=1, description="How probably the two surest passages contradict each other."
    )
    confirms: bool = Field(description="Whether it confirms the finding; else it doubts it.")


class DocumentPart(_Part):
    """A document of the run."""

    id: str
    path: str | None = Field(description="Null for standard input, and for texts that were no file.")
    role: Literal["checked", "source", "reference"]
    published: str | None = Field(description="Date of publication, ISO 8601, where known.")
    published_from: str | None = Field(description="Where that date was read.")
    claims: int = Field(ge=0, description="How many claims the document gave.")
    problems: list[str] = Field(description="Why it was not, or not wholly, checked.")


class ClaimPart(_Part):
    """The sentence or clause around a value."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class EvidencePart(_Part):
    """One place where a document holds a value."""

    document: str = Field(description="The document's id.")
    start: int = Field(ge=0, description="Offset in Unicode code points.")
    end: int = Field(ge=0, description="Offset of the first code point after the words.")
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    text: str = Field(description="The words of the value, no more.")
    claim: ClaimPart
    same_as: str | None = _only_given(
        "Another document that tells it in the same words, as copies of one wire story do: the two are one voice."
    )


class PositionPart(_Part):
    """One value in a disagreement, with every place that holds it."""

    value: str = Field(description="The normalised value; EDTF for dates.")
    label: str = Field(description="The value as a sentence says it.")
    evidence: list[EvidencePart]


class FindingPart(_Part):
    """What one rule reports of one subject."""

    id: str = Field(description="Fingerprint of rule, subject, slot and values; the same from run to run.")
    rule: str
    kind: Kind
    relation: Relation
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    subject: str
    message: str
    explanation: str
    opinion: OpinionPart | None = _only_given("Only where a second opinion was asked for.")
    positions: list[PositionPart]


class ReportPart(_Part):
    """A report of Reconcile."""

    model_config = ConfigDict(title="Reconcile report")

    schema_: Literal["reconcile-report/1"] = Field(default=SCHEMA, alias="schema")
    tool: Tool
    model: Model
    second_opinion: SecondOpinionPart | None = _only_given("Only where there was a second opinion.")
    documents: list[DocumentPart]
    findings: list[FindingPart]


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report, draft 2020-12."""
    schema = ReportPart.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **schema}


def render_json(report: Report) -> str:
    """The report as indented JSON, the same bytes for the same report; lone surrogates become U+FFFD."""
    content = _report(report.arranged()).model_dump(mode="json", by_alias=True)
    return encodable(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _report(report: Report) -> ReportPart:
    return ReportPart(
        tool=Tool(version=report.tool_version),
        model=Model(name=report.model_name, sha256=report.model_sha256),
        second_opinion=_second_opinion(report.second_opinion),
        documents=[_document(entry) for entry in report.documents],
        findings=[_finding(finding) for finding in report.findings],
    )


def _second_opinion(model: ModelEntry | None) -> SecondOpinionPart | None:
    return SecondOpinionPart(name=model.name, sha256=model.sha256) if model else None


def _document(entry: DocumentEntry) -> DocumentPart:
    return DocumentPart(
        id=entry.id,
        path=entry.path,
        role=cast(Any, entry.role),
        published=entry.published,
        published_from=entry.published_from or None,
        claims=entry.claims,
        problems=list(entry.problems),
    )


def _finding(finding: Finding) -> FindingPart:
    return FindingPart(
        id=finding.id,
        rule=finding.rule,
        kind=finding.kind,
        relation=finding.relation,
        severity=finding.severity,
        confidence=round(finding.confidence, 3),
        subject=finding.subject,
        message=finding.message,
        explanation=finding.explanation,
        opinion=_opinion(finding.opinion),
        positions=[_position(position) for position in finding.positions],
    )


def _opinion(opinion: Opinion | None) -> OpinionPart | None:
    if opinion is None:
        return None
    return OpinionPart(contradiction=round(opinion.contradiction, 3), confirms=opinion.confirms)


def _position(position: Position) -> PositionPart:
    return PositionPart(
        value=position.value,
        label=position.said,
        evidence=[_evidence(evidence) for evidence in position.evidence],
    )


def _evidence(evidence: Evidence) -> EvidencePart:
    return EvidencePart(
        document=evidence.document,
        start=evidence.start,
        end=evidence.end,
        line=evidence.line,
        column=evidence.column,
        text=evidence.text,
        claim=ClaimPart(start=evidence.claim.start, end=evidence.claim.end, text=evidence.claim_text),
        same_as=evidence.same_as,
    )
