"""The example newsroom in a folder of its own, and what runs in it: shells, git, a command that stands in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.functional.command import COMMAND, ROOT

NEWSROOM = ROOT / "examples" / "newsroom"
CLEAN, WRONG = "drafts/grounding.md", "drafts/long-wait.md"
TOOLS = COMMAND.parent

# Writes down its arguments, one a line, and a report where it is told to; gives the code that STAND_IN_CODE names.
STAND_IN = """\
#!/usr/bin/env bash
printf '%s\\n' "$@" > "$STAND_IN_HEARD"
for word in "$@"; do
  case "$word" in *=*.*) [ "$STAND_IN_CODE" = 2 ] || echo '{"findings": [1, 2]}' > "${word#*=}" ;; esac
done
exit "$STAND_IN_CODE"
"""


def copied(folder: Path) -> Path:
    """The example newsroom as a repository whose files are not committed yet."""
    shutil.copytree(NEWSROOM, folder)
    shell("git init --quiet && git config user.name Desk && git config user.email desk@example.org", folder)
    return folder


def shell(
    script: str, folder: Path, extra: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run lines of bash as code hosts do, with the installed commands first on the path."""
    environment = {**os.environ, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}", **(extra or {})}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def program(path: Path, script: str) -> Path:
    """A program in a file, in the place of what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # never through a link
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)
    return path
