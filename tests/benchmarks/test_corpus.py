"""The news that is made up: the same each time, of stories that share no name, and now and then a figure differs."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.corpus import SENTENCES, articles, entries, sentences, vectors, write


def test_the_first_articles_are_the_same_however_many_there_are() -> None:
    assert list(islice(articles(30), 6)) == list(articles(6))
    assert list(articles(3, seed=1)) != list(articles(3))


def test_articles_of_one_story_share_sentences_and_those_of_two_do_not() -> None:
    one, two, _, other = (set(text.replace("\n\n", " ").split(". ")) for _, text in articles(4))
    assert len(one & two) > SENTENCES / 3
    assert len(one & other) < 3
    assert one != two


def test_names_are_exchanged() -> None:
    told = " ".join(text for _, text in articles(60))
    assert any("Prigozhin" in sentence for sentence in sentences())
    assert "Prigozhin" not in told


def test_articles_are_written_to_a_folder(tmp_path: Path) -> None:
    files = write(tmp_path / "news", 2)
    assert [file.read_text("utf-8") for file in files] == [text for _, text in articles(2)]


def test_vectors_are_near_their_retellings_and_hardly_another() -> None:
    real = np.random.default_rng(1).standard_normal((50, 384)).astype(np.float32)
    real /= np.linalg.norm(real, axis=1, keepdims=True)
    made = vectors(real, 300)
    cosines = made @ made.T
    assert np.allclose(np.diag(cosines), 1, atol=1e-5)
    story = np.arange(300) // 3
    near = (cosines >= 0.5) & ~np.eye(300, dtype=bool)
    assert near[story[:, None] == story].sum() > 500
    assert near[story[:, None] != story].sum() < 20


def test_every_claim_has_entries() -> None:
    claims, keys = entries(100)
    assert len(claims) == len(keys)
    assert set(claims.tolist()) == set(range(100))
