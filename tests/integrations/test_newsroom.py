"""The example newsroom's README: its commands run in a copy, and show what it says they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integrations.newsroom import NEWSROOM, copied, shell

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
Session = list[tuple[str, list[str]]]
BETWEEN, ANYTHING = "\x1e", "…"


def sessions() -> Iterator[Session]:
    """The README's sessions at a terminal: each command with the lines that are shown under it."""
    for block in BLOCK.findall((NEWSROOM / "README.md").read_text(encoding="utf-8")):
        commands = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
        yield [(lines[0], lines[1:]) for lines in map(str.splitlines, commands)]


def played(commands: list[str], folder: Path) -> list[list[str]]:
    """The lines that each command of one session wrote, on either stream."""
    script = "".join(f"{command}\ncode=$?; printf '{BETWEEN}'; (exit $code)\n" for command in commands)
    told = shell(f"set +e\nexec 2>&1\n{script}", folder).stdout
    return [part.splitlines() for part in told.split(BETWEEN)[:-1]]


def is_shown(lines: list[str], told: list[str]) -> bool:
    """Whether `told` is `lines`, where … stands for any number of lines, and within a line for any words."""
    patterns = ("(?:.*\n)*" if line == ANYTHING else f"{_words(line)}\n" for line in lines)
    return re.fullmatch("".join(patterns), "".join(f"{line}\n" for line in told)) is not None


def _words(line: str) -> str:
    return ".*".join(map(re.escape, line.split(ANYTHING)))


@pytest.mark.parametrize("session", list(sessions()), ids=lambda session: session[0][0])
def test_the_commands_show_what_the_readme_says(session: Session, tmp_path: Path) -> None:
    newsroom = copied(tmp_path / "newsroom")
    told = played([command for command, _ in session], newsroom)
    assert len(told) == len(session)
    for (command, lines), answer in zip(session, told, strict=True):
        assert is_shown(lines, answer), "\n".join([f"$ {command}", *answer])


def test_every_file_that_the_readme_tells_of_is_there() -> None:
    table = re.findall(
        r"^\| `([^`]+)` \|", (NEWSROOM / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(table) == 7
    assert all((NEWSROOM / file).exists() for file in table)
