"""An encoder that remembers: the same text is encoded once by the same model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.cache.fingerprint import vector_key
from reconcile.cache.store import Store
from reconcile.matching.encoder import Encoder, Vectors

_KIND = "vectors"


@dataclass(frozen=True, slots=True)
class RememberingEncoder:
    """Another encoder, with a store of the vectors that it has made; of the texts that it `forgets` it keeps none.

    A vector, and its key, tell whoever guesses a text that it was there.
    """

    encoder: Encoder
    store: Store
    forgets: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return self.encoder.name

    @property
    def sha256(self) -> str:
        return self.encoder.sha256

    @property
    def proposes_at(self) -> float:
        return self.encoder.proposes_at

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, as the encoder itself gives."""
        keys = [vector_key(self.sha256, text) for text in texts]
        known = {key: np.frombuffer(value, dtype=np.float32) for key, value in self.store.get(keys).items()}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            made = dict(zip(missing, self.encoder.encode(list(missing.values())), strict=True))
            kept = {key: made[key].tobytes() for key, text in missing.items() if text not in self.forgets}
            self.store.put(_KIND, kept)
            known |= made
        return np.stack([known[key] for key in keys]) if keys else self.encoder.encode(texts)
