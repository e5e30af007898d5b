"""Claims made ready for comparing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.matching.entities import resolve
from reconcile.matching.profiles import (
    Profile,
    alike,
    event_word,
    profiles,
    read_once,
    read_once_a_sentence,
)
from tests.conftest import Reader


@pytest.mark.parametrize(
    ("a", "b", "like"), [("kill", "death", True), ("open", "open", True), ("open", "kill", False)]
)
def test_words_for_one_event_are_alike(a: str, b: str, like: bool) -> None:
    assert alike(a, b) is alike(b, a) is like


def test_words_for_one_event_have_one_name_which_is_a_word() -> None:
    assert event_word("injury") == event_word("wound") == event_word("injure") == "injure"
    assert event_word("weaver") == "weaver"


def test_names_are_no_words_and_a_sentence_surrounds_its_clauses(read: Reader) -> None:
    document = read("The mill that Amina Okafor built burned down in Lagos.")
    entities = resolve([document])
    found = {p.predicate: p for p in profiles([document], entities)}
    names = {entities.by_number[n].name for n in found["burn"].around}
    assert names == {"Amina Okafor", "Lagos"}
    assert {entities.by_number[n].name for n in found["build"].named} == {"Amina Okafor"}
    assert not {"okafor", "lagos", "amina"} & (found["build"].words | found["burn"].words)


def test_a_sentence_that_two_documents_share_has_both_for_its_voices(read: Reader) -> None:
    shared = "The mill burned down in Lagos."
    documents = [read(f"{shared} Nobody was hurt.", id="a"), read(shared, id="b")]
    voices = {(p.claim.document, p.predicate): set(p.voices) for p in profiles(documents, resolve(documents))}
    assert voices == {("a", "burn"): {"a", "b"}, ("b", "burn"): {"a", "b"}, ("a", "hurt"): {"a"}}


def test_a_claim_is_read_once_and_one_that_is_altered_is_read_anew(read: Reader) -> None:
    document = read("The mill burned down in Lagos.")
    (profile,) = profiles([document], resolve([document]))
    seen: list[str] = []

    @read_once
    def predicate(profile: Profile) -> str:
        seen.append(profile.predicate)
        return profile.predicate

    other = replace(profile, predicate="close")
    assert [predicate(p) for p in (profile, other, profile, other)] == ["burn", "close", "burn", "close"]
    assert seen == ["burn", "close"]


def test_what_is_read_of_a_sentence_is_read_once_for_all_its_claims(read: Reader) -> None:
    document = read("The mill burned down and the dam broke. The bridge stood.")
    asked: list[str] = []

    @read_once_a_sentence
    def length(profile: Profile) -> int:
        asked.append(profile.predicate)
        return len(profile.claim.sentence)

    found = {p.predicate: length(p) for p in profiles([document], resolve([document]))}
    assert found == {"burn": 39, "break": 39, "stand": 17}
    assert asked == ["burn", "stand"]
