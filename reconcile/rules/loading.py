"""Packs from files: everything that is wrong in any of them is collected, and raised once.

What was found sound is kept as JSON, so that the next run needs neither a YAML parser nor models to validate with.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from reconcile.derived import derived
from reconcile.errors import Problem, RuleError
from reconcile.files import place_of
from reconcile.lexicon import shipped_rules
from reconcile.rules.packs import Packs, Place
from reconcile.rules.plain import READERS, PackError, Sections, called

MAX_BYTES = 1_000_000

_JUDGES = ("findings.py", "rules/packs.py", "rules/plain.py", "rules/validation/*.py")


def shipped_packs() -> tuple[Path, ...]:
    """The packs that come with Reconcile, in the order of their names."""
    return tuple(sorted(shipped_rules().glob("*.yaml")))


def load_packs(paths: Sequence[Path]) -> Packs:
    """Read packs, in order; a file given twice is read once.

    Raises RuleError with every problem of every pack: of YAML, of the model, and of packs that contradict
    each other (none may replace another's rule, fact or office, or spell a name another way).
    """
    loaded = [_load(path) for path in {place_of(path): path for path in reversed(paths)}.values()][::-1]
    problems = [problem for one in loaded for problem in one.problems]
    problems += _clashes(name for one in loaded for name in one.names())
    if problems:
        raise RuleError(problems)
    return Packs(**{section: tuple(e for one in loaded for e in one.entries(section)) for section in READERS})


@dataclass(frozen=True, slots=True)
class _Loaded:
    """One pack: what stands in it, sound only where there are no problems."""

    file: str
    sections: Sections
    problems: tuple[Problem, ...] = ()

    def entries(self, section: str) -> Iterator[Any]:
        """The entries of a section of a sound pack."""
        for line, values in self.sections.get(section, ()):
            yield READERS[section](values, Place(self.file, line))

    def names(self) -> Iterator[tuple[str, str, Place]]:
        """What each entry is called, and where. A broken entry clashes as a sound one does."""
        for section, entries in self.sections.items():
            for line, values in entries:
                place = Place(self.file, line)
                yield from ((what, name, place) for what, name in called(section, values))


def _load(path: Path) -> _Loaded:
    file = str(path)
    try:
        data = _bytes(path)
        kept = derived("pack", _validator() + data, lambda: _validated(file, data))
    except RuleError as error:
        return _Loaded(file, error.sections if isinstance(error, PackError) else {}, error.problems)
    return _Loaded(file, json.loads(kept))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"the pack cannot be read ({reason}); give the path of a YAML file"
        raise RuleError([Problem(str(path), 1, 1, message)]) from None
    if len(data) > MAX_BYTES:
        message = f"the pack is larger than {MAX_BYTES:,} bytes; split it into several"
        raise RuleError([Problem(str(path), 1, 1, message)])
    return data


def _validated(file: str, data: bytes) -> bytes:
    """A sound pack as it is kept; the file's name is no part of it."""
    from reconcile.rules.validation import validated

    return json.dumps(validated(file, data)).encode()


@cache
def _validator() -> bytes:
    """The hash of what says which packs are sound: the code and the libraries."""
    digest = blake2b(repr((sys.version_info[:2], version("pydantic"), version("pyyaml"))).encode())
    home = Path(__file__).parents[1]
    for file in (file for code in _JUDGES for file in sorted(home.glob(code))):
        digest.update(file.read_bytes())
    return digest.digest()


def _clashes(names: Iterable[tuple[str, str, Place]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Place] = {}
    for what, name, place in names:
        there = first.setdefault((what, name), place)
        if there is not place:
            told = f"the {what} '{name}' is already given at {there.file}:{there.line}; change or drop one"
            yield Problem(place.file, place.line, 1, told)
