"""What a clause asserts: denied or not, and whether it is asserted at all."""

from __future__ import annotations

import pytest

from reconcile.claims.model import Claim
from reconcile.facets.polarity import Modality
from tests.conftest import Reader


def claim(read: Reader, text: str, predicate: str) -> Claim:
    return next(c for c in read(text).claims if c.predicate.lemma == predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "negated"),
    [
        ("The council approved the tram.", "approve", False),
        ("The council did not approve the tram.", "approve", True),
        ("The council never approved the tram.", "approve", True),
        ("No survivors were found.", "find", True),
        ("Nobody was hurt.", "hurt", True),
        ("The firm failed to inspect the brakes.", "fail", True),
        ("The firm did not fail to inspect the brakes.", "fail", False),
    ],
)
def test_a_denial_is_known_by_its_words(read: Reader, text: str, predicate: str, negated: bool) -> None:
    assert claim(read, text, predicate).negated is negated


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("The army sent engineers to Cebu.", "send", Modality.ASSERTED),
        ("The army may send engineers to Cebu.", "send", Modality.POSSIBLE),
        ("The army did not say if engineers were sent to Cebu.", "send", Modality.UNSAID),
        ("The army did not say whether engineers were sent to Cebu.", "send", Modality.UNSAID),
        ("If engineers are sent to Cebu, the bridge will stand.", "send", Modality.CONDITIONAL),
        ("The army would send engineers to Cebu.", "send", Modality.CONDITIONAL),
        ("The army said that it would send engineers.", "send", Modality.PLANNED),
        ("The army said that it would send engineers if asked.", "send", Modality.CONDITIONAL),
        ("The army said that it would have sent engineers.", "send", Modality.CONDITIONAL),
        ("The army will send engineers to Cebu.", "send", Modality.PLANNED),
        ("The army plans to send engineers to Cebu.", "plan", Modality.PLANNED),
        ("The army will stay on in order to open the bridge in May.", "open", Modality.PLANNED),
        ("The army stayed on in order to open the bridge in May.", "open", Modality.ASSERTED),
        ("Were engineers sent to Cebu?", "send", Modality.QUESTION),
        ("In the port it is said that engineers were sent to Cebu.", "send", Modality.POSSIBLE),
        ("Rumour has it that engineers were sent to Cebu.", "send", Modality.POSSIBLE),
        ("There is talk that engineers were sent to Cebu.", "send", Modality.POSSIBLE),
        ("The army said that engineers were sent to Cebu.", "send", Modality.ASSERTED),
    ],
)
def test_what_is_possible_planned_asked_or_conditional_is_not_asserted(
    read: Reader, text: str, predicate: str, modality: Modality
) -> None:
    assert claim(read, text, predicate).modality is modality


def test_a_denial_by_a_speaker_is_marked(read: Reader) -> None:
    text = "The minister denied the reactor had leaked."
    assert claim(read, text, "leak").denial
    assert not claim(read, "The minister said the reactor had leaked.", "leak").denial


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The mill anticipates a margin of 17%.", Modality.PLANNED),
        ("The mill projected sales of 40 tonnes.", Modality.PLANNED),
        ("The mill reported sales of 40 tonnes.", Modality.ASSERTED),
    ],
)
def test_what_is_expected_is_not_asserted(read: Reader, text: str, modality: Modality) -> None:
    assert read(text).claims[0].modality is modality
