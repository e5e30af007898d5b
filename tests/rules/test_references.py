"""What a desk holds to be true, set against texts: each fact is cited as its own source, and never against another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reconcile import Checker, Document, DocumentRole, Finding
from reconcile.matching.encoder import Encoder
from reconcile.reports.text_report import render_text
from reconcile.rules import load_packs, shipped_packs
from reconcile.rules.references import references

FACT = "The Limpopo bridge was opened by Lerato Maseko on {}."

Knowing = Callable[..., Checker]


@pytest.fixture
def knowing(tmp_path: Path, word_bag: Encoder) -> Knowing:
    """A checker with the shipped rules and a desk's facts."""

    def make(**facts: str) -> Checker:
        pack = tmp_path / "desk.yaml"
        lines = [f'  - {{id: {id}, claim: "{claim}"}}\n' for id, claim in facts.items()]
        pack.write_text("facts:\n" + "".join(lines), encoding="utf-8")
        return Checker(packs=load_packs([*shipped_packs(), pack]), encoder=word_bag)

    return make


def text(id: str, day: str, role: DocumentRole = DocumentRole.CHECKED) -> Document:
    return Document(id=id, text=FACT.format(day), published=date(2020, 1, 1), role=role)


def held(finding: Finding) -> dict[str, list[str]]:
    return {p.value: [e.document for e in p.evidence] for p in finding.positions}


def test_a_fact_is_a_document_of_one_sentence_named_after_its_pack(tmp_path: Path) -> None:
    pack = tmp_path / "desk.yaml"
    pack.write_text("facts:\n  - {id: bridge, claim: The bridge opened in 2016.}\n", encoding="utf-8")
    [document] = references(load_packs([pack]).facts)
    assert (document.id, document.text, document.role) == (
        "desk.yaml#bridge",
        "The bridge opened in 2016.",
        DocumentRole.REFERENCE,
    )


def test_a_text_that_contradicts_a_fact_is_a_finding_that_cites_it(knowing: Knowing) -> None:
    report = knowing(bridge=FACT.format("3 May 2016")).check([text("a", "9 June 2017")])
    [found] = report.findings
    assert held(found) == {"2016-05-03": ["desk.yaml#bridge"], "2017-06-09": ["a"]}
    assert found.severity == "error"
    assert "desk.yaml#bridge:1:51  held to be true by a rule pack" in render_text(report)
    assert [(entry.id, entry.role) for entry in report.documents if entry.role == "reference"] == [
        ("desk.yaml#bridge", "reference")
    ]


def test_a_text_that_says_what_the_desk_knows_is_clean_and_no_copy_of_it(knowing: Knowing) -> None:
    checker = knowing(bridge=FACT.format("3 May 2016"))
    assert checker.check([text("a", "3 May 2016")]).findings == ()
    [found] = checker.check([text("e", "3 May 2016"), text("f", "9 June 2017")]).findings
    assert held(found)["2016-05-03"] == ["desk.yaml#bridge", "e"]
    assert {e.same_as for p in found.positions for e in p.evidence} == {None}


def test_facts_are_not_checked_against_each_other_nor_against_sources(knowing: Knowing) -> None:
    checker = knowing(first=FACT.format("3 May 2016"), second=FACT.format("9 June 2017"))
    rain = Document(id="a", text="Rain fell on the road to Polokwane.")
    assert checker.check([rain]).findings == ()
    assert checker.check([rain, text("s", "4 July 2018", DocumentRole.SOURCE)]).findings == ()
    [found] = checker.check([text("a", "3 May 2016")]).findings
    assert held(found) == {"2016-05-03": ["a", "desk.yaml#first"], "2017-06-09": ["desk.yaml#second"]}


def test_a_fact_needs_no_full_stop(knowing: Knowing) -> None:
    [found] = knowing(bridge=FACT.format("3 May 2016").rstrip(".")).check([text("a", "9 June 2017")]).findings
    assert held(found)["2016-05-03"] == ["desk.yaml#bridge"]


def test_a_fact_that_cannot_be_read_is_told(knowing: Knowing) -> None:
    report = knowing(pont="Le pont a été ouvert mardi par la ministre des transports.").check(
        [text("a", "3 May 2016")]
    )
    assert report.incomplete
    assert "Not checked: desk.yaml#pont (is in French, which is not supported)." in render_text(report)
