"""Confidence: how often findings like this one were right, on labelled cases."""

from __future__ import annotations

from math import sqrt

from reconcile.findings import Kind
from reconcile.lexicon import lexicon

_MEASURED_AT = 0.1  # what the match lacks to certainty in most findings, for which the shares were measured
_AT_MOST = 0.5
_ASSUMED = 0.1  # the share of wrong ones in a kind of which no case is labelled


def calibrated(kind: Kind, sureness: float) -> float:
    """The share of right ones to expect among findings of a kind whose two sides match so surely (0 to 1).

    The share of wrong ones is the kind's (`rules/lexicon/confidence.yaml`), and grows with the square root of what the
    match lacks to certainty. Never above what is certain, nor under one half: such findings are not made.
    """
    wrong = _wrong(kind) * sqrt(max(0.0, 1 - sureness) / _MEASURED_AT)
    return round(1 - min(wrong, _AT_MOST), 2)


def precision(kind: Kind) -> float | None:
    """The share of right ones (0 to 1) among the findings of a kind, None where it was not measured."""
    wrong = _wrong(kind)
    return None if wrong == _ASSUMED else 1 - wrong


def _wrong(kind: Kind) -> float:
    share: float = lexicon("confidence")["wrong"][kind.value]
    return share
