"""The GitLab template: filled in as GitLab fills it in, and its script run in a newsroom's repository."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from reconcile.folders import CACHE_DIR
from tests.functional.command import COMMAND, ROOT
from tests.integrations.newsroom import NEWSROOM, STAND_IN, WRONG, copied, program, shell

TEMPLATE = ROOT / "templates" / "reconcile.yml"
EXAMPLE = NEWSROOM / ".gitlab-ci.yml"
INPUT = re.compile(r"\$\[\[ inputs\.([\w-]+) \]\]")


def filled_in(**given: str) -> Mapping[str, Any]:
    """The template's jobs: inputs are put into the words of the parsed YAML, never into its text."""
    header, jobs = yaml.safe_load_all(TEMPLATE.read_text(encoding="utf-8"))
    declared = header["spec"]["inputs"]
    assert set(given) <= set(declared)
    inputs = {name: given.get(name, (described or {}).get("default")) for name, described in declared.items()}
    assert None not in inputs.values(), "an input without a default was not given"

    def fill(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: fill(value) for key, value in node.items()}
        if isinstance(node, list):
            return [fill(item) for item in node]
        return INPUT.sub(lambda name: inputs[name[1]], node) if isinstance(node, str) else node

    return fill(jobs)


@pytest.fixture
def example() -> Mapping[str, str]:
    """What the example newsroom gives the template."""
    [include] = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))["include"]
    assert include["file"] == TEMPLATE.relative_to(ROOT).as_posix()
    assert include["ref"] == include["inputs"]["ref"]
    return include["inputs"]


def test_template_and_example_are_valid(tmp_path: Path, example: Mapping[str, str]) -> None:
    written = tmp_path / "job.yml"
    written.write_text(yaml.safe_dump(filled_in(**example)), encoding="utf-8")
    for file in (written, EXAMPLE):
        done = shell(
            f"check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci '{file}'", ROOT
        )
        assert done.returncode == 0, done.stdout


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    return copied(tmp_path / "newsroom")


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    """Where the stand-in writes down its arguments."""
    return tmp_path / "heard"


def run(
    newsroom: Path, command: Path, extra: Mapping[str, str] | None = None, **inputs: str
) -> CompletedProcess[str]:
    """Run the job's lines in one shell, as GitLab does; what they clone "installs" a link to `command`."""
    tool = newsroom.with_name("tool")
    program(tool / "integrations" / "install", f'mkdir -p "$1/bin" && ln -s "{command}" "$1/bin/reconcile"\n')
    program(tool / "integrations" / "check", (ROOT / "integrations" / "check").read_text(encoding="utf-8"))
    author = "-c user.name=Desk -c user.email=desk@example.org"
    shell(f"git init --quiet && git add . && git {author} commit --quiet -m tool && git tag v9", tool)
    job = filled_in(repository=tool.as_uri(), ref="v9", **inputs)["reconcile"]
    variables = {**job["variables"], CACHE_DIR: os.environ[CACHE_DIR], **(extra or {})}
    return shell("\n".join([*job["before_script"], *job["script"]]), newsroom, variables)


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_the_job_ends_as_the_check_does(newsroom: Path, heard: Path, code: int) -> None:
    command = program(heard.with_name("reconcile"), STAND_IN)
    told = {"STAND_IN_HEARD": str(heard), "STAND_IN_CODE": str(code)}
    assert run(newsroom, command, told).returncode == code
    words = heard.read_text(encoding="utf-8").splitlines()
    assert words[words.index("--against") :] == ["--against", "sources", "--", "drafts"]


def test_what_is_given_reaches_the_command_word_for_word(newsroom: Path, heard: Path) -> None:
    command = program(heard.with_name("reconcile"), STAND_IN)
    told = {"STAND_IN_HEARD": str(heard), "STAND_IN_CODE": "0"}
    given = {"paths": "a draft.md\n$(touch harmed)", "against": "", "fail-on": "info", "min-coverage": "60"}
    assert run(newsroom, command, told, **given).returncode == 0
    words = heard.read_text(encoding="utf-8").splitlines()
    options = ["--fail-on", "info", "--min-coverage", "60"]
    assert words[-7:] == [*options, "--", "a draft.md", "$(touch harmed)"]
    assert not (newsroom / "harmed").exists()


def test_the_job_over_the_newsroom_leaves_the_reports_it_names(newsroom: Path) -> None:
    done = run(newsroom, COMMAND, paths=WRONG)
    assert done.returncode == 1, done.stdout + done.stderr
    artifacts = filled_in(repository="…", ref="…")["reconcile"]["artifacts"]
    [report] = artifacts["paths"]
    assert (newsroom / report).read_text(encoding="utf-8").startswith("<!")
    quality = json.loads((newsroom / artifacts["reports"]["codequality"]).read_text(encoding="utf-8"))
    cases = ElementTree.parse(newsroom / artifacts["reports"]["junit"]).getroot()
    assert {issue["location"]["path"] for issue in quality} == {WRONG}
    assert len(cases.findall(".//failure")) == len(quality)
