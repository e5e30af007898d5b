"""Single entities: how they are spelt, and what office they are given."""

from __future__ import annotations

import pytest

from reconcile import Checker, Document
from reconcile.findings import Finding


def found(checker: Checker, *texts: str) -> list[Finding]:
    return list(checker.check([Document(id=str(n), text=text) for n, text in enumerate(texts)]).findings)


def test_two_spellings_are_one_finding_however_often_they_stand(checker: Checker) -> None:
    a = "The mayor of Rosario, Mercedes Villafuerte, opened the clinic. Mercedes Villafuerte thanked the builders."
    b = "The mayor of Rosario, Mercedes Villafeurte, opened the clinic."
    [finding] = found(checker, a, b, b)
    assert (finding.kind, finding.relation, finding.severity) == ("name", "variant", "warning")
    assert {p.value: len(p.evidence) for p in finding.positions} == {
        "Mercedes Villafuerte": 2,
        "Mercedes Villafeurte": 2,
    }


def test_an_accent_alone_is_only_information(checker: Checker) -> None:
    text = "The author {} signed books in Bogota."
    [finding] = found(checker, text.format("Joaquín Benavides"), text.format("Joaquin Benavides"))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor, Mercedes Villafuerte, spoke.", "Mayor Villafuerte spoke."),
        ("The economist Kenneth O. Mwangi spoke.", "The economist Kenneth Mwangi spoke."),
        ("Niger closed its border.", "Nigeria closed its border."),
    ],
)
def test_short_forms_and_other_names_are_no_spellings(checker: Checker, a: str, b: str) -> None:
    assert found(checker, a, b) == []


def test_a_person_with_two_offices_is_a_finding_and_a_former_office_is_not(checker: Checker) -> None:
    a = "Finance Minister Farida Haddou opened the harbour in Sfax."
    b = "Defence Minister Farida Haddou opened the harbour in Sfax."
    assert [f.kind for f in found(checker, a, b)] == ["role"]
    assert found(checker, a, b.replace("Defence", "Former Defence")) == []
