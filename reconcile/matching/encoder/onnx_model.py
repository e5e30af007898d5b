"""The default model on onnxruntime and tokenizers: the same weights, started in a tenth of the time.

Texts are run beside others of the same number of tokens only, so that nothing is padded or masked and each row of
the arithmetic is the one that it would be alone. What is left, the mean over the tokens, is taken text by text.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reconcile.matching.encoder.model import ExportError, Vectors, readable

RUNTIME: str = onnxruntime.__version__
GRAPH, WEIGHTS, TOKENIZER = "model.onnx", "model.onnx.data", "tokenizer.json"
IDS, HIDDEN = "ids", "hidden"  # the graph's input, (texts, tokens), and output, (texts, tokens, dimensions)

_TOKENS = 512  # in one run; more gains nothing


@dataclass(frozen=True, slots=True)
class OnnxModel:
    """An exported model. The threads are ours, one a run, so that their number changes no sum."""

    session: Any
    tokenizer: Tokenizer

    @classmethod
    def load(cls, folder: Path) -> OnnxModel:
        """The model that `export` wrote to a folder.

        Raises:
            ExportError: onnxruntime cannot run it.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        try:
            session = onnxruntime.InferenceSession(
                folder / GRAPH, options, providers=["CPUExecutionProvider"]
            )
            return cls(session, Tokenizer.from_file(str(folder / TOKENIZER)))
        except Exception as error:  # those of onnxruntime have no other parent, nor have those of tokenizers
            raise ExportError(f"{folder} cannot be loaded: {error}") from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text."""
        tokens = [self.tokenizer.encode(readable(text)).ids for text in texts]
        batches = list(_batches(tokens))
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            runs = threads.map(lambda batch: self._run([tokens[row] for row in batch]), batches)
            vectors = np.concatenate(list(runs))
        return vectors[np.argsort(np.concatenate(batches))]

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        """The vectors of texts with equally many tokens."""
        (hidden,) = self.session.run([HIDDEN], {IDS: np.array(tokens, dtype=np.int64)})
        return np.stack([_pooled(of_one) for of_one in hidden])


def _batches(tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The rows of texts with equally many tokens, longest first, a run's worth at a time."""
    lengths: dict[int, list[int]] = defaultdict(list)
    for row, ids in enumerate(tokens):
        lengths[len(ids)].append(row)
    for length, rows in sorted(lengths.items(), reverse=True):
        size = max(1, _TOKENS // length)
        yield from (rows[start : start + size] for start in range(0, len(rows), size))


def _pooled(hidden: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of a text's tokens, (tokens, dimensions), at length one."""
    mean = hidden.mean(axis=0)
    pooled: NDArray[np.float32] = mean / np.sqrt(np.square(mean).sum())
    return pooled
