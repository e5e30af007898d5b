"""An answer: what a claim says to a question, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reconcile.claims.model import BoundValue, FacetValue, Mention
from reconcile.facets.place import Place
from reconcile.lexicon import lexicon
from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose an attribute is: named ("Lind's"), described ("the new ferry's"), or left open, where both are absent."""

    mention: Mention | None = None
    noun: str = ""
    modifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a claim says to a question. `bound`: the figure or the date as it stands in the claim; None of a place."""

    question: str
    value: FacetValue | Place
    span: Span  # in the document
    bearer: Bearer = Bearer()
    bound: BoundValue | None = None

    @property
    def is_shared(self) -> bool:
        """Whether it is of the story's own occasion, so that nobody need be shown to be its bearer."""
        return "of" not in asked(self.question)

    @property
    def may_be_anyones(self) -> bool:
        """Whether a story has mostly one bearer of such a thing, so that one left open is that one."""
        return asked(self.question).get("of") == "any"

    @property
    def is_told_alike(self) -> bool:
        """Whether accounts answer it of one thing only where they tell the like of it."""
        return bool(asked(self.question).get("told alike"))

    @property
    def is_opinion(self) -> bool:
        """Whether it is what somebody thinks: two who think otherwise may both be quoted rightly."""
        return bool(asked(self.question).get("opinion"))


def asked(question: str) -> dict[str, Any]:
    """What the lexicon says of a question; of "rank: producer" it is that of "rank"."""
    entry: dict[str, Any] = lexicon("questions")["questions"][question.partition(":")[0]]
    return entry
