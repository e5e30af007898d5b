"""The words that steer the finding of names: `rules/lexicon/mentions.yaml`."""

from __future__ import annotations

from functools import cache

from reconcile.lexicon import lexicon


@cache
def words(section: str) -> frozenset[str]:
    """A list of the lexicon, in lower case."""
    return frozenset(lexicon("mentions")[section])
