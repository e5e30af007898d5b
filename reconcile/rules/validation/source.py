"""The YAML of a pack: plain values, and where each of them stands.

A pack is written by people, so what YAML would quietly change is not changed: `no`, `on`, `12:30`, `007` and
an empty value become a `Misread`, which no field accepts and for which the complaint says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from reconcile.errors import Problem, RuleError

MAX_DEPTH = 20

Loc = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAG = "tag:yaml.org,2002:"
_MISREAD_AS = {
    "bool": "true or false",
    "null": "nothing",
    "int": "a number",
    "float": "a number",
    "timestamp": "a point in time",
}


@dataclass(frozen=True, slots=True)
class Misread:
    """A word that YAML does not read as a word: what is written, and what YAML makes of it."""

    written: str
    read_as: str


@dataclass(slots=True)
class Source:
    """One pack as written: its values, line and column (from 1) of each, and what was wrong on the way."""

    file: str
    value: Any = None
    places: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    problems: dict[Loc, Problem] = field(default_factory=dict)

    def place(self, loc: Loc) -> tuple[int, int]:
        """Where a value stands; of what is not written, the nearest thing around it that is."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, (1, 1))

    def problem(self, loc: Loc, message: str) -> Problem:
        return Problem(self.file, *self.place(loc), message)


def read_source(file: str, data: bytes) -> Source:
    """Read one pack. Raises RuleError where it cannot be read at all; the source keeps lesser problems."""
    text = _decoded(file, data)
    try:
        _refuse_machinery(file, text)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(file, error) from None
    except yaml.YAMLError as error:  # a control character; the reader knows no line
        raise RuleError([Problem(file, 1, 1, f"not YAML: {' '.join(str(error).split())}")]) from None
    source = Source(file)
    if not isinstance(root, yaml.MappingNode):
        found = "nothing" if root is None else _what(root)
        message = (
            f"a pack has sections (rules, facts, names, offices), here is {found}; start with a line `rules:`"
        )
        raise RuleError([Problem(file, 1, 1, message)])
    source.value = _value(root, (), source)
    return source


def _decoded(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        raise RuleError([Problem(file, line, 1, message)]) from None


def _refuse_machinery(file: str, text: str) -> None:
    """Anchors, aliases, tags and deep nesting make a pack mean what is not written: none is needed."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        complaint = _machinery(event) or (
            depth > MAX_DEPTH and f"nested deeper than {MAX_DEPTH} levels; flatten it"
        )
        if complaint:
            raise RuleError([Problem(file, *_start(event.start_mark), complaint)])


def _machinery(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"the alias *{event.anchor} is not allowed in a pack; write the value out"
    if not isinstance(event, yaml.NodeEvent):
        return ""
    if event.anchor:
        return f"the anchor &{event.anchor} is not allowed in a pack; write the value out where it is needed"
    tag = getattr(event, "tag", None)
    return f"the tag {tag} is not allowed in a pack; write text in quotes instead" if tag else ""


def _syntax_error(file: str, error: yaml.MarkedYAMLError) -> RuleError:
    line, column = _start(error.problem_mark or error.context_mark)
    told = ", ".join(part for part in (error.context, error.problem) if part)
    return RuleError(
        [Problem(file, line, column, f"not YAML: {told}; look at indents, colons and quotes here")]
    )


def _start(mark: Any) -> tuple[int, int]:
    """Line and column from 1; YAML's own marks count from 0."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _value(node: yaml.Node, loc: Loc, source: Source) -> Any:
    source.places.setdefault(loc, _start(node.start_mark))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, loc, source)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*loc, index), source) for index, item in enumerate(node.value)]
    return _scalar(node, loc, source)


def _mapping(node: yaml.MappingNode, loc: Loc, source: Source) -> Mapping[str, Any]:
    values: dict[str, Any] = {}
    for key, value in node.value:
        line, column = _start(key.start_mark)
        here = (*loc, str(key.value))
        if not isinstance(key, yaml.ScalarNode):
            source.problems[here] = Problem(
                source.file, line, column, f"{_what(key)} as a key; a key is one word"
            )
        elif key.value in values:
            first = source.places[here][0]
            message = f"the key '{key.value}' stands here twice (first on line {first}); keep one"
            source.problems[(*here, line)] = Problem(source.file, line, column, message)
        else:
            source.places[here] = (line, column)
            values[key.value] = _value(value, here, source)
    return values


def _scalar(node: yaml.Node, loc: Loc, source: Source) -> Any:
    kind, written = node.tag.removeprefix(_TAG), str(node.value)
    if kind == "bool" and written.lower() == "off":
        return written.lower()  # a severity, and never meant as a boolean: packs have none
    if kind == "timestamp" and _DAY.fullmatch(written):
        return _day(written, loc, source)
    if kind in _MISREAD_AS:
        return Misread(written, _MISREAD_AS[kind])
    return written


def _day(written: str, loc: Loc, source: Source) -> date | str:
    try:
        return date.fromisoformat(written)
    except ValueError:
        message = f"{written} is no day of the calendar; write a day as 2024-06-05, and words in quotes"
        source.problems[loc] = source.problem(loc, message)
        return written


def _what(node: yaml.Node) -> str:
    if isinstance(node, yaml.CollectionNode):
        return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
    return "a single word or text"
