"""Seconds of building and asking faiss' inverted file with 8-bit codes, cells and looks as ours: `index.py VECTORS`."""

import sys
import time

import faiss
import numpy as np

_NEAR, _CELLS, _LOOKS, _AT_ONCE = 0.5, 4, 12, 16384

vectors = np.load(sys.argv[1])
start = time.perf_counter()
cells = int(_CELLS * len(vectors) ** 0.5)
index = faiss.index_factory(vectors.shape[1], f"IVF{cells},SQ8", faiss.METRIC_INNER_PRODUCT)
index.cp.niter = 6
index.train(vectors[:: max(1, len(vectors) // (40 * cells))])
index.add(vectors)
index.nprobe = _LOOKS
for first in range(0, len(vectors), _AT_ONCE):
    index.range_search(vectors[first : first + _AT_ONCE], _NEAR)
sys.stdout.write(f"{time.perf_counter() - start}\n")
