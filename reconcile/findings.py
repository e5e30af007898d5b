"""Findings: what a rule reports of one subject, with the evidence of every source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reconcile.text import Span


class Kind(StrEnum):
    """What a finding is about."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    ROLE = "role"
    PLACE = "place"
    QUOTE_WORDING = "quote-wording"
    QUOTE_SPEAKER = "quote-speaker"
    POLARITY = "polarity"
    ACTOR = "actor"
    STYLE = "style"
    SUPPORT = "support"


class Over(StrEnum):
    """What is looked at: claims of one event, all mentions of an entity, a quotation, or a document."""

    TOPIC = "topic"
    ENTITY = "entity"
    QUOTATION = "quotation"
    DOCUMENT = "document"


class Relation(StrEnum):
    """How the positions of a finding stand to each other."""

    CONFLICT = "conflict"
    VARIANT = "variant"
    UPDATE = "update"
    SUCCESSION = "succession"
    STYLE = "style"
    UNSUPPORTED = "unsupported"


class Severity(StrEnum):
    """How loud a finding is; `rank` orders them, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Silence(StrEnum):
    """Why a finding is not shown: a desk let it stand, or does not run its rule."""

    ACCEPTED = "accepted"
    IGNORED = "ignored"


class FailOn(StrEnum):
    """From which severity on a finding closes the gate."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def closes(self, severity: Severity) -> bool:
        return self is not FailOn.NEVER and severity.rank <= Severity(self.value).rank


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a source holds a value. Offsets are code points of the document's text.

    Of a confidential source nothing is told but its alias: `withheld`, with no text, at the very start.
    """

    document: str
    span: Span  # the words of the value, no more
    text: str
    line: int
    column: int
    claim: Span  # the sentence or clause around it
    claim_text: str
    same_as: str | None = None  # another document that tells it in the same words, and speaks for both
    withheld: bool = False

    @property
    def end_line(self) -> int:
        """The line of the end of the words, from 1."""
        return self.line + self.text.count("\n")

    @property
    def end_column(self) -> int:
        """The column after the last of the words, from 1."""
        _, newline, last = self.text.rpartition("\n")
        return len(last) + 1 if newline else self.column + len(last)

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True, slots=True)
class Position:
    """One value in a disagreement, with every place that holds it; `label` is the value in words.

    Places that are `same_as` another document are no voices of their own.
    """

    value: str
    evidence: tuple[Evidence, ...]
    label: str = ""

    @property
    def said(self) -> str:
        """The value as a sentence says it: "August 2023" for 2023-08."""
        return self.label or self.value


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second model says of a finding: how probably its two surest passages contradict each other."""

    contradiction: float  # 0 to 1

    @property
    def confirms(self) -> bool:
        return self.contradiction >= 0.5


@dataclass(frozen=True, slots=True)
class Silenced:
    """That a finding is not to be shown, nor to close the gate, and why."""

    how: Silence
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule reports of one subject."""

    id: str
    rule: str
    kind: Kind
    relation: Relation
    severity: Severity
    confidence: float  # 0 to 1
    subject: str
    message: str
    explanation: str
    positions: tuple[Position, ...]
    opinion: Opinion | None = None  # None where no second model was asked
    silenced: Silenced | None = None  # None where it is shown


def fingerprint(rule: str, subject_key: str, slot: str, values: Iterable[str]) -> str:
    """A finding's id: the same while rule, subject, slot and values are; nothing else goes in."""
    material = "\x1f".join([rule, subject_key, slot, *sorted(values)])
    return hashlib.sha256(material.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, within a severity the surest first; ties are broken by what no run changes."""
    return tuple(sorted(findings, key=lambda f: (f.severity.rank, -f.confidence, f.kind, f.subject, f.id)))
