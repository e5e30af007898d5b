"""Roles: which offices are read, with what around them, and which two one person cannot hold."""

from __future__ import annotations

import pytest

from reconcile.agreement import Agreement
from reconcile.facets.role import Role, compare_roles, may_change, read_role, read_roles, told_roles
from reconcile.lexicon import lexicon
from reconcile.text import Span


def agreement(a: str, b: str) -> Agreement:
    one, two = read_role(a), read_role(b)
    assert one and two
    return compare_roles(one, two).agreement


# Reading


@pytest.mark.parametrize(
    ("text", "words", "office", "rank", "portfolio", "institution"),
    [
        (
            "Kenyan Deputy Defense Minister Ann Otieno",
            "Kenyan Deputy Defense Minister",
            "minister",
            "deputy",
            "defence",
            "Kenyan",
        ),
        (
            "Chile’s vice-minister of health",
            "Chile’s vice-minister of health",
            "minister",
            "deputy",
            "health",
            "Chile",
        ),
        ("the interim president of Peru", "interim president of Peru", "president", "acting", "", "Peru"),
        ("former US President Sam Hill", "former US President", "president", "former", "", "US"),
        ("a former vice president", "former vice president", "president", "former deputy", "", ""),
        ("President-elect Luis Bo", "President-elect", "president", "elect", "", ""),
        (
            "finance and economy minister",
            "finance and economy minister",
            "minister",
            "",
            "economy and finance",
            "",
        ),
        ("the health secretary", "health secretary", "minister", "", "health", ""),
        ("the foreign secretary", "foreign secretary", "minister", "", "foreign affairs", ""),
        ("his sports director, Bo Ek", "sports director", "sports director", "", "", ""),
        ("the museum's director", "museum's director", "director", "", "", "museum"),
        ("spokeswoman for the ministry", "spokeswoman for the ministry", "spokesperson", "", "", "ministry"),
        (
            "a volcanologist at the University of Catania",
            "volcanologist at the University of Catania",
            "volcanologist",
            "",
            "",
            "University of Catania",
        ),
        ("a professor of physics at MIT", "professor of physics at MIT", "professor", "", "", "MIT"),
        (
            "Prof. Ada Stone of the Technical University of Graz said",
            "Prof",
            "professor",
            "",
            "",
            "Technical University of Graz",
        ),
        ("Bank of Ghana governor Kofi Bo", "Bank of Ghana governor", "governor", "", "", "Bank of Ghana"),
        ("head of Norway's oil fund", "head of Norway's oil fund", "head", "", "", "Norway's oil fund"),
        ("the head of the health agency", "head of the health agency", "head", "", "", "health agency"),
        ("a Belgian art dealer", "Belgian art dealer", "dealer", "", "", "Belgian"),
        (
            "head of the Turku space firm Tarmo",
            "head of the Turku space firm Tarmo",
            "head",
            "",
            "",
            "Tarmo",
        ),
        ("CEO of Bright Motors", "CEO of Bright Motors", "chief executive", "", "", "Bright Motors"),
        ("Lt. Col. Ann Bo", "Lt. Col", "colonel", "", "", ""),
        ("Justice minister Ann Bo", "Justice minister", "minister", "", "justice", ""),
    ],
)
def test_a_role_is_read_with_what_stands_around_it(
    text: str, words: str, office: str, rank: str, portfolio: str, institution: str
) -> None:
    role = read_roles(text)[-1]
    assert (role.words, role.office, role.rank, role.portfolio, role.institution) == (
        words,
        office,
        rank,
        portfolio,
        institution,
    )


def test_an_ambassador_is_accredited_where_he_is_sent() -> None:
    (role,) = read_roles("Portuguese ambassador to Angola")
    assert (role.institution, role.accredited) == ("Portuguese", "Angola")


def test_roles_of_one_sentence_are_all_read() -> None:
    text = "Foreign Minister Ann Bo met the president of Chad and a nurse."
    assert [role.office for role in read_roles(text)] == ["minister", "president", "nurse"]


@pytest.mark.parametrize(
    "text",
    [
        "the general election",
        "a major fire in a private house",
        "She will head the inquiry",
        "The ministers met nurses",
        "Sarah Baker left",
        "Stephen King said",
        "a passenger plane",
        "hit his head",
        "The General Assembly voted",
        "give me the gp",
        "",
    ],
)
def test_verbs_adjectives_plurals_and_surnames_are_no_roles(text: str) -> None:
    assert read_roles(text) == ()


def test_a_title_makes_an_office_of_a_common_word() -> None:
    assert [r.office for r in read_roles("General Ann Bo, King Olaf and Major Tom Lee")] == [
        "general",
        "king",
        "major",
    ]


def test_the_end_of_a_sentence_ends_the_phrase() -> None:
    (role,) = read_roles("He lives in Lima. Foreign Minister Ann Bo left.")
    assert role.words == "Foreign Minister"


def test_an_unlisted_occupation_is_read_where_a_role_is_expected() -> None:
    role = read_role("a Swedish glassblower")
    assert role and (role.office, role.institution) == ("glassblower", "Swedish")
    assert read_role("") is None and read_role("42") is None


# Comparing


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("deputy minister of defence", "vice-minister of Defense"),
        ("CEO", "chief executive"),
        ("spokesman", "spokeswoman"),
        ("chairman of Bright", "Bright chair"),
        ("head of Bright", "chief executive of Bright"),
        ("interim president", "president"),
        ("scientist", "volcanologist"),
        ("official", "health minister"),
        ("finance minister", "minister of finance and economy"),
        ("Kenyan foreign minister", "foreign minister of Kenya"),
        ("WHO director", "director of the World Health Organization"),
        ("museum director", "director of the Van Doorn Museum"),
        ("foreign secretary", "foreign minister"),
        ("heart surgeon", "doctor"),
        ("archbishop", "bishop"),
    ],
)
def test_one_office_in_other_or_more_general_words_agrees(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.AGREE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("sports director", "team doctor"),
        ("foreign minister", "defence minister"),
        ("president", "prime minister"),
        ("deputy mayor", "mayor"),
        ("mayor of Lyon", "mayor of Nantes"),
        ("Kenyan foreign minister", "foreign minister of Uganda"),
        ("a volcanologist at the University of Catania", "a volcanologist at the Polytechnic of Milan"),
        ("a professor at the University of Catania", "a volcanologist at the Polytechnic of Milan"),
        ("nurse", "baker"),
        ("ambassador to Mali", "ambassador to Chad"),
        ("goalkeeper", "striker"),
        ("judge", "prosecutor"),
    ],
)
def test_offices_that_exclude_each_other_differ(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.DIFFER


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("former president", "president"),
        ("president-elect", "president"),
        ("professor", "director"),
        ("minister", "MP"),
        ("actor", "singer"),
        ("glassblower", "weaver"),
        ("president of the Bright Foundation", "prime minister of Japan"),
        ("sports director of Redvale", "doctor of Blackmere"),
    ],
)
def test_offices_that_one_person_can_hold_are_unknown(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.UNKNOWN


def test_a_spokesman_may_be_called_by_any_of_his_masters() -> None:
    assert agreement("ministry spokesman", "Kenyan spokesman") is Agreement.AGREE
    assert agreement("Olsen's spokesman", "a Stortinget spokesman") is Agreement.AGREE


def test_the_detail_quotes_both_roles() -> None:
    one, two = read_role("Acting mayor"), read_role("mayor of Lyon")
    assert one and two
    detail = compare_roles(one, two).detail
    assert "Acting mayor" in detail and "mayor of Lyon" in detail and "acting" in detail


# The lexicon


def test_every_office_that_another_refers_to_is_listed() -> None:
    data = lexicon("roles")
    referred = {name for entry in data["offices"].values() for name in entry.get("under", ())}
    referred |= {name for group in data["exclusive"] for name in group} | set(data["accredited"])
    assert referred <= set(data["offices"]), sorted(referred - set(data["offices"]))


def test_no_phrase_stands_for_two_offices() -> None:
    data = lexicon("roles")["offices"]
    phrases = [words.casefold() for name, entry in data.items() for words in (name, *entry.get("also", ()))]
    assert sorted({p for p in phrases if phrases.count(p) > 1}) == []


def test_descent_is_no_institution() -> None:
    """ "a novelist of Sri Lankan descent" does not serve Sri Lanka."""
    (role,) = read_roles("She is a novelist of Sri Lankan descent.")
    assert role.institution == ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("head of neurology at the Cantonal Hospital", "head of oncology at the Cantonal Hospital"),
        ("director of the tax agency", "director of the customs agency"),
        ("Jordan's Water Minister", "Jordan's Tourism Minister"),
        ("captain of the ferry Vega", "mate of the ferry Vega"),
        ("chief geologist of the Alto mine", "chief accountant of the Alto mine"),
        ("chairman of Real Zamora", "sporting director of Real Zamora"),
        ("Malta's opposition leader", "speaker of Malta's parliament"),
    ],
)
def test_two_offices_of_one_institution_differ(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.DIFFER


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("chairman of Real Zamora", "sporting director of Lokomotiv Plovdiv"),
        ("chairman", "treasurer of the Green Party"),
        ("energy adviser", "trade adviser"),
        ("Malta's opposition leader", "speaker of Fiji's parliament"),
    ],
)
def test_two_offices_of_nothing_shared_are_unknown(a: str, b: str) -> None:
    assert agreement(a, b) is Agreement.UNKNOWN


def test_a_team_mate_is_no_mate_of_a_ship() -> None:
    assert [role.office for role in read_roles("her team mate and the mate of the ferry Vega")] == ["mate"]


def test_two_offices_in_the_same_words_are_told_apart_by_their_institutions() -> None:
    graz, linz = (Role(Span(0, 9), "historian", "historian", institution=name) for name in ("Graz", "Linz"))
    assert compare_roles(graz, linz).detail == "“historian (Graz)” and “historian (Linz)”: two institutions."


def test_a_role_that_a_verb_tells_has_the_words_of_its_clause() -> None:
    text = "Ida Moe, who edits the Lunde Gazette, came."
    (role,) = told_roles(text)
    assert (role.office, role.institution, role.span.of(text)) == (
        "editor",
        "Lunde Gazette",
        "who edits the Lunde Gazette",
    )


@pytest.mark.parametrize(("a", "b", "changes"), [("cellist", "violinist", False), ("cellist", "mayor", True)])
def test_what_one_was_trained_for_does_not_change(a: str, b: str, changes: bool) -> None:
    one, two = read_role(a), read_role(b)
    assert one and two
    assert may_change(one, two) is changes


def test_houses_of_two_sorts_are_two_institutions_in_one_story() -> None:
    one, two = (
        read_role("head of the regional fire brigade"),
        read_role("director of the labour inspectorate"),
    )
    assert one and two
    assert compare_roles(one, two).agreement is Agreement.AGREE
    assert compare_roles(one, two, in_one_story=True).agreement is Agreement.DIFFER
