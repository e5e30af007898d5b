"""Packs as strangers write them: what is sound is given as plain values, and what is wrong is told, all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError

from reconcile.errors import Problem
from reconcile.rules.plain import PackError, Sections
from reconcile.rules.validation.complaints import complaint, unknown_key
from reconcile.rules.validation.knowledge import Fact, HouseName, Office
from reconcile.rules.validation.model import Rule
from reconcile.rules.validation.source import Loc, Misread, Source, read_source

MAX_PROBLEMS = 100  # of one pack: more of them help nobody

_MODELS: Mapping[str, type[BaseModel]] = {
    "rules": Rule,
    "facts": Fact,
    "names": HouseName,
    "offices": Office,
}


def validated(file: str, data: bytes) -> Sections:
    """The entries of a sound pack. `file` is what problems call it.

    Raises PackError with everything that is wrong, or RuleError where the pack cannot be read at all.
    """
    source = read_source(file, data)
    sound: dict[str, list[list[Any]]] = {section: [] for section in source.value if section in _MODELS}
    found = [*source.problems.values(), *_problems(source, sound)]
    if found:
        raise PackError(_foremost(found), _as_written(source))
    return sound


def _foremost(found: list[Problem]) -> list[Problem]:
    """The problems in the order of the file; of very many the first."""
    ordered = sorted(found, key=lambda problem: (problem.line, problem.column))
    if len(ordered) <= MAX_PROBLEMS:
        return ordered
    last = ordered[MAX_PROBLEMS]
    more = f"and more from here on than the {MAX_PROBLEMS} problems shown; mend those first"
    return [*ordered[:MAX_PROBLEMS], Problem(last.file, last.line, last.column, more)]


def _as_written(source: Source) -> Sections:
    return {
        section: [[source.place((section, index))[0], entry] for index, entry in enumerate(entries)]
        for section, entries in source.value.items()
        if section in _MODELS and isinstance(entries, list)
    }


def _problems(source: Source, sound: dict[str, list[list[Any]]]) -> Iterator[Problem]:
    """Checks each entry of each section by itself; the sound ones go to `sound`."""
    for section, entries in source.value.items():
        if section not in _MODELS:
            yield source.problem((section,), unknown_key((section,)))
        elif isinstance(entries, list):
            for index, entry in enumerate(entries):
                yield from _entry(source, (section, index), entry, sound[section])
        else:
            yield source.problem((section,), _no_list(section, entries))


def _no_list(section: str, found: object) -> str:
    if isinstance(found, Misread) and not found.written:
        return f"nothing stands under '{section}'; fill it in or leave the key out"
    return f"'{section}' should be a list, each entry starting with `- `"


def _entry(source: Source, loc: Loc, value: Any, sound: list[list[Any]]) -> Iterator[Problem]:
    try:
        entry = _MODELS[str(loc[0])].model_validate(value)
    except ValidationError as error:
        for detail in islice(error.errors(include_url=False), MAX_PROBLEMS + 1):
            here = (*loc, *detail["loc"])
            told = complaint(detail, here)
            if told and here not in source.problems:
                yield source.problem(here, told)
        return
    plain = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    sound.append([source.place(loc)[0], plain])
