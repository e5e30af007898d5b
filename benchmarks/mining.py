"""The neighbouring ways: paraphrase mining with number comparison, sentence-transformers' plain encode, faiss."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.corpus import articles, vectors
from benchmarks.figures import Figure
from benchmarks.growth import measured, real_vectors
from benchmarks.peers import peer
from reconcile.matching.encoder import SentenceEncoder


def peers(quick: bool) -> Iterator[Figure]:
    """What the peers take for the same texts and the same vectors; no target is set."""
    texts = [
        line for _, text in articles(20 if quick else 500) for line in text.replace("\n\n", " ").split(". ")
    ]
    rows = 2_000 if quick else 100_000
    with TemporaryDirectory() as folder:
        told, stored = Path(folder, "texts"), Path(folder, "vectors.npy")
        told.write_text("\n".join(texts), encoding="utf-8")
        np.save(stored, vectors(np.load(real_vectors()), rows))
        encoded, mined, asked = (
            peer("encode", str(told)),
            peer("mining", str(told)),
            peer("index", str(stored)),
        )
    encoder = SentenceEncoder()
    encoder.encode(texts[:8])
    start = time.perf_counter()
    encoder.encode(texts)
    ours = time.perf_counter() - start
    index = measured("index", rows)["seconds"]
    yield _against("encoding", ours, "sentence-transformers", encoded)
    yield _against("encoding", ours, "paraphrase mining with numbers", mined)
    yield _against(f"the index of {rows:,}", index, "faiss", asked)


def _against(what: str, ours: float, peer: str, theirs: float) -> Figure:
    return Figure(
        f"{what} ÷ {peer}", ours / theirs, None, {"ours": f"{ours:.2f} s", "theirs": f"{theirs:.2f} s"}
    )
