"""What the tests of the encoder share: one export of the default model a session, and what it was made from."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.folders import CACHE_DIR
from reconcile.matching.encoder import SentenceEncoder
from reconcile.matching.encoder.onnx_model import OnnxModel
from reconcile.matching.encoder.torch_model import TorchModel, load
from reconcile.matching.encoder.weights import verified_default

Run = subprocess.CompletedProcess[str]
FIRST_USE = """
import sys
from reconcile.matching.encoder import SentenceEncoder
SentenceEncoder().encode(["The bridge opened in March."])
print(*sorted({"torch", "sentence_transformers", "transformers", "onnxruntime"} & sys.modules.keys()))
"""


@pytest.fixture(scope="session")
def shelf_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def use(shelf_of_tests: Path) -> Callable[[], Run]:
    """Encodes a sentence in a process of its own."""

    def run() -> Run:
        environment = {**os.environ, CACHE_DIR: str(shelf_of_tests), "PYTHONWARNINGS": "default"}
        command = [sys.executable, "-c", FIRST_USE]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    return run


@pytest.fixture(scope="session")
def first_use(use: Callable[[], Run]) -> Run:
    """The process that found no export."""
    return use()


@pytest.fixture(scope="session")
def made(first_use: Run, shelf_of_tests: Path) -> Path:
    """The folder of the export that the first use made."""
    [folder] = (shelf_of_tests / "models").iterdir()
    return folder


@pytest.fixture(scope="session")
def exported(made: Path) -> OnnxModel:
    return OnnxModel.load(made)


@pytest.fixture(scope="session")
def original() -> TorchModel:
    return TorchModel(load(verified_default(), device="cpu"))


@pytest.fixture
def encoder(made: Path, monkeypatch: pytest.MonkeyPatch) -> SentenceEncoder:
    """The default encoder, in a cache where its export lies."""
    monkeypatch.setenv(CACHE_DIR, str(made.parents[1]))
    return SentenceEncoder()


@pytest.fixture(scope="session")
def sentences() -> list[str]:
    """Texts and paragraphs of the seeds: from a few words to more than a model reads."""
    seeds = Path(__file__).parents[3] / "seeds"
    texts = [file.read_text(encoding="utf-8") for file in sorted(seeds.glob("*.txt"))]
    return [*texts[:2], *(line for text in texts for line in text.splitlines() if line.strip())][:80]
