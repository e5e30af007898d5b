"""What a rule may say, and what is refused because it could not be meant."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from reconcile.findings import Relation
from reconcile.rules import pack_schema
from reconcile.rules.validation.knowledge import HouseName, Office
from reconcile.rules.validation.model import Rule, RuleTest

FIRES = {"a": "The mill opened in 1901.", "b": "The mill opened in 1911.", "expect": "conflict"}
SILENT = {"a": "The mill opened in 1901.", "b": "The mill opened in May 1901.", "expect": "silent"}


def rule(**changes: Any) -> Rule:
    sound = {
        "id": "opening-date",
        "kind": "date",
        "over": "topic",
        "severity": {"conflict": "error", "update": "off"},
        "message": "{subject}: {values}",
        "why": "A mill opens once.",
        "tests": [FIRES, SILENT],
    }
    return Rule.model_validate(sound | changes)


def test_a_sound_rule_is_accepted() -> None:
    assert rule(compare={"tolerance": "1 day"}).id == "opening-date"


@pytest.mark.parametrize(
    ("kind", "written", "told"),
    [
        ("date", "5 %", "write it as '2 days'"),
        ("number", "3 days", "write it as '2 %'"),
        ("number", "a little", "write it as '2 %'"),
        ("place", "2 days", "a place rule has no tolerance"),
    ],
)
def test_a_tolerance_of_another_kind_is_refused(kind: str, written: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        rule(kind=kind, compare={"tolerance": written})


def test_a_kind_is_compared_only_over_what_holds_such_values() -> None:
    with pytest.raises(
        ValidationError, match="a date rule does not look at quotation; write 'topic' or 'document'"
    ):
        rule(over="quotation")


@pytest.mark.parametrize(
    "message", ["{subjekt}", "{subject.__class__}", "{subject!r}", "{values:>9}", "{0}", "{}"]
)
def test_a_message_holds_no_other_placeholders(message: str) -> None:
    with pytest.raises(ValidationError, match="cannot be filled in"):
        rule(message=message)


def test_a_message_with_a_lone_brace_is_refused() -> None:
    with pytest.raises(ValidationError, match="has no partner"):
        rule(message="{subject: {values}")


@pytest.mark.parametrize("tests", [[FIRES], [SILENT], []])
def test_a_rule_must_prove_that_it_fires_and_that_it_stays_silent(tests: list[dict[str, str]]) -> None:
    with pytest.raises(ValidationError, match="at least one test that reports something"):
        rule(tests=tests)


@pytest.mark.parametrize("relation", ["variant", "update"])
def test_a_test_cannot_expect_what_the_rule_never_reports(relation: str) -> None:
    with pytest.raises(ValidationError, match=f"expects '{relation}', which `severity` does not name"):
        rule(tests=[FIRES, SILENT, FIRES | {"expect": relation}])


@pytest.mark.parametrize(
    "id", ["Event-Date", "event_date", "-date", "date-", "event--date", "", "événement", "a b"]
)
def test_an_id_is_in_kebab_case(id: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        rule(id=id)


@pytest.mark.parametrize(
    "test",
    [
        {},
        {"b": "y"},
        {"a": "x", "texts": [{"text": "z"}]},
        {"texts": [{"text": "z"}], "a_date": date(2020, 1, 2)},
        {"a": "x", "b_date": date(2020, 1, 2)},
    ],
)
def test_documents_given_in_two_ways_or_not_at_all_are_refused(test: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        RuleTest.model_validate(test | {"expect": "silent"})


def test_a_test_may_expect_every_relation_or_silence() -> None:
    known = get_args(RuleTest.model_fields["expect"].annotation)
    assert set(known) == {*Relation, "silent"}


def test_an_office_ends_after_it_began() -> None:
    holder = {"name": "Ama Boateng", "from": date(2020, 5, 1), "until": date(2019, 5, 1)}
    with pytest.raises(ValidationError, match="lies before"):
        Office.model_validate({"office": "mayor of Accra", "holders": [holder]})


@pytest.mark.parametrize("variants", [["Kiev", "Kiev"], ["Kyiv"]])
def test_a_spelling_stands_once_in_a_name(variants: list[str]) -> None:
    with pytest.raises(ValidationError, match="stands here twice"):
        HouseName.model_validate({"canonical": "Kyiv", "variants": variants})


def test_the_schema_names_and_explains_every_key() -> None:
    schema = pack_schema()
    assert list(schema["properties"]) == ["rules", "facts", "names", "offices"]
    assert "from" in schema["$defs"]["Holder"]["properties"]
    shapes = [schema, *(shape for shape in schema["$defs"].values() if "properties" in shape)]
    bare = [
        key for shape in shapes for key, value in shape["properties"].items() if "description" not in value
    ]
    assert bare == []
