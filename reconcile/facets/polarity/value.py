"""What a clause says of its predicate: that it is so, that it is not, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reconcile.text import Span


class Modality(StrEnum):
    """How far a clause vouches for what it says."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"  # may, reportedly
    PLANNED = "planned"  # will, plans to
    CONDITIONAL = "conditional"  # if, would
    QUESTION = "question"  # whether, ?
    UNSAID = "unsaid"  # "did not say if"


@dataclass(frozen=True, slots=True)
class Polarity:
    """Whether a clause asserts its predicate. `predicate` is a lemma, empty where the text shows none."""

    span: Span
    words: str  # the cue words, or the predicate where there is no cue
    negated: bool
    modality: Modality
    predicate: str

    @property
    def normal(self) -> str:
        """`not open`, or `open (planned)`."""
        said = " ".join(part for part in ("not" if self.negated else "", self.predicate) if part) or "so"
        return said if self.modality is Modality.ASSERTED else f"{said} ({self.modality})"
