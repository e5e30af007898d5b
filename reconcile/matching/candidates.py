"""Which claims are worth comparing: near in meaning, or speaking of the same names and events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np

from reconcile.facets.period import Period
from reconcile.matching.arguments import CORE, days_of
from reconcile.matching.encoder import Encoder
from reconcile.matching.profiles import Profile, concepts

_LIFE = ("bear", "die")

Candidate = tuple[
    int, int, float
]  # two profiles by index, the lower first, and the cosine of their sentences


def candidates(
    profiles: Sequence[Profile], encoder: Encoder, kindred: Iterable[tuple[int, int]] = ()
) -> Iterator[Candidate]:
    """Pairs over the model's threshold, pairs that share an entity or a day and a word, and the `kindred` ones of
    documents that tell one story; each pair once, in order.

    A pair's proposal depends on its two claims alone, so that other documents never change it.
    """
    if not profiles:
        return
    texts = sorted({p.claim.gist for p in profiles})
    row = {text: n for n, text in enumerate(texts)}
    vectors = encoder.encode(texts)[[row[p.claim.gist] for p in profiles]]
    cosines = np.round(vectors @ vectors.T, 3)  # what a batch's padding moves lies below
    near = np.argwhere(np.triu(cosines >= encoder.proposes_at, k=1))
    pairs = {(int(i), int(j)) for i, j in near} | set(_sharing(profiles)) | set(kindred)
    for i, j in sorted(pairs):
        if (
            profiles[i].claim.sentence != profiles[j].claim.sentence
            or profiles[i].claim.document != profiles[j].claim.document
        ):
            yield i, j, float(cosines[i, j])


def _told(profile: Profile) -> set[str]:
    """The words for what a claim tells; dates in brackets may be of a birth and a death."""
    wording = profile.claim.wording
    bracketed = any("(" in w.text for w in wording.words) and any(
        isinstance(v, Period) for v in wording.values
    )
    return {*profile.words, profile.predicate, *(_LIFE if bracketed else ())}


def _sharing(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs that share an entity and a word, or a day and a word for what takes part."""
    blocks: dict[tuple[int | date, str], list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        for entity in profile.around:
            for word in {c for w in _told(profile) for c in concepts(w)}:
                blocks[(entity, word)].append(i)
        for day in days_of(profile.claim.wording.values):
            for word in {
                c
                for p in profile.claim.participants
                if p.slot in CORE and not p.pronoun
                for c in concepts(p.head)
            }:
                blocks[(day, word)].append(i)
    for members in blocks.values():
        for n, i in enumerate(members):
            yield from ((i, j) for j in members[n + 1 :])
