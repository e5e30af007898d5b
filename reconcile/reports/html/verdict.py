"""The head of the page: what an editor who has ten seconds must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.findings import Finding, Severity
from reconcile.reports.model import Report
from reconcile.reports.summary import counted

_TO_DO = {
    Severity.ERROR: ("error", "to settle"),
    Severity.WARNING: ("warning", "to look at"),
    Severity.INFO: ("note", "to know of"),
}
_SURENESS = ((0.95, "almost certain"), (0.8, "likely"), (0.6, "more likely than not"), (0.0, "open"))

_NAMED = 2  # documents that support a detail


def verdict(report: Report) -> str:
    """The outcome in one sentence, of findings that nobody has silenced."""
    found = [
        (severity, f"{counted(number, thing)} {to_do}")
        for severity, number, thing, to_do in tallies(report)
        if number
    ]
    if found:
        loud = [told for severity, told in found if severity is not Severity.INFO]
        return f"{listed(loud or [told for _, told in found])}."
    return "No disagreement in what was checked." if report.incomplete else "No disagreement was found."


def tallies(report: Report) -> list[tuple[Severity, int, str, str]]:
    """How many findings of each severity there are that nobody has silenced, and what is to be done with them."""
    found = Counter(finding.severity for finding in report.open)
    return [(severity, found[severity], *_TO_DO[severity]) for severity in Severity]


def sureness(finding: Finding) -> str:
    """The confidence in words, with the share of findings like it that were right."""
    word = next(word for least, word in _SURENESS if finding.confidence >= least)
    return f"{word}: of a hundred findings like this about {finding.confidence * 100:.0f} are right"


def listed(items: Sequence[str]) -> str:
    """a; a and b; a, b and c"""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def backers(documents: Sequence[str]) -> str:
    """Who supports a detail: the first two, and how many more."""
    more = [f"{len(documents) - _NAMED} more"] if len(documents) > _NAMED else []
    return f"also in {listed([*documents[:_NAMED], *more])}"
