"""One parse whose text is the document's, character for character, with what is not article left out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from spacy.tokens import Doc
from threadpoolctl import threadpool_info, threadpool_limits

from reconcile import Document
from reconcile.claims import parsing
from reconcile.claims.parsing import language_model, parse
from reconcile.documents.article import study
from reconcile.documents.model import Article
from reconcile.text import Span
from tests.conftest import Reader

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = "Share this\n\nThe ferry left Batumi.\nIt sank at dawn.\n\nRead more\n\n😀 Divers found it."


def article(*body: Span) -> Article:
    return Article(Document(id="a", text=TEXT), body, None, None, None, "", "en", None)


def parsed(one: Article) -> Doc:
    [doc] = parse([one])
    return doc


def paragraph(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_offsets_are_the_documents_and_furniture_is_blank() -> None:
    body = (paragraph("The ferry left Batumi.\nIt sank at dawn."), paragraph("😀 Divers found it."))
    doc = parsed(article(*body))
    assert len(doc.text) == len(TEXT)
    assert all(TEXT[t.idx : t.idx + len(t.text)] == t.text for t in doc if not t.is_space)
    assert {t.text for t in doc}.isdisjoint({"Share", "Read", "more"})
    assert "Divers" in {t.text for t in doc}


def test_a_line_break_inside_a_paragraph_is_a_space_and_no_sentence_crosses_paragraphs() -> None:
    one, two = paragraph("The ferry left Batumi"), paragraph("Divers found it")
    sentences = [s.text.strip() for s in parsed(article(one, two)).sents]
    assert [s for s in sentences if s] == ["The ferry left Batumi", "Divers found it"]
    assert "\n" not in parsed(article(paragraph("The ferry left Batumi.\nIt sank at dawn."))).text


def test_a_paragraph_is_parsed_the_same_whatever_stands_before_it() -> None:
    def tags(text: str) -> list[tuple[str, str]]:
        doc = parsed(study(Document(id="a", text=text)))
        return [(t.text, t.dep_) for t in doc if not t.is_space][-6:]

    last = "The ferry left the port of Batumi at dawn."
    assert tags(last) == tags(f"Nobody was warned of the storm, which came from the west.\n\n{last}")


def test_articles_that_are_parsed_together_are_parsed_as_each_alone() -> None:
    """Those without a body among them."""

    def told(doc: Doc) -> list[tuple[str, int, str, str]]:
        return [(t.text, t.head.i, t.dep_, t.ent_type_) for t in doc]

    some = [study(Document(id="a", text=file.read_text("utf-8"))) for file in SEEDS[:3]]
    some.insert(1, article())
    assert [told(doc) for doc in parse(some)] == [told(parsed(one)) for one in some]


def test_nothing_to_read_gives_an_empty_parse() -> None:
    assert len(parsed(article())) == 0


def test_no_sentence_ends_within_brackets() -> None:
    """The parser takes the marks of a pronunciation for full stops; a bracket left open changes nothing."""
    told = "Tirol ([tiˈʁoːl] [tiˈrɔlo]; Hoozdo Hahoodzo [xòːtsò]) is a state of Austria. It has lakes."
    assert [str(s).strip() for s in parsed(study(Document(id="a", text=told))).sents][-1] == "It has lakes."
    assert len(list(parsed(study(Document(id="a", text=told))).sents)) == 2
    assert (
        len(
            list(parsed(study(Document(id="a", text="He left (in May. She stayed. They met in June."))).sents)
        )
        > 1
    )


def test_what_runs_on_without_an_end_is_read_in_parts(read: Reader) -> None:
    verbs = " and ".join(["ran", "sang", "left", "came"] * 300)
    assert len({claim.sentence for claim in read(f"She {verbs} in Lima.").claims}) > 5


HIDES = """
import sys
from reconcile.claims.parsing import be_alone, language_model
be_alone()
assert [t.text for t in language_model()("Rain fell.")] == ["Rain", "fell", "."]
assert "torch" not in sys.modules
import torch
assert torch.ones(1).sum() == 1
"""


def test_a_process_of_our_own_parses_without_torch_and_can_import_it_later() -> None:
    subprocess.run([sys.executable, "-c", HIDES], check=True)


def test_a_process_that_is_shared_lets_spacy_know_of_torch() -> None:
    shared = HIDES.replace("be_alone()\n", "").replace("not in sys", "in sys")
    subprocess.run([sys.executable, "-c", shared], check=True)


def test_the_large_layers_multiply_on_numpys_blas() -> None:
    """As spaCy loads them, they take blis: the same parse in half as long again."""
    models = [getattr(component, "model", None) for _, component in language_model().pipeline]
    large = [layer for model in models if model for layer in model.walk() if layer.name == "maxout"]
    assert len(large) >= 8 and not any(layer.ops.use_blis for layer in large)


def test_a_parse_takes_one_thread_and_gives_the_others_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def blas_threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    meanwhile: list[int] = []

    def chunks(_: Article) -> Iterator[str]:
        meanwhile.extend(blas_threads())
        yield "Rain fell."

    monkeypatch.setattr(parsing, "_chunks", chunks)
    with threadpool_limits(2, "blas"):
        parsed(article(paragraph("It sank at dawn.")))
        assert set(meanwhile) == {1} and set(blas_threads()) == {2}


def test_letters_written_with_their_accents_apart_are_read_as_one(read: Reader) -> None:
    composed = "Simón Arrieta freed the mines of Potosí in 1825."
    apart = normalize("NFD", composed)
    [one], [other] = read(composed).claims, read(apart).claims
    assert [p.head for p in other.participants] == [normalize("NFD", p.head) for p in one.participants]
    assert [m.span.of(apart) for m in other.mentions] == [
        normalize("NFD", m.span.of(composed)) for m in one.mentions
    ]
    assert [m.kind for m in other.mentions] == [m.kind for m in one.mentions]
