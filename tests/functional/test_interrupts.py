"""Interrupts of the installed command, whoever sends them: 130 at once, nothing half-written, nobody left at work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reconcile.cache.store import Store
from reconcile.folders import CACHE_DIR
from tests.conftest import empty_cache
from tests.functional.command import COMMAND

Started = Callable[..., "subprocess.Popen[bytes]"]
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CACHE_DIR, str(empty_cache(tmp_path / "cache")))
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "a.txt").write_text("The bridge in Lunde was opened on 3 May 2016.\n", encoding="utf-8")
    return desk


@pytest.fixture
def started(desk: Path) -> Iterator[Started]:
    """Starts the command with a process group of its own, as a terminal does."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, command: str | Path = COMMAND) -> subprocess.Popen[bytes]:
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        running.append(subprocess.Popen([command, *arguments], cwd=desk, start_new_session=True, **pipes))  # type: ignore[call-overload]
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold; seconds are those of a busy machine."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def alone(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def left_over(desk: Path) -> list[str]:
    return [file.name for file in desk.parent.rglob(".reconcile-*")]


def is_interrupted(process: subprocess.Popen[bytes]) -> None:
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"reconcile: interrupted.\n")
    assert within(30, lambda: alone(process.pid))


@pytest.mark.parametrize("number", SIGNALS)
def test_while_it_is_told_what_to_read(desk: Path, started: Started, number: signal.Signals) -> None:
    process = started("check", "-", "--format", "json=r.json")
    assert within(60, (desk.parent / "cache" / "derived").is_dir)  # past the imports
    process.send_signal(number)
    is_interrupted(process)
    assert sorted(file.name for file in desk.iterdir()) == ["a.txt"]


@pytest.fixture
def reading(desk: Path, started: Started) -> subprocess.Popen[bytes]:
    """The command, while several processes read for it: the first text is read, the others take long."""
    for n in range(6):
        text = f"Petr Novák opened bridge {n} in Lunde on 3 May 2016.\n\n" * 1000
        (desk / f"b{n}.txt").write_text(text, encoding="utf-8")
    process = started("check", ".", "--format", "json=r.json")
    with closing(Store(desk.parent / "cache")) as store:
        assert within(120, lambda: bool(store.holdings()))
    return process


@pytest.mark.parametrize("number", SIGNALS)
def test_while_several_processes_read(
    desk: Path, reading: subprocess.Popen[bytes], number: signal.Signals
) -> None:
    os.killpg(reading.pid, number)  # to all of them, as Ctrl-C is
    is_interrupted(reading)
    assert not (desk / "r.json").exists() and left_over(desk) == []


def test_when_it_is_killed_the_processes_that_read_for_it_end_too(reading: subprocess.Popen[bytes]) -> None:
    reading.kill()
    reading.wait(timeout=60)
    assert within(60, lambda: alone(reading.pid))


@pytest.fixture
def comparing(desk: Path, started: Started) -> subprocess.Popen[bytes]:
    """The command, while several processes compare for it, and one more works aside; all of them take long."""
    (desk / "b.txt").write_text("The bridge in Lunde was opened on 5 May 2016.\n", encoding="utf-8")
    script = """
import time
from pathlib import Path
from reconcile import matching, processes
from reconcile.matching import linking

def slow(pair):
    Path("comparing").touch()
    time.sleep(600)
    yield

processes._WORTH_FORKS = 1
matching._WORTH_A_FORK = 0
matching.slips = lambda extractions: time.sleep(600)
linking.LINKERS = (slow,)
from reconcile.__main__ import main
main()
"""
    (desk / "run.py").write_text(script, encoding="utf-8")
    process = started("run.py", "check", "a.txt", "b.txt", "--format", "json=r.json", command=sys.executable)
    assert within(120, (desk / "comparing").exists)
    return process


@pytest.mark.parametrize("number", SIGNALS)
def test_while_several_processes_compare(
    desk: Path, comparing: subprocess.Popen[bytes], number: signal.Signals
) -> None:
    os.killpg(comparing.pid, number)
    is_interrupted(comparing)
    assert not (desk / "r.json").exists() and left_over(desk) == []


def test_when_it_is_killed_the_processes_that_compare_for_it_end_too(
    comparing: subprocess.Popen[bytes],
) -> None:
    comparing.kill()
    comparing.wait(timeout=60)
    assert within(60, lambda: alone(comparing.pid))


def test_while_it_writes(desk: Path, started: Started) -> None:
    os.mkfifo(desk / "pipe")  # that nobody reads: it waits there
    process = started(
        "check", "a.txt", "--format", "json=r.json", "--format", "text=pipe", "--format", "json"
    )
    assert within(120, (desk / "r.json").is_file)
    process.terminate()
    is_interrupted(process)
    assert sorted(file.name for file in desk.iterdir()) == ["a.txt", "pipe", "r.json"]
    assert left_over(desk) == []


def test_what_is_told_twice_is_one_interrupt(desk: Path, started: Started) -> None:
    process = started("check", "-")
    assert within(60, (desk.parent / "cache" / "derived").is_dir)
    for number in SIGNALS:
        process.send_signal(number)
    is_interrupted(process)


def test_nohup_is_heeded(desk: Path, started: Started) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        process = started("check", "-")
    finally:
        signal.signal(signal.SIGHUP, before)
    assert within(60, (desk.parent / "cache" / "derived").is_dir)
    process.send_signal(signal.SIGHUP)
    out, _ = process.communicate(b"The bridge in Lunde was opened on 3 May 2016.\n", timeout=120)
    assert process.returncode == 0 and b"no findings" in out
