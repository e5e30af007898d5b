"""Whether a clause says that something is so, denies it or leaves it open; and when two deny each other."""

from __future__ import annotations

import pytest

from reconcile.agreement import Agreement
from reconcile.facets.polarity import (
    Modality,
    Polarity,
    compare_polarities,
    lemma,
    opposed_words,
    opposite,
    read_polarity,
    same_event,
)
from reconcile.lexicon import lexicon


def read(text: str) -> Polarity:
    found = read_polarity(text)
    assert found is not None
    return found


def compared(a: str, b: str) -> Agreement:
    return compare_polarities(read(a), read(b)).agreement


@pytest.mark.parametrize(
    ("text", "normal", "words"),
    [
        ("The tunnel under the Bosphorus opened in 2016.", "open", "opened"),
        ("The tunnel did not open in 2016.", "not open", "not"),
        ("The tunnel hasn't opened yet.", "not open", "n't"),
        ("The satellite can’t be reached.", "not reach", "n’t"),
        ("The parliament in Suva has never ratified the treaty.", "not ratify", "never"),
        ("The orchestra no longer performs in Vilnius.", "not perform", "no longer"),
        ("The airline has yet to pay its pilots.", "not pay", "has yet to"),
        ("The dam is not a danger.", "not be", "not"),
        ("The rumour is not true.", "not true", "not"),
    ],
)
def test_a_negator_before_the_verb_negates_the_clause(text: str, normal: str, words: str) -> None:
    found = read(text)
    assert (found.normal, found.words) == (normal, words)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("No passengers were hurt.", "not hurt"),
        ("Nobody in the village survived.", "not survive"),
        ("Neither the mayor nor the bishop attended.", "not attend"),
        ("Police in Quito reported no injuries.", "not injury"),
        ("The club had no coach.", "not have"),
    ],
)
def test_a_negated_subject_or_object_negates_the_clause(text: str, normal: str) -> None:
    assert read(text).normal == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The balloon landed without injuries.", "land"),
        ("He was not only fined but jailed.", "fine"),
        ("The firm did not fail to deliver the masks.", "deliver"),
        ("The crew managed to land the aircraft.", "land"),
        ("After failing to win in 2010, Marta Sosa resigned.", "resign"),
        ("The ferry, which had never been inspected, sank.", "sink"),
        ("It’s not Christmas, but the shops have closed.", "close"),
    ],
)
def test_a_negator_elsewhere_leaves_the_clause_as_it_is(text: str, normal: str) -> None:
    assert read(text).normal == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The rocket failed to reach orbit.", "not reach"),
        ("The union refused to sign the contract.", "not sign"),
        ("The ministry denied that the reactor had leaked.", "not leak"),
        ("The cashier denied stealing the money.", "not steal"),
        ("The court was unable to hear the case.", "not hear"),
    ],
)
def test_to_fail_or_to_deny_negates_what_follows(text: str, normal: str) -> None:
    assert read(text).normal == normal


def test_to_refuse_something_is_a_deed_of_its_own() -> None:
    assert read("The union rejected the offer.").normal == "reject"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The volcano erupted.", Modality.ASSERTED),
        ("The volcano may erupt.", Modality.POSSIBLE),
        ("The pilot is believed to have survived.", Modality.POSSIBLE),
        ("The bank will close the branch.", Modality.PLANNED),
        ("The bank plans to close the branch.", Modality.PLANNED),
        ("The branch is expected to close in May.", Modality.PLANNED),
        ("The harvest would fail.", Modality.CONDITIONAL),
        ("If the dam breaks, the valley floods.", Modality.CONDITIONAL),
        ("The valley floods if the dam breaks.", Modality.CONDITIONAL),
        ("Did the volcano erupt?", Modality.QUESTION),
        ("The judge asked whether the letter was forged.", Modality.QUESTION),
        ("The company did not immediately say if the plant had closed.", Modality.UNSAID),
        ("It is not yet clear whether the hostages escaped.", Modality.UNSAID),
        ("The embassy declined to comment.", Modality.UNSAID),
    ],
)
def test_what_is_left_open_is_told_from_what_is_asserted(text: str, modality: Modality) -> None:
    assert read(text).modality is modality


def test_a_reported_clause_is_read_for_what_it_reports() -> None:
    assert read("The harbour master confirmed that the ship had sunk.").normal == "sink"


def test_the_verb_of_a_relative_clause_is_not_the_predicate() -> None:
    assert read("The man who stole the altar was arrested in Ghent.").normal == "arrest"


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The brewery made a loss of $3 million.", "loss"),
        ("The brewery made a profit of $3 million.", "profit"),
        ("The city had no plans to close the baths.", "not close (planned)"),
        ("There is evidence of fraud.", "be"),
        ("There was no evidence of fraud.", "not be"),
        ("Iceland's parliament elected a speaker.", "elect"),
        ("Smoking causes cancer.", "cause"),
    ],
)
def test_the_predicate_is_the_word_that_names_the_event(text: str, normal: str) -> None:
    assert read(text).normal == normal


def test_a_text_without_verb_or_cue_has_no_polarity() -> None:
    assert read_polarity("Montevideo") is None
    assert read_polarity("") is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The senate approved the budget.", "The senate did not approve the budget."),
        ("The court acquitted the surgeon.", "The court convicted the surgeon."),
        ("The probe landed on Mars.", "The probe failed to land on Mars."),
        ("Rice exports rose in May.", "Rice exports fell in May."),
        ("The patient is alive.", "The patient is dead."),
        ("Two climbers died.", "No climbers were killed."),
        ("The bank will close the branch.", "The bank will not close the branch."),
    ],
)
def test_two_clauses_deny_each_other(a: str, b: str) -> None:
    assert compared(a, b) is Agreement.DIFFER


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The court acquitted the surgeon.", "The surgeon was cleared by the court."),
        ("The senate did not approve the budget.", "The senate refused to approve the budget."),
        ("The volcano erupted.", "The volcano erupted again."),
    ],
)
def test_two_clauses_say_the_same(a: str, b: str) -> None:
    assert compared(a, b) is Agreement.AGREE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The plant closed.", "The ministry did not say if the plant had closed."),
        ("The plant did not close.", "The plant may close."),
        ("The plant did not close.", "The company plans to close the plant."),
        ("The plant may close.", "The plant may not close."),
        ("Prices did not rise.", "Prices fell."),
        ("Prices did not rise.", "Prices did not fall."),
        ("The bridge collapsed.", "The mayor did not resign."),
    ],
)
def test_what_can_both_hold_denies_nothing(a: str, b: str) -> None:
    assert compared(a, b) is Agreement.UNKNOWN


def test_the_detail_names_both_sides() -> None:
    found = compare_polarities(read("Prices rose."), read("Prices fell."))
    assert found.detail == "'rise' and 'fall' are opposites."


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("fell", "fall"),
        ("stopped", "stop"),
        ("modelled", "model"),
        ("filled", "fill"),
        ("closed", "close"),
        ("denies", "deny"),
        ("crashes", "crash"),
        ("crisis", "crisis"),
        ("guilty", "guilty"),
        ("noted", "note"),
        ("relocated", "relocate"),
    ],
)
def test_a_word_is_led_back_to_its_dictionary_form(word: str, base: str) -> None:
    assert lemma(word) == base


@pytest.mark.parametrize(
    ("a", "b"), [("rise", "fell"), ("guilty", "innocent"), ("above", "below"), ("win", "lose")]
)
def test_opposites_of_every_part_of_speech_are_known(a: str, b: str) -> None:
    assert opposite(a, b)
    assert not same_event(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("die", "death"), ("steal", "theft"), ("crash", "collision"), ("resign", "quit")]
)
def test_a_verb_and_its_noun_name_one_event(a: str, b: str) -> None:
    assert same_event(a, b)
    assert not opposite(a, b)


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Output was above the target of May.", "Output was below the target of May.", [("above", "below")]),
        (
            "Breakfast, including tea, is free.",
            "Breakfast, excluding tea, is free.",
            [("including", "excluding")],
        ),
        ("The port of Durban is open to all.", "The port of Durban is not open to all.", [("open", "not")]),
        ("The port of Durban is open to all.", "The port of Durban is open to everyone.", []),
        ("Sugar rose in Manila.", "Nobody knows why the minister fell ill.", []),
    ],
)
def test_an_exchanged_word_is_found_where_the_rest_is_alike(
    a: str, b: str, words: list[tuple[str, str]]
) -> None:
    assert [(x.of(a), y.of(b)) for x, y in opposed_words(a, b)] == words


def test_no_two_words_of_the_lexicon_are_both_opposites_and_one_event() -> None:
    groups = lexicon("polarity")["synonyms"]
    both = [(a, b) for group in groups for a in group for b in group if opposite(a, b)]
    assert both == []


def test_every_word_of_the_lexicon_is_a_word() -> None:
    def words(data: object) -> list[object]:
        inner = list(data.values()) if isinstance(data, dict) else data
        return [w for item in inner for w in words(item)] if isinstance(inner, list) else [inner]

    assert [word for word in words(lexicon("polarity")) if not isinstance(word, str)] == []


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        ("solvent", "insolvent", True),
        ("registered", "unregistered", True),
        ("fatal", "non-fatal", True),
        ("valuable", "invaluable", False),
        ("vent", "invent", False),
        ("cover", "uncover", False),
        ("solvent", "solvent", False),
    ],
)
def test_a_prefix_may_deny_a_word(a: str, b: str, opposed: bool) -> None:
    assert opposite(a, b) is opposite(b, a) is opposed
