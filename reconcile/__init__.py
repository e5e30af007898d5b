"""Reconcile: where do texts about the same events disagree?

from reconcile import Checker, Document, compare
report = Checker().check([Document(id="a", text="…"), Document(id="b", text="…")])
compare("date", "last August", "2024", a_published=date(2024, 6, 5)).agreement
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reconcile.agreement import Agreement, Comparison
from reconcile.documents.model import Document, DocumentRole
from reconcile.errors import ReconcileError
from reconcile.findings import Evidence, Finding, Kind, Position, Relation, Severity

if TYPE_CHECKING:
    from reconcile.facets.registry import compare
    from reconcile.pipeline import Checker

__all__ = [
    "Agreement",
    "Checker",
    "Comparison",
    "Document",
    "DocumentRole",
    "Evidence",
    "Finding",
    "Kind",
    "Position",
    "ReconcileError",
    "Relation",
    "Severity",
    "compare",
]


_LAZY = {
    "Checker": "reconcile.pipeline",
    "compare": "reconcile.facets.registry",
}  # they bring numpy and the readers


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
