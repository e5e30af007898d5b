"""The seeds through the installed command once, in every format at once: each carries the same findings."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from reconcile.reports import FORMATS, SUFFIXES
from reconcile.reports.json_schema import LinePart, ReportPart
from tests.functional.command import Run, reconcile
from tests.reports.schemas import breaches_of_schema_org, junit

ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    files = [f"--format={name}={_file(folder, name)}" for name in FORMATS]
    return reconcile("check", "seeds", "--format", "text", *files)


@pytest.fixture(scope="module")
def report(run: Run, folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_read(folder, "json"))
    return told


@pytest.fixture(scope="module")
def findings(report: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = report["findings"]
    return found


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.{SUFFIXES.get(name, name)}"


def _read(folder: Path, name: str) -> str:
    return _file(folder, name).read_text("utf-8")


def test_one_run_writes_every_format_whole_and_one_of_them_on_standard_output(run: Run, folder: Path) -> None:
    assert (run.code, run.err) == (1, "")
    assert sorted(folder.iterdir()) == sorted(_file(folder, name) for name in FORMATS)
    assert _read(folder, "text") == run.out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_carries_the_same_findings(report: dict[str, Any], folder: Path, name: str) -> None:
    model = report["model"]["sha256"][:12]
    told = set(ID.findall(_read(folder, name))) - {model}
    assert told and told == {finding["id"] for finding in report["findings"]}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_begins_with_the_worst(findings: list[dict[str, Any]], folder: Path, name: str) -> None:
    told = _read(folder, name)
    first = {severity: f["id"] for f in reversed(findings) for severity in [f["severity"]]}
    places = [told.index(first[severity]) for severity in ("error", "warning", "info")]
    assert places == sorted(places)


def test_what_has_a_schema_keeps_to_it(findings: list[dict[str, Any]], folder: Path) -> None:
    ReportPart.model_validate_json(_read(folder, "json"))
    lines = [LinePart.model_validate_json(line) for line in _read(folder, "jsonl").splitlines()]
    assert len(lines) == 1 + len(findings)
    junit().validate(_read(folder, "junit"))
    assert breaches_of_schema_org(json.loads(_read(folder, "claimreview"))) == []


def test_tables_and_suites_have_a_row_for_each(findings: list[dict[str, Any]], folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(_read(folder, "csv").removeprefix("\ufeff"), newline="")))
    assert len(rows) == sum(len(position["evidence"]) for f in findings for position in f["positions"])
    [suite] = ElementTree.fromstring(_read(folder, "junit"))
    assert suite.get("failures") == str(sum(f["severity"] != "info" for f in findings))
    assert _read(folder, "markdown").count("\n### ") == len(findings)
    assert len(_read(folder, "concise").splitlines()) == len(findings)
