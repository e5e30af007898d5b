"""The default model's vectors: of the same tokens as the original's, and whatever texts are beside, to the last bit."""

from __future__ import annotations

import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.matching.encoder.model import readable
from reconcile.matching.encoder.onnx_model import OnnxModel
from reconcile.matching.encoder.torch_model import TorchModel

ODD = [
    "",
    " \n\t ",
    "[SEP] [MASK] ##ing [PAD]",
    "Ünïcödé naïve cafe\u0301 İstanbul",
    "Привет, 北京 and العربية",
    "👩‍👩‍👧 zero\u200bwidth\u200d joiners",
    "\x00 control\x07 \ufffd \u2028 characters",
    "a lone \ud800 surrogate",
    "“quotes” — $12.3bn–€4m ﬁ Ⅷ",
    "x" * 300,
    "one word after another " * 200,
]


@pytest.mark.parametrize("text", ODD)
def test_the_tokens_are_those_of_sentence_transformers(
    text: str, exported: OnnxModel, original: TorchModel
) -> None:
    theirs = original.model.tokenize([readable(text)])["input_ids"][0].tolist()
    assert exported.tokenizer.encode(readable(text)).ids == theirs
    assert np.abs(exported.encode([text]) - original.encode([text])).max() < 1e-5


def test_what_stands_after_the_last_token_that_is_read_is_no_matter(exported: OnnxModel) -> None:
    long = "again " * 254
    vectors = exported.encode([long, long + "and then the bridge fell", "again " * 253])
    assert (vectors[0] == vectors[1]).all() and (vectors[0] != vectors[2]).any()


words = st.lists(st.sampled_from(["the", "bridge", "fell", "on", "4", "Prigozhin", "reopened"]), max_size=40)
texts = st.lists(words.map(" ".join) | st.sampled_from(ODD), min_size=1, max_size=40)


@settings(max_examples=30)
@given(texts=texts, data=st.data())
def test_a_vector_depends_on_its_text_alone(
    texts: list[str], data: st.DataObject, exported: OnnxModel
) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    vectors = exported.encode(texts)
    assert (exported.encode([texts[n] for n in order]) == vectors[order]).all()
    one = data.draw(st.sampled_from(order))
    assert (exported.encode([texts[one]])[0] == vectors[one]).all()


def test_every_paragraph_alone_has_the_vector_it_has_among_all(
    exported: OnnxModel, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    together = exported.encode(sentences)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert (exported.encode(sentences) == together).all()
    assert (np.concatenate([exported.encode([text]) for text in sentences]) == together).all()
