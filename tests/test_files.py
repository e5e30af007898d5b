"""Writing: all of a file or nothing, whatever there is in its place and whatever befalls on the way."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from reconcile import files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.json").write_bytes(b"old")
    return tmp_path


def test_a_file_is_replaced_as_a_whole(folder: Path) -> None:
    files.write(folder / "r.json", b"new")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {"r.json": b"new"}


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["os.fsync", "shutil.copymode", "pathlib.Path.replace"])
def test_what_fails_leaves_the_old_file_and_nothing_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr(step, fail)
    with pytest.raises(type(failure)):
        files.write(folder / "r.json", b"new")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {"r.json": b"old"}


def test_a_file_that_is_replaced_hands_on_its_mode_and_a_new_one_has_the_usual(folder: Path) -> None:
    (folder / "r.json").chmod(0o640)
    files.write(folder / "r.json", b"new")
    files.write(folder / "s.json", b"new")
    (folder / "usual").touch()
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert modes["r.json"] == 0o640 and modes["s.json"] == modes["usual"]


def test_links_are_followed(folder: Path) -> None:
    (folder / "link").symlink_to("r.json")
    files.write(folder / "link", b"new")
    assert (folder / "link").is_symlink() and (folder / "r.json").read_bytes() == b"new"


def test_a_pipe_is_written_as_it_is(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append((folder / "pipe").read_bytes()), daemon=True)
    reader.start()
    files.write(folder / "pipe", b"new")
    reader.join(timeout=30)
    assert heard == [b"new"] and (folder / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("name", "can"),
    [
        ("r.json", True),
        ("new.json", True),
        ("gone/r.json", False),
        (".", False),
        ("pipe", True),
        ("r.json/x", False),
    ],
)
def test_whether_a_file_can_be_written_is_told_beforehand(folder: Path, name: str, can: bool) -> None:
    os.mkfifo(folder / "pipe")
    assert files.writable(folder / name) is can


def test_a_link_in_a_circle_has_a_place_too(folder: Path) -> None:
    (folder / "circle").symlink_to("circle")
    assert files.place_of(folder / "circle").name == "circle"


def test_what_a_killed_process_left_is_swept_once_it_is_surely_dead(folder: Path) -> None:
    with files.beside(folder / "r.json") as dead, files.beside(folder / "r.json") as alive:
        dead.mkdir()
        (dead / "half").touch()
        alive.touch()
        os.utime(dead, (0, 0))
        files.sweep(folder)
        assert {file.name for file in folder.iterdir()} == {"r.json", alive.name}
