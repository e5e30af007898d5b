"""How matching grows: its seconds and bytes by the number of claims, against the bare index on the same vectors."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np

from benchmarks.chart import Curve, chart
from benchmarks.corpus import ROOT, sentences
from benchmarks.figures import Figure, python
from reconcile.matching.encoder import SentenceEncoder

_WIDTH = 384
_SIZES = (20_000, 100_000, 1_000_000)
_QUICK = (2_000, 20_000)
_EXACT_UP_TO = 100_000  # rows; all pairs of a million take hours
_CHART = ROOT / "docs/growth.svg"


def growth(quick: bool) -> Iterator[Figure]:
    """Matching ÷ the bare index, and the memory that a claim takes, at each size; draws the curve."""
    sizes = _QUICK if quick else _SIZES
    points = {(what, n): measured(what, n) for n in sizes for what in ("proposals", "index")}
    exact = {n: measured("exact-proposals", n) for n in sizes if n <= _EXACT_UP_TO}
    for n in sizes:
        whole, bare = points["proposals", n], points["index", n]
        parts = {"matching": f"{whole['seconds']:.1f} s", "index": f"{bare['seconds']:.1f} s"}
        parts |= {"exact": f"{exact[n]['seconds']:.1f} s"} if n in exact else {}
        least = operations(n) / speed() / bare["seconds"]
        yield Figure(
            f"matching {n:,} claims ÷ the bare index",
            whole["seconds"] / bare["seconds"],
            1.5,
            parts | {"pairs": f"{whole['pairs']:,.0f}"},
            least,
            "products of the search",
        )
    last = points["proposals", sizes[-1]]
    yield Figure(
        f"kB a claim at {sizes[-1]:,}",
        last["bytes"] / sizes[-1] / 1000,
        2.5,
        {"peak": f"{last['bytes'] / 1e9:.2f} GB"},
        4 * _WIDTH / 1000,
        "the vector",
    )
    drawn = {n: points["proposals", n] for n in sizes}
    curves = [
        Curve("index", [(n, p["seconds"]) for n, p in drawn.items()], [p["bytes"] for p in drawn.values()]),
        Curve("exact", [(n, p["seconds"]) for n, p in exact.items()], [p["bytes"] for p in exact.values()]),
    ]
    if not quick:
        _CHART.parent.mkdir(exist_ok=True)
        _CHART.write_text(chart(curves), encoding="utf-8")


def measured(what: str, rows: int) -> dict[str, float]:
    """What `benchmarks.matching` prints, in a process of its own."""
    command = python("-m", "benchmarks.matching", what, str(rows), str(real_vectors()))
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def operations(rows: int, cells_by_root: int = 4, looks: int = 12) -> float:
    """Additions and multiplications of sorting rows into cells and searching those that each looks into."""
    cells: float = cells_by_root * rows**0.5
    return 2.0 * _WIDTH * (rows * cells + looks * rows * rows / cells)


@cache
def speed() -> float:
    """Operations a second of this machine's products of matrices."""
    a, b = (np.ones((2048, _WIDTH), dtype=np.float32) for _ in range(2))
    took: list[float] = []
    for _ in range(6):
        start = time.perf_counter()
        a @ b.T
        took.append(time.perf_counter() - start)
    return float(2 * len(a) * len(b) * _WIDTH / min(took))


@cache
def real_vectors() -> Path:
    """A file with the vectors of the repository's sentences."""
    file = Path(mkdtemp(prefix="reconcile-bench-")) / "real.npy"
    np.save(file, SentenceEncoder().encode(sentences()))
    return file
