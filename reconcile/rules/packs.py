"""What a run works with: rules and what a desk knows, as sound packs say them. `validation` says what is sound."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from reconcile.findings import Kind, Over, Relation, Severity

SILENT = "silent"

Day: TypeAlias = date


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry of a pack is written. The line counts from 1."""

    file: str
    line: int


NOWHERE = Place("", 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands in a section of a pack, and where."""

    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Entry):
    """What this desk holds to be true."""

    id: str
    claim: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseName(Entry):
    """How this house spells a name."""

    canonical: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who held an office, and when; without `until` still does."""

    name: str
    since: Day
    until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Entry):
    """Who held an office, and when."""

    office: str
    holders: tuple[Holder, ...]

    @property
    def id(self) -> str:
        """A name to cite the office by: `prime-minister-of-japan`."""
        return office_id(self.office)


def office_id(office: str) -> str:
    return "-".join(re.findall(r"\w+", office.lower()))


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two values may lie apart and still agree: so many `days`, or `%` of the larger value."""

    amount: float
    unit: str

    @classmethod
    def read(cls, written: str, kind: Kind) -> Tolerance | None:
        """What `2 days` or `5 %` says in a rule of that kind; None where it says nothing."""
        pattern, unit = TOLERANCES[kind]
        match = pattern.fullmatch(written.strip())
        return match and cls(float(match[1]), unit)


TOLERANCES: Mapping[Kind, tuple[re.Pattern[str], str]] = {
    Kind.DATE: (re.compile(r"([0-9]{1,6}) ?days?"), "days"),
    Kind.NUMBER: (re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?%"), "%"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedText:
    """One document of a test, and when it was published."""

    text: str
    date: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTest:
    """Texts to check with the rule, and what it must report: a relation, or `silent`."""

    name: str | None = None
    a: str | None = None
    b: str | None = None
    a_date: Day | None = None
    b_date: Day | None = None
    texts: tuple[DatedText, ...] = ()
    names: tuple[HouseName, ...] = ()
    expect: str

    @property
    def documents(self) -> tuple[DatedText, ...]:
        """The documents of the test, in order."""
        if self.a is None:
            return self.texts
        first = DatedText(text=self.a, date=self.a_date)
        return (first,) if self.b is None else (first, DatedText(text=self.b, date=self.b_date))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """What a rule asks of the comparison of two values, as it is written: `2 days`, `5 %`."""

    tolerance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """One rule: what it compares, over what, how loud it is, what it says, and texts that prove it."""

    id: str
    kind: Kind
    over: Over
    severity: Mapping[Relation, str]  # of a severity, or "off"
    compare: Compare = Compare()
    detail: Kind | None = None  # which details of a document a support rule looks at
    message: str
    why: str
    tests: tuple[RuleTest, ...]

    @property
    def reported(self) -> tuple[tuple[Relation, Severity], ...]:
        """Each relation that the rule reports with its severity, in the order written."""
        return tuple(
            (relation, Severity(level)) for relation, level in self.severity.items() if level != "off"
        )

    def severity_of(self, relation: Relation) -> Severity | None:
        """How loud a relation is, None where the rule does not report it."""
        return dict(self.reported).get(relation)

    @property
    def tolerance(self) -> Tolerance | None:
        written = self.compare.tolerance
        return None if written is None else Tolerance.read(written, self.kind)


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
