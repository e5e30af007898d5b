"""The JSON Schema of rule packs, by which an editor completes and checks them."""

from __future__ import annotations

from typing import Any

from reconcile.rules.validation.model import Pack


def pack_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a pack, with a description of every key."""
    schema = Pack.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "reconcile-rules/1",
        **schema,
        "title": "Reconcile rule pack",
    }
