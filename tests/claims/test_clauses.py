"""Sentences into clauses: one predicate each, with the participants that are its own."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.claims.model import Claim
from tests.conftest import Reader


def claim(read: Reader, text: str, predicate: str) -> Claim:
    [found] = [c for c in read(text).claims if c.predicate.lemma == predicate]
    return found


def slots(found: Claim) -> set[tuple[str, str]]:
    return {(p.slot, p.mention.name.normal if p.mention else p.head) for p in found.participants}


def test_leadership_hosting_and_death_are_three_claims_and_the_date_belongs_to_the_death(
    read: Reader,
) -> None:
    """The sentence that a clause splitter has to get right: what is told in passing keeps to itself."""
    text = (
        "Paraguay, under civilian rule since a 1989 coup, has given shelter to members of the Corvina "
        "smuggling ring, whose founder Tobias Reinholt was shot in a hotel lobby last March."
    )
    claims = read(text, published=date(2015, 7, 1)).claims
    assert [c.predicate.lemma for c in claims if not c.nominal] == ["give", "shoot"]
    dated = {c.predicate.lemma: [b.value.normal for b in c.periods] for c in claims}
    assert dated == {"give": [], "coup": ["1989"], "shoot": ["2015-03"]}
    assert "Reinholt" not in next(c.text for c in claims if c.predicate.lemma == "give")[:60]


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("The minister opened the bridge.", "open", {("agent", "minister"), ("patient", "bridge")}),
        ("The bridge was opened by the minister.", "open", {("agent", "minister"), ("patient", "bridge")}),
        (
            "Ximena Zaldívar sold the mill to Pablo Errázuriz.",
            "sell",
            {("agent", "Ximena Zaldívar"), ("to", "Pablo Errázuriz")},
        ),
        ("The firm agreed to sell the mill.", "agree", {("agent", "firm"), ("patient", "mill")}),
        ("The company that bought the mill has closed.", "buy", {("agent", "company"), ("patient", "mill")}),
        ("The man killed in the fire was a welder.", "kill", {("patient", "man"), ("in", "fire")}),
        ("Divers searched the wreck and found a body.", "find", {("agent", "diver"), ("patient", "body")}),
        (
            "Peru and Chile signed a treaty.",
            "sign",
            {("agent", "Peru"), ("agent", "Chile"), ("patient", "treaty")},
        ),
        ("The founder, Ximena Zaldívar, died on Sunday.", "die", {("agent", "Ximena Zaldívar")}),
        ("The death of Pablo Errázuriz shocked the town.", "death", {("patient", "Pablo Errázuriz")}),
    ],
)
def test_a_claim_knows_who_does_and_who_undergoes(
    read: Reader, text: str, predicate: str, expected: set[tuple[str, str]]
) -> None:
    assert expected <= slots(claim(read, text, predicate))


def test_a_clause_holds_only_its_own_words(read: Reader) -> None:
    text = "The bridge, which was built in 1931, collapsed on Monday."
    assert [b.value.words for b in claim(read, text, "collapse").periods] == ["Monday"]
    assert "build" not in [w.lemma for w in claim(read, text, "collapse").words]
    assert [b.value.words for b in claim(read, text, "build").periods] == ["1931"]


def test_only_the_predicate_of_a_named_event_is_nominal(read: Reader) -> None:
    assert claim(read, "The election of Ximena Zaldívar in 2014 surprised Lima.", "election").nominal
    assert not claim(read, "Ximena Zaldívar was elected in 2014.", "elect").nominal


def test_it_takes_up_what_the_clause_before_is_of(read: Reader) -> None:
    found = claim(read, "When the sluice was tested in March, it failed.", "fail")
    assert ("agent", "sluice") in slots(found)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("When the dam broke, it was clear that nobody would come.", "be"),
        ("When the dam broke, it took two hours to reach the town.", "take"),
        ("When the dam broke, it seemed that all was lost.", "seem"),
    ],
)
def test_it_that_points_ahead_takes_up_nothing(read: Reader, text: str, predicate: str) -> None:
    assert ("agent", "dam") not in slots(claim(read, text, predicate))
