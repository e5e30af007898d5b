"""The encoder that a check uses: the default model from its export, any other through sentence-transformers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from reconcile.matching.encoder.model import ExportError, Model, Vectors
from reconcile.matching.encoder.torch_model import TorchModel, load
from reconcile.matching.encoder.weights import (
    DEFAULT_MODEL,
    DEFAULT_SHA256,
    digest_of,
    folder_of,
    verified_default,
    weights_in,
)


@dataclass
class SentenceEncoder:
    """A sentence-transformers model, loaded from disk on first use.

    Args:
        name: the default model, whose weights ship as a package and are verified, or a folder with another one.
        proposes_at: measured for the default (FIELD-NOTES of the design: a cut at .70 loses real conflicts).
        notify: told of work that takes more than a moment: the export of the default model, once.
    """

    name: str = DEFAULT_MODEL
    proposes_at: float = 0.5
    notify: Callable[[str], None] | None = None

    @cached_property
    def folder(self) -> Path:
        """Where the weights lie.

        Raises:
            ModelError: they are missing.
        """
        return folder_of(self.name)

    @cached_property
    def sha256(self) -> str:
        """The weights' hash. The default model's is the published one: no other weights are exported or run.

        Raises:
            ModelError: there are no weights.
        """
        return DEFAULT_SHA256 if self.name == DEFAULT_MODEL else digest_of(weights_in(self.folder))

    @cached_property
    def _model(self) -> Model:
        return self._exported() if self.name == DEFAULT_MODEL else TorchModel(load(self.folder))

    def _exported(self) -> Model:
        """The default model on onnxruntime; where it can be exported to nowhere, on what it is exported from."""
        from reconcile.matching.encoder import shelf

        try:
            return shelf.taken(shelf.export_folder(), self._export)
        except (OSError, ExportError) as error:
            self._tell(f"loading {self.name} without a fast start: {error}")
            return TorchModel(load(verified_default(), device="cpu"))

    def _export(self, target: Path) -> None:
        self._tell(f"preparing {self.name} for a fast start, this once")
        source = verified_default()
        from reconcile.matching.encoder.export import export

        export(source, target)

    def _tell(self, message: str) -> None:
        if self.notify:
            self.notify(message)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text.

        Raises:
            ModelError: the weights are missing, or are not the ones that were published.
        """
        return self._model.encode(texts) if texts else np.zeros((0, 1), dtype=np.float32)
