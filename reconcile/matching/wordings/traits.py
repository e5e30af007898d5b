"""A thing that a sentence says of its subject, and can hardly be another one at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reconcile.findings import Kind
from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Trait:
    """What is said, and where. `slot` tells which traits compare: birth, nationality, "direct by".

    `several`: there may be more such than the sentence names, so that another one is no contradiction unless `whole`:
    the sentence names them all in a list, or `only` this one.
    """

    slot: str
    kind: Kind
    span: Span  # in the document
    value: Any  # a facet value; of a nationality the country's code
    normal: str
    several: bool = False
    whole: bool = False
    only: bool = False
