"""Sentences in nearly one wording: where they differ, the difference itself is the evidence."""

from reconcile.matching.wordings.defining import link_definitions
from reconcile.matching.wordings.linking import link_wordings

__all__ = ["link_definitions", "link_wordings"]
