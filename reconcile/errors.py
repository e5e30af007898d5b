"""Errors that a user can mend. Each message names the file, the line where there is one, and the mend."""

from __future__ import annotations


class ReconcileError(Exception):
    """Anything Reconcile says about what it was given. The command turns it into one sentence and exit code 2."""


class UsageError(ReconcileError):
    """A wrong argument: a missing path, an unsupported type, an unknown rule."""


class ConfigurationError(ReconcileError):
    """`reconcile.toml`, `pyproject.toml` or `sources.yaml` says something that cannot be meant."""


class RuleError(ReconcileError):
    """A rule pack is not valid. Carries every error that was found, each with file and line."""


class UnreadableDocument(ReconcileError):
    """A document that could not be read. The others are still checked; the run is incomplete."""


class ModelError(ReconcileError):
    """The embedding or language model is missing, or is not the one that was asked for."""
