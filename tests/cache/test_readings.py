"""Reading many documents: what is kept, what is read anew, and that it makes no difference who read it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reconcile.cache import fingerprint, readings
from reconcile.cache.fingerprint import reading_key
from reconcile.cache.packing import unpack
from reconcile.cache.readings import read_documents, read_together
from reconcile.cache.store import Store
from reconcile.documents import Document

SEEDS = [
    Document(id=path.name, text=path.read_text(encoding="utf-8"), path=str(path))
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[:2]
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were read, in order."""
    texts = []

    def noting(documents: list[Document]) -> list[bytes]:
        texts.extend(document.text for document in documents)
        return read_together(documents)

    monkeypatch.setattr(readings, "read_together", noting)
    return texts


def test_what_is_kept_is_not_read_again(store: Store, read_here: list[str]) -> None:
    first = read_documents(SEEDS, store=store)
    changed = [SEEDS[0], replace(SEEDS[1], text=SEEDS[1].text + "\n\nRain fell on Lunde on Monday.\n")]
    assert read_documents(changed, store=store)[0] == first[0]
    assert read_here == [*(document.text for document in SEEDS), changed[1].text]


def test_another_document_of_the_same_text_is_not_read_again(store: Store, read_here: list[str]) -> None:
    read_documents(SEEDS[:1], store=store)
    copy = replace(SEEDS[0], id="copy", path="elsewhere/copy.txt")
    assert read_documents([copy], store=store) == read_documents([copy])
    assert len(read_here) == 2  # once for the store, once without it


def test_another_date_is_another_reading(store: Store, read_here: list[str]) -> None:
    for published in (None, date(2024, 6, 5), date(2024, 6, 6)):
        read_documents([replace(SEEDS[0], published=published)], store=store)
    assert len(read_here) == 3


def test_another_reader_reads_anew(
    store: Store, read_here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_documents(SEEDS, store=store)
    monkeypatch.setattr(fingerprint, "reader", lambda: "another")
    read_documents(SEEDS, store=store)
    assert len(read_here) == 4


def test_a_changed_word_of_the_vocabulary_makes_another_reader(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = fingerprint.reader()
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "places.yaml").write_text("countries: {}")
    monkeypatch.setattr(fingerprint, "shipped_rules", lambda: tmp_path)
    fingerprint.reader.cache_clear()
    assert fingerprint.reader() != before
    fingerprint.reader.cache_clear()


def test_a_forged_entry_is_read_anew_and_put_right(store: Store) -> None:
    store.put("claims", {reading_key(SEEDS[0]): b"forged"})
    expected = read_documents(SEEDS[:1])
    assert read_documents(SEEDS[:1], store=store) == expected
    assert unpack(store.get([reading_key(SEEDS[0])])[reading_key(SEEDS[0])], SEEDS[0]) == expected[0]


def test_what_could_not_be_read_is_not_kept(store: Store) -> None:
    unread = Document(id="x", text="", problem="could not be decoded")
    for _ in range(2):
        [reading] = read_documents([unread], store=store)
        assert reading.article.problem == "could not be decoded"
    assert store.holdings() == []


def test_several_processes_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read_documents(SEEDS)
    monkeypatch.setattr(readings, "_WORTH_PROCESSES", 1)
    assert read_documents(SEEDS, processes=2) == expected


def test_short_documents_are_read_together_and_long_ones_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["Rain fell.", "Snow fell.", "It hailed all day in Lunde.", "Fog rose."]
    parts: list[int] = []

    def noting(documents: list[Document]) -> list[bytes]:
        parts.append(len(documents))
        return read_together(documents)

    monkeypatch.setattr(readings, "read_together", noting)
    monkeypatch.setattr(readings, "_TOGETHER", 20)
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    assert [r.article.document.text for r in read_documents(documents)] == texts
    assert parts == [2, 1, 1]


def test_when_a_process_is_killed_the_rest_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read_documents(SEEDS)

    def killed(documents: list[Document], processes: int) -> Iterator[bytes]:
        yield from read_together(documents[:1])
        raise BrokenProcessPool

    monkeypatch.setattr(readings, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(readings, "_in_processes", killed)
    assert read_documents(SEEDS, processes=2) == expected


def test_progress_counts_what_was_kept_as_done(store: Store) -> None:
    told: list[tuple[str, int, int]] = []
    read_documents(SEEDS[:1], store=store)
    read_documents(SEEDS, store=store, progress=lambda *stage: told.append(stage))
    assert told == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]
