"""SARIF, as code scanning reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from reconcile.findings import Finding, Kind, Position, Relation, Severity, Silence, Silenced
from reconcile.reports import sarif_report
from reconcile.reports.model import Report
from reconcile.reports.sarif_report import render_sarif, uri_of
from reconcile.rules.loading import load_packs, shipped_packs
from tests.reports.examples import LONG, SHORT, entry, evidence, finding, report, spelling
from tests.reports.schemas import valid


def run(reported: Report) -> dict[str, Any]:
    log = valid(render_sarif(reported), "sarif-2.1.0")
    [only] = log["runs"]
    return only


def results(reported: Report) -> list[dict[str, Any]]:
    return run(reported)["results"]


def located(location: dict[str, Any]) -> tuple[str, int, int, int, int]:
    place = location["physicalLocation"]
    region = place["region"]
    corners = (region[name] for name in ("startLine", "startColumn", "endLine", "endColumn"))
    return (place["artifactLocation"]["uri"], *corners)  # type: ignore[return-value]


def against(draft: str = "a.txt", source: str = "b.txt", **changes: object) -> Report:
    documents = (entry(draft, text=LONG), entry(source, role="source", text=f"\n\n{SHORT}"))
    return report(documents=documents, findings=(finding(**changes),))


def test_the_passage_of_the_draft_is_the_only_location_and_those_of_sources_are_linked() -> None:
    [result] = results(against())
    assert [located(location) for location in result["locations"]] == [("a.txt", 1, 90, 1, 101)]
    [related] = result["relatedLocations"]
    assert (related["id"], located(related)) == (1, ("b.txt", 3, 37, 3, 44))
    assert "2024: [passage 1](1) in b.txt:3:37, published 2024-06-05." in result["message"]["text"]
    assert "- **2024**: [passage 1](1) in b.txt:3:37" in result["message"]["markdown"]
    assert "2023-08: here, published 2024-06-05." in result["message"]["text"]


def test_the_draft_comes_first_whatever_its_value() -> None:
    documents = (entry("a.txt", role="source"), entry("b.txt"))
    [result] = results(report(documents=documents, findings=(finding(),)))
    assert located(result["locations"][0])[0] == "b.txt"
    assert located(result["relatedLocations"][0])[0] == "a.txt"


def test_the_sentence_around_the_value_is_its_context() -> None:
    [result] = results(against())
    context = result["locations"][0]["physicalLocation"]["contextRegion"]
    assert (context["startLine"], context["startColumn"], context["endColumn"]) == (1, 1, len(LONG) + 1)
    assert context["snippet"]["text"] == LONG


def test_a_result_knows_its_rule_its_loudness_and_its_fingerprint() -> None:
    [loud, quiet] = results(report())
    assert (loud["level"], quiet["level"]) == ("error", "warning")
    assert loud["partialFingerprints"]["primaryLocationLineHash"] == "3fa0c1d2e3f4"
    assert loud["rank"] == 90
    rules = run(report())["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in (loud, quiet)] == ["event-date", "name-spelling"]


def test_an_info_is_a_note() -> None:
    [result] = results(against(severity=Severity.INFO))
    assert result["level"] == "note"


def test_shipped_rules_come_with_help_and_with_the_precision_that_was_measured() -> None:
    rules = run(report(rules=load_packs(shipped_packs()).rules))["tool"]["driver"]["rules"]
    described = {rule["id"]: rule for rule in rules}
    date = described["event-date"]
    assert date["name"] == "EventDate"
    assert date["defaultConfiguration"] == {"level": "error"}
    assert date["properties"] == {
        "tags": ["date", "conflict", "update"],
        "problem.severity": "error",
        "precision": "very-high",
    }
    assert "precision" not in described["house-spelling"]["properties"]  # no labelled case is of its kind
    for rule in rules:
        assert rule["help"]["text"] and rule["help"]["markdown"]
        assert len(rule["properties"]["tags"]) <= 10
        assert len(rule["shortDescription"]["text"]) <= 1024


def test_a_silenced_finding_is_suppressed_with_its_reason() -> None:
    silenced = Silenced(Silence.ACCEPTED, "The author knows.")
    [result] = results(against(silenced=silenced))
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "The author knows."}
    ]
    assert "accepted: The author knows." in result["message"]["text"]


def test_what_was_not_checked_makes_the_run_a_failure() -> None:
    unread = (entry("a.txt"), entry("c.txt", claims=0, problems=("It is empty.",)))
    [invocation] = run(report(documents=unread, findings=()))["invocations"]
    assert not invocation["executionSuccessful"]
    [told] = invocation["toolExecutionNotifications"]
    assert (told["level"], told["message"]["text"]) == ("error", "Not checked: c.txt (It is empty.)")
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c.txt"
    [whole] = run(report(findings=()))["invocations"]
    assert whole == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_without_a_file_the_document_is_named_and_nothing_is_linked() -> None:
    """Standard input, or a text of the Python interface; GitHub refuses such a result, so a file comes first."""
    typed = (entry("-", path=None), entry("b.txt", role="source"))
    positions = (
        Position("2023-08", (evidence("-", LONG, "last August"),)),
        Position("2024", (evidence("b.txt", SHORT, "in 2024"),)),
    )
    [result] = results(report(documents=typed, findings=(finding(positions=positions),)))
    assert located(result["locations"][0])[0] == "b.txt"
    assert "2023-08: -:1:90" in result["message"]["text"]
    [alone] = results(report(documents=typed[:1], findings=(finding(positions=positions[:1]),)))
    assert alone["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "-"}]}]


def test_of_a_confidential_source_nothing_but_its_alias_is_told() -> None:
    hidden = replace(evidence("confidential-1a2b3c", SHORT, "2024"), text="", claim_text="", withheld=True)
    positions = (Position("2023-08", (evidence("a.txt", LONG, "last August"),)), Position("2024", (hidden,)))
    documents = (entry("a.txt"), entry("confidential-1a2b3c", path=None, role="source", confidential=True))
    [result] = results(report(documents=documents, findings=(finding(positions=positions),)))
    assert result["relatedLocations"] == []
    assert "2024: a confidential source (confidential-1a2b3c), date withheld." in result["message"]["text"]


def test_many_places_are_counted_and_all_of_them_related() -> None:
    many = tuple(evidence(f"{n}.txt", SHORT, "in 2024") for n in range(9))
    positions = (Position("2023-08", (evidence("a.txt", LONG, "last August"),)), Position("2024", many))
    documents = (entry("a.txt"), *(entry(f"{n}.txt", role="source") for n in range(9)))
    [result] = results(report(documents=documents, findings=(finding(positions=positions),)))
    assert [related["id"] for related in result["relatedLocations"]] == list(range(1, 10))
    assert "[passage 3](3) in 2.txt:1:37, published 2024-06-05; and 6 more." in result["message"]["text"]
    assert "[passage 4]" not in result["message"]["text"]


def test_what_a_host_would_refuse_is_cut_from_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif_report, "MOST_RESULTS", 1)
    monkeypatch.setattr(sarif_report, "MOST_LOCATIONS", 1)
    cut = run(report())
    assert [result["ruleId"] for result in cut["results"]] == ["event-date"]
    assert cut["results"][0]["relatedLocations"] == []
    assert "[passage" not in cut["results"][0]["message"]["text"]
    [told] = cut["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("1 more findings")


def test_text_makes_no_link_and_no_placeholder() -> None:
    attack = "[x](javascript:alert(1)) {0}"
    [result] = results(against(message=attack, subject=attack, explanation=""))
    assert result["message"]["text"].startswith("[x] (javascript:alert(1)) {{0}}. ")
    assert "\\[x\\](javascript" in result["message"]["markdown"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("drafts/a b.txt"), "drafts/a%20b.txt"),
        (PurePosixPath("../Zürich 50%.txt"), "../Z%C3%BCrich%2050%25.txt"),
        (PurePosixPath("a:b#c?.txt"), "a%3Ab%23c%3F.txt"),
        (PurePosixPath("back\\slash.txt"), "back%5Cslash.txt"),
        (PurePosixPath("not-utf8-\udcff.txt"), "not-utf8-%FF.txt"),
        (PurePosixPath("lone-\ud800.txt"), "lone-%ED%A0%80.txt"),
        (PureWindowsPath("drafts\\a b.txt"), "drafts/a%20b.txt"),
    ],
)
def test_paths_are_relative_to_the_folder_of_the_run(path: PurePath, uri: str) -> None:
    assert uri_of(path) == {"uri": uri, "uriBaseId": "SRCROOT"}


def test_absolute_paths_are_files() -> None:
    assert uri_of(PurePosixPath("/tmp/a b.txt")) == {"uri": "file:///tmp/a%20b.txt"}
    assert uri_of(PureWindowsPath("C:\\desk\\a b.txt")) == {"uri": "file:///C:/desk/a%20b.txt"}


def test_worst_comes_first() -> None:
    assert [result["level"] for result in results(report(findings=(spelling(), finding())))] == [
        "error",
        "warning",
    ]


def test_a_speaker_outside_the_sentence_of_his_words_is_in_the_context() -> None:
    text = "“We paid in full.” So said Anna Lind."
    said = replace(evidence("a.txt", "“We paid in full.”", "We"), text="Anna Lind", column=28)
    said = replace(said, span=type(said.span)(27, 36))
    speaker: Finding = finding(
        kind=Kind.QUOTE_SPEAKER, relation=Relation.CONFLICT, positions=(Position("Anna Lind", (said,)),)
    )
    [result] = results(report(documents=(entry("a.txt", text=text),), findings=(speaker,)))
    place = result["locations"][0]["physicalLocation"]
    assert place["contextRegion"]["snippet"]["text"] == "“We paid in full.” So said Anna Lind"
    assert (place["region"]["startColumn"], place["region"]["endColumn"]) == (28, 37)
