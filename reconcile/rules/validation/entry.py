"""What every entry of a pack shares: strict types, and mistakes told all together."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import InitErrorDetails

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _as_day(value: object) -> object:
    """A day in quotes is a day too; anything else is left for the strict type to refuse."""
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else value


Day = Annotated[date, BeforeValidator(_as_day)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Words = Annotated[str, Field(min_length=1, pattern=r"\S")]


def both_told(written: Any, read: ValidatorFunctionWrapHandler, wrong: str | None) -> Any:
    """What `read` makes of what is written; what is `wrong` with the whole is told beside what is wrong in it."""
    try:
        made = read(written)
    except ValidationError as error:
        if wrong is None:
            raise
        details = [_detail(detail) for detail in error.errors(include_url=False)]
        whole = InitErrorDetails(type="value_error", input=written, ctx={"error": ValueError(wrong)})
        raise ValidationError.from_exception_data(error.title, [*details, whole]) from None
    if wrong is not None:
        raise ValueError(wrong)
    return made


def _detail(detail: Any) -> InitErrorDetails:
    return InitErrorDetails(
        type=detail["type"], loc=detail["loc"], input=detail["input"], ctx=detail.get("ctx", {})
    )


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)
