"""The exit codes under every fault that can be caused, by the installed command in a shell.

130 interrupted · 2 wrong usage, configuration or rule · 3 the check is incomplete, or its findings were not delivered ·
1 findings at the gate · 0 passed. Whatever the code, findings are printed, nothing is half-written, no traceback is shown.
An error of Reconcile's own is 3 too: `test_cli.py`. Interrupts: `test_interrupts.py`.
"""

# ruff: noqa: E501  a row a line

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import empty_cache
from tests.functional.command import COMMAND, DATA

A = "The Vltava bridge in Lunde was opened by Anna Lind on 3 May 2016.\n"
B = "The Vltava bridge in Lunde was opened by Anna Lind on 9 June 2017.\n"
FOUND = "9 June 2017"  # in every report in which a.txt and b.txt are compared


class Fault(NamedTuple):
    """What is wrong; the command, as a shell reads it; the code; what is said of it on either stream."""

    what: str
    line: str
    code: int
    says: str


FAULTS = [
    # --- nothing is wrong
    Fault("no finding", "reconcile check a.txt", 0, "no findings"),
    Fault("an error", "reconcile check a.txt b.txt", 1, FOUND),
    Fault("an error, and no gate", "reconcile check a.txt b.txt --fail-on never", 0, FOUND),
    Fault("an error, and a gate for info", "reconcile check a.txt b.txt --fail-on info", 1, FOUND),
    Fault("a draft as an editor holds it", "reconcile check - --stdin-filename b.txt --against a.txt b.txt <b2.txt", 1, "3 May 2018"),
    # --- what is asked for
    Fault("a missing path", "reconcile check a.txt gone.txt", 2, "gone.txt does not exist"),
    Fault("an unsupported type", "reconcile check a.txt page.docx", 2, "page.docx is of a type that is not read"),
    Fault("an unknown rule", "reconcile check a.txt --ignore no-rule", 2, "there is no such rule"),
    Fault("an unknown gate", "reconcile check a.txt --fail-on loud", 2, "'error', 'warning', 'info', 'never'"),
    Fault("a name and no standard input", "reconcile check a.txt --stdin-filename b.txt", 2, "give - as a PATH"),
    Fault("a name of an unsupported type", "reconcile check - --stdin-filename b.pdf <b.txt", 2, "b.pdf names no text"),
    Fault("two formats on standard output", "reconcile check a.txt --format json --format text", 2, "would mix on standard output"),
    Fault("two formats in one file", "reconcile check a.txt --format json=r --format text=r", 2, "would mix in r"),
    Fault("two formats in one file, spelt twice", "reconcile check a.txt --format json=r --format text=mixed/../r", 2, "would mix in mixed/../r"),
    Fault("a format and the manifest in one file", "reconcile check a.txt --format json=r --manifest ./r", 2, "the manifest and json would mix in r"),
    Fault("a format where standard output goes", "reconcile check a.txt --format json=r --format text >r", 2, "would mix on standard output"),
    Fault("a report over the draft", "reconcile check a.txt --format json=./a.txt", 2, "a.txt is read in this run"),
    Fault("a report over a source of a folder", "reconcile check a.txt --against mixed --format json=mixed/b.txt", 2, "b.txt is read in this run"),
    Fault("a report over the draft that an editor holds", "reconcile check - --stdin-filename a.txt --format json=a.txt <b.txt", 2, "a.txt is read in this run"),
    Fault("a manifest over the configuration", "reconcile check a.txt --config quiet.toml --manifest quiet.toml", 2, "quiet.toml is read in this run"),
    Fault("a manifest over the draft", "reconcile check a.txt --manifest a.txt", 2, "a.txt is read in this run"),
    Fault("a missing folder for the manifest", "reconcile check a.txt --manifest no/r.json", 2, "no/r.json cannot be written"),
    Fault("a manifest on standard output", "reconcile check a.txt --manifest -", 2, "- cannot be written"),
    Fault("a missing folder for a report", "reconcile check a.txt --format json=no/r.json", 2, "no/r.json cannot be written"),
    Fault("a folder in a report's place", "reconcile check a.txt --format json=mixed", 2, "mixed cannot be written"),
    # --- what a desk has written
    Fault("a broken configuration", "reconcile check a.txt --config broken.toml", 2, "broken.toml: not TOML"),
    Fault("a broken pack", "reconcile check a.txt --rules broken.yaml", 2, "broken.yaml:2: not YAML"),
    Fault("a broken sources.yaml", "reconcile check sidecar", 2, "sidecar/sources.yaml, line 1"),
    Fault("a missing model", "reconcile check a.txt --config no-model.toml", 2, "the model gone is not a folder"),
    Fault("a model without weights", "reconcile check a.txt --config no-weights.toml", 2, "no weights in"),
    # --- what is read
    Fault("files that cannot be read among good ones", "reconcile check mixed", 3, FOUND),
    Fault("a link to nowhere", "reconcile check mixed", 3, "mixed/dangling.txt (could not be read: no such file or directory)"),
    Fault("a link in a circle", "reconcile check mixed", 3, "mixed/circle.txt (could not be read: too many levels"),
    Fault("a pipe that nobody writes to", "reconcile check mixed", 3, "mixed/pipe.txt (could not be read: it is no regular file)"),
    Fault("a device without end", "reconcile check mixed", 3, "mixed/zero.txt (could not be read: it is no regular file)"),
    Fault("damaged bytes", "reconcile check mixed", 3, "mixed/damaged.txt (is damaged"),
    Fault("a text of 50 MB", "reconcile check a.txt huge.txt", 3, "huge.txt (could not be read: it is longer than 1,000,000"),
    Fault("an empty file", "reconcile check a.txt empty.txt", 3, "empty.txt (is empty)"),
    Fault("an unsupported language", "reconcile check a.txt french.txt", 3, "is in French, which is not supported"),
    Fault("sources without a claim", "reconcile check a.txt --against empty", 3, "No document of --against gave a claim"),
    Fault("an empty standard input", "reconcile check - </dev/null", 3, "- (is empty)"),
    Fault("a closed standard input", "reconcile check - <&-", 3, "standard input is closed"),
    Fault("garbage on standard input", "head -c 9999 huge.txt | tr ' ' '\\0' | reconcile check -", 3, "- (is binary, not text)"),
    # --- what is written
    Fault("a full disk as standard output", "reconcile check a.txt b.txt >/dev/full", 3, "standard output cannot be written (no space left"),
    Fault("a full disk as standard error", "reconcile check a.txt b.txt 2>/dev/full", 1, FOUND),
    Fault("a full disk for one report", "reconcile check a.txt b.txt --format json=/dev/full --format text", 3, FOUND),
    Fault("a full disk for a file", "ulimit -f 0; reconcile check a.txt b.txt --no-cache --format json=r.json", 3, "r.json cannot be written (file too large)"),
    Fault("a closed standard output", "reconcile check a.txt b.txt >&-", 3, "standard output cannot be written (bad file"),
    Fault("nothing on a closed standard output", "reconcile check a.txt b.txt --format json=r.json >&-", 1, "1 error"),
    Fault("closed streams, all of them", "reconcile check a.txt b.txt --format json=r.json <&- >&- 2>&-", 1, ""),
    Fault("a reader who leaves", "reconcile check a.txt b.txt | head -1", 1, "error date conflict"),
    Fault("a reader of a file who leaves", "reconcile check a.txt b.txt --format json=>(true)", 1, "1 error"),
    # --- what is kept
    Fault("a folder in the cache's place", "RECONCILE_CACHE_DIR=blocked reconcile check a.txt b.txt", 1, "cannot be used"),
    Fault("a full disk for the cache", "ulimit -f 8; RECONCILE_CACHE_DIR=full reconcile check a.txt b.txt", 1, "cannot be used"),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which whatever a fault needs is wrong already."""
    desk = tmp_path_factory.mktemp("desk")
    for folder in ("mixed", "sidecar", "empty", "weightless"):
        (desk / folder).mkdir()
    texts = {
        **dict.fromkeys(("a.txt", "mixed/a.txt", "sidecar/a.txt", "page.docx"), A),
        **dict.fromkeys(("b.txt", "mixed/b.txt"), B),
        "b2.txt": B.replace("9 June 2017", "3 May 2018"),
        "empty.txt": "",
        "huge.txt": "The bridge opened. " * 2_700_000,
        "sidecar/sources.yaml": "sources: [{path: gone}]",
        "broken.toml": "ignore = [",
        "broken.yaml": "rules: [",
        "no-model.toml": 'model = "gone"',
        "quiet.toml": 'fail-on = "never"',
        "no-weights.toml": 'model = "weightless"',
    }
    for name, text in texts.items():
        (desk / name).write_text(text, encoding="utf-8")
    (desk / "french.txt").write_bytes((DATA / "french.txt").read_bytes())
    (desk / "mixed" / "damaged.txt").write_bytes(b"\xff\xfe\xff")
    for name, target in (("dangling", "gone"), ("circle", "circle.txt"), ("zero", "/dev/zero")):
        (desk / "mixed" / f"{name}.txt").symlink_to(target)
    os.mkfifo(desk / "mixed" / "pipe.txt")
    (empty_cache(desk / "blocked") / "claims-1.sqlite3").mkdir()
    empty_cache(desk / "full")
    return desk


@pytest.fixture(scope="module")
def carried_out(desk: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """What a line gives; several faults show in one run."""
    environment = {**os.environ, "PATH": f"{COMMAND.parent}:{os.environ['PATH']}"}

    @cache
    def run(line: str) -> subprocess.CompletedProcess[str]:
        ours = 2 if "| reconcile" in line else 0
        words = ["bash", "-c", f"{line}; codes=(${{PIPESTATUS[@]}}); exit ${{codes[{ours}]}}"]
        return subprocess.run(words, cwd=desk, env=environment, capture_output=True, text=True, timeout=300)

    return run


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_exit_codes(
    desk: Path, carried_out: Callable[[str], subprocess.CompletedProcess[str]], fault: Fault
) -> None:
    done = carried_out(fault.line)
    told = " ".join((done.stdout + done.stderr).split())
    assert (done.returncode, fault.says in told) == (fault.code, True), told
    assert "Traceback" not in told and "error of its own" not in told
    assert [*desk.rglob(".reconcile-*")] == []
