"""Reconcile: where do texts about the same events disagree?

from reconcile import Checker, Document, compare
report = Checker().check([Document(id="a", text="…"), Document(id="b", text="…")])
compare("date", "last August", "2024", a_published=date(2024, 6, 5)).agreement
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.agreement import Agreement, Comparison
    from reconcile.documents.model import Document, DocumentRole
    from reconcile.errors import ReconcileError
    from reconcile.facets.registry import compare
    from reconcile.findings import Evidence, Finding, Kind, Position, Relation, Severity
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

_ROOMS = {  # imported on first use: the command must answer before they are
    "agreement": ("Agreement", "Comparison"),
    "documents.model": ("Document", "DocumentRole"),
    "errors": ("ReconcileError",),
    "facets.registry": ("compare",),
    "findings": ("Evidence", "Finding", "Kind", "Position", "Relation", "Severity"),
    "pipeline": ("Checker",),
}


def __getattr__(name: str) -> Any:
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"reconcile.{room}"), name)
    raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
