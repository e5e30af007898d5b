"""The encoder that remembers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from reconcile.cache.store import Store
from reconcile.cache.vectors import RememberingEncoder
from reconcile.matching.encoder import Encoder, Vectors

TEXTS = ["The bridge opened on Monday.", "", "Rain fell.", "The bridge opened on Monday."]


class Counting:
    """An encoder that counts what it is asked."""

    name, proposes_at = "counting", 0.5

    def __init__(self, encoder: Encoder, sha256: str = "none") -> None:
        self.encoder, self.sha256 = encoder, sha256
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return self.encoder.encode(texts)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    store.close()


def test_each_text_is_encoded_once_and_its_vector_is_the_encoders_own(
    store: Store, word_bag: Encoder
) -> None:
    counting = Counting(word_bag)
    remembering = RememberingEncoder(counting, store)
    first, second = remembering.encode(TEXTS), remembering.encode(TEXTS[::-1])
    assert np.array_equal(first, word_bag.encode(TEXTS))
    assert np.array_equal(second, first[::-1])
    assert sorted(counting.asked) == sorted(set(TEXTS))


def test_another_models_vectors_are_not_taken(store: Store, word_bag: Encoder) -> None:
    other = Counting(word_bag, sha256="other")
    RememberingEncoder(Counting(word_bag), store).encode(TEXTS)
    RememberingEncoder(other, store).encode(TEXTS)
    assert len(other.asked) == 3


def test_no_text_gives_no_vector(store: Store, word_bag: Encoder) -> None:
    assert len(RememberingEncoder(word_bag, store).encode([])) == 0
