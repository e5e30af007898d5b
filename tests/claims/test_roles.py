"""Whom a document gives a role to."""

from __future__ import annotations

import pytest

from reconcile.claims.extraction import extract
from reconcile.claims.model import RoleMention
from reconcile.documents.article import study
from reconcile.documents.model import Document


def roles(text: str) -> tuple[RoleMention, ...]:
    return extract(study(Document(id="a", text=text))).roles


def given(text: str) -> list[tuple[str, str]]:
    return [(r.role.normal, r.mention.name.normal) for r in roles(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The match was stopped when team doctor Karin Holm ran onto the pitch.", ("doctor", "Karin Holm")),
        ("The team doctor, Karin Holm, stopped the match in Oslo.", ("doctor", "Karin Holm")),
        ("Karin Holm, a nurse, was praised by the jury.", ("nurse", "Karin Holm")),
        ("Karin Holm, 54, a nurse, was praised by the jury.", ("nurse", "Karin Holm")),
        ("Karin Holm is the mayor of Bergen.", ("mayor (Bergen)", "Karin Holm")),
        ("Karin Holm, who is the mayor of Bergen, opened the bridge.", ("mayor (Bergen)", "Karin Holm")),
        ("Karin Holm was the mayor of Bergen.", ("former mayor (Bergen)", "Karin Holm")),
        ("The mayor of Bergen is Karin Holm.", ("mayor (Bergen)", "Karin Holm")),
        ("The victim's brother, Pavel Dvorak, spoke.", ("brother (victim)", "Pavel Dvorak")),
        (
            "Pavel Dvorak, cousin of the nurse Karin Holm, spoke.",
            ("cousin (nurse Karin Holm)", "Pavel Dvorak"),
        ),
        ("“It rained,” said Karin Holm, of the University of Oslo.", ("at University of Oslo", "Karin Holm")),
    ],
)
def test_a_role_belongs_to_the_name_beside_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in given(text)


def test_a_role_between_two_names_belongs_to_the_one_that_it_is_set_beside() -> None:
    assert given("Karin Holm, a nurse, and Pavel Dvorak, a baker, found the boy.") == [
        ("nurse", "Karin Holm"),
        ("baker", "Pavel Dvorak"),
    ]


def test_no_place_holds_an_office() -> None:
    assert not any(
        name == "Bolivia" for _, name in given("The foreign minister, Bolivia and Peru signed the paper.")
    )


def test_a_company_is_no_affiliation_that_excludes_another() -> None:
    assert given("“We sold,” said Karin Holm of Brandt Securities.") == []


def test_a_title_that_names_the_institution_is_not_told_twice() -> None:
    assert given("The work was led by Professor Karin Holm of the University of Oslo.") == [
        ("professor (University of Oslo)", "Karin Holm")
    ]


def test_spans_slice_back_to_the_words_of_the_role() -> None:
    text = "“It rained,” said Karin Holm, of the University of Oslo. Mayor Pavel Dvorak disagreed."
    assert all(r.role.span.of(text) == r.role.words for r in roles(text))
    assert len(roles(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Bergen is Karin Holm's brother.",
        "Sister Karin Holm runs the hospice.",
        "Mother of four Karin Holm won.",
    ],
)
def test_nobody_is_given_an_office_of_their_kin_nor_kin_without_whose(text: str) -> None:
    assert given(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karin Holm, who teaches physics at the University of Oslo, spoke.", "teacher (University of Oslo)"),
        ("Karin Holm, 54, who now runs the clinic, spoke.", "head (clinic)"),
        ("Karin Holm, who plays the bassoon, spoke.", "bassoonist"),
        ("Karin Holm, who leads the cellos, spoke.", "cellist"),
        ("Karin Holm, the Sri Lankan who chaired the committee, spoke.", "chairperson (committee)"),
        ("The chairman and coach of Lunde, Karin Holm, spoke.", "coach (Lunde)"),
    ],
)
def test_a_verb_or_a_second_office_tells_a_role_too(text: str, role: str) -> None:
    assert (role, "Karin Holm") in given(text)


@pytest.mark.parametrize(
    "text",
    [
        "Karin Holm, who taught at the school until 2019, spoke.",
        "Karin Holm, who led the march, spoke.",
        "Karin Holm, who runs every day, spoke.",
        "Karin Holm, a lawyer by training, spoke.",
    ],
)
def test_what_was_or_what_is_no_office_is_no_role(text: str) -> None:
    assert given(text) == []
