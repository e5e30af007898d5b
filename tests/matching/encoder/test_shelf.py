"""An export is whole or it is made anew, whoever else is at work and whatever became of them."""

from __future__ import annotations

import os
import shutil
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from reconcile.matching.encoder.model import ExportError
from reconcile.matching.encoder.onnx_model import GRAPH, TOKENIZER, WEIGHTS, OnnxModel
from reconcile.matching.encoder.shelf import taken, whole

RECORD = "sha256.json"


def unneeded(folder: Path) -> None:
    pytest.fail("an export that is whole was made again")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of the export, to be damaged."""
    return Path(shutil.copytree(made, tmp_path / "models" / "export"))


def copying(made: Path, target: Path) -> None:
    """Makes an export at the price of a copy."""
    for name in (GRAPH, WEIGHTS, TOKENIZER):
        shutil.copy(made / name, target / name)


def together(meeting: Path, made: Path, folder: Path) -> list[float]:
    """Takes an export that another process takes too: both begin to make it before either has."""

    def make(target: Path) -> None:
        copying(made, target)
        (meeting / str(os.getpid())).touch()
        while len(list(meeting.iterdir())) < 2:
            time.sleep(0.01)

    return [float(x) for x in taken(folder, make).encode(["a word"])[0]]


def test_an_export_that_is_whole_is_taken_as_it_is(folder: Path, exported: OnnxModel) -> None:
    assert (taken(folder, unneeded).encode(["a word"]) == exported.encode(["a word"])).all()


@pytest.mark.parametrize("name", [GRAPH, WEIGHTS, TOKENIZER, RECORD])
@pytest.mark.parametrize("damage", ["a bit", "the end", "the file"])
def test_a_damaged_export_is_dropped_and_made_anew(
    name: str, damage: str, folder: Path, made: Path, exported: OnnxModel
) -> None:
    file = folder / name
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data if damage == "a bit" else data[:-1])
    if damage == "the file":
        file.unlink()
    assert not whole(folder)
    model = taken(folder, lambda target: copying(made, target))
    assert (model.encode(["a word"]) == exported.encode(["a word"])).all()
    assert whole(folder) and list(folder.parent.iterdir()) == [folder]


def test_what_fails_while_it_is_made_leaves_nothing(tmp_path: Path) -> None:
    def interrupted(target: Path) -> None:
        (target / GRAPH).write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taken(tmp_path / "models" / "export", interrupted)
    assert list((tmp_path / "models").iterdir()) == []


def test_what_a_killed_process_left_goes_once_it_is_surely_dead(folder: Path) -> None:
    dead, alive = (folder.with_name(f".reconcile-{name}.part") for name in ("dead", "alive"))
    for beside in (dead, alive):
        (beside / "made").mkdir(parents=True)
    os.utime(dead, (0, 0))
    taken(folder, unneeded)
    assert set(folder.parent.iterdir()) == {folder, alive}


@pytest.mark.parametrize("damaged", [False, True])
def test_two_processes_at_once_agree_on_one_export(damaged: bool, made: Path, tmp_path: Path) -> None:
    meeting, folder = tmp_path / "meeting", tmp_path / "models" / "export"
    meeting.mkdir()
    if damaged:
        folder.mkdir(parents=True)
        (folder / GRAPH).write_bytes(b"half")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        running = [processes.submit(together, meeting, made, folder) for _ in range(2)]
        first, second = (process.result(timeout=300) for process in running)
    assert first == second
    assert whole(folder) and list(folder.parent.iterdir()) == [folder]


def test_an_export_that_does_not_run_is_said_not_to(tmp_path: Path) -> None:
    def make(target: Path) -> None:
        for name in (GRAPH, WEIGHTS, TOKENIZER):
            (target / name).write_bytes(b"whole, and no graph")

    with pytest.raises(ExportError, match="cannot be loaded"):
        taken(tmp_path / "models" / "export", make)


def test_a_place_that_cannot_be_written_is_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(OSError, match="file"):
        taken(file / "models" / "export", unneeded)
