"""Confidential sources: known to a run by an alias alone, from its first step to the last line of its report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from reconcile.documents.model import Document

NAME = "a confidential source"
_DIGITS = 6  # of the alias: they tell sources apart, and prove nothing of a text that somebody guesses


def aliased(documents: Iterable[Document]) -> list[Document]:
    """The documents in their order, the confidential ones under an alias, without path.

    An alias is made of the text: it stays the same whatever else takes part, and wherever the file lies.
    """
    known: list[Document] = []
    met: dict[str, int] = {}
    for document in documents:
        if document.confidential:
            alias = _alias(document)
            met[alias] = number = met.get(alias, 0) + 1
            document = replace(document, id=alias if number == 1 else f"{alias}-{number}", path=None)
        known.append(document)
    return known


def _alias(document: Document) -> str:
    digest = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"confidential-{digest[:_DIGITS]}"


def named(document: Document) -> str:
    """What a message may call a document: its path, or its id; nothing at all of a confidential one."""
    return NAME if document.confidential else document.path or document.id
