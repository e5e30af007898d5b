"""How soon it starts: whole processes, against the import that it spares, and a help page against a bare one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import ROOT
from benchmarks.figures import Figure, median_of, python, seconds

_FOUND = (0, 1)  # exit codes of a check that was complete
_HELP = """
import typer
app = typer.Typer()
@app.command()
def check(path: str) -> None: "Check."
@app.command()
def claims(path: str) -> None: "List."
@app.command()
def rules(path: str) -> None: "Show."
app()
"""


def start(quick: bool) -> Iterator[Figure]:
    """`check seeds` with an empty cache and with a full one, and `--help`."""
    runs = 1 if quick else 5
    imported = median_of(lambda: seconds(python("-c", "import sentence_transformers")), runs)
    bare = median_of(lambda: seconds(python("-c", "pass")), runs)
    with TemporaryDirectory() as cache:
        first = median_of(lambda: emptied(cache) + check(cache, ROOT / "seeds"), runs) - emptied(cache)
        again = median_of(lambda: check(cache, ROOT / "seeds"), runs)
    spared = {"import": f"{imported:.2f} s"}
    for name, took, target in (("check seeds", first, 0.8), ("check seeds again", again, 0.12)):
        parts = {"check": f"{took:.2f} s", **spared}
        yield Figure(
            f"{name} ÷ the import", took / imported, target, parts, bare / imported, "an interpreter"
        )
    ours = median_of(lambda: seconds(reconcile("--help")), runs)
    theirs = median_of(lambda: seconds(python("-c", _HELP, "--help")), runs)
    parts = {"--help": f"{ours:.2f} s", "three commands": f"{theirs:.2f} s"}
    yield Figure("--help ÷ a typer application's", ours / theirs, 1.3, parts, bare / theirs, "an interpreter")


def check(cache: str, *paths: Path) -> float:
    """How long a check takes, with a cache of its own."""
    told = map(str, paths)
    command = reconcile("check", *told, "--format", "json", "--fail-on", "never")
    return seconds(command, env={"RECONCILE_CACHE_DIR": cache}, allowed=_FOUND)


def emptied(cache: str) -> float:
    """How long emptying the cache takes; the exported model stays."""
    return seconds(reconcile("cache", "clean"), env={"RECONCILE_CACHE_DIR": cache})


def reconcile(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "reconcile", *arguments]
