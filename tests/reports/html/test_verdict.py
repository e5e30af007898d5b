from dataclasses import replace

import pytest

from reconcile.findings import Severity
from reconcile.reports.html.verdict import backers, listed, sureness, tallies
from tests.reports.examples import finding, report, spelling
from tests.reports.html.examples import full_report


def test_what_is_silenced_is_not_counted() -> None:
    counts = {severity: number for severity, number, *_ in tallies(full_report())}
    assert counts == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.INFO: 1}


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(0.97, "almost certain"), (0.8, "likely"), (0.79, "more likely than not"), (0.5, "open")],
)
def test_confidence_is_told_in_words(confidence: float, word: str) -> None:
    share = f"{confidence * 100:.0f}"
    told = sureness(replace(finding(), confidence=confidence))
    assert told == f"{word}: of a hundred findings like this about {share} are right"


def test_lists_read_as_a_sentence_does() -> None:
    assert [listed("abc"[:number]) for number in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_of_many_that_support_a_detail_two_are_named() -> None:
    assert backers(["a.md"]) == "also in a.md"
    assert backers(["a.md", "b.md"]) == "also in a.md and b.md"
    assert backers(["a.md", "b.md", "c.md", "d.md"]) == "also in a.md, b.md and 2 more"


def test_findings_of_each_severity_have_their_task() -> None:
    assert [to_do for *_, to_do in tallies(report(findings=(spelling(),)))] == [
        "to settle",
        "to look at",
        "to know of",
    ]
