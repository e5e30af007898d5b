"""Workflow commands, as a runner of GitHub Actions reads them."""

from __future__ import annotations

from dataclasses import replace

from reconcile.findings import Position, Silence, Silenced
from reconcile.reports.github_report import render_github
from tests.reports.examples import LONG, entry, evidence, finding, report
from tests.reports.workflow import Command, commands


def test_each_finding_is_one_command_at_the_passage_of_the_draft_worst_first() -> None:
    documents = (entry("b.txt", role="source"), entry("a.txt"))
    [date, name] = commands(render_github(report(documents=documents)))
    assert (date.name, name.name) == ("error", "warning")
    assert date.properties == {
        "file": "a.txt",
        "line": "1",
        "endLine": "1",
        "col": "90",
        "endColumn": "101",
        "title": "date conflict",
    }
    assert date.message.splitlines() == [
        "Vltava bridge reopened: 2023-08 or 2024",
        "2023-08: here, published 2024-06-05",
        "2024: b.txt:3:37, published 2024-06-05",
        "“last August” in an article of 5 June 2024 is August 2023, outside 2024.",
        "rule event-date, finding 3fa0c1d2e3f4",
    ]


def test_what_was_not_checked_is_an_error_and_comes_first() -> None:
    unread = entry("c.txt", claims=0, problems=("It is empty.",))
    told = commands(render_github(report(documents=(entry("a.txt"), entry("b.txt"), unread))))
    assert told[0] == Command(
        "error", {"file": "c.txt", "title": "not checked"}, "Not checked: c.txt (It is empty.)"
    )
    assert len(told) == 3


def test_of_a_run_that_compared_nothing_no_file_is_named() -> None:
    [told] = commands(render_github(report(documents=(), findings=())))
    assert told == Command(
        "error", {"title": "not checked"}, "No document gave a claim, so nothing was compared."
    )


def test_a_clean_run_says_nothing() -> None:
    assert render_github(report(findings=())) == ""


def test_a_silenced_finding_is_a_notice() -> None:
    [told] = commands(
        render_github(report(findings=(finding(silenced=Silenced(Silence.ACCEPTED, "Known.")),)))
    )
    assert (told.name, told.properties["title"]) == ("notice", "date conflict (accepted)")
    assert "accepted: Known." in told.message


def test_a_passage_of_several_lines_has_no_columns() -> None:
    """The runner takes columns within one line only."""
    long = replace(evidence("a.txt", LONG, "last August"), text="last\nAugust")
    [told] = commands(render_github(report(findings=(finding(positions=(Position("2023-08", (long,)),)),))))
    assert (told.properties["line"], told.properties["endLine"]) == ("1", "2")
    assert "col" not in told.properties and "endColumn" not in told.properties


def test_separators_in_names_and_texts_are_escaped() -> None:
    name = "a,line=9::stop 50%.txt"
    documents = (entry(name), entry("b.txt", role="source"))
    positions = (Position("2023-08", (evidence(name, LONG, "last August"),)),)
    written = render_github(
        report(documents=documents, findings=(finding(positions=positions, message="50% ::error::x"),))
    )
    assert written.startswith("::error file=a%2Cline=9%3A%3Astop 50%25.txt,line=1,")
    [told] = commands(written)
    assert told.properties["file"] == name
    assert r"50% \x3a:error\x3a:x" in told.message
