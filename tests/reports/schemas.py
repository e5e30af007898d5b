"""The published schemas that formats are held to."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import xmlschema
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = Path(__file__).parents[1] / "assets" / "schemas"


@cache
def junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


def breaches_of_schema_org(node: Any) -> list[str]:
    """What in a JSON-LD node, and in the nodes that it holds, schema.org's vocabulary does not allow."""
    if isinstance(node, list):
        return [breach for part in node for breach in breaches_of_schema_org(part)]
    if not isinstance(node, dict):
        return []
    within = breaches_of_schema_org(list(node.values()))
    if "@graph" in node:
        return within
    kind = node["@type"]
    told = [f"{kind}: {error.message}" for error in _validator(kind).iter_errors(node)]
    unknown = [f"{kind} has no {name}" for name in node.keys() - _properties(kind)]
    return [*within, *told, *unknown]


@cache
def _validator(kind: str) -> Draft202012Validator:
    registry = _vocabulary()
    return Draft202012Validator(registry.contents(f"schema:{kind}"), registry=registry)


@cache
def _vocabulary() -> Registry[Any]:
    """The types that are used here; one that is not may be anything."""
    files = sorted((SCHEMAS / "schemaorg").glob("*.schema.json"))
    schemas = [json.loads(file.read_text("utf-8")) for file in files]
    anything = Resource.from_contents({"$schema": schemas[0]["$schema"]})
    known: Registry[Any] = Registry(retrieve=lambda uri: anything)
    return (Resource.from_contents(schema) for schema in schemas) @ known


@cache
def _properties(kind: str) -> frozenset[str]:
    """The properties of a type and of those above it."""
    schema = json.loads((SCHEMAS / "schemaorg" / f"{kind}.schema.json").read_text("utf-8"))
    above = (_properties(part["$ref"].removeprefix("schema:")) for part in schema.get("allOf", ()))
    return frozenset(schema.get("properties", ())).union(*above)
