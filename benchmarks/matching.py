"""One measurement of matching in a process of its own: `python -m benchmarks.matching WHAT ROWS VECTORS`.

WHAT is `proposals` (the index, the keys and the cosines), `index` (the bare index, built and asked), `exact` (all pairs
by products) or `exact-proposals`. VECTORS is a file with those of real sentences. Prints seconds and bytes as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.corpus import entries, vectors
from reconcile.matching.candidates import proposals
from reconcile.matching.nearness import near
from reconcile.matching.postings import Postings

NEAR = 0.5


def peak(key: str = "VmHWM") -> int:
    """The most memory that this process has held, in bytes."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(key))


def main(what: str, rows: int, real: str) -> dict[str, float]:
    sentences = np.load(real)
    before = peak("VmRSS")
    rows_of_vectors = vectors(sentences, rows)
    claims, keys = entries(rows)
    start = time.perf_counter()
    if what in {"index", "exact"}:
        found = len(near(rows_of_vectors, NEAR, approximately=what == "index"))
    else:
        told = Postings(claims, keys, rows)
        parts = proposals(rows_of_vectors, told, NEAR, approximately=what == "proposals")
        found = sum(len(pairs) for pairs, _ in parts)
    return {"seconds": time.perf_counter() - start, "bytes": peak() - before, "pairs": found}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], int(sys.argv[2]), sys.argv[3])))
