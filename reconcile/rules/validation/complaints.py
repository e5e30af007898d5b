"""What pydantic found wrong, said for whoever writes packs: what is wrong, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from reconcile.rules.validation.knowledge import Fact, Holder, HouseName, Office
from reconcile.rules.validation.model import Compare, DatedText, Pack, Rule, RuleTest
from reconcile.rules.validation.source import Loc, Misread

_MODELS: dict[tuple[str, ...], type[BaseModel]] = {
    (): Pack,
    ("rules",): Rule,
    ("rules", "compare"): Compare,
    ("rules", "tests"): RuleTest,
    ("rules", "tests", "texts"): DatedText,
    ("rules", "tests", "names"): HouseName,
    ("facts",): Fact,
    ("names",): HouseName,
    ("offices",): Office,
    ("offices", "holders"): Holder,
}
_SHAPES = {
    "string_type": "text",
    "date_type": "a day, written as 2024-06-05",
    "tuple_type": "a list, each item on a line that starts with `- `",
    "dict_type": "a mapping, written as `key: value`",
    "model_type": "a mapping, written as `key: value`",
}


def complaint(error: Any, loc: Loc) -> str:
    """One sentence for one of pydantic's error details; `loc` is its place from the top of the pack.

    Empty where the detail only repeats another: a list whose items are broken is "too short" as well.
    """
    kind, given = error["type"], error["input"]
    if kind == "too_short" and given:
        return ""
    if loc[-1] == "[key]":
        loc = loc[:-2]
    if kind == "extra_forbidden":
        return unknown_key(loc)
    if kind == "missing":
        return f"'{loc[-1]}' is missing here; add it"
    if isinstance(given, Misread):
        return _misread(given, loc)
    if kind in ("enum", "literal_error"):
        return _not_among(str(given), re.findall(r"'([^']+)'", error["ctx"]["expected"]), loc)
    if kind in _SHAPES:
        return f"{_name(loc)} is {_shape(given)}; it should be {_SHAPES[kind]}"
    return _limits(error, loc)


def unknown_key(loc: Loc) -> str:
    """What to say of a key that the model does not know."""
    key, model = str(loc[-1]), _MODELS.get(_path(loc[:-1]), Pack)
    known = [field.alias or name for name, field in model.model_fields.items()]
    near = get_close_matches(key[:80], known, n=1, cutoff=0.6)
    mend = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(known)}"
    return f"unknown key '{key[:80]}'; {mend}"


def _misread(given: Misread, loc: Loc) -> str:
    if not given.written:
        return f"nothing stands after {_name(loc)}; fill it in or leave the key out"
    return f'YAML reads {given.written} as {given.read_as}; write it in quotes: "{given.written}"'


def _not_among(given: str, known: Iterable[str], loc: Loc) -> str:
    known = list(known)
    near = get_close_matches(given[:80], known, n=1, cutoff=0.6)
    mend = f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(known)}"
    return f"'{given[:80]}' is not known as {_name(loc)}; {mend}"


def _limits(error: Any, loc: Loc) -> str:
    """Length and pattern, the model's own sentences, and whatever pydantic may add one day."""
    match error["type"]:
        case "value_error":
            return str(error["ctx"]["error"])
        case "string_pattern_mismatch" if _path(loc)[-1:] == ("id",):
            return f"'{error['input'][:80]}' is no id; write small letters joined by hyphens, as event-date"
        case "string_pattern_mismatch" | "string_too_short" | "too_short":
            return f"{_name(loc)} is empty; fill it in"
        case "string_too_long" | "too_long":
            return f"{_name(loc)} is too long; keep it to {error['ctx']['max_length']}"
    return f"{_name(loc)}: {error['msg'][0].lower()}{error['msg'][1:]}"


def _shape(given: object) -> str:
    """What was written where something else was meant."""
    if isinstance(given, date):
        return f'read by YAML as the day {given} (in quotes, "{given}" is text)'
    if isinstance(given, str):
        return f"the text '{given[:40]}'"
    return "a list" if isinstance(given, list) else "a mapping"


def _path(loc: Loc) -> tuple[str, ...]:
    return tuple(part for part in loc if isinstance(part, str))


def _name(loc: Loc) -> str:
    """The nearest key around a place, as a reader would call it."""
    named = _path(loc)
    return f"'{named[-1]}'" if named else "the pack"
