"""The schemas of formats that others have defined; `tests/assets/schemas/README.md` says where each is from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import xmlschema
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from referencing import Registry, Resource

SCHEMAS = Path(__file__).parents[1] / "assets" / "schemas"


def valid(content: str, schema: str) -> Any:
    """What the JSON says, in UTF-8 and right by the schema of that name. Raises ValidationError."""
    said = json.loads(content.encode("utf-8"))
    _validator(schema).validate(said)
    return said


@cache
def _validator(schema: str) -> Validator:
    read = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    kind = validator_for(read)
    kind.check_schema(read)
    return kind(read)


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
    told = [f"{kind}: {error.message}" for error in _of_type(kind).iter_errors(node)]
    unknown = [f"{kind} has no {name}" for name in node.keys() - _properties(kind)]
    return [*within, *told, *unknown]


@cache
def _of_type(kind: str) -> Draft202012Validator:
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
