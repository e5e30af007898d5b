"""The keys of a configuration file, and what is wrong with them, each mistake with its line and its mend."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reconcile.config import Acceptance, Configuration, Table
from reconcile.errors import ConfigurationError, Problem
from reconcile.findings import FailOn


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


def configuration(path: Path, table: Table) -> Configuration:
    """What a table says. Raises ConfigurationError with everything that is wrong in it."""
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


def _told(path: Path, table: Table, error: ValidationError) -> str:
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


def _line(table: Table, loc: _Loc) -> int:
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
