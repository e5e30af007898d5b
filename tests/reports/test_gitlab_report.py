"""GitLab's Code Quality."""

from __future__ import annotations

from reconcile.findings import Position, Severity, Silence, Silenced
from reconcile.reports.gitlab_report import render_gitlab
from tests.reports.examples import LONG, SHORT, entry, evidence, finding, report
from tests.reports.schemas import valid

SCHEMA = "gitlab-code-quality"


def test_a_finding_stands_at_the_line_of_the_draft() -> None:
    [date, name] = valid(
        render_gitlab(report(documents=(entry("a.txt"), entry("b.txt", role="source")))), SCHEMA
    )
    assert date == {
        "description": "Vltava bridge reopened: 2023-08 or 2024. 2023-08: here, published 2024-06-05. "
        "2024: b.txt:3:37, published 2024-06-05. "
        "“last August” in an article of 5 June 2024 is August 2023, outside 2024.",
        "check_name": "event-date",
        "fingerprint": "3fa0c1d2e3f4",
        "severity": "critical",
        "location": {"path": "a.txt", "lines": {"begin": 1, "end": 1}},
    }
    assert (name["severity"], name["location"]["lines"]["begin"]) == ("major", 7)


def test_what_is_silenced_or_only_said_is_info() -> None:
    silenced = Silenced(Silence.ACCEPTED, "Known.")
    told = valid(
        render_gitlab(
            report(findings=(finding(silenced=silenced), finding(id="other", severity=Severity.INFO)))
        ),
        SCHEMA,
    )
    assert [issue["severity"] for issue in told] == ["info", "info"]


def test_a_finding_without_a_file_of_the_draft_is_left_out() -> None:
    positions = (
        Position("2023-08", (evidence("-", LONG, "last August"),)),
        Position("2024", (evidence("b.txt", SHORT, "in 2024"),)),
    )
    documents = (entry("-", path=None), entry("b.txt", role="source"))
    assert (
        valid(
            render_gitlab(report(documents=documents, findings=(finding(positions=positions),))),
            SCHEMA,
        )
        == []
    )
