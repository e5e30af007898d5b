"""What `docs/editors.md` tells editors: how to ask, and how to read the answer."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.functional.command import COMMAND, ROOT
from tests.integrations.newsroom import WRONG, copied, shell

PAGE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
BLOCKS = dict(
    re.findall(r"^```(vim|yaml|sh)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[::-1]
)  # the first of each
EFM = yaml.safe_load(BLOCKS["yaml"])["tools"]["reconcile"]
ITEMS = {
    "%f": r"(?P<file>.+?)",
    "%l": r"(?P<line>\d+)",
    "%c": r"(?P<column>\d+)",
    "%t": r"(?P<type>.)",
    "%*[^:]": r"[^:]+",
    "%m": r"(?P<message>.+)",
}


def as_expression(errorformat: str) -> re.Pattern[str]:
    """An errorformat of Vim's, as far as these items go, as a regular expression."""
    parts = re.split(r"(%\*\[\^:\]|%[a-z])", errorformat)
    return re.compile("".join(ITEMS.get(part, re.escape(part)) for part in parts))


@pytest.fixture
def answer(tmp_path: Path) -> list[str]:
    """What the first command of the page answers, for a draft that was just edited."""
    newsroom = copied(tmp_path / "newsroom")
    draft = newsroom / WRONG
    edited = draft.read_text(encoding="utf-8").replace("46 passengers", "47 passengers")
    draft.write_text(edited, encoding="utf-8")
    done = shell(BLOCKS["sh"], newsroom)
    assert done.returncode == 1
    return done.stdout.splitlines()


def test_every_line_is_read_by_the_errorformat(answer: list[str]) -> None:
    [errorformat] = EFM["lint-formats"]
    read = [as_expression(errorformat).fullmatch(line) for line in answer]
    assert len(read) >= 9 and all(read), answer
    assert {found["file"] for found in read if found} == {WRONG}
    assert {found["type"] for found in read if found} <= set("ewi")
    assert any(found["line"] == "6" and "41 or 47" in found["message"] for found in read if found)


def test_vim_and_the_language_server_are_told_the_same() -> None:
    [vim] = re.findall(r"^set errorformat=(.*)$", BLOCKS["vim"], re.MULTILINE)
    assert [vim.replace("\\ ", " ")] == EFM["lint-formats"]


def test_the_language_servers_command_is_the_pages_first() -> None:
    assert EFM["lint-command"].replace("${INPUT}", WRONG) == BLOCKS["sh"].split(" < ")[0]


def test_vims_command_is_one_that_the_command_knows(tmp_path: Path) -> None:
    [words] = re.findall(r"^set makeprg=(.*)$", BLOCKS["vim"], re.MULTILINE)
    newsroom = copied(tmp_path / "newsroom")
    command = words.replace("\\ ", " ").replace("%", WRONG).split()
    done = subprocess.run([COMMAND, *command[1:]], cwd=newsroom, capture_output=True, text=True, check=False)
    assert (done.returncode, "[event-date " in done.stdout) == (1, True), done.stderr
