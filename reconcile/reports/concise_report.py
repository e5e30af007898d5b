"""The report with one line a finding, as compilers write: editors and the problem matchers of CI read it.

draft.md:3:14: error date conflict: … [event-date 022f51f4e1a1]
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.reports.annotations import Annotation, Problem, annotated, path_of, problems
from reconcile.reports.model import Report
from reconcile.reports.telling import headline, where
from reconcile.reports.untrusted import visible


def render_concise(report: Report) -> str:
    """What was not checked, then the findings, worst first; nothing where there is nothing to say."""
    report = report.arranged()
    return "".join(f"{visible(line)}\n" for line in (*_unchecked(report), *_found(report)))


def _unchecked(report: Report) -> Iterator[str]:
    for problem in problems(report):
        yield f"{_place_of(problem)}: error: {problem.message}"


def _found(report: Report) -> Iterator[str]:
    for annotation in annotated(report):
        finding = annotation.finding
        told = f"{finding.severity} {annotation.title}: {headline(finding)} [{finding.rule} {finding.id}]"
        yield f"{_place(annotation)}: {told}"


def _place(annotation: Annotation) -> str:
    place = annotation.place
    if place is None:
        return where(annotation.finding.positions[0].evidence[0])
    return f"{annotation.path}:{place.line}:{place.column}"


def _place_of(problem: Problem) -> str:
    """A line and a column are what matchers look for; the run as a whole has none."""
    if problem.document is None:
        return "reconcile"
    return f"{path_of(problem.document) or problem.document.id}:1:1"
