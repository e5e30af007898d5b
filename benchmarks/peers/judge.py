"""Pairs a second of a cross-encoder of MiniLM's shape, with random weights: `judge.py PAIRS`."""

import sys
import time

import torch
from transformers import BertConfig, BertForSequenceClassification

_BATCH, _TOKENS = 32, 50

pairs = int(sys.argv[1])
shape = BertConfig(
    num_hidden_layers=6, hidden_size=384, num_attention_heads=12, intermediate_size=1536, num_labels=3
)
model = BertForSequenceClassification(shape).eval()
batch = torch.randint(1000, shape.vocab_size, (_BATCH, _TOKENS))
with torch.inference_mode():
    model(batch)
    start = time.perf_counter()
    for _ in range(pairs // _BATCH):
        model(batch)
sys.stdout.write(f"{pairs // _BATCH * _BATCH / (time.perf_counter() - start)}\n")
