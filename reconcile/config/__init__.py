"""`reconcile.toml`, or `[tool.reconcile]` in pyproject.toml: what a desk has settled for all its runs.

rules = ["desk/rules.yaml"]       # packs, relative to this file
ignore = ["name-spelling"]        # rules that are not run
fail-on = "warning"               # error (default), warning, info or never
model = "models/our-minilm"       # a model's name, or a folder relative to this file
second-opinion = "models/nli"     # an NLI cross-encoder, likewise; none by default
accept = [{id = "3fa0c1d2e3f4", why = "The agency corrected the figure."}]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.errors import ConfigurationError, reason
from reconcile.findings import FailOn

OWN, SHARED = "reconcile.toml", "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that the desk has looked at and lets stand."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file says; the defaults are those of a desk without one."""

    path: Path | None = None
    rules: tuple[Path, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.ERROR
    model: str | None = None
    second_opinion: str | None = None
    accept: tuple[Acceptance, ...] = ()


def load_configuration(named: Path | None, folder: Path) -> Configuration:
    """Read the file `named`, else the nearest one in `folder` or a folder above it, else give the defaults.

    Raises ConfigurationError with everything that is wrong in the file, each with line and mend.
    """
    if named is not None:
        table = _table(named)
        if table is None:
            raise ConfigurationError(f"{named} has no table [tool.reconcile]: add one, or name another file.")
        return _configuration(named, table)
    for path in _candidates(folder.absolute()):
        table = _table(path)
        if table is not None:
            return _configuration(path, table)
    return Configuration()


def _candidates(folder: Path) -> Iterator[Path]:
    for ancestor in (folder, *folder.parents):
        yield from (path for name in (OWN, SHARED) if (path := ancestor / name).is_file())


@dataclass(frozen=True, slots=True)
class Table:
    """The part of a TOML file that is ours: its values, and the text to find their lines in."""

    text: str
    values: Mapping[str, Any]
    shared: bool


def _table(path: Path) -> Table | None:
    """Our part of a file; None for a pyproject.toml that says nothing to us, be it broken or not."""
    shared, text = path.name == SHARED, _text(path)
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        if shared and "tool.reconcile" not in text:
            return None
        raise ConfigurationError(f"{path}: not TOML: {error}. Mend this place.") from None
    if not shared:
        return Table(text, values, shared)
    tools = values.get("tool")
    ours = tools.get("reconcile") if isinstance(tools, dict) else None
    return Table(text, ours, shared) if isinstance(ours, dict) else None


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read ({reason(error)}): check the name.") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path} is not UTF-8: save it as UTF-8.") from None


def _configuration(path: Path, table: Table) -> Configuration:
    from reconcile.config.keys import configuration  # brings the models: most desks have no file

    return configuration(path, table)
