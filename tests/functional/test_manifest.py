"""What decided a report, kept by hash, and asked again: `check --manifest`, `verify`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.cli.manifest import _tool
from tests.functional.command import Run, reconcile
from tests.reports.examples import report

DRAFT = (
    "The Tornby dam was opened by Ingrid Falk on 3 May 2017. In March 2020 the flood killed 12 workers there."
)
MEMO = (
    "Ingrid Falk opened the Tornby dam in the Kvisla valley on 9 June 2018, as the minutes of Oster have it."
)
CONFIGURATION = 'ignore = ["word-spelling"]\naccept = [{id = "ID", why = "The minutes are wrong."}]\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A draft, a public source and a confidential one."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "draft.txt").write_text(DRAFT)
    (tmp_path / "sources" / "oster.txt").write_text(MEMO)
    (tmp_path / "sources" / "sources.yaml").write_text("sources: [{path: oster.txt, confidential: true}]")
    (tmp_path / "agency.txt").write_text(DRAFT.replace("12 workers", "twelve workers"))
    return tmp_path


def check(desk: Path) -> Run:
    return reconcile(
        *("check", "draft.txt", "--against", "agency.txt", "sources", "--format", "json"),
        *("--manifest", "run.json"),
        folder=desk,
    )


def test_the_same_inputs_give_the_same_report_and_changed_ones_are_named(desk: Path) -> None:
    done = check(desk)
    kept = json.loads((desk / "run.json").read_text())
    assert kept["report"]["findings"] == [finding["id"] for finding in done.report["findings"]] != []
    assert kept["report"]["exit_code"] == done.code == 1

    same = reconcile("verify", "run.json", "sources", folder=desk)
    assert (same.code, same.err) == (0, "")
    assert same.out.startswith("Verified: the same report (1 finding, exit code 1)")

    (desk / "agency.txt").write_text(DRAFT.replace("12 workers", "14 workers"))
    other = reconcile("verify", "run.json", "sources", folder=desk)
    assert other.code == 1
    assert other.out.startswith("document agency.txt has changed: it was ")
    assert "Another report, its inputs have changed" in other.out


def test_what_was_accepted_or_ignored_stands_in_the_manifest_with_its_reason(desk: Path) -> None:
    [finding] = check(desk).report["findings"]
    (desk / "reconcile.toml").write_text(CONFIGURATION.replace("ID", finding["id"]))
    assert check(desk).code == 0
    kept = json.loads((desk / "run.json").read_text())
    assert kept["configuration"]["path"] == "reconcile.toml"
    assert kept["silenced"] == [
        {
            "id": finding["id"],
            "rule": "event-date",
            "how": "accepted",
            "why": "The minutes are wrong.",
        }
    ]


def test_a_confidential_source_is_known_by_alias_and_must_be_given_again(desk: Path) -> None:
    check(desk)
    kept = (desk / "run.json").read_text()
    alias = json.loads(kept)["request"]["against"][1]
    assert "oster" not in kept.casefold() and alias.startswith("confidential-")
    left_out = reconcile("verify", "run.json", folder=desk)
    assert (left_out.code, left_out.out) == (2, "")
    assert f"knows {alias} by alias alone: give the paths" in left_out.err


@pytest.mark.parametrize("written", ["", "{}", '{"schema": "reconcile-manifest/9"}', "[1]", "\x00"])
def test_what_is_no_manifest_is_a_clear_error(tmp_path: Path, written: str) -> None:
    (tmp_path / "run.json").write_text(written)
    run = reconcile("verify", "run.json", folder=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("reconcile: run.json is no manifest of this version (")


def test_the_hash_of_the_tool_covers_all_of_its_code_and_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def bytes_of(path: Path) -> bytes:
        read.append(path)
        return b""

    monkeypatch.setattr(Path, "read_bytes", bytes_of)
    _tool(report())
    names = {path.name for path in read}
    assert {"pipeline.py", "sarif_report.py", "topics.py", "check.py", "dates.yaml", "events.yaml"} <= names
