"""Sentence embeddings. They propose which claims to compare; they never judge.

Importing this imports no model library: each is imported by the module that runs it, on first use.
"""

from __future__ import annotations

from reconcile.matching.encoder.model import Encoder, Vectors
from reconcile.matching.encoder.sentences import SentenceEncoder
from reconcile.matching.encoder.torch_model import settle_torch
from reconcile.matching.encoder.weights import DEFAULT_MODEL, digest_of, weights_in

__all__ = [
    "DEFAULT_MODEL",
    "Encoder",
    "SentenceEncoder",
    "Vectors",
    "digest_of",
    "settle_torch",
    "weights_in",
]
