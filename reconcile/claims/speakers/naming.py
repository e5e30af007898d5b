"""The noun phrases of an article, and the words of them that name a speaker."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reconcile.facets.place import gazetteer
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_NAME = 7  # tokens
_HYPHENS = {"-", "‐", "–"}
_NO_NAMES = {"DATE", "TIME", "CARDINAL", "ORDINAL"}


@cache
def words(section: str) -> frozenset[str]:
    """A word list of the lexicon of speech."""
    return frozenset(lexicon("speech")[section])


def span_of(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last.text))


class Phrases:
    """The noun phrases of an article, by the tokens in them. Tokens are known by their heads."""

    def __init__(self, doc: Doc) -> None:
        self._heads: dict[int, Token] = {}
        self._starts: dict[int, Token] = {}
        for chunk in doc.noun_chunks:
            self._starts[chunk.root.i] = chunk[0]
            self._heads |= {token.i: chunk.root for token in chunk}

    def at(self, number: int) -> Token | None:
        """The head of the phrase that a token, given by its number, stands in."""
        return self._heads.get(number)

    def after(self, token: Token) -> Token | None:
        """The head of the phrase that begins after a token, with at most one word in between."""
        return next((h for i in (token.i + 1, token.i + 2) if (h := self._heads.get(i)) is not None), None)

    def named(self, head: Token) -> Span:
        """How a phrase names someone: by its name alone if it has one, else up to its head."""
        if head.pos_ == "PRON":
            return span_of(head, head)
        name = _apposition(head) if _is_described(head) else None
        if name is None and _is_name(head):
            name = head
        if name is not None:
            return span_of(*_run(name))
        first = self._starts.get(head.i, head.left_edge)
        while first.i < head.i and (first.tag_ in {"WP", "WDT"} or first.is_punct or first.is_space):
            first = first.nbor()
        return span_of(first, head)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and not token.text[:1].islower()


def _is_described(head: Token) -> bool:
    """Whether a phrase tells what someone is, and no name: "the head", "The President"."""
    return not _is_name(head) or any(child.dep_ == "det" for child in head.lefts)


def _apposition(head: Token) -> Token | None:
    """The name that explains a description: "her coach, Ana Reyes".

    Of "the head of the museum, Ana Reyes" the parser may take it to explain the museum.
    """
    owners = [grandchild for child in head.rights if child.lower_ == "of" for grandchild in child.rights]
    for noun in (head, *owners):
        for child in noun.rights:
            if child.dep_ in {"appos", "flat"} and _is_name(child) and _names_someone(child, noun is head):
                return child
    return None


def _names_someone(name: Token, beside: bool) -> bool:
    """Whether a name set beside a description may be a person's or a body's, and not where something lies."""
    first, last = _run(name)
    if name.ent_type_ in {"GPE", "NORP"}:
        return first.i < last.i and not gazetteer().is_known_name(span_of(first, last).of(name.doc.text))
    return beside or name.ent_type_ == "PERSON"


def _run(head: Token) -> tuple[Token, Token]:
    """The run of name words around a head, without a person's nationality and titles before it."""
    first = last = head
    while last.i + 1 < len(head.doc) and last.i - head.i < _LONGEST_NAME and _goes_on(last.nbor(), last):
        last = last.nbor()
    while first.i > 0 and head.i - first.i < _LONGEST_NAME and _goes_on(first.nbor(-1), first):
        first = first.nbor(-1)
    while first.i < head.i and first.pos_ != "PROPN":
        first = first.nbor()
    while last.i > head.i and last.pos_ != "PROPN":
        last = last.nbor(-1)
    return (first, last) if _names_a_body(first, last) else (_without_titles(first, last), last)


def _goes_on(token: Token, neighbour: Token) -> bool:
    """Whether a name goes on from a neighbour to a token."""
    if (token if token.i > neighbour.i else neighbour).is_sent_start or token.ent_type_ in _NO_NAMES:
        return False
    joint = token.lower_ in words("name_joints") or (token.text in _HYPHENS and not token.whitespace_)
    return token.pos_ == "PROPN" or joint


def _names_a_body(first: Token, last: Token) -> bool:
    addressed = first.lower_.rstrip(".") in words("male") | words("female")
    return not addressed and (last.ent_type_ == "ORG" or last.lower_ in words("bodies"))


def _without_titles(first: Token, last: Token) -> Token:
    start = first
    for token in first.doc[first.i : last.i]:
        if is_title(token) or (token.i == start.i and _is_demonym(token.text)):
            start = token.nbor()
    return start


def is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in words("honorifics")


def _is_demonym(word: str) -> bool:
    return gazetteer().country_of(word) is not None and not gazetteer().is_country(word)
