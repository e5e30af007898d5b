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
