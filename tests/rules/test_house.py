"""House spelling: which names are held to it, and how a finding cites the desk's list."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import Checker, Document, DocumentRole, Finding
from reconcile.matching.encoder import Encoder
from reconcile.reports.text_report import render_text
from reconcile.rules import load_packs, shipped_packs

PACK = """\
facts:
  - {id: names, claim: "The ferry to Lagos sailed on 3 May 2016."}
names:
  - {canonical: Modest Mussorgsky, variants: [Modest Moussorgsky, Moussorgsky]}
  - {canonical: Kyiv, variants: [Kiev, Kiew]}
"""


@pytest.fixture
def desk(tmp_path: Path, word_bag: Encoder) -> Checker:
    (tmp_path / "desk.yaml").write_text(PACK, encoding="utf-8")
    return Checker(packs=load_packs([*shipped_packs(), tmp_path / "desk.yaml"]), encoder=word_bag)


def style(checker: Checker, *documents: Document) -> list[Finding]:
    return [f for f in checker.check(documents).findings if f.rule == "house-spelling"]


def text(words: str, id: str = "a", role: DocumentRole = DocumentRole.CHECKED) -> Document:
    return Document(id=id, text=words, role=role)


def test_a_variant_is_a_style_finding_that_cites_the_desks_list(desk: Checker) -> None:
    report = desk.check([text("The trains to Kiev were late on Monday. Many in Kiev walked.")])
    [found] = report.findings
    assert (found.kind, found.relation, found.rule) == ("style", "style", "house-spelling")
    assert {p.value: [(e.document, e.text, e.line) for e in p.evidence] for p in found.positions} == {
        "Kiev": [("a", "Kiev", 1), ("a", "Kiev", 1)],
        "Kyiv": [("desk.yaml#house spelling", "Kyiv", 2)],
    }
    shown = render_text(report)
    assert shown.startswith("1. warning style: Kiev or Kyiv — this house writes Kyiv\n")
    assert "desk.yaml#house spelling:2:1  held to be true by a rule pack" in shown


def test_all_variants_of_a_name_in_all_texts_are_one_finding(desk: Checker) -> None:
    documents = [text("The trains to Kiev were late."), text("The trains to Kiew were late.", id="b")]
    [found] = style(desk, *documents)
    assert [p.value for p in found.positions] == ["Kiev", "Kiew", "Kyiv"]


def test_a_variant_is_found_with_an_ending(desk: Checker) -> None:
    [found] = style(desk, text("Kiev’s trains were late."))
    assert [e.text for e in found.positions[0].evidence] == ["Kiev"]


def test_a_persons_surname_is_held_to_it_wherever_it_stands(desk: Checker) -> None:
    [found] = style(desk, text("The composer Modest Moussorgsky died in 1881. Moussorgsky was forty-two."))
    values = {p.value: len(p.evidence) for p in found.positions}  # the longer spelling speaks for the shorter
    assert values == {"Modest Moussorgsky": 1, "Moussorgsky": 1, "Modest Mussorgsky": 1}


@pytest.mark.parametrize(
    "words",
    [
        "The trains to Kyiv were late on Monday.",
        "The footballers of Dynamo Kiev won in Lviv.",
        "The Kievan Rus was a large state.",
    ],
)
def test_the_house_spelling_and_other_names_are_silent(desk: Checker, words: str) -> None:
    assert style(desk, text(words)) == []


def test_only_texts_under_check_are_held_to_it(desk: Checker) -> None:
    source = text("The trains to Kiev were late.", id="s", role=DocumentRole.SOURCE)
    assert style(desk, text("Rain fell on the trains to Lviv."), source) == []


def test_the_list_is_no_text_that_could_not_be_read(desk: Checker) -> None:
    report = desk.check([text("The trains to Lviv were late.")])
    assert not report.incomplete
    assert [(entry.id, entry.claims) for entry in report.documents if entry.role == "reference"] == [
        ("desk.yaml#house spelling", 0),
        ("desk.yaml#names", 1),
    ]
