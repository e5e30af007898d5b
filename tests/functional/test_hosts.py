"""The seeds in the formats of code hosts: one run writes them all, and they tell the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.functional.command import ROOT, Run, reconcile
from tests.reports.schemas import valid
from tests.reports.workflow import commands


@dataclass(frozen=True)
class Written:
    """What one run wrote."""

    run: Run
    folder: Path

    def __getitem__(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    @property
    def findings(self) -> list[dict[str, Any]]:
        return json.loads(self["json"])["findings"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("reports")
    formats = [f"--format={name}={folder / name}" for name in ("json", "sarif", "gitlab", "rdjson")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
        run = reconcile("check", "seeds", *formats, "--format", "github")
    return Written(run, folder)


def test_the_findings_of_sarif_are_those_of_json_in_their_order(written: Written) -> None:
    [run] = valid(written["sarif"], "sarif-2.1.0")["runs"]
    told = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert told == [finding["id"] for finding in written.findings]


def test_a_region_of_sarif_holds_the_words(written: Written) -> None:
    [run] = valid(written["sarif"], "sarif-2.1.0")["runs"]
    for result in run["results"]:
        for location in [*result["locations"], *result["relatedLocations"]]:
            place = location["physicalLocation"]
            for region in filter(None, (place["region"], place.get("contextRegion"))):
                assert _cut(place["artifactLocation"]["uri"], region) == region["snippet"]["text"]


def _cut(uri: str, region: dict[str, Any]) -> str:
    lines = (ROOT / uri).read_text(encoding="utf-8").split("\n")
    held = lines[region["startLine"] - 1 : region["endLine"]]
    held[-1] = held[-1][: region["endColumn"] - 1]
    held[0] = held[0][region["startColumn"] - 1 :]
    return "\n".join(held)


def test_gitlab_has_them_too(written: Written) -> None:
    told = valid(written["gitlab"], "gitlab-code-quality")
    assert [issue["fingerprint"] for issue in told] == [finding["id"] for finding in written.findings]


def test_ranges_of_rdjson_hold_the_bytes_of_the_words(written: Written) -> None:
    found = valid(written["rdjson"], "rdformat")["diagnostics"]
    assert [d["code"]["value"] for d in found] == [f"{f['rule']}/{f['id']}" for f in written.findings]
    words = {e["text"] for f in written.findings for p in f["positions"] for e in p["evidence"]}
    for diagnostic in found:
        place = diagnostic["location"]
        start, end = place["range"]["start"], place["range"]["end"]
        line = (ROOT / place["path"]).read_bytes().split(b"\n")[start["line"] - 1]
        assert line[start["column"] - 1 : end["column"] - 1].decode() in words


def test_github_has_a_command_for_each_and_the_summary_names_them_all(written: Written) -> None:
    told = commands(written.run.out)
    assert [command.message.rpartition(" ")[2] for command in told] == [f["id"] for f in written.findings]
    assert all(finding["id"] in written["summary.md"] for finding in written.findings)
    assert written.run.code == 1
