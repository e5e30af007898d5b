"""A single-valued thing that a sentence says of its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reconcile.findings import Kind
from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Trait:
    """What is said, and where. `slot` tells which traits compare: birth, nationality, "direct by"."""

    slot: str
    kind: Kind
    span: Span  # in the document
    value: Any  # a facet value; of a nationality the country's code
    normal: str
