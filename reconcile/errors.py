"""Errors that a user can mend. Each message names the file, the line where there is one, and the mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


def reason(error: OSError) -> str:
    """What the system says of a failure, fit to stand in a sentence."""
    return (error.strerror or str(error)).lower()


class ReconcileError(Exception):
    """Anything Reconcile says about what it was given. The command says it and exits with 2."""


class UsageError(ReconcileError):
    """A wrong argument: a missing path, an unsupported type, an unknown rule."""


class ConfigurationError(ReconcileError):
    """`reconcile.toml`, `pyproject.toml` or `sources.yaml` says something that cannot be meant."""


class DeliveryError(ReconcileError):
    """What was found could not be written where it was to go. The command says it and exits with 3, not with 2."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file: where (line and column from 1), what, and what would be right."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class RuleError(ReconcileError):
    """Rule packs are not valid. Carries every problem that was found in all of them, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ModelError(ReconcileError):
    """The embedding or language model is missing, or is not the one that was asked for."""


class CacheError(ReconcileError):
    """The cache cannot be looked at or emptied. A check never raises it: it goes on without."""
