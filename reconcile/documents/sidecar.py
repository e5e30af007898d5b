"""`sources.yaml`: what a desk knows of the documents of a folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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
    """Sources by resolved path of the document; later files overrule earlier ones, but what is confidential stays so.

    Raises ConfigurationError with every mistake of every file, each with file, line and the mend.
    """
    known: dict[Path, Source] = {}
    complaints: list[str] = []
    for file in files:
        mistakes = _Mistakes(file)
        for source in _sources(file, mistakes):
            place = place_of(source.path)
            secret = source.confidential or (place in known and known[place].confidential)
            known[place] = replace(source, confidential=secret)
        complaints += mistakes
    if complaints:
        raise ConfigurationError("\n".join(complaints))
    return known


def _sources(file: Path, mistakes: _Mistakes) -> list[Source]:
    root = _composed(file, mistakes)
    entries = [source for node in _entries(root, mistakes) if (source := _source(node, mistakes))]
    for what, seen in (
        ("path", [(str(s.path), s.confidential) for s in entries]),
        ("id", [(s.id, s.confidential) for s in entries if s.id]),
    ):
        number = Counter(value for value, _ in seen)
        for double in sorted(value for value in number if number[value] > 1):
            shown = NAME if (double, True) in seen else double
            mistakes.add(None, f"the {what} of {shown} stands twice: keep one.")
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


def _fields(
    node: yaml.Node, allowed: Iterable[str], mistakes: _Mistakes, *, secret: bool = False
) -> dict[str, yaml.Node] | None:
    """The fields of a mapping by name; None where it is none. Of one that is secret no unknown word is told."""
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(node.start_mark, f"write fields here, of {', '.join(allowed)}, each as name: value.")
        return None
    fields: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value not in allowed:
            named = "" if secret else f" {key.value}"
            mistakes.add(key.start_mark, f"unknown key{named}: use {', '.join(allowed)}.")
        elif key.value in fields:
            mistakes.add(key.start_mark, f"{key.value} stands twice in one entry: keep one.")
        else:
            fields[key.value] = value
    return fields


def _source(node: yaml.Node, mistakes: _Mistakes) -> Source | None:
    secret = _may_be_confidential(node)
    fields = _fields(node, _FIELDS, mistakes, secret=secret)
    if fields is None:
        return None
    if "path" not in fields:
        mistakes.add(node.start_mark, "an entry has no path: add the name of a file of this folder.")
        return None
    values = {name: _value(name, field, mistakes, secret=secret) for name, field in fields.items()}
    if values["path"] is None:
        return None
    path = mistakes.file.parent / values.pop("path")
    if not path.is_file():
        missing = NAME if secret else fields["path"].value
        mistakes.add(fields["path"].start_mark, f"there is no {missing}: mend the path or drop the entry.")
    return Source(path, **{name: value for name, value in values.items() if value is not None})


def _may_be_confidential(node: yaml.Node) -> bool:
    """Whether an entry says so, rightly written or not."""
    fields = node.value if isinstance(node, yaml.MappingNode) else ()
    return any(key.value == "confidential" and value.value != "false" for key, value in fields)


def _value(name: str, node: yaml.Node, mistakes: _Mistakes, *, secret: bool) -> Any:
    read, mend = _FIELDS[name]
    try:
        return read(node)
    except ValueError:
        told = isinstance(node, yaml.ScalarNode) and (not secret or name == "confidential")
        shown = f" {node.value}" if told else ""
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
