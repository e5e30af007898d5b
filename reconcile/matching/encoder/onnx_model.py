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

from reconcile.matching.encoder.model import Vectors, readable

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
        """The model that `export` wrote to a folder."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(folder / GRAPH, options, providers=["CPUExecutionProvider"])
        return cls(session, Tokenizer.from_file(str(folder / TOKENIZER)))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text."""
        tokens = [self.tokenizer.encode(readable(text)).ids for text in texts]
        vectors: dict[int, NDArray[np.float32]] = {}

        def run(rows: Sequence[int]) -> None:
            (hidden,) = self.session.run([HIDDEN], {IDS: np.array([tokens[row] for row in rows])})
            vectors.update(zip(rows, map(_pooled, hidden), strict=True))

        with ThreadPoolExecutor(os.cpu_count()) as threads:
            for _ in threads.map(run, _batches(tokens)):
                pass
        return np.stack([vectors[row] for row in range(len(texts))])


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
