"""Laws of the formats that code hosts read: right by their schemas, and no text breaks out of its place."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any
from urllib.parse import unquote_to_bytes

from hypothesis import given

from reconcile.reports.annotations import annotated, lines, path_of, problems
from reconcile.reports.github_report import render_github
from reconcile.reports.gitlab_report import render_gitlab
from reconcile.reports.model import Report
from reconcile.reports.rdjson_report import render_rdjson
from reconcile.reports.sarif_report import render_sarif
from reconcile.reports.untrusted import visible, visible_lines
from tests.property.hostile import hostile_reports
from tests.reports.schemas import valid
from tests.reports.workflow import commands

LEVELS = {"error", "warning", "notice"}
URI = re.compile(r"(file:///)?[A-Za-z0-9_.~/:%-]*")
LINK = re.compile(r"\]\(([^)]*)\)")


def ids(report: Report) -> set[str]:
    return {finding.id for finding in report.findings}


@given(hostile_reports())
def test_sarif_is_valid_and_carries_every_finding(report: Report) -> None:
    [run] = valid(render_sarif(report), "sarif-2.1.0")["runs"]
    assert {result["partialFingerprints"]["finding/v1"] for result in run["results"]} == ids(report)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["locations"]) == 1


@given(hostile_reports())
def test_messages_of_sarif_link_to_related_locations_and_to_nothing_else(report: Report) -> None:
    [run] = valid(render_sarif(report), "sarif-2.1.0")["runs"]
    for result in run["results"]:
        related = {str(location["id"]) for location in result["relatedLocations"]}
        assert set(LINK.findall(result["message"]["text"])) <= related
    for message in messages(run):
        assert message["text"].strip()
        for told in message.values():
            assert not re.search("[{}]", told.replace("{{", "").replace("}}", ""))  # no placeholder


def messages(part: Any) -> list[dict[str, str]]:
    """The message objects anywhere in a log; snippets are no messages."""
    if isinstance(part, list):
        return list(chain.from_iterable(map(messages, part)))
    if not isinstance(part, dict):
        return []
    here = [part["message"]] if isinstance(part.get("message"), dict) else []
    return here + list(chain.from_iterable(map(messages, part.values())))


@given(hostile_reports())
def test_uris_of_sarif_are_uris_and_lead_back_to_the_path(report: Report) -> None:
    [run] = valid(render_sarif(report), "sarif-2.1.0")["runs"]
    entries = [entry for entry in report.arranged().documents if entry.path]
    for entry, artifact in zip(entries, run["artifacts"], strict=True):
        uri = artifact["location"]["uri"]
        assert URI.fullmatch(uri)
        assert "/" in uri or ":" not in uri  # else a reader would take what stands before it for a scheme
        back = unquote_to_bytes(uri)
        assert back in {_bytes(entry.path, "surrogateescape"), _bytes(entry.path, "surrogatepass")}


def _bytes(path: str | None, errors: str) -> bytes | None:
    """A path as bytes, without what a path may leave out."""
    try:
        parts = re.sub("/+", "/", (path or "")).split("/")
        return "/".join(part for part in parts if part != ".").rstrip("/").encode("utf-8", errors)
    except UnicodeEncodeError:
        return None


@given(hostile_reports())
def test_every_line_for_github_is_one_command_and_says_what_it_should(report: Report) -> None:
    told = commands(render_github(report))
    arranged = report.arranged()
    documents = {entry.id: entry for entry in arranged.documents}
    expected = [visible(problem.message) for problem in problems(arranged)]
    for annotation in annotated(arranged):
        named = f"rule {annotation.finding.rule}, finding {annotation.finding.id}"
        expected.append("\n".join(map(visible, [*lines(annotation, documents), named])))
    assert [command.message for command in told] == expected
    assert {command.name for command in told} <= LEVELS
    files = {":".join(map(visible_lines, path_of(entry).split(":"))) for entry in arranged.documents}
    assert {command.properties["file"] for command in told if "file" in command.properties} <= files


@given(hostile_reports())
def test_gitlab_is_valid_and_no_fingerprint_stands_twice(report: Report) -> None:
    issues = valid(render_gitlab(report), "gitlab-code-quality")
    fingerprints = [issue["fingerprint"] for issue in issues]
    assert len(set(fingerprints)) == len(fingerprints)
    assert set(fingerprints) <= ids(report)


@given(hostile_reports())
def test_rdjson_is_valid_and_its_ids_are_those_of_findings(report: Report) -> None:
    found = valid(render_rdjson(report), "rdformat")["diagnostics"]
    assert {diagnostic["code"]["value"].rpartition("/")[2] for diagnostic in found} <= ids(report)
