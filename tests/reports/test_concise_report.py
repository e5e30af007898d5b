from dataclasses import replace

from reconcile.findings import Position, Silence, Silenced
from reconcile.reports.concise_report import render_concise
from tests.reports.examples import entry, evidence, finding, report


def test_a_finding_is_one_line_as_compilers_write_it() -> None:
    assert render_concise(report()) == (
        "a.txt:1:90: error date conflict: Vltava bridge reopened: 2023-08 or 2024 [event-date 3fa0c1d2e3f4]\n"
        "a.txt:7:7: warning name variant: Petr Novák: one name in two spellings [name-spelling 0b1c2d3e4f50]\n"
    )


def test_nothing_to_say_is_said_by_nothing() -> None:
    assert render_concise(report(findings=())) == ""


def test_the_place_is_that_of_the_draft() -> None:
    against = (entry("a.txt", role="source"), entry("b.txt"))
    assert render_concise(report(documents=against, findings=(finding(),))).startswith("b.txt:3:37: error ")


def test_the_place_is_a_path_that_an_editor_can_open() -> None:
    named = (entry("a.txt", path="drafts/bridge.md"), entry("b.txt"))
    assert render_concise(report(documents=named, findings=(finding(),))).startswith(
        "drafts/bridge.md:1:90: "
    )


def test_a_finding_in_no_file_is_placed_by_name() -> None:
    hidden = replace(evidence("source-1", "x", "x"), withheld=True)
    told = render_concise(report(findings=(finding(positions=(Position("2024", (hidden,)),)),)))
    assert told.startswith("a confidential source (source-1): error date conflict: ")


def test_a_silenced_finding_is_marked() -> None:
    ignored = finding(silenced=Silenced(Silence.IGNORED, "its rule is ignored"))
    assert ": error date conflict (ignored): " in render_concise(report(findings=(ignored,)))


def test_what_was_not_checked_has_a_line_that_matchers_read_and_comes_first() -> None:
    entries = (entry("a.txt", claims=0), entry("c.txt", claims=0, problems=("is empty",)))
    assert render_concise(report(documents=entries)).splitlines()[:2] == [
        "c.txt:1:1: error: Not checked: c.txt (is empty)",
        "reconcile: error: No document gave a claim, so nothing was compared.",
    ]


def test_no_line_is_a_command_to_the_runner_of_a_pipeline() -> None:
    odd = finding(message="##[error]own ##vso[task.complete]", subject="::error::own")
    path = (entry("a.txt", path="::error::own"), entry("b.txt"))
    [line] = render_concise(report(findings=(odd,), documents=path)).splitlines()
    assert line.startswith(r"\x3a:error\x3a:own:1:90: error date conflict: \x3a:error\x3a:own: ")
    assert "\\x23#[error]own \\x23#vso[task.complete]" in line
