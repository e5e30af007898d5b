"""Values of the words of a command line, made without pydantic, which typer would bring for them at every start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from inspect import isclass
from pathlib import Path
from typing import Any, get_args, get_origin


def plainly(parameters: Iterable[Any]) -> list[Any]:
    """Let parameters of typer's make texts, paths and choices by themselves; what else there is, typer makes."""
    parameters = list(parameters)
    for parameter in parameters:
        described = getattr(parameter, "type_descriptor", None)
        if described is not None and "get_runtime_param" not in vars(parameter):
            plain = _Plain(described.annotation, parameter.get_runtime_param)
            parameter.get_runtime_param = plain.itself
    return parameters


@dataclass(frozen=True, slots=True)
class _Plain:
    """Stands before typer's own maker of a value, which also says what is wrong with one."""

    kind: Any
    typers: Callable[[], Any]

    def itself(self) -> _Plain:
        return self

    def coerce(self, words: Any, param: Any, ctx: Any) -> Any:
        try:
            return _made(self.kind, words)
        except ValueError:
            return self.typers().coerce(words, param=param, ctx=ctx)


def _made(kind: Any, words: Any) -> Any:
    """Raises ValueError where words make no such value, or where that takes more than to call its type."""
    if words is None:
        return None
    if get_origin(kind) is list:
        return [_made(item, word) for item in get_args(kind) for word in words]
    if kind in (str, Path, float) or (isclass(kind) and issubclass(kind, StrEnum)):
        return kind(words)
    raise ValueError
