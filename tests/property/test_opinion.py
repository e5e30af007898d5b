"""Laws of the second opinion: it moves confidences, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconcile import Checker, Finding
from reconcile.matching.encoder import Encoder
from reconcile.opinion import Passages, Probabilities, swayed
from tests.property.newsroom import FIRE, OPENING, QUARREL, Draft, documents, sets

chances = st.floats(0, 1)


@dataclass(frozen=True)
class Whim:
    """A judge of whims: what it says hangs on the two passages alone, in whatever order."""

    whim: int
    name: str = "whim"
    sha256: str = "none"

    def judge(self, pairs: Sequence[Passages]) -> Probabilities:
        read = ("\x1f".join([str(self.whim), *sorted(pair)]) for pair in pairs)
        return np.array([blake2b(words.encode(), digest_size=1).digest()[0] / 255 for words in read])


def unmoved(finding: Finding) -> Finding:
    return replace(finding, confidence=0, explanation="", opinion=None)


@settings(max_examples=25)
@given(sets(), st.integers(0, 9))
@example(
    [
        Draft("a", (OPENING.told(0, 0), FIRE.told(0, 0), QUARREL.told(0, 0))),
        Draft("b", (OPENING.told(0, 1), FIRE.told(1, 2), QUARREL.told(0, 1))),
    ],
    0,
)
def test_it_makes_removes_and_changes_no_finding(
    word_bag: Encoder, checker: Checker, told: list[Draft], whim: int
) -> None:
    alone = checker.check(documents(told)).findings
    heard = Checker(encoder=word_bag, second_opinion=Whim(whim)).check(documents(told)).findings
    assert {unmoved(finding) for finding in heard} == {unmoved(finding) for finding in alone}
    assert len(heard) == len(alone)
    assert [finding.severity for finding in heard] == [finding.severity for finding in alone]
    before = {finding.id: finding for finding in alone}
    for finding in heard:
        assert 0 <= finding.confidence <= 1
        assert finding.explanation.startswith(before[finding.id].explanation)
        if finding.opinion is None:
            assert finding == before[finding.id]
    ranks = [(finding.severity.rank, -finding.confidence) for finding in heard]
    assert ranks == sorted(ranks)


@given(chances, chances, chances)
def test_a_confidence_rises_with_itself_and_with_the_opinion(
    confidence: float, less: float, more: float
) -> None:
    less, more = sorted([less, more])
    assert 0 <= swayed(confidence, less) <= swayed(confidence, more) <= 1
    assert swayed(less, confidence) <= swayed(more, confidence) + 1e-12
    assert swayed(confidence, 0.5) == confidence
