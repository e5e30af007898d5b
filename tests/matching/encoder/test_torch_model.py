"""Any other model: slower, and as independent of what is beside a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import ModelError
from reconcile.matching.encoder.torch_model import TorchModel, load


def test_a_vector_depends_on_its_text_alone(original: TorchModel, sentences: list[str]) -> None:
    some = sentences[:12]
    together = original.encode(some)
    assert (original.encode(some[::-1])[::-1] == together).all()
    assert all((original.encode([text])[0] == row).all() for text, row in zip(some, together, strict=True))


def test_a_lone_surrogate_is_read_as_something(original: TorchModel) -> None:
    assert original.encode(["\ud800"]).shape == (1, 384)


def test_a_damaged_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(tmp_path)
