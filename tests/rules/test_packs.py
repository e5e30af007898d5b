"""What rules and knowledge say of themselves, and that as plain values nothing of them is lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile.findings import Kind, Over, Relation, Severity
from reconcile.rules import Compare, DatedText, Office, Rule, RuleTest, Tolerance, load_packs, shipped_packs
from reconcile.rules.packs import NOWHERE
from reconcile.rules.plain import READERS, written

EVERYTHING = """\
rules:
  - id: desk-date
    kind: date
    over: topic
    severity: {conflict: error, update: off}
    compare: {tolerance: 1 day}
    message: "{subject}: {values}"
    why: It happened once.
    tests:
      - {name: one, a: It opened in 1901., a_date: "2024-06-05", expect: conflict}
      - {a: It opened., b: It did not., b_date: "2024-06-05", expect: silent}
      - texts: [{text: It opened., date: "2024-06-05"}, {text: It closed.}]
        names: [{canonical: Kyiv, variants: [Kiev, Kiew]}]
        expect: silent
facts:
  - {id: treaty, claim: It was signed in Riga., source: The archive.}
  - {id: fair, claim: It opened in Ghent.}
names:
  - {canonical: Oslo, variants: [Christiania]}
offices:
  - office: Mayor of Riga
    holders:
      - {name: Ilze Ozola, from: "2019-01-01", until: "2020-01-01"}
      - {name: Janis Kalns, from: "2020-01-02"}
"""


def rule(**changes: Any) -> Rule:
    severity = {Relation.CONFLICT: "error", Relation.UPDATE: "off"}
    words = {"id": "opening-date", "message": "{subject}: {values}", "why": "A mill opens once."}
    sound = {"kind": Kind.DATE, "over": Over.TOPIC, "severity": severity, "tests": (), **words}
    return Rule(**(sound | changes))


def test_a_rule_gives_the_severity_of_what_it_reports() -> None:
    assert rule().severity_of(Relation.CONFLICT) is Severity.ERROR
    assert rule().reported == ((Relation.CONFLICT, Severity.ERROR),)


def test_a_relation_that_is_off_or_not_named_is_not_reported() -> None:
    assert rule().severity_of(Relation.UPDATE) is None
    assert rule().severity_of(Relation.VARIANT) is None


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (Kind.DATE, "2 days", Tolerance(2, "days")),
        (Kind.DATE, "1 day", Tolerance(1, "days")),
        (Kind.NUMBER, "2.5 %", Tolerance(2.5, "%")),
        (Kind.DATE, None, None),
    ],
)
def test_a_tolerance_is_read_in_the_unit_of_its_kind(
    kind: Kind, words: str | None, expected: Tolerance | None
) -> None:
    assert rule(kind=kind, compare=Compare(tolerance=words)).tolerance == expected


def test_a_test_has_one_two_or_many_documents() -> None:
    day, texts = date(2020, 1, 2), tuple(DatedText(text=text) for text in "xyz")
    assert RuleTest(a="x", a_date=day, expect="silent").documents == (DatedText(text="x", date=day),)
    assert RuleTest(a="x", b="y", b_date=day, expect="silent").documents == (
        DatedText(text="x"),
        DatedText(text="y", date=day),
    )
    assert RuleTest(texts=texts, expect="silent").documents == texts


def test_an_office_is_cited_by_its_words() -> None:
    assert Office(office="Mayor of Accra", holders=()).id == "mayor-of-accra"


def test_an_entry_is_written_as_it_stands_in_its_pack(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(EVERYTHING, encoding="utf-8")
    packs = load_packs([pack])
    shown = {section: [written(entry) for entry in getattr(packs, section)] for section in READERS}
    expected = yaml.safe_load(EVERYTHING)
    expected["rules"][0]["severity"]["update"] = "off"  # which YAML makes a truth value of
    assert shown == expected
    assert list(shown["rules"][0]) == list(expected["rules"][0])


def test_what_is_written_is_read_as_the_same_again() -> None:
    for shipped in load_packs(shipped_packs()).rules:
        plain = json.loads(json.dumps(written(shipped)))
        assert READERS["rules"](plain, shipped.place) == shipped
        assert READERS["rules"](plain, NOWHERE) != shipped
