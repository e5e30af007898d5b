"""Entries of packs as plain values, as YAML and JSON hold them: what sound ones are read from, and are shown as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, TypeAlias

from reconcile.errors import Problem, RuleError
from reconcile.findings import Kind, Over, Relation
from reconcile.rules.packs import (
    NOWHERE,
    Compare,
    DatedText,
    Entry,
    Fact,
    Holder,
    HouseName,
    Office,
    Place,
    Rule,
    RuleTest,
    office_id,
)

Plain: TypeAlias = Mapping[str, Any]
Sections: TypeAlias = Mapping[str, list[list[Any]]]
"""Of each section of a pack, in its order, the entries: `[line, plain values]`."""

_WRITTEN_AS = {"since": "from"}  # where a key is no name in Python


def _rule(plain: Plain, place: Place) -> Rule:
    return Rule(
        place=place,
        id=plain["id"],
        kind=Kind(plain["kind"]),
        over=Over(plain["over"]),
        severity={Relation(relation): level for relation, level in plain["severity"].items()},
        compare=Compare(**plain.get("compare", {})),
        detail=Kind(plain["detail"]) if "detail" in plain else None,
        message=plain["message"],
        why=plain["why"],
        tests=tuple(map(_test, plain["tests"])),
    )


def _test(plain: Plain) -> RuleTest:
    return RuleTest(
        name=plain.get("name"),
        a=plain.get("a"),
        b=plain.get("b"),
        a_date=_day(plain.get("a_date")),
        b_date=_day(plain.get("b_date")),
        texts=tuple(
            DatedText(text=one["text"], date=_day(one.get("date"))) for one in plain.get("texts", ())
        ),
        names=tuple(_name(name) for name in plain.get("names", ())),
        expect=plain["expect"],
    )


def _fact(plain: Plain, place: Place) -> Fact:
    return Fact(place=place, **plain)


def _name(plain: Plain, place: Place = NOWHERE) -> HouseName:
    return HouseName(place=place, canonical=plain["canonical"], variants=tuple(plain["variants"]))


def _office(plain: Plain, place: Place) -> Office:
    return Office(place=place, office=plain["office"], holders=tuple(map(_holder, plain["holders"])))


def _holder(plain: Plain) -> Holder:
    return Holder(name=plain["name"], since=date.fromisoformat(plain["from"]), until=_day(plain.get("until")))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


READERS: Mapping[str, Callable[[Plain, Place], Entry]] = {
    "rules": _rule,
    "facts": _fact,
    "names": _name,
    "offices": _office,
}
"""For each section of a pack, what reads a sound entry of it."""


class PackError(RuleError):
    """A pack in which something is wrong. Its entries are carried as written, for what they are called."""

    def __init__(self, problems: Iterable[Problem], sections: Sections) -> None:
        super().__init__(problems)
        self.sections = sections


def called(section: str, plain: object) -> Iterator[tuple[str, str]]:
    """What an entry is called, sound or not, and what must be called so only once: `("rule", "event-date")`."""
    match section, plain:
        case ("rules", {"id": str(id)}):
            yield "rule", id
        case ("facts", {"id": str(id)}):
            yield "fact", id
        case ("offices", {"office": str(words)}):
            yield "office", office_id(words)
        case ("names", {"canonical": canonical, "variants": [*variants]}):
            spellings = (word for word in (canonical, *variants) if isinstance(word, str))
            yield from (("spelling", word) for word in dict.fromkeys(spellings))


def written(value: Any) -> Any:
    """An entry, or what is in it, as a pack writes it: without what is left at its default."""
    if is_dataclass(value):
        told = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "place"}
        defaults = {f.name: f.default for f in fields(value)}
        return {
            _WRITTEN_AS.get(name, name): written(part)
            for name, part in told.items()
            if part != defaults[name]
        }
    if isinstance(value, Mapping):
        return {str(key): written(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [written(part) for part in value]
    return str(value)
