"""An encoder that remembers: the same text is encoded once by the same model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.cache.fingerprint import vector_key
from reconcile.cache.store import Store
from reconcile.matching.encoder import Encoder, Vectors

_KIND = "vectors"
_AT_ONCE = 1024  # texts that are encoded before they are kept, so that what is stopped is not lost


@dataclass(frozen=True, slots=True)
class RememberingEncoder:
    """Another encoder, with a store of the vectors that it has made."""

    encoder: Encoder
    store: Store

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
        missing = list({key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items())
        for n in range(0, len(missing), _AT_ONCE):
            some = missing[n : n + _AT_ONCE]
            made = self.encoder.encode([text for _, text in some])
            known |= dict(zip((key for key, _ in some), made, strict=True))
            self.store.put(_KIND, {key: known[key].tobytes() for key, _ in some})
        return np.stack([known[key] for key in keys]) if keys else self.encoder.encode(texts)
