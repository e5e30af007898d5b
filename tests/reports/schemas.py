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
    return Draft202012Validator(_of(f"schema:{kind}").contents, registry=Registry(retrieve=_of))


def _of(uri: str) -> Resource[Any]:
    """The schema of a type; one that is not used here may be anything."""
    file = SCHEMAS / "schemaorg" / f"{uri.removeprefix('schema:')}.schema.json"
    anything = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return Resource.from_contents(json.loads(file.read_text("utf-8")) if file.exists() else anything)


@cache
def _properties(kind: str) -> frozenset[str]:
    """The properties of a type and of those above it."""
    schema = json.loads((SCHEMAS / "schemaorg" / f"{kind}.schema.json").read_text("utf-8"))
    above = (_properties(part["$ref"].removeprefix("schema:")) for part in schema.get("allOf", ()))
    return frozenset(schema.get("properties", ())).union(*above)
