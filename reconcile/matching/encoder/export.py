"""Writes the default model as an ONNX graph, and trusts it only after comparing it with what it was made from."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from reconcile.matching.encoder.model import ExportError, Model
from reconcile.matching.encoder.onnx_model import GRAPH, HIDDEN, IDS, TOKENIZER, OnnxModel
from reconcile.matching.encoder.torch_model import TorchModel, load

_CLOSE = 1e-5  # measured: 3e-7
_PROBES = [  # three texts of each number of tokens, from none to more than the model reads
    " ".join(str(10 + (first + n) % 90) for n in range(words))
    for words in (0, 1, 2, 5, 12, 40, 300)
    for first in (0, 30, 60)
]


def export(source: Path, target: Path) -> None:
    """Write graph, weights and tokenizer of the model in `source` to the folder `target`.

    Raises:
        ExportError: torch could not, or the export's vectors are not the model's.
        OSError: the folder could not be written.
    """
    model = load(source, device="cpu", model_kwargs={"attn_implementation": "eager"})  # the smallest graph
    _write_graph(model, target / GRAPH)
    _write_tokenizer(model, source / TOKENIZER, target / TOKENIZER)
    confirm(OnnxModel.load(target), TorchModel(model))


class _Hidden(torch.nn.Module):
    """A transformer that is given nothing to mask: token ids in, one vector a token out."""

    def __init__(self, transformer: Any) -> None:
        super().__init__()
        self.transformer = transformer

    def forward(self, ids: torch.Tensor) -> Any:
        return self.transformer(input_ids=ids).last_hidden_state


def _write_graph(model: SentenceTransformer, file: Path) -> None:
    """The graph, with the weights beside it: they are mapped into memory, not copied."""
    with _quiet():
        try:
            program: Any = torch.onnx.export(
                _Hidden(model[0].auto_model).eval(),
                (torch.ones((2, 9), dtype=torch.int64),),
                dynamo=True,  # the older exporter bakes the shape of its example in
                dynamic_shapes=({0: "texts", 1: "tokens"},),
                input_names=[IDS],
                output_names=[HIDDEN],
                verbose=False,
            )
        except torch.onnx.OnnxExporterError as error:
            raise ExportError(str(error)) from error
        program.save(file, external_data=True)


def _write_tokenizer(model: SentenceTransformer, source: Path, target: Path) -> None:
    """The tokenizer as the model uses it: cut where it stops reading, padded nowhere."""
    tokenizer = Tokenizer.from_file(str(source))
    tokenizer.no_truncation()
    if model.max_seq_length:
        tokenizer.enable_truncation(model.max_seq_length)
    tokenizer.no_padding()
    tokenizer.save(str(target))


def confirm(exported: Model, original: Model) -> None:
    """See whether an export does what its original does, alone and among others.

    Raises:
        ExportError: its vectors differ, or depend on the texts beside them.
    """
    vectors = exported.encode(_PROBES)
    off = float(np.abs(vectors - original.encode(_PROBES)).max())
    if not off < _CLOSE:
        raise ExportError(f"its vectors are off by {off}")
    if not all(
        np.array_equal(exported.encode([text])[0], row) for text, row in zip(_PROBES, vectors, strict=True)
    ):
        raise ExportError("its vectors depend on their batch")


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the exporter's notes on what torch and its parts deprecate, which no user can act on."""
    logger = logging.getLogger("torch.onnx")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
