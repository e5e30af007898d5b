"""What a desk holds to be true, as documents of their own: each fact one sentence, cited as `pack.yaml#id`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from reconcile.documents.model import Document, DocumentRole
from reconcile.rules.packs import Fact, Place


def references(facts: Iterable[Fact]) -> list[Document]:
    """One reference document a fact; no publication date, so that a fact says its dates in full."""
    return [
        Document(id=cited(fact.place, fact.id), text=fact.claim, role=DocumentRole.REFERENCE)
        for fact in facts
    ]


def cited(place: Place, what: str) -> str:
    """How a report cites what stands in a pack: `desk.yaml#treaty-signed`."""
    return f"{PurePath(place.file).name}#{what}"
