"""Which claims are compared: near in meaning, or of one name and one event; a pair is proposed for itself alone."""

from __future__ import annotations

from reconcile.matching.candidates import candidates
from reconcile.matching.encoder import Encoder
from reconcile.matching.entities import resolve
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
