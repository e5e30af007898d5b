"""The composite action: its shell steps run here as a runner would run them, but for the install."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile.folders import CACHE_DIR
from tests.functional.command import COMMAND, ROOT
from tests.integrations.newsroom import CLEAN, NEWSROOM, STAND_IN, WRONG, copied, program, shell

ACTION = ROOT / "action.yml"
WORKFLOW = NEWSROOM / ".github" / "workflows" / "reconcile.yml"
AUDIT = Path(__file__).with_name("zizmor.yml")
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")


@dataclass(frozen=True)
class Job:
    """What one run of the action gave."""

    code: int
    log: str
    outputs: Mapping[str, str]
    summary: str
    folder: Path


class Runner:
    """Runs the `run` steps of action.yml one after the other until one fails; what `uses` an action is passed over."""

    def __init__(self, workspace: Path, temporary: Path) -> None:
        self.action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
        self.workspace, self.temporary = workspace, temporary
        self.command = temporary / "reconcile" / "bin" / "reconcile"
        self._summary = temporary / "summary.md"
        self.known: dict[str, str] = {}

    def run(self, **inputs: str) -> Job:
        self.known = {"runner.temp": str(self.temporary)}
        self._summary.write_text("")
        for name, described in self.action["inputs"].items():
            self.known[f"inputs.{name}"] = inputs.get(name.replace("-", "_"), described.get("default", ""))
        log, code = "", 0
        for step in self.action["runs"]["steps"]:
            if "run" in step and step["id"] != "install" and code == 0:
                done = self._step(step)
                log, code = log + done.stdout + done.stderr, done.returncode
        outputs = {name: self._told(output["value"]) for name, output in self.action["outputs"].items()}
        return Job(code, log, outputs, self._summary.read_text(encoding="utf-8"), self.workspace)

    def _step(self, step: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
        commands = self.temporary / f"{step['id']}.output"
        commands.write_text("")
        environment = {
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(commands),
            "GITHUB_STEP_SUMMARY": str(self._summary),
            "GITHUB_ACTIONS": "true",
            "RUNNER_TEMP": str(self.temporary),
            **{name: self._told(value) for name, value in step.get("env", {}).items()},
        }
        folder = self.workspace / self._told(step.get("working-directory", "."))
        done = shell(step["run"], folder, environment)
        for line in commands.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.known[f"steps.{step['id']}.outputs.{name}"] = value
        return done

    def _told(self, value: str) -> str:
        return EXPRESSION.sub(lambda expression: self.known.get(expression[1], ""), value)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner with the newsroom checked out, where Reconcile is installed as it is here."""
    runner = Runner(copied(tmp_path / "newsroom"), tmp_path / "temporary")
    runner.command.parent.mkdir(parents=True)
    runner.command.symlink_to(COMMAND)
    (runner.temporary / "reconcile-cache").symlink_to(os.environ[CACHE_DIR])
    return runner


@pytest.fixture
def stand_in(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Puts a program in the command's place that ends with a code; gives the file where it writes what it was told."""

    def install(code: int) -> Path:
        program(runner.command, STAND_IN)
        heard = runner.temporary / "heard"
        monkeypatch.setenv("STAND_IN_HEARD", str(heard))
        monkeypatch.setenv("STAND_IN_CODE", str(code))
        return heard

    return install


def test_action_and_workflow_are_valid() -> None:
    schema = "check-jsonschema --builtin-schema vendor.github"
    assert shell(f"{schema}-actions '{ACTION}'", ROOT).returncode == 0
    assert shell(f"{schema}-workflows '{WORKFLOW}'", ROOT).returncode == 0


def test_an_audit_finds_nothing_that_a_stranger_could_use() -> None:
    done = shell(
        f"zizmor --offline --no-progress --persona auditor --config '{AUDIT}' '{ACTION}' '{WORKFLOW}'", ROOT
    )
    assert done.returncode == 0, done.stdout


def test_the_workflow_gives_inputs_and_asks_for_outputs_that_there_are() -> None:
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    [job] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
    [step] = [step for step in job["steps"] if step.get("id") == "reconcile"]
    assert set(step["with"]) <= set(action["inputs"])
    asked = re.findall(r"steps\.reconcile\.outputs\.([\w-]+)", WORKFLOW.read_text(encoding="utf-8"))
    assert asked and set(asked) <= set(action["outputs"])


def test_what_is_given_reaches_the_command_word_for_word(
    runner: Runner, stand_in: Callable[[int], Path]
) -> None:
    heard = stand_in(0)
    harm = "$(touch harmed) `touch harmed`; touch harmed"
    job = runner.run(
        paths=f"a draft.md\n\n--odd.md\n{harm}",
        against="sources\nwire archive",
        fail_on="info",
        min_coverage="60",
    )
    words = heard.read_text(encoding="utf-8").splitlines()
    assert words[words.index("--") :] == ["--", "a draft.md", "--odd.md", harm]
    options = words[: words.index("--")]
    assert options[options.index("--against") :] == [
        *("--against", "sources", "--against", "wire archive"),
        *("--fail-on", "info", "--min-coverage", "60"),
    ]
    assert not (job.folder / "harmed").exists()


def test_what_is_empty_is_not_said(runner: Runner, stand_in: Callable[[int], Path]) -> None:
    heard = stand_in(0)
    runner.run(paths="drafts")
    words = heard.read_text(encoding="utf-8").splitlines()
    assert not {"--against", "--fail-on", "--min-coverage", ""} & set(words)
    assert words[-2:] == ["--", "drafts"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (0, ""),
        (1, "The gate is closed: drafts and sources disagree."),
        (2, "Nothing was checked: the arguments, reconcile.toml or a rule are wrong."),
        (3, "The check is incomplete: a text could not be read or checked"),
        (130, "The check did not come to an end (exit code 130)."),
    ],
)
def test_each_exit_code_ends_the_job_with_its_message(
    runner: Runner, stand_in: Callable[[int], Path], code: int, told: str
) -> None:
    stand_in(code)
    job = runner.run(paths="drafts")
    assert job.code == code
    assert job.outputs["exit-code"] == str(code)
    assert (f"::error title=Reconcile::{told}" in job.log) == bool(code)


def test_outputs_name_what_was_written_and_nothing_else(
    runner: Runner, stand_in: Callable[[int], Path]
) -> None:
    stand_in(1)
    job = runner.run(paths="drafts", html_file="desk.html")
    assert job.outputs == {
        "exit-code": "1",
        "findings": "2",
        "sarif": str(job.folder / "reconcile.sarif"),
        "html": str(job.folder / "desk.html"),
    }
    stand_in(2)
    assert runner.run(paths="drafts").outputs == {"exit-code": "2", "findings": "", "sarif": "", "html": ""}


def test_no_module_of_the_newsroom_is_run(
    runner: Runner, stand_in: Callable[[int], Path], tmp_path: Path
) -> None:
    stand_in(0)
    for name in ("json", "pip", "encodings"):
        (runner.workspace / f"{name}.py").write_text("raise SystemExit('a stranger was let in')")
    job = runner.run(paths="drafts")
    assert (job.code, job.outputs["findings"]) == (0, "2"), job.log


PIP = """\
#!/usr/bin/env bash
# Stands for Python: makes an environment of itself, and writes down what pip is asked to install.
case "$*" in
  "-I -m venv "*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
  "-I -m pip install "*) echo "$*" >> "$STAND_IN_HEARD" ;;
  *) exit 64 ;;
esac
"""


def test_the_install_is_pinned_and_brings_no_graphics_libraries(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "python3", PIP)
    heard = tmp_path / "heard"
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = shell(
        f"'{ROOT}/integrations/install' '{tmp_path}/new'",
        tmp_path,
        {"PATH": path, "STAND_IN_HEARD": str(heard)},
    )
    assert done.returncode == 0, done.stderr
    torch, package = heard.read_text(encoding="utf-8").splitlines()
    assert all(f"--constraint {ROOT}/constraints.txt" in line for line in (torch, package))
    assert torch.endswith("--no-deps --index-url https://download.pytorch.org/whl/cpu torch")
    assert package.endswith(f" {ROOT}")


@pytest.mark.parametrize(("draft", "code"), [(CLEAN, 0), (WRONG, 1)])
def test_the_gate_over_the_newsroom(runner: Runner, draft: str, code: int) -> None:
    job = runner.run(paths=draft, against="sources")
    assert (job.code, job.outputs["exit-code"]) == (code, str(code)), job.log
    assert (job.outputs["findings"] == "0") == (code == 0)
    assert Path(job.outputs["sarif"]).is_file() and Path(job.outputs["html"]).is_file()
    assert (f"file={draft},line=6" in job.log) == bool(code)  # the day on which the ship ran aground


def test_a_source_that_cannot_be_read_closes_the_gate(runner: Runner) -> None:
    (runner.workspace / "sources" / "fax.txt").write_text("", encoding="utf-8")
    job = runner.run(paths=CLEAN, against="sources")
    assert job.code == 3
    assert "::error title=Reconcile::The check is incomplete" in job.log


def test_the_summary_of_the_job_is_the_report(runner: Runner) -> None:
    job = runner.run(paths=WRONG, against="sources")
    assert job.summary.startswith("## Reconcile") and "4 April 2026" in job.summary
