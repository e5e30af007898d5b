"""What the tests share: one parser a session, an encoder that costs nothing, and one that is real."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

from reconcile import Checker, Document
from reconcile.claims.extraction import extract
from reconcile.claims.model import Extraction
from reconcile.claims.parsing import language_model
from reconcile.documents.article import study
from reconcile.folders import CACHE_DIR, cache_folder
from reconcile.matching.encoder import SentenceEncoder, Vectors

# A gate must not fall by chance, and a parse on a busy machine takes what it takes.
settings.register_profile("reconcile", deadline=None, derandomize=True)
settings.load_profile("reconcile")

Reader = Callable[..., Extraction]


@dataclass(frozen=True)
class WordBag:
    """An encoder that hashes the longer words of a text: texts of the same words are near, others are not."""

    name: str = "word bag"
    sha256: str = "none"
    proposes_at: float = 0.5
    width: int = 512

    def encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.width), dtype=np.float32)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.width, dtype=np.float32)
        for word in re.findall(r"\w{4,}", text.lower()):
            vector[int.from_bytes(blake2b(word.encode(), digest_size=4).digest()) % self.width] += 1
        length = float(np.linalg.norm(vector))
        return vector / length if length else vector


def empty_cache(folder: Path) -> Path:
    """An empty cache folder, but for the model, which takes long to export: that is shared with the user's own."""
    models = cache_folder() / "models"
    models.mkdir(parents=True, exist_ok=True)
    folder.mkdir()
    (folder / "models").symlink_to(models.resolve())
    return folder


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(CACHE_DIR, str(empty_cache(tmp_path_factory.mktemp("session") / "cache")))
        yield


@pytest.fixture(scope="session")
def word_bag() -> WordBag:
    return WordBag()


@pytest.fixture(scope="session")
def checker(word_bag: WordBag) -> Checker:
    """The whole pipeline with the shipped rules; only the encoder is small."""
    return Checker(encoder=word_bag)


@pytest.fixture(scope="session")
def real_checker() -> Checker:
    """The whole pipeline with the model that is shipped."""
    return Checker(encoder=SentenceEncoder())


@pytest.fixture(scope="session")
def read() -> Reader:
    """Reads one text into claims with the real parser: `read(text, published=date(…), id="a")`."""
    language_model()

    @cache
    def reader(text: str, published: date | None = None, id: str = "a") -> Extraction:
        return extract(study(Document(id=id, text=text, published=published)))

    return reader
