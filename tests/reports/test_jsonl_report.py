import json

import pytest
from jsonschema import Draft202012Validator

from reconcile.reports.json_report import render_json
from reconcile.reports.json_schema import line_schema
from reconcile.reports.jsonl_report import render_jsonl
from tests.reports.examples import entry, finding, report


def test_the_run_is_the_first_line_and_each_finding_one_more() -> None:
    run, *found = [json.loads(line) for line in render_jsonl(report()).splitlines()]
    assert list(run) == ["schema", "tool", "model", "documents"]
    assert [line["id"] for line in found] == ["3fa0c1d2e3f4", "0b1c2d3e4f50"]
    assert found == json.loads(render_json(report()))["findings"]


def test_every_line_keeps_to_the_schema_of_lines() -> None:
    validator = Draft202012Validator(line_schema())
    for line in render_jsonl(report()).splitlines():
        validator.validate(json.loads(line))
    assert not validator.is_valid({"id": "3fa0c1d2e3f4"})


def test_the_run_says_why_nothing_was_compared() -> None:
    unread = report(documents=(entry("a.txt", claims=0),), findings=())
    assert json.loads(render_jsonl(unread))["gaps"] == ["No document gave a claim, so nothing was compared."]


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\n", "\r", "\x0b", "\x0c", "\x1c"])
def test_no_reader_finds_the_end_of_a_line_within_one(end: str) -> None:
    told = render_jsonl(report(findings=(finding(message=f"a{end}b"),)))
    assert len(told.splitlines()) == 2
    assert json.loads(told.splitlines()[1])["message"] == f"a{end}b"
