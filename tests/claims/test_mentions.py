"""Who and what a document names, and which of its namings mean the same one."""

from __future__ import annotations

import pytest

from reconcile.claims.model import EntityKind, Mention
from tests.conftest import Reader


def named(read: Reader, text: str) -> dict[str, Mention]:
    return {m.span.of(text): m for m in read(text).mentions}


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("Amina Okafor sold the mill. Okafor kept the forest.", "Amina Okafor", "Okafor", True),
        (
            "Zaldívar sold the mill. The heiress, Ximena Zaldívar, kept the forest.",
            "Zaldívar",
            "Ximena Zaldívar",
            True,
        ),
        ("Ximena Zaldívar met Pablo Errázuriz in Lima.", "Ximena Zaldívar", "Pablo Errázuriz", False),
        ("Ximena Zaldívar sued Pablo Zaldívar over the forest.", "Ximena Zaldívar", "Pablo Zaldívar", False),
    ],
)
def test_a_surname_points_at_the_full_name_and_two_given_names_at_two_people(
    read: Reader, text: str, one: str, other: str, same: bool
) -> None:
    found = named(read, text)
    assert (found[one].entity == found[other].entity) is same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The treaty was signed by Ludwig van der Elst in Ghent.", "Ludwig van der Elst"),
        ("The mayor praised Jean-Luc Marchetti on Friday.", "Jean-Luc Marchetti"),
        ("“We will rebuild,” said President (Emomali) Sharipov.", "(Emomali) Sharipov"),
        ("Nguyễn Thảo has sold the farm.", "Nguyễn Thảo"),
        ("Jan Král said that the bridge fell.", "Jan Král"),
    ],
)
def test_particles_hyphens_and_brackets_belong_to_the_name(read: Reader, text: str, name: str) -> None:
    assert name in named(read, text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Finance Minister Farida Haddou resigned.", "Farida Haddou", EntityKind.PERSON),
        ("Farida Haddou, the finance minister, resigned.", "Farida Haddou", EntityKind.PERSON),
        ("Zorile (4 May 1901 – 7 June 1990) painted fans.", "Zorile", EntityKind.PERSON),
        ("Zorile was born in a mill.", "Zorile", EntityKind.PERSON),
        ("The flood reached Bangladesh on Sunday.", "Bangladesh", EntityKind.PLACE),
        ("She taught at Makerere University for years.", "Makerere University", EntityKind.ORGANISATION),
    ],
)
def test_a_kind_is_read_from_title_gazetteer_and_head_word(
    read: Reader, text: str, name: str, kind: EntityKind
) -> None:
    assert named(read, text)[name].kind is kind


def test_a_pronoun_means_the_person_who_acts_before_it(read: Reader) -> None:
    text = "Ximena Zaldívar wrote to Pablo Errázuriz. She asked for the deeds."
    found = named(read, text)
    assert found["She"].pronoun
    assert found["She"].entity == found["Ximena Zaldívar"].entity


def test_a_pronoun_without_anyone_before_it_means_nobody(read: Reader) -> None:
    assert "She" not in named(read, "She asked for the deeds.")


def test_days_months_and_titles_are_no_names(read: Reader) -> None:
    assert set(named(read, "On Monday, President Farida Haddou will speak in Lima.")) == {
        "Farida Haddou",
        "Lima",
    }


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Ximena Zaldívar (born 3 May 1950), better known as Carmela Ortiz, is a singer.", True),
        ("Ximena Zaldívar is better than Carmela Ortiz, the singer.", False),
    ],
)
def test_a_second_name_that_a_text_gives_is_of_one_bearer(read: Reader, text: str, same: bool) -> None:
    found = named(read, text)
    assert (found["Ximena Zaldívar"].entity == found["Carmela Ortiz"].entity) is same


def test_what_is_named_after_somebody_is_not_that_person(read: Reader) -> None:
    mentions = read(
        "Marcela Oyarzun left. A strike at the Oyarzun paper mill ended. Oyarzun smiled."
    ).mentions
    owner, mill, she = (m for m in mentions if "Oyarzun" in m.name.normal)
    assert owner.entity == she.entity != mill.entity
    assert mill.kind is EntityKind.ORGANISATION


def test_a_currency_beside_a_figure_is_nobodys_name(read: Reader) -> None:
    assert "SEK" not in named(read, "The mill in Lund was sold for SEK 40 million.")
    assert "NOK" in named(read, "The athletes of the NOK trained in Lund.")
