"""`reconcile.toml`, or `[tool.reconcile]` in pyproject.toml: what a desk has settled for all its runs.

rules = ["desk/rules.yaml"]       # packs, relative to this file
ignore = ["name-spelling"]        # rules that are not run
fail-on = "warning"               # error (default), warning, info or never
model = "models/our-minilm"       # a model's name, or a folder relative to this file
second-opinion = "models/nli"     # an NLI cross-encoder, likewise; none by default
accept = [{id = "3fa0c1d2e3f4", why = "The agency corrected the figure."}]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reconcile.errors import ConfigurationError, Problem
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
class _Table:
    """The part of a TOML file that is ours: its values, and the text to find their lines in."""

    text: str
    values: Mapping[str, Any]
    shared: bool


def _table(path: Path) -> _Table | None:
    """Our part of a file; None for a pyproject.toml that says nothing to us, be it broken or not."""
    shared, text = path.name == SHARED, _text(path)
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        if shared and "tool.reconcile" not in text:
            return None
        raise ConfigurationError(f"{path}: not TOML: {error}. Mend this place.") from None
    if not shared:
        return _Table(text, values, shared)
    tools = values.get("tool")
    ours = tools.get("reconcile") if isinstance(tools, dict) else None
    return _Table(text, ours, shared) if isinstance(ours, dict) else None


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigurationError(f"{path} cannot be read ({reason}): check the name.") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path} is not UTF-8: save it as UTF-8.") from None


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


_Word = Annotated[str, Field(pattern=r"\S")]


class _Accept(_Strict):
    id: _Word
    why: _Word


class _Keys(_Strict):
    rules: list[_Word] = []
    ignore: list[_Word] = []
    fail_on: Annotated[FailOn, Field(strict=False, alias="fail-on")] = FailOn.ERROR
    model: _Word | None = None
    second_opinion: Annotated[_Word | None, Field(alias="second-opinion")] = None
    accept: list[_Accept] = []


_MENDS = {
    "rules": 'a list of paths: rules = ["desk.yaml"]',
    "ignore": 'a list of rule ids: ignore = ["event-date"]',
    "fail-on": 'one of "error", "warning", "info", "never": fail-on = "warning"',
    "model": 'the name or folder of a model: model = "models/ours"',
    "second-opinion": 'the name or folder of an NLI cross-encoder: second-opinion = "models/nli"',
    "accept": 'a list of accepted findings: accept = [{id = "…", why = "…"}]',
}


def _configuration(path: Path, table: _Table) -> Configuration:
    try:
        keys = _Keys.model_validate(table.values)
    except ValidationError as error:
        raise ConfigurationError(_told(path, table, error)) from None
    here = path.absolute().parent
    return Configuration(
        path=path,
        rules=tuple(here / rule for rule in keys.rules),
        ignore=tuple(keys.ignore),
        fail_on=keys.fail_on,
        model=_model(here, keys.model),
        second_opinion=_model(here, keys.second_opinion),
        accept=tuple(Acceptance(entry.id, entry.why) for entry in keys.accept),
    )


def _model(here: Path, words: str | None) -> str | None:
    """A model's folder beside the file, else its name."""
    return str(here / words) if words is not None and (here / words).is_dir() else words


_Loc = tuple[str | int, ...]


def _told(path: Path, table: _Table, error: ValidationError) -> str:
    """Every mistake once, in the order of the file."""
    problems = {
        Problem(str(path), _line(table, mistake["loc"]), 1, _complaint(mistake["type"], mistake["loc"]))
        for mistake in error.errors(include_url=False, include_context=False, include_input=False)
    }
    return "\n".join(str(problem) for problem in sorted(problems))


def _complaint(kind: str, loc: _Loc) -> str:
    key, last = str(loc[0]), str(loc[-1])
    if kind == "extra_forbidden":
        return f"unknown key `{last}`: {_known(last, ('id', 'why') if len(loc) > 1 else tuple(_MENDS))}"
    if kind == "missing" and last == "why":
        return 'an accepted finding has no `why`: say why it stands, {id = "…", why = "…"}.'
    if kind == "missing":
        return f'an accepted finding has no `{last}`: copy it from the report, {{id = "…", why = "…"}}.'
    return f"`{key}` must be {_MENDS[key]}."


def _known(word: str, keys: tuple[str, ...]) -> str:
    close = get_close_matches(word, keys, n=1)
    return f"did you mean `{close[0]}`?" if close else f"the keys here are {', '.join(keys)}."


# Strings and comments, which may hold anything: blanked out before keys and braces are looked for.
_WORDS = re.compile(
    r'"""(?:[^\\]|\\.)*?"""' r"|'''.*?'''" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'" r"|#[^\n]*", re.DOTALL
)


def _line(table: _Table, loc: _Loc) -> int:
    """The line, from 1, of a key or of the n-th entry of `accept`; else where the table begins."""
    text = _WORDS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), table.text)
    start = text.find("tool.reconcile") if table.shared else 0
    key = re.compile(rf"^[ \t]*(?:\[\[[ \t]*)?(?:tool\.reconcile\.)?{re.escape(str(loc[0]))}\b", re.MULTILINE)
    places = [match.end() for match in key.finditer(text, max(start, 0))]
    if len(loc) > 1 and places:
        entries = places if text[places[0] :].lstrip().startswith("]]") else _braces(text, places[0])
        places = entries[int(loc[1]) :] if isinstance(loc[1], int) else places
    return text.count("\n", 0, places[0] if places else max(start, 0)) + 1


def _braces(text: str, start: int) -> list[int]:
    return [match.start() for match in re.compile(r"\{").finditer(text, start)]
