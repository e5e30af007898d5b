"""The export does what the model does, makes no noise, and is refused where it does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from reconcile import Checker, Document
from reconcile.matching.encoder import SentenceEncoder, Vectors
from reconcile.matching.encoder.export import confirm
from reconcile.matching.encoder.model import ExportError
from reconcile.matching.encoder.onnx_model import OnnxModel
from reconcile.matching.encoder.torch_model import TorchModel
from reconcile.matching.encoder.weights import DEFAULT_MODEL, DEFAULT_SHA256
from tests.matching.encoder.conftest import Run


@dataclass
class Changed:
    """A model whose vectors something is done to."""

    model: OnnxModel
    change: Callable[[Vectors], Vectors]

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self.change(self.model.encode(texts))


def test_the_first_use_exports_and_says_nothing(first_use: Run) -> None:
    assert first_use.stdout == "onnxruntime sentence_transformers torch transformers\n"
    assert first_use.stderr == ""


def test_every_later_use_imports_neither_torch_nor_sentence_transformers(
    first_use: Run, use: Callable[[], Run]
) -> None:
    again = use()
    assert (again.stdout, again.stderr) == ("onnxruntime\n", "")


def test_the_export_is_named_for_the_weights_it_holds(made: Path) -> None:
    assert made.name.startswith(f"{DEFAULT_MODEL}-{DEFAULT_SHA256}-")


def test_both_paths_give_one_vector(exported: OnnxModel, original: TorchModel, sentences: list[str]) -> None:
    ours, theirs = exported.encode(sentences), original.encode(sentences)
    assert np.abs(np.linalg.norm(ours, axis=1) - 1).max() < 1e-6
    assert (ours * theirs).sum(axis=1).min() > 1 - 1e-6
    assert np.abs(ours @ ours.T - theirs @ theirs.T).max() < 1e-5


def test_both_paths_give_the_same_findings_on_the_seeds(
    encoder: SentenceEncoder, original: TorchModel
) -> None:
    seeds = Path(__file__).parents[3] / "seeds"
    documents = [Document(id=f.name, text=f.read_text(encoding="utf-8")) for f in seeds.glob("*.txt")]
    slow = SentenceEncoder()
    slow.__dict__["_model"] = original
    found = [Checker(encoder=e).check(documents) for e in (encoder, slow)]
    assert found[0] == found[1] and found[0].findings


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda vectors: vectors + 1e-4, "off by"),
        (lambda vectors: vectors * np.nan, "off by nan"),
        (lambda vectors: vectors + 1e-7 * len(vectors), "depend on their batch"),
    ],
)
def test_an_export_that_does_something_else_is_refused(
    change: Callable[[Vectors], Vectors], words: str, exported: OnnxModel, original: TorchModel
) -> None:
    confirm(exported, original)
    with pytest.raises(ExportError, match=words):
        confirm(Changed(exported, change), original)
