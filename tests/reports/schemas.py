"""The schemas of formats that others have defined; `tests/assets/schemas/README.md` says where each is from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

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
