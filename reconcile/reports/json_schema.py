"""What a report as JSON may hold, as models from which its JSON Schema is made.

Within version 1 fields may be added, none is renamed or taken away.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from reconcile.coverage import Standing
from reconcile.findings import Kind, Relation, Severity, Silence
from reconcile.reports.json_report import SCHEMA, TOOL


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


class SilencedPart(_Part):
    """That a finding is shown on request only, and does not close the gate."""

    how: Silence
    why: str


class DocumentPart(_Part):
    """A document of the run."""

    id: str
    path: str | None = Field(description="Null for standard input, and for texts that were no file.")
    role: Literal["checked", "source", "reference"]
    published: str | None = Field(description="Date of publication, ISO 8601, where known.")
    published_from: str | None = Field(description="Where that date was read.")
    claims: int = Field(ge=0, description="How many claims the document gave.")
    problems: list[str] = Field(description="Why it was not, or not wholly, checked.")
    confidential: Literal[True] | None = _only_given("A confidential source: its id is an alias.")


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
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1, description="The column after the last character.")
    text: str = Field(description="The words of the value, no more.")
    claim: ClaimPart
    same_as: str | None = _only_given(
        "Another document that tells it in the same words, as copies of one wire story do: the two are one voice."
    )
    withheld: Literal[True] | None = _only_given("Words and place of a confidential source are not told.")


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
    silenced: SilencedPart | None = _only_given(
        "Only of findings that are accepted or whose rule is ignored."
    )
    positions: list[PositionPart]


class TallyPart(_Part):
    """How many details there are, and how they stand."""

    checkable: int = Field(ge=0, description="Names, dates, figures and quotations; a name counts once.")
    supported: int = Field(ge=0, description="Of these, how many another document supports.")
    conflicting: int = Field(ge=0, description="How many stand in a conflict.")
    alone: int = Field(ge=0, description="How many are found nowhere else.")
    share: float | None = Field(
        ge=0, le=100, description="Per cent that are supported; null where there is nothing to check."
    )


class DocumentCoveragePart(TallyPart):
    """How the details of one document stand."""

    id: str


class PassagePart(_Part):
    """Where another document has the same."""

    document: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class DetailPart(_Part):
    """A name, a date, a figure or a quotation of a checked document."""

    document: str
    kind: Kind
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str = Field(description="The words of the detail.")
    value: str = Field(description="The normalised value; EDTF for dates.")
    standing: Standing
    support: list[PassagePart] = Field(description="At most one a document.")


class CoveragePart(TallyPart):
    """What of the checked documents others support."""

    documents: list[DocumentCoveragePart]
    details: list[DetailPart]


class RunPart(_Part):
    """What is said of the run as a whole; the first line of JSON Lines."""

    schema_: Literal["reconcile-report/1"] = Field(default=SCHEMA, alias="schema")
    tool: Tool
    model: Model
    second_opinion: SecondOpinionPart | None = _only_given("Only where there was a second opinion.")
    documents: list[DocumentPart]
    gaps: list[str] | None = _only_given("Why the run as a whole compared nothing.")
    coverage: CoveragePart | None = _only_given("Only where there were sources, or where it was asked for.")


class ReportPart(RunPart):
    """A report of Reconcile."""

    model_config = ConfigDict(title="Reconcile report")

    findings: list[FindingPart]


class LinePart(RootModel[RunPart | FindingPart]):
    """A line of JSON Lines: the run on the first, a finding on each other."""

    model_config = ConfigDict(title="Reconcile line")


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report, draft 2020-12."""
    return _schema(ReportPart, SCHEMA)


def line_schema() -> dict[str, Any]:
    """The JSON Schema of one line of the report as JSON Lines."""
    return _schema(LinePart, f"{SCHEMA}/line")


def _schema(model: type[BaseModel], name: str) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **schema}
