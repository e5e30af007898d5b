"""Subjects: what a rule looks at, with the values that its sources hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reconcile.agreement import Comparison
from reconcile.findings import Kind, Over, Severity
from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Holding:
    """One value that a document holds, at one place."""

    document: str
    span: Span  # the words of the value
    sentence: Span
    value: Any  # a facet value of the subject's kind
    normal: str  # the value as a report shows it
    reckoning: str = ""  # how a relative value was worked out

    @property
    def place(self) -> tuple[str, Span]:
        return (self.document, self.span)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two holdings that were compared (indices into the subject's holdings), and what came of it."""

    a: int
    b: int
    comparison: Comparison
    confidence: float  # that the two speak of the same thing, 0 to 1
    why: str  # what they share
    loudest: Severity = Severity.ERROR  # what differs in accents alone is never more than info


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that several claims speak of, one slot of it, and what each of them holds for that slot.

    `key` is stable between runs: it is made of the entity's name and the event's words, not of numbers or positions.
    """

    over: Over
    kind: Kind
    key: str
    label: str
    slot: str
    holdings: tuple[Holding, ...]
    pairs: tuple[Pair, ...]
