"""What is computed once: kept by all that it depends on, and never believed when it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.derived import derived, derived_folder


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RECONCILE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def never() -> bytes:
    raise AssertionError("made again")


def test_it_is_made_once() -> None:
    assert derived("table", b"key", lambda: b"content") == b"content"
    assert derived("table", b"key", never) == b"content"


def test_another_key_is_another_content() -> None:
    derived("table", b"key", lambda: b"content")
    assert derived("table", b"other", lambda: b"other content") == b"other content"
    assert derived("table", b"key", never) == b"content"


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept + b"x", lambda kept: b""])
def test_a_damaged_file_is_made_anew(damage: object) -> None:
    derived("table", b"key", lambda: b"content")
    [file] = derived_folder().iterdir()
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert derived("table", b"key", lambda: b"content") == b"content"
    assert derived("table", b"key", never) == b"content"


def test_where_nothing_can_be_written_it_is_made_each_time(folder: Path) -> None:
    folder.write_text("in the way")
    assert [derived("table", b"key", lambda: b"content") for _ in range(2)] == [b"content"] * 2


def test_nothing_half_written_is_left() -> None:
    derived("table", b"key", lambda: b"content")
    assert [file.name.partition("-")[0] for file in derived_folder().iterdir()] == ["table"]
