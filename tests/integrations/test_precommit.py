"""The hook of pre-commit: its manifest, and a run over what is staged in a newsroom's repository."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from tests.functional.command import ROOT
from tests.integrations.newsroom import CLEAN, NEWSROOM, WRONG, copied, shell

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
Commit = Callable[..., CompletedProcess[str]]


@pytest.fixture
def staged(tmp_path: Path) -> Commit:
    """Stages files of a newsroom and runs the hook, on the command that is installed: no environment is made."""
    newsroom = copied(tmp_path / "newsroom")
    [hook] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    local = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "unsupported"}]}]}
    config = newsroom / ".pre-commit-config.yaml"
    config.write_text(yaml.safe_dump(local), encoding="utf-8")

    def stage(*files: str) -> CompletedProcess[str]:
        shell(f"git add .pre-commit-config.yaml {' '.join(files)}", newsroom)
        return shell("pre-commit run --color never", newsroom, {"PRE_COMMIT_HOME": str(tmp_path / "home")})

    return stage


def test_manifest_and_example_are_what_pre_commit_reads() -> None:
    assert shell(f"pre-commit validate-manifest '{MANIFEST}'", ROOT).returncode == 0
    assert shell("pre-commit validate-config .pre-commit-config.yaml", NEWSROOM).returncode == 0


def test_the_example_names_a_hook_that_there_is() -> None:
    config = yaml.safe_load((NEWSROOM / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    named = {hook["id"] for repository in config["repos"] for hook in repository["hooks"]}
    assert named == {hook["id"] for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}


def test_a_draft_that_disagrees_with_a_source_is_not_committed(staged: Commit) -> None:
    done = staged(WRONG)
    assert done.returncode == 1
    assert "reconcile" in done.stdout and "Failed" in done.stdout and "- exit code: 1" in done.stdout
    assert "3 April 2026 or 4 April 2026" in done.stdout


def test_a_draft_that_agrees_is_committed(staged: Commit) -> None:
    done = staged(CLEAN)
    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout


def test_only_drafts_wake_the_hook(staged: Commit) -> None:
    done = staged("sources", "rules", "reconcile.toml", "README.md")
    assert done.returncode == 0
    assert "(no files to check)" in done.stdout


def test_a_draft_whose_name_looks_like_an_option_is_a_draft() -> None:
    """A newsroom may let the hook look at its topmost folder, where such a file would choose the configuration."""
    [hook] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert hook["args"][-1] == "--"
