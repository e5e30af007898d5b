"""Peers, each a script that prints one number, run in an environment of their own that the first call makes."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent


def peer(name: str, *arguments: str) -> float:
    """What a peer prints.

    Raises:
        subprocess.CalledProcessError: it could not be installed, or failed.
    """
    command = [str(environment()), str(_HERE / f"{name}.py"), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


@cache
def environment() -> Path:
    """The interpreter of an environment that holds what peers.txt lists."""
    folder = _ROOT / "benchmarks/.peers"
    python = folder / "bin/python"
    listed = (_ROOT / "benchmarks/peers.txt").read_text("utf-8")
    if not python.exists() or _noted(folder) != listed:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        install = [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--constraint",
            str(_ROOT / "constraints.txt"),
        ]
        subprocess.run([*install, "--requirement", str(_ROOT / "benchmarks/peers.txt")], check=True)
        (folder / "installed.txt").write_text(listed, encoding="utf-8")
    return python


def _noted(folder: Path) -> str:
    note = folder / "installed.txt"
    return note.read_text("utf-8") if note.exists() else ""
