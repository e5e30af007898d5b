"""Which claims are compared: near in meaning, or of one name and one event; a pair is proposed for itself alone."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from reconcile.matching.candidates import candidates, proposals
from reconcile.matching.encoder import Encoder
from reconcile.matching.entities import resolve
from reconcile.matching.nearness import Vectors
from reconcile.matching.pairs import gathered
from reconcile.matching.postings import Postings
from reconcile.matching.profiles import profiles
from tests.conftest import Reader

TEXTS = {
    "a": "The Oyarzun paper mill was opened on Friday.",
    "b": "The Oyarzun paper mill was opened on Monday.",
    "c": "Beekeepers expect a poor season for heather honey.",
    "d": "Oyarzun was inaugurated without any speeches and without music by schoolchildren.",
}


def proposed(read: Reader, encoder: Encoder, ids: str) -> dict[tuple[str, str], float]:
    documents = [read(TEXTS[id], id=id) for id in ids]
    found = profiles(documents, resolve(documents))
    pairs = list(candidates(found, encoder))
    assert len({(i, j) for i, j, _ in pairs}) == len(pairs)
    assert all(i < j for i, j, _ in pairs)
    return {(found[i].claim.document, found[j].claim.document): cosine for i, j, cosine in pairs}


def test_near_claims_are_proposed_and_far_ones_are_not(read: Reader, word_bag: Encoder) -> None:
    assert proposed(read, word_bag, "abc").keys() == {("a", "b")}


def test_a_shared_name_with_a_word_for_the_same_event_is_enough(read: Reader, word_bag: Encoder) -> None:
    found = proposed(read, word_bag, "ad")
    assert found.keys() == {("a", "d")}
    assert found["a", "d"] < word_bag.proposes_at


def test_other_documents_change_no_pair(read: Reader, word_bag: Encoder) -> None:
    assert proposed(read, word_bag, "ab")["a", "b"] == proposed(read, word_bag, "abcd")["a", "b"]


def test_no_claims_give_no_pairs(word_bag: Encoder) -> None:
    assert list(candidates([], word_bag)) == []


def directions(*degrees: float) -> Vectors:
    turned = np.radians(degrees)
    return np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)


@pytest.mark.parametrize("at_once", [1, 2, 1_000_000])
def test_near_sharing_and_kindred_pairs_come_once_with_their_cosines(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["reconcile.matching.candidates"], "_AT_ONCE", at_once)
    vectors = directions(0, 10, 120, 240, 300)
    sharing = Postings(np.array([0, 1, 0, 2]), np.array([7, 7, 8, 8]), len(vectors))
    found = list(proposals(vectors, sharing, 0.6, gathered([(4, 1), (3, 1)])))
    pairs = np.concatenate([pairs for pairs, _ in found])
    cosines = np.concatenate([cosines for _, cosines in found])
    assert pairs.tolist() == gathered([(0, 1), (0, 2), (1, 3), (1, 4)]).tolist()
    assert cosines.tolist() == pytest.approx([0.985, -0.5, -0.643, 0.342])


def test_what_falls_short_by_a_hair_is_not_proposed() -> None:
    nobody = Postings(np.array([], dtype=np.int64), np.array([], dtype=np.int64), 2)
    assert [len(pairs) for pairs, _ in proposals(directions(0, 60.03), nobody, 0.5)] == [
        1
    ]  # 0.5 when rounded
    assert [len(pairs) for pairs, _ in proposals(directions(0, 60.05), nobody, 0.5)] == [0]
