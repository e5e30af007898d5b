"""Packs from files: everything that is wrong in any of them is collected, and raised once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from reconcile.errors import Problem, RuleError
from reconcile.lexicon import shipped_rules
from reconcile.rules.complaints import complaint, unknown_key
from reconcile.rules.entry import Place
from reconcile.rules.knowledge import Fact, HouseName, Office, office_id
from reconcile.rules.model import Rule
from reconcile.rules.source import Loc, Misread, Source, read_source

MAX_PROBLEMS = 100  # of one pack: more of them help nobody

_SECTIONS: Mapping[str, type[Rule] | type[Fact] | type[HouseName] | type[Office]] = {
    "rules": Rule,
    "facts": Fact,
    "names": HouseName,
    "offices": Office,
}


@dataclass(frozen=True, slots=True)
class Packs:
    """What all packs say together, in the order given. Each entry knows its `place`, the file and line."""

    rules: tuple[Rule, ...] = ()
    facts: tuple[Fact, ...] = ()
    names: tuple[HouseName, ...] = ()
    offices: tuple[Office, ...] = ()

    def rule(self, id: str) -> Rule | None:
        """The rule of that id, None where there is none."""
        return next((rule for rule in self.rules if rule.id == id), None)


def shipped_packs() -> tuple[Path, ...]:
    """The packs that come with Reconcile, in the order of their names."""
    return tuple(sorted(shipped_rules().glob("*.yaml")))


def load_packs(paths: Sequence[Path]) -> Packs:
    """Read packs, in order; a file given twice is read once.

    Raises RuleError with every problem of every pack: of YAML, of the model, and of packs that contradict
    each other (none may replace another's rule, fact or office, or spell a name another way).
    """
    loaded = [_load(path) for path in {path.resolve(): path for path in reversed(paths)}.values()][::-1]
    problems = [problem for one in loaded for problem in one.problems]
    packs = Packs(
        **{section: tuple(e for one in loaded for e in one.entries[section]) for section in _SECTIONS}
    )
    problems += _clashes(name for one in loaded for name in one.names)
    if problems:
        raise RuleError(problems)
    return packs


@dataclass(slots=True)
class _Loaded:
    """One pack: what is right in it, and what is wrong. A broken entry leaves the others standing."""

    entries: dict[str, list[Any]] = field(default_factory=lambda: {section: [] for section in _SECTIONS})
    names: list[tuple[str, str, Place]] = field(default_factory=list)  # what each entry is called, and where
    problems: list[Problem] = field(default_factory=list)


def _load(path: Path) -> _Loaded:
    loaded = _Loaded()
    try:
        source = read_source(path)
    except RuleError as error:
        loaded.problems.extend(error.problems)
        return loaded
    found = sorted([*source.problems.values(), *_problems(source, loaded)], key=lambda p: (p.line, p.column))
    loaded.problems = found[:MAX_PROBLEMS]
    if len(found) > MAX_PROBLEMS:
        last = found[MAX_PROBLEMS]
        more = f"and more from here on than the {MAX_PROBLEMS} problems shown; mend those first"
        loaded.problems.append(Problem(last.file, last.line, last.column, more))
    return loaded


def _problems(source: Source, loaded: _Loaded) -> Iterator[Problem]:
    """Checks each entry of each section by itself; the sound ones go to `loaded`."""
    for section, entries in source.value.items():
        if section not in _SECTIONS:
            yield source.problem((section,), unknown_key((section,)))
        elif isinstance(entries, list):
            for index, entry in enumerate(entries):
                yield from _entry(source, (section, index), entry, _SECTIONS[section], loaded)
        else:
            yield source.problem((section,), _no_list(section, entries))


def _no_list(section: str, found: object) -> str:
    if isinstance(found, Misread) and not found.written:
        return f"nothing stands under '{section}'; fill it in or leave the key out"
    return f"'{section}' should be a list, each entry starting with `- `"


def _entry(
    source: Source, loc: Loc, value: Any, model: type[BaseModel], loaded: _Loaded
) -> Iterator[Problem]:
    place = Place(source.file, source.place(loc)[0])
    loaded.names += [(*name, place) for name in _names(str(loc[0]), value)]
    try:
        entry: Any = model.model_validate(value)
    except ValidationError as error:
        for detail in islice(error.errors(include_url=False), MAX_PROBLEMS + 1):
            here = (*loc, *detail["loc"])
            told = complaint(detail, here)
            if told and here not in source.problems:
                yield source.problem(here, told)
        return
    loaded.entries[str(loc[0])].append(entry.placed(place))


def _names(section: str, entry: Any) -> Iterator[tuple[str, str]]:
    """What an entry is called, sound or not, and what must be called so only once."""
    match section, entry:
        case ("rules", {"id": str(id)}):
            yield "rule", id
        case ("facts", {"id": str(id)}):
            yield "fact", id
        case ("offices", {"office": str(words)}):
            yield "office", office_id(words)
        case ("names", {"canonical": canonical, "variants": [*variants]}):
            spellings = (word for word in (canonical, *variants) if isinstance(word, str))
            yield from (("spelling", word) for word in dict.fromkeys(spellings))


def _clashes(names: Iterable[tuple[str, str, Place]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Place] = {}
    for what, name, place in names:
        there = first.setdefault((what, name), place)
        if there is not place:
            told = f"the {what} '{name}' is already given at {there.file}:{there.line}; change or drop one"
            yield Problem(place.file, place.line, 1, told)
