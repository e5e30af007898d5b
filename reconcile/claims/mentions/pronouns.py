"""Pronouns: he and she are someone named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reconcile.claims.mentions.vocabulary import words
from reconcile.claims.model import EntityKind, Mention
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 400  # characters before the sentence, about two sentences


def pronouns(doc: Doc, named: Sequence[Mention]) -> Iterator[Mention]:
    """He and she are the nearest person before them who is a subject, else the nearest person, two sentences back."""
    persons = [m for m in named if m.kind is EntityKind.PERSON]
    subjects = [m for m in persons if _is_subject(doc, m)]
    for token in doc:
        if token.lower_ not in words("personal_pronouns"):
            continue
        owner = _last_before(token, subjects) or _last_before(token, persons)
        if owner:
            yield replace(owner, span=Span(token.idx, token.idx + len(token.text)), pronoun=True)


def _last_before(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    at = bisect_left(mentions, token.idx, key=lambda m: m.span.start)
    last = mentions[at - 1] if at else None
    return last if last and last.span.start >= token.sent.start_char - _REACH else None


def _is_subject(doc: Doc, mention: Mention) -> bool:
    tokens = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}
