import json
from dataclasses import replace

from reconcile.coverage import Coverage, Detail, Passage, Standing
from reconcile.findings import Kind, Opinion, Position
from reconcile.reports.json_report import render_json
from reconcile.reports.json_schema import ReportPart, report_schema
from reconcile.reports.model import ModelEntry
from reconcile.text import Span
from tests.reports.examples import LONG, entry, evidence, finding, report, spelling


def test_a_report_has_the_fields_of_the_contract_in_their_order() -> None:
    content = json.loads(render_json(report()))
    assert list(content) == ["schema", "tool", "model", "documents", "findings"]
    assert content["schema"] == "reconcile-report/1"
    assert content["tool"] == {"name": "reconcile", "version": "0.1.0"}
    assert content["model"] == {"name": "tiny", "sha256": "53aa"}
    assert content["documents"][0] == {
        "id": "a.txt",
        "path": "a.txt",
        "role": "checked",
        "published": "2024-06-05",
        "published_from": "dateline",
        "claims": 20,
        "problems": [],
    }


def test_a_finding_has_the_fields_of_the_contract_in_their_order() -> None:
    found = json.loads(render_json(report()))["findings"][0]
    assert list(found) == [
        *("id", "rule", "kind", "relation", "severity", "confidence", "subject", "message", "explanation"),
        "positions",
    ]
    assert (found["kind"], found["relation"], found["severity"]) == ("date", "conflict", "error")


def test_evidence_points_at_the_value_and_quotes_its_claim() -> None:
    position = json.loads(render_json(report()))["findings"][0]["positions"][0]
    at = LONG.index("last August")
    assert position == {
        "value": "2023-08",
        "label": "2023-08",
        "evidence": [
            {
                "document": "a.txt",
                "start": at,
                "end": at + 11,
                "line": 1,
                "column": at + 1,
                "end_line": 1,
                "end_column": at + 12,
                "text": "last August",
                "claim": {"start": 0, "end": len(LONG), "text": LONG},
            }
        ],
    }


def test_evidence_that_is_no_voice_of_its_own_names_the_one_that_speaks_for_it() -> None:
    places = (evidence("a.txt", LONG, "last August"), evidence("b.txt", LONG, "last August"))
    told = (places[0], replace(places[1], same_as="a.txt"))
    [found] = json.loads(render_json(report(findings=(finding(positions=(Position("2023-08", told),)),))))[
        "findings"
    ]
    assert [place.get("same_as") for place in found["positions"][0]["evidence"]] == [None, "a.txt"]
    assert "same_as" not in found["positions"][0]["evidence"][0]


def test_the_same_report_in_another_order_gives_the_same_bytes() -> None:
    turned = report(
        documents=report().documents[::-1],
        findings=(finding(positions=finding().positions[::-1]), spelling()),
    )
    assert render_json(turned) == render_json(report())


def test_letters_are_written_as_themselves() -> None:
    assert "Petr Novák" in render_json(report())


def test_a_lone_surrogate_still_gives_valid_utf_8() -> None:
    strange = render_json(report(findings=(finding(subject="a\udc80b"),), documents=(entry("x\ud800"),)))
    assert json.loads(strange.encode("utf-8"))["findings"][0]["subject"] == "a�b"


def test_the_schema_describes_what_is_written() -> None:
    schema = report_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["schema", "tool", "model", "documents", "findings"]
    assert schema["properties"]["schema"]["const"] == "reconcile-report/1"
    assert "quote-wording" in schema["$defs"]["Kind"]["enum"]
    assert schema["$defs"]["EvidencePart"]["required"] == [
        *("document", "start", "end", "line", "column", "end_line", "end_column", "text", "claim")
    ]


def test_a_second_opinion_is_written_only_where_there_is_one() -> None:
    told = report(
        second_opinion=ModelEntry("nli", "a0"), findings=(finding(opinion=Opinion(0.12345)), spelling())
    )
    content = json.loads(render_json(told))
    assert list(content) == ["schema", "tool", "model", "second_opinion", "documents", "findings"]
    assert content["second_opinion"] == {"name": "nli", "sha256": "a0"}
    assert content["findings"][0]["opinion"] == {"contradiction": 0.123, "confirms": False}
    assert "opinion" not in content["findings"][1]
    assert ReportPart.model_validate_json(render_json(told)).findings[1].opinion is None
    schema = report_schema()
    assert "opinion" not in schema["$defs"]["FindingPart"]["required"]
    assert {"opinion"} <= set(schema["$defs"]["FindingPart"]["properties"])


def test_what_is_written_is_read_back_by_the_models_of_the_schema() -> None:
    written = render_json(report())
    assert ReportPart.model_validate_json(written).findings[1].rule == "name-spelling"


def test_what_is_written_is_what_the_schema_has_no_more_and_no_less() -> None:
    judged = replace(finding(), opinion=Opinion(0.91))
    told = report(findings=(judged, spelling()), second_opinion=ModelEntry("nli", "ab12"))
    for written in map(render_json, (told, report())):
        read = ReportPart.model_validate_json(written)
        assert list(read.model_dump(mode="json", by_alias=True).items()) == list(json.loads(written).items())


def test_coverage_is_written_only_where_it_was_computed() -> None:
    place, sentence = Span(4, 6), Span(0, 40)
    held = Detail("a.txt", Kind.NUMBER, place, sentence, "12", "12", "hopf", "Hopf: killed", "person")
    backed = replace(held, standing=Standing.AGREES, support=(Passage("b.txt", Span(0, 6), sentence),))
    told = replace(report(), coverage=Coverage(("a.txt",), (held, backed), ()))
    content = json.loads(render_json(told))["coverage"]
    tally = {"checkable": 2, "supported": 1, "conflicting": 0, "alone": 1, "share": 50.0}
    assert content["documents"] == [{"id": "a.txt", **tally}]
    assert content["details"][1]["support"] == [{"document": "b.txt", "start": 0, "end": 6}]
    assert ReportPart.model_validate_json(render_json(told)).coverage is not None
    assert "coverage" not in json.loads(render_json(report()))
