"""The installed command, run as a desk runs it: in its own process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
COMMAND = Path(sys.executable).parent / "reconcile"


@dataclass(frozen=True)
class Run:
    """What one run gave."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        return json.loads(self.out)

    @property
    def loud(self) -> list[dict[str, Any]]:
        return [f for f in self.report["findings"] if f["severity"] in {"warning", "error"}]


def reconcile(*arguments: str | Path, folder: Path = ROOT, seed: str = "0") -> Run:
    """Run the command in a folder; `seed` is that of Python's hashes, which must not matter."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return Run(done.returncode, done.stdout, done.stderr)


def stands(finding: dict[str, Any], kind: str, *positions: dict[str, str]) -> bool:
    """Whether a finding is of a kind, and each position holds, in each document named, words that begin so."""
    found = [
        {Path(e["document"]).name[:3]: e["text"] for e in position["evidence"]}
        for position in finding["positions"]
    ]
    return (
        finding["kind"] == kind
        and len(found) == len(positions)
        and all(any(_holds(evidence, wanted) for evidence in found) for wanted in positions)
    )


def _holds(evidence: dict[str, str], wanted: dict[str, str]) -> bool:
    return all(evidence.get(document, "").startswith(words) for document, words in wanted.items())
