"""The report as workflow commands of GitHub Actions: annotations on the lines of a pull request.

Of a step ten annotations of each level are shown, so the worst stand first. The escapes are those of the Actions
toolkit (`packages/core/src/command.ts`); a line that is no command is not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from reconcile.findings import Severity
from reconcile.reports.annotations import Annotation, annotated, lines, path_of, problems
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.untrusted import visible, visible_lines

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGES: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES: Final = {**_IN_MESSAGES, ord(","): "%2C"}


def render_github(report: Report) -> str:
    """A command for each document that was not checked, then one for each finding; nothing where there are none."""
    report = report.arranged()
    documents = {entry.id: entry for entry in report.documents}
    return "".join(f"{command}\n" for command in (*_unchecked(report), *_found(report, documents)))


def _unchecked(report: Report) -> Iterator[str]:
    for problem in problems(report):
        path = path_of(problem.document) if problem.document else ""
        yield _command("error", {"file": path, "title": "not checked"}, visible(problem.message))


def _found(report: Report, documents: Mapping[str, DocumentEntry]) -> Iterator[str]:
    for annotation in annotated(report):
        told = [
            *lines(annotation, documents),
            f"rule {annotation.finding.rule}, finding {annotation.finding.id}",
        ]
        message = "\n".join(map(visible, told))
        yield _command(
            _COMMANDS[annotation.severity], {**_passage(annotation), "title": annotation.title}, message
        )


def _passage(annotation: Annotation) -> dict[str, str]:
    place = annotation.place
    if place is None:
        return {}
    passage = {"file": annotation.path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:  # of several lines the runner takes no columns
        passage |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return passage


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    told = (f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {','.join(told)}::{message.translate(_IN_MESSAGES)}"


def _property(value: str) -> str:
    """A path stays the path that it is, whatever colons are in it."""
    return "%3A".join(visible_lines(part).translate(_IN_PROPERTIES) for part in value.split(":"))
