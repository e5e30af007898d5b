"""The report of one run: which documents were read, what was found in them, and what could not be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reconcile.coverage import Coverage
from reconcile.findings import Evidence, FailOn, Finding, Position, Silence, Silenced, in_order
from reconcile.rules.packs import Rule


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document of the run. `problems` says in plain words why it was not, or not wholly, checked.

    `text` is there for reports that show a document whole; `title` is its headline. Of a confidential source there is
    no path, date, title or text, and its id is an alias.
    """

    id: str
    path: str | None  # None for standard input and for texts that never were a file
    role: str  # checked, source or reference
    published: str | None  # ISO 8601
    published_from: str | None  # where the date was read
    claims: int
    problems: tuple[str, ...] = ()
    text: str = ""
    title: str = ""
    tier: int | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model that had a say, and the hash of its weights."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one run has to say.

    `skipped` counts the files of folders that are no documents, `against` says that there were to be sources,
    `silenced` holds the findings that are accepted or whose rule is ignored, `second_opinion` is the model that was
    asked for one, `rules` are those that were applied.
    """

    tool_version: str
    model_name: str | None
    model_sha256: str | None
    documents: tuple[DocumentEntry, ...]
    findings: tuple[Finding, ...]
    skipped: int = 0
    against: bool = False
    silenced: tuple[Finding, ...] = ()
    second_opinion: ModelEntry | None = None
    rules: tuple[Rule, ...] = ()
    coverage: Coverage | None = None  # None where there was nothing to be covered by, and nobody asked

    @property
    def incomplete(self) -> bool:
        """Whether silence would mislead: a document has problems, or one side gave nothing to compare."""
        return bool(self.unchecked) or bool(self.gaps)

    @property
    def unchecked(self) -> tuple[DocumentEntry, ...]:
        """The documents with problems."""
        return tuple(entry for entry in self.documents if entry.problems)

    @property
    def gaps(self) -> tuple[str, ...]:
        """Why the run as a whole compared nothing, one sentence each."""
        gaps = []
        if not any(entry.claims for entry in self.documents if entry.role == "checked"):
            gaps.append("No document gave a claim, so nothing was compared.")
        sources = [entry for entry in self.documents if entry.role == "source"]
        if (self.against or sources) and not any(entry.claims for entry in sources):
            gaps.append("No document of --against gave a claim, so nothing was compared with it.")
        return tuple(gaps)

    def accepting(self, reasons: Mapping[str, str]) -> Report:
        """The report with the findings that the desk has accepted, by id and with its reason, among the silenced."""
        accepted = tuple(
            replace(finding, silenced=Silenced(Silence.ACCEPTED, reasons[finding.id]))
            for finding in self.findings
            if finding.id in reasons
        )
        kept = tuple(finding for finding in self.findings if finding.id not in reasons)
        return replace(self, findings=kept, silenced=(*self.silenced, *accepted))

    def showing_silenced(self) -> Report:
        """The report with its silenced findings among the others; each knows that it is."""
        return replace(self, findings=in_order([*self.findings, *self.silenced]))

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has silenced, in their order."""
        return tuple(finding for finding in self.findings if finding.silenced is None)

    def closes(self, gate: FailOn) -> bool:
        """Whether a finding that is not silenced is loud enough to close the gate."""
        return any(gate.closes(finding.severity) for finding in self.open)

    def arranged(self) -> Report:
        """The same report in the order that every format prints: worst findings first, places by document."""
        return replace(
            self,
            documents=tuple(sorted(self.documents, key=lambda entry: (_ROLES.index(entry.role), entry.id))),
            findings=in_order(_arranged(finding) for finding in self.findings),
        )


_ROLES = ("checked", "source", "reference")


def _arranged(finding: Finding) -> Finding:
    positions = (replace(p, evidence=tuple(sorted(p.evidence, key=_place))) for p in finding.positions)
    return replace(finding, positions=tuple(sorted(positions, key=_first_value)))


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.document, evidence.start, evidence.end


def _first_value(position: Position) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    return position.value, tuple(map(_place, position.evidence))
