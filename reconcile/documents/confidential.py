"""Confidential sources: known to a run by an alias alone, from its first step to the last line of its report."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import count

from reconcile.documents.model import Document

NAME = "a confidential source"
_DIGITS = 6  # of the alias: they tell sources apart, and prove nothing of a text that somebody guesses


def aliased(documents: Iterable[Document]) -> list[Document]:
    """The documents in their order, the confidential ones under an alias, without path.

    An alias is made of the text: it stays the same whatever else takes part, and wherever the file lies; but where
    another document bears it, a number is added.
    """
    given = list(documents)
    taken = {document.id for document in given if not document.confidential}
    known: list[Document] = []
    for document in given:
        if document.confidential:
            document = replace(document, id=_free(_alias(document), taken), path=None)
            taken.add(document.id)
        known.append(document)
    return known


def _free(alias: str, taken: Collection[str]) -> str:
    """The alias, or the first one after it that nobody bears."""
    return next(name for n in count(1) if (name := alias if n == 1 else f"{alias}-{n}") not in taken)


def _alias(document: Document) -> str:
    digest = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"confidential-{digest[:_DIGITS]}"


def named(document: Document) -> str:
    """What a message may call a document: its path, or its id; nothing at all of a confidential one."""
    return NAME if document.confidential else document.path or document.id
