"""Polarity: whether a clause says that something is so, that it is not, or leaves it open.

Read from the words alone, by the cues of `rules/lexicon/polarity.yaml`. The cues are matched from left to
right, the first verb outside them is the predicate, and the cues before it decide. Opposite predicates
("acquitted", "convicted") are of opposite polarity without any cue.
"""

from reconcile.facets.polarity.comparing import (
    Side,
    compare_polarities,
    event_names,
    opposed_words,
    opposite,
    opposites,
    same_event,
    stances,
)
from reconcile.facets.polarity.reading import read_polarity
from reconcile.facets.polarity.value import Modality, Polarity
from reconcile.facets.polarity.words import lemma

__all__ = [
    "Modality",
    "Polarity",
    "Side",
    "compare_polarities",
    "event_names",
    "lemma",
    "opposed_words",
    "opposite",
    "opposites",
    "read_polarity",
    "same_event",
    "stances",
]
