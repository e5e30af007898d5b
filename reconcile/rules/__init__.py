"""Rule packs: what is compared, how loud it is, and what a desk knows. Written in YAML, by people.

`packs` is what a run works with; `validation`, imported where a pack is new, says which packs are sound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reconcile.rules.loading import load_packs, shipped_packs
from reconcile.rules.packs import (
    Compare,
    DatedText,
    Fact,
    Holder,
    HouseName,
    Office,
    Packs,
    Place,
    Rule,
    RuleTest,
    Tolerance,
)

if TYPE_CHECKING:
    from reconcile.rules.validation.schema import pack_schema

__all__ = [
    "Compare",
    "DatedText",
    "Fact",
    "Holder",
    "HouseName",
    "Office",
    "Packs",
    "Place",
    "Rule",
    "RuleTest",
    "Tolerance",
    "load_packs",
    "pack_schema",
    "shipped_packs",
]


def __getattr__(name: str) -> Any:
    if name == "pack_schema":  # imported on first use, for it brings the models
        from reconcile.rules.validation.schema import pack_schema

        return pack_schema
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
