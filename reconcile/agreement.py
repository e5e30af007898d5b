"""What comparing two facet values gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Agreement(StrEnum):
    """How two values of one facet stand to each other.

    `unknown` is the answer wherever evidence is missing; it is never taken for agreement.
    """

    AGREE = "agree"
    VARIANT = "variant"
    DIFFER = "differ"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Comparison:
    """An agreement, and one sentence that a fact-checker can read."""

    agreement: Agreement
    detail: str
