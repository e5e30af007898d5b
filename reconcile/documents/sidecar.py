"""`sources.yaml`: what a desk knows of the documents of a folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from reconcile.documents.confidential import NAME
from reconcile.documents.decoding import DecodingError, decode
from reconcile.errors import ConfigurationError
from reconcile.files import place_of

_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of one document."""

    path: Path
    id: str | None = None
    published: date | None = None
    tier: int | None = None
    confidential: bool = False


class _Mistakes(list[str]):
    """What is wrong in one file, each with its line."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    def add(self, mark: yaml.Mark | None, message: str) -> None:
        line = f", line {mark.line + 1}" if mark else ""
        self.append(f"{self.file.as_posix()}{line}: {message}")


def read_sidecars(files: Iterable[Path]) -> Mapping[Path, Source]:
    """Sources by resolved path of the document; later files overrule earlier ones.

    Raises ConfigurationError with every mistake of every file, each with file, line and the mend.
    """
    known: dict[Path, Source] = {}
    complaints: list[str] = []
    for file in files:
        mistakes = _Mistakes(file)
        known.update((place_of(source.path), source) for source in _sources(file, mistakes))
        complaints += mistakes
    if complaints:
        raise ConfigurationError("\n".join(complaints))
    return known


def _sources(file: Path, mistakes: _Mistakes) -> list[Source]:
    root = _composed(file, mistakes)
    entries = [source for node in _entries(root, mistakes) if (source := _source(node, mistakes))]
    for what, seen in (("path", [str(s.path) for s in entries]), ("id", [s.id for s in entries if s.id])):
        for double in sorted({value for value in seen if seen.count(value) > 1}):
            mistakes.add(None, f"the {what} {double} stands twice: keep one.")
    return entries


def _composed(file: Path, mistakes: _Mistakes) -> yaml.Node | None:
    try:
        return yaml.compose(decode(file.read_bytes()), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mistakes.add(
            error.problem_mark,
            f"is not YAML ({error.problem}): check the indentation and the quotation marks.",
        )
    except (DecodingError, OSError, yaml.YAMLError, RecursionError) as error:
        mistakes.add(
            None, f"cannot be read as YAML ({' '.join(str(error).split())}): write it anew as UTF-8."
        )
    return None


def _entries(root: yaml.Node | None, mistakes: _Mistakes) -> Iterator[yaml.MappingNode]:
    if root is None:  # an empty file says nothing, and that is allowed
        return
    fields = _fields(root, ["sources"], mistakes) or {}
    listed = fields.get("sources")
    if listed is not None and not isinstance(listed, yaml.SequenceNode):
        mistakes.add(listed.start_mark, "sources must be a list: - {path: 003.txt, published: 2024-09-03}.")
    elif listed is not None:
        yield from listed.value


def _fields(node: yaml.Node, allowed: Iterable[str], mistakes: _Mistakes) -> dict[str, yaml.Node] | None:
    """The fields of a mapping by name; None where it is none."""
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(node.start_mark, f"write fields here, of {', '.join(allowed)}, each as name: value.")
        return None
    fields: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value not in allowed:
            mistakes.add(key.start_mark, f"unknown key {key.value}: use {', '.join(allowed)}.")
        elif key.value in fields:
            mistakes.add(key.start_mark, f"{key.value} stands twice in one entry: keep one.")
        else:
            fields[key.value] = value
    return fields


def _source(node: yaml.Node, mistakes: _Mistakes) -> Source | None:
    fields = _fields(node, _FIELDS, mistakes)
    if fields is None:
        return None
    if "path" not in fields:
        mistakes.add(node.start_mark, "an entry has no path: add the name of a file of this folder.")
        return None
    values = {name: _value(name, field, mistakes) for name, field in fields.items()}
    if values["path"] is None:
        return None
    path = mistakes.file.parent / values.pop("path")
    if not path.is_file():
        missing = NAME if values.get("confidential") else fields["path"].value
        mistakes.add(fields["path"].start_mark, f"there is no {missing}: mend the path or drop the entry.")
    return Source(path, **{name: value for name, value in values.items() if value is not None})


def _value(name: str, node: yaml.Node, mistakes: _Mistakes) -> Any:
    read, mend = _FIELDS[name]
    try:
        return read(node)
    except ValueError:
        shown = f" {node.value}" if isinstance(node, yaml.ScalarNode) else ""
        mistakes.add(node.start_mark, f"{name}{shown} is not right: {mend}.")
        return None


def _words(node: yaml.Node) -> str:
    if node.tag != f"{_TAG}str" or not node.value.strip():
        raise ValueError
    return str(node.value)


def _day(node: yaml.Node) -> date:
    if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(r"\d{4}-\d\d-\d\d", node.value):
        raise ValueError
    return date.fromisoformat(node.value)


def _whole_number(node: yaml.Node) -> int:
    if node.tag != f"{_TAG}int" or not re.fullmatch(r"[1-9]\d{0,3}", node.value):
        raise ValueError
    return int(node.value)


def _truth(node: yaml.Node) -> bool:
    if node.value not in ("true", "false") or node.tag != f"{_TAG}bool":
        raise ValueError
    return bool(node.value == "true")


_FIELDS: dict[str, tuple[Callable[[yaml.Node], Any], str]] = {
    "path": (_words, "write the name of a file of this folder, in quotation marks if it looks like a number"),
    "id": (_words, "write a name, in quotation marks if it looks like a number, a date or yes and no"),
    "published": (_day, "write a day as 2024-09-03"),
    "tier": (_whole_number, "write a whole number from 1"),
    "confidential": (_truth, "write true or false"),
}
