"""Findings as code hosts show them: each at one passage of a file, the draft's if it can be, and told in a few lines.

Nothing is escaped yet: each format does that in its own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from reconcile.findings import Evidence, Finding, Severity
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.telling import headline, provenance, sort_of, varied, voices, where
from reconcile.reports.untrusted import encodable

CITED = 3  # places named for a position; of more of them only the number is told


@dataclass(frozen=True, slots=True)
class Annotation:
    """A finding and where a host shows it.

    `place` is None, and `path` empty, where no passage of it lies in a file; `related` are the other passages in files.
    """

    finding: Finding
    place: Evidence | None
    path: str
    related: tuple[Evidence, ...]

    @property
    def severity(self) -> Severity:
        """How loud it is shown. What is silenced closes no gate."""
        return Severity.INFO if self.finding.silenced else self.finding.severity

    @property
    def title(self) -> str:
        """What sort of finding it is: "date conflict", "name variant (accepted)"."""
        silenced = self.finding.silenced
        return f"{sort_of(self.finding)} ({silenced.how})" if silenced else sort_of(self.finding)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the run did not, or not wholly, check a document; None where it is the run as a whole."""

    message: str
    document: DocumentEntry | None


def annotated(report: Report) -> Iterator[Annotation]:
    """The findings of a report in their order."""
    documents = {entry.id: entry for entry in report.documents}
    yield from (_annotation(finding, documents) for finding in report.findings)


def problems(report: Report) -> Iterator[Problem]:
    """What silence would hide."""
    for entry in report.unchecked:
        yield Problem(f"Not checked: {entry.id} ({'; '.join(entry.problems)})", entry)
    yield from (Problem(gap, None) for gap in report.gaps)


def sides(finding: Finding, cite: Callable[[Evidence], str]) -> Iterator[tuple[str, str]]:
    """Each position with the places that hold it, as `cite` tells them: ("2024", "draft.md:12:182; b.md:3:1")."""
    for position in finding.positions:
        places = voices(position) or varied(position.evidence)
        more = [f"and {len(places) - CITED} more"] if len(places) > CITED else []
        yield position.said, "; ".join([*map(cite, places[:CITED]), *more])


def lines(annotation: Annotation, documents: Mapping[str, DocumentEntry]) -> list[str]:
    """What an annotation says: the finding, each position with its places, and why they disagree."""

    def cite(place: Evidence) -> str:
        return f"{'here' if place == annotation.place else where(place)}, {provenance(place, documents)}"

    positions = [f"{said}: {places}" for said, places in sides(annotation.finding, cite)]
    return [line for line in (headline(annotation.finding), *positions, *reasons(annotation.finding)) if line]


def reasons(finding: Finding) -> list[str]:
    """Why the positions disagree, and why that is let stand."""
    silenced = [f"{finding.silenced.how}: {finding.silenced.why}"] if finding.silenced else []
    return [reason for reason in (finding.explanation, *silenced) if reason]


def in_one_line(parts: Iterable[str]) -> str:
    """Lines as the sentences of one."""
    return " ".join(f"{part.rstrip().removesuffix('.')}." for part in parts if part.strip())


def path_of(entry: DocumentEntry) -> str:
    """The path of a document as hosts write it, with slashes; empty where it has none."""
    return encodable(PurePath(entry.path).as_posix()) if entry.path else ""


def _annotation(finding: Finding, documents: Mapping[str, DocumentEntry]) -> Annotation:
    places = [
        place
        for position in finding.positions
        for place in varied(position.evidence)
        if not place.withheld and place.document in documents and documents[place.document].path
    ]
    if not places:
        return Annotation(finding, None, "", ())
    shown = min(places, key=lambda place: _distance(place, documents))
    related = tuple(place for place in dict.fromkeys(places) if place != shown)
    return Annotation(finding, shown, path_of(documents[shown.document]), related)


def _distance(place: Evidence, documents: Mapping[str, DocumentEntry]) -> tuple[bool, bool]:
    """How far a place is from the hand of the editor: the draft's own words are nearest."""
    return documents[place.document].role != "checked", place.same_as is not None
