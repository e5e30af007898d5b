"""A model on sentence-transformers: any model, on a GPU where there is one, at the price of a slow import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from reconcile.errors import ModelError
from reconcile.matching.encoder.model import Vectors, readable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def settle_torch() -> None:
    """One thread, which is as fast on texts this short and steady beside other processes; and no bars."""
    import torch
    from transformers.utils import logging

    torch.set_num_threads(1)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]


def load(folder: Path, **options: Any) -> SentenceTransformer:
    """The model in a folder, from disk only. Options are those of SentenceTransformer.

    Raises:
        ModelError: it is damaged, or no such model.
    """
    settle_torch()
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(str(folder), local_files_only=True, **options)
    except Exception as error:  # whatever its libraries make of damaged files
        raise ModelError(f"the model {folder} cannot be loaded: {error}") from error


@dataclass(frozen=True, slots=True)
class TorchModel:
    """Runs one text at a time: torch picks its kernels by a batch's shape, which moves the last digits."""

    model: SentenceTransformer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text."""
        vectors: Any = self.model.encode(
            [readable(text) for text in texts],
            batch_size=1,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)
