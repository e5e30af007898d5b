"""Workflow commands read back, as the runner reads them: what an annotation will say.

After `ActionCommand.TryParseV2` of the runner, which splits its input at line ends alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMAND = re.compile(r"::(\w+) (.*?)::(.*)")
_IN_MESSAGES = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_IN_PROPERTIES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


@dataclass(frozen=True)
class Command:
    """One command."""

    name: str
    properties: dict[str, str]
    message: str


def commands(output: str) -> list[Command]:
    """The commands that an output holds; each line must be one."""
    lines = re.split("\r\n|\r|\n", output)
    assert lines.pop() == ""
    return [_command(line) for line in lines]


def _command(line: str) -> Command:
    match = _COMMAND.fullmatch(line)
    assert match, f"{line!r} is no command"
    name, listed, message = match.groups()
    pairs = (pair.partition("=") for pair in listed.split(","))
    properties = {key: _unescaped(value, _IN_PROPERTIES) for key, _, value in pairs}
    return Command(name, properties, _unescaped(message, _IN_MESSAGES))


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    for written, meant in escapes.items():
        text = text.replace(written, meant)
    return text
