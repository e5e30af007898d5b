"""Coverage: of each detail that a fact-checker would check, whether another document supports it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.findings import Kind
from reconcile.text import Span


class Standing(StrEnum):
    """What became of a detail or a claim.

    `agrees`: another document supports it. `disagrees`: it stands in a conflict. `alone`: it is found nowhere else.
    """

    AGREES = "agrees"
    DISAGREES = "disagrees"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Passage:
    """Where another document has the same."""

    document: str
    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Detail:
    """A name, a date, a figure or a quotation that a document states.

    A name counts once a document, where it stands in full; a date or a figure wherever it is stated. What stands
    inside a quotation is part of it. `key`, `subject` and `slot` say what it is of, as a finding does.
    """

    document: str
    kind: Kind  # name, date, number or quote-wording
    span: Span
    sentence: Span
    words: str  # as the text has them
    value: str  # normalised
    key: str
    subject: str
    slot: str
    standing: Standing = Standing.ALONE
    support: tuple[Passage, ...] = ()  # one a document, in order of their ids


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """What became of a claim that has details. The spans of claims may nest."""

    document: str
    span: Span
    sentence: Span
    standing: Standing


@dataclass(frozen=True, slots=True)
class Tally:
    """How many details there are, and how they stand."""

    checkable: int
    supported: int
    conflicting: int
    alone: int

    @property
    def share(self) -> float | None:
        """Per cent of the details that are supported; None where there is nothing to check."""
        return 100 * self.supported / self.checkable if self.checkable else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the details and claims of the checked documents stand, in the order of the texts.

    `documents` are the ids of those whose details were looked for, also where they have none.
    """

    documents: tuple[str, ...]
    details: tuple[Detail, ...]
    claims: tuple[ClaimStanding, ...]

    @property
    def total(self) -> Tally:
        return _tally(self.details)

    def of(self, document: str) -> Tally:
        """The tally of one document."""
        return _tally(tuple(d for d in self.details if d.document == document))


def _tally(details: tuple[Detail, ...]) -> Tally:
    found = [detail.standing for detail in details]
    return Tally(len(found), *(found.count(s) for s in (Standing.AGREES, Standing.DISAGREES, Standing.ALONE)))
