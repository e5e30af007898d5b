"""The second opinion: what the model is asked and answers, and what becomes of a finding's confidence."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from reconcile.agreement import Agreement, Comparison
from reconcile.errors import ModelError
from reconcile.findings import Evidence, Finding, Kind, Over, Position, Relation, Severity
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.opinion import CrossEncoderOpinion, Passages, Probabilities, consult, swayed
from tests.reports.examples import evidence, finding, spelling
from tests.tiny_judge import build_judge

FERRY = ("The ferry sank off Bari in 1991.", "The ferry off Bari sank in 1994, after a fire.")

Build = Callable[..., Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return lambda **settings: build_judge(tmp_path_factory.mktemp("judge"), **settings)


@dataclass
class Told:
    """A judge that says what it is told to say, and remembers what it was asked."""

    probability: float
    name: str = "models/told"
    sha256: str = "none"
    asked: list[Passages] = field(default_factory=list)

    def judge(self, pairs: Sequence[Passages]) -> Probabilities:
        self.asked.extend(pairs)
        return np.full(len(pairs), self.probability)


# --- the model


def test_the_label_is_found_by_its_name_wherever_it_stands(build: Build) -> None:
    first = build(labels=("Contradiction", "Entailment", "Neutral"), odds=(0.7, 0.2, 0.1))
    last = build(labels=("entailment", "contradiction"), odds=(0.25, 0.75))
    assert CrossEncoderOpinion(str(first)).judge([FERRY]) == pytest.approx([0.7])
    assert CrossEncoderOpinion(str(last)).judge([FERRY]) == pytest.approx([0.75])


def test_both_orders_are_averaged(build: Build) -> None:
    """Computed once more here, by transformers alone."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    folder = build(seed=3)
    model = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    tokenizer = AutoTokenizer.from_pretrained(folder)

    def one_way(a: str, b: str) -> float:
        with torch.inference_mode():
            read = tokenizer(a, b, truncation=True, return_tensors="pt")
            return float(model(**read).logits.softmax(-1)[0, 2])

    there, back = one_way(*FERRY), one_way(*FERRY[::-1])
    judge = CrossEncoderOpinion(str(folder))
    assert abs(there - back) > 0.01
    assert judge.judge([FERRY]) == pytest.approx([(there + back) / 2], abs=1e-6)
    assert judge.judge([FERRY[::-1]]) == judge.judge([FERRY])


def test_a_pair_is_judged_the_same_beside_any_others(build: Build) -> None:
    judge = CrossEncoderOpinion(str(build(seed=5)))
    beside = judge.judge([("It rained.", "word " * 9000), FERRY, ("\ud800", "")])
    assert beside.shape == (3,)
    assert beside[1] == judge.judge([FERRY])[0]
    assert np.all((beside >= 0) & (beside <= 1))


def test_a_model_is_found_at_once_but_loaded_when_it_is_asked(build: Build) -> None:
    judge = CrossEncoderOpinion(str(build()))
    assert len(judge.sha256) == 64
    assert judge.judge([]).shape == (0,)
    assert "_model" not in vars(judge)


def test_a_missing_model_is_told_and_not_looked_for_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def reached(*_: object) -> None:
        pytest.fail("the network was tried")

    monkeypatch.setattr(socket.socket, "connect", reached)
    monkeypatch.setattr(socket, "getaddrinfo", reached)
    for name in ("nobody/no-such-model", "no such folder", "x" * 5000, "a\0b"):
        with pytest.raises(ModelError, match="give the folder of an NLI cross-encoder"):
            CrossEncoderOpinion(name)


@pytest.mark.parametrize("labels", [("LABEL_0", "LABEL_1"), ("contradiction",), ("not_contradiction", "x")])
def test_a_model_that_tells_no_contradiction_is_named_with_the_mend(
    build: Build, labels: Sequence[str]
) -> None:
    folder = build(labels=labels)
    with pytest.raises(ModelError) as caught:
        CrossEncoderOpinion(str(folder))
    assert f"the second opinion {folder} does not tell contradiction from the rest" in str(caught.value)
    assert "give a model trained on NLI, or name its labels in `id2label`" in str(caught.value)


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"id2label": [1]}', '{"id2label": {"0": 1, "1": 2}}'])
def test_a_config_that_cannot_be_meant_is_told_at_once(build: Build, content: str) -> None:
    folder = build()
    (folder / "config.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"config\.json"):
        CrossEncoderOpinion(str(folder))


def test_a_folder_without_weights_is_told_at_once(build: Build) -> None:
    folder = build()
    (folder / "model.safetensors").unlink()
    with pytest.raises(ModelError, match="no weights"):
        CrossEncoderOpinion(str(folder))


def test_damaged_weights_are_told_when_they_are_loaded(build: Build) -> None:
    folder = build()
    (folder / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(ModelError, match="cannot be loaded"):
        CrossEncoderOpinion(str(folder)).judge([FERRY])


def test_weights_that_give_no_numbers_are_told(build: Build) -> None:
    folder = build(odds=(float("nan"), 0.5, 0.5))
    with pytest.raises(ModelError, match="gives no numbers"):
        CrossEncoderOpinion(str(folder)).judge([FERRY])


# --- the findings


def subject_of(*sides: Evidence, sure: Sequence[tuple[int, int, float]]) -> Subject:
    """A subject that holds these places; `sure` says which pairs of them differ, and how surely."""
    holdings = tuple(Holding(e.document, e.span, e.claim, None, e.text) for e in sides)
    apart = Comparison(Agreement.DIFFER, "They lie apart.")
    pairs = tuple(Pair(a, b, apart, confidence, "both tell of it") for a, b, confidence in sure)
    return Subject(Over.TOPIC, Kind.DATE, "", "the ferry", "sink", holdings, pairs)


def conflict(**changes: object) -> tuple[Finding, Subject]:
    found = finding(**changes)
    sides = [e for position in found.positions for e in position.evidence]
    return found, subject_of(*sides, sure=[(0, 1, found.confidence)])


def test_a_yes_raises_the_confidence_and_says_so() -> None:
    found, subject = conflict(confidence=0.6)
    [heard] = consult(Told(0.93), {found: subject})
    assert heard.confidence == pytest.approx(0.6 + 0.43 * 0.4)
    assert heard.explanation == (
        f"{found.explanation} A second opinion (told) confirms it: .93 that the two passages contradict each other."
    )
    assert heard.opinion is not None
    assert (heard.opinion.contradiction, heard.opinion.confirms) == (0.93, True)


def test_a_no_lowers_the_confidence_and_takes_nothing_away() -> None:
    found, subject = conflict(confidence=0.6)
    [heard] = consult(Told(0.0), {found: subject})
    assert heard.confidence == pytest.approx(0.3)
    assert "(told) doubts it: .00 that" in heard.explanation
    assert replace(heard, confidence=0.6, explanation=found.explanation, opinion=None) == found


def test_what_contradicts_nothing_is_not_asked_about() -> None:
    others = [
        conflict(id=str(relation), relation=relation)
        for relation in Relation
        if relation is not Relation.CONFLICT
    ]
    judge = Told(0.0)
    assert list(consult(judge, dict(others))) == sorted(
        (found for found, _ in others), key=lambda found: found.id
    )
    assert judge.asked == []


def test_a_conflict_within_one_sentence_is_not_asked_about() -> None:
    sentence = "The ferry sank on Monday 3 May 1991."
    sides = [evidence("a.txt", sentence, words) for words in ("Monday", "3 May 1991")]
    found = finding(positions=tuple(Position(e.text, (e,)) for e in sides))
    judge = Told(0.0)
    assert list(consult(judge, {found: subject_of(*sides, sure=[(0, 1, 0.9)])})) == [found]
    assert judge.asked == []


def test_the_passages_of_the_surest_opposed_pair_are_read() -> None:
    said = {
        name: f"{name} has it that the ferry sank in {year}."
        for name, year in (("Ada", "1991"), ("Bea", "1991"), ("Cy", "1994"), ("Dov", "1996"))
    }
    sides = [evidence(name, text, text[-5:-1]) for name, text in said.items()]
    positions = (
        Position("1991", tuple(sides[:2])),
        Position("1994", (sides[2],)),
        Position("1996", (sides[3],)),
    )
    judge = Told(0.5)
    # The surest pair of all stands in one position; the next has a place that the finding does not show.
    subject = subject_of(
        *sides,
        evidence("Eve", "Eve says 1999.", "1999"),
        sure=[(0, 1, 0.99), (2, 4, 0.98), (0, 2, 0.7), (1, 3, 0.9), (2, 3, 0.8)],
    )
    consult(judge, {finding(positions=positions): subject})
    assert judge.asked == [(said["Bea"], said["Dov"])]


def test_findings_stand_in_the_order_of_their_new_confidence() -> None:
    doubted, subject = conflict(id="1", confidence=0.9)
    unasked = spelling(id="2", severity=Severity.ERROR, confidence=0.8)
    told = consult(Told(0.1), {doubted: subject, unasked: subject_of(sure=[])})
    assert [found.id for found in told] == ["2", "1"]
    assert [s.holdings != () for s in told.values()] == [False, True]


def test_the_rule_of_confidence_is_what_its_sentence_says() -> None:
    assert swayed(0.6, 1.0) == pytest.approx(0.8)
    assert swayed(0.6, 0.0) == pytest.approx(0.3)
    assert swayed(0.6, 0.5) == 0.6
