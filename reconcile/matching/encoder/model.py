"""What an encoder is: texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]  # one row a text, each of length one


class Model(Protocol):
    """A loaded model. A text's vector never depends on the texts beside it, to the last bit."""

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class Encoder(Model, Protocol):
    """A model with a name, which loads itself when it is first used."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    @property
    def proposes_at(self) -> float:
        """The cosine from which two claims are worth comparing: a property of the model, not of a rule."""
        ...


class ExportError(Exception):
    """The model cannot be exported here, or its export does not run or does not do what the model does."""


def readable(text: str) -> str:
    """What a tokenizer takes: no lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")
