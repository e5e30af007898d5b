"""Which claims are worth comparing: near in meaning, or speaking of the same names and events."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

from reconcile.facets.period import Period
from reconcile.matching.arguments import CORE
from reconcile.matching.encoder import Encoder
from reconcile.matching.nearness import Vectors, cosines, near
from reconcile.matching.pairs import NO_PAIRS, Pairs, between, ends, merged
from reconcile.matching.postings import Postings
from reconcile.matching.profiles import Profile, concepts, days
from reconcile.progress import Progress, untold

_LIFE = ("bear", "die")
_AT_ONCE = 1_000_000  # pairs that are held before their cosines are computed
_TEXTS = 1024  # that are encoded at a time, those of like length together

# Two profiles by index, the lower first, and the cosine of their sentences.
Candidate = tuple[int, int, float]
Proposed = tuple[Pairs, NDArray[np.float32]]


def candidates(
    profiles: Sequence[Profile],
    encoder: Encoder,
    kindred: Pairs = NO_PAIRS,
    progress: Progress = untold,
) -> Iterator[Candidate]:
    """Pairs over the model's threshold, pairs that share an entity or a day and a word, and the `kindred` ones of
    documents that tell one story; each pair once, in order.

    A pair's proposal depends on its two claims alone, so that other documents never change it.
    """
    if not profiles:
        return
    sentences = _numbered([(p.claim.document, p.claim.sentence) for p in profiles])
    vectors = _vectors(profiles, encoder, progress)
    progress("searching", 0, 0)
    told = Postings(*_entries(profiles), len(profiles))
    for pairs, found in proposals(vectors, told, encoder.proposes_at, kindred):
        i, j = ends(pairs)
        apart = sentences[i] != sentences[j]
        yield from zip(i[apart].tolist(), j[apart].tolist(), found[apart].tolist(), strict=True)


def proposals(
    vectors: Vectors,
    postings: Postings,
    at_least: float,
    kindred: Pairs = NO_PAIRS,
    *,
    approximately: bool | None = None,
) -> Iterator[Proposed]:
    """Pairs of rows that are near, that share a key, and the `kindred` ones, with their cosines; a part at a time.

    Args:
        vectors: of shape (rows, width).
        postings: of the same rows.
        at_least: the cosine from which two are near.
        approximately: see `near`.
    """
    close = near(vectors, at_least, approximately=approximately)
    work = np.cumsum(postings.weights + np.bincount(ends(close)[0], minlength=len(vectors)))
    stops = np.searchsorted(work, np.arange(_AT_ONCE, work[-1], _AT_ONCE)) + 1
    for first, last in pairwise(np.unique([0, *stops, len(vectors)]).tolist()):
        given = merged(postings.pairs(first, last), between(kindred, first, last))
        pairs = merged(given, between(close, first, last))
        found = cosines(vectors, pairs)
        kept = found >= at_least
        kept[np.searchsorted(pairs, given)] = True
        yield pairs[kept], found[kept]


def _vectors(profiles: Sequence[Profile], encoder: Encoder, progress: Progress) -> Vectors:
    """One row a claim. No text's vector depends on the others, so that they may be encoded some at a time."""
    texts = sorted({p.claim.gist for p in profiles}, key=lambda text: (len(text), text))
    row = {text: n for n, text in enumerate(texts)}
    parts = []
    for start in range(0, len(texts), _TEXTS):
        progress("encoding", start, len(texts))
        parts.append(encoder.encode(texts[start : start + _TEXTS]))
    return np.concatenate(parts)[[row[p.claim.gist] for p in profiles]]


def _numbered(things: Sequence[object]) -> NDArray[np.int64]:
    """One number for all that are equal."""
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(thing, len(numbers)) for thing in things])


def _entries(profiles: Sequence[Profile]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The claims, and what they are compared by: an entity and a word, or a day and a word for what takes part."""
    words: dict[str, int] = {}
    claims, keys = array("q"), array("q")
    for i, profile in enumerate(profiles):
        for about, word in _keys(profile):
            number = about if isinstance(about, int) else -about.toordinal()
            claims.append(i)
            keys.append((number << 32) + words.setdefault(word, len(words)))
    return np.frombuffer(claims, dtype=np.int64), np.frombuffer(keys, dtype=np.int64)


def _keys(profile: Profile) -> Iterator[tuple[int | date, str]]:
    for word in {c for w in _told(profile) for c in concepts(w)}:
        yield from ((entity, word) for entity in profile.around)
    if days(profile):
        yield from product(days(profile), _taking_part(profile))


def _told(profile: Profile) -> set[str]:
    """The words for what a claim tells; dates in brackets may be of a birth and a death."""
    wording = profile.claim.wording
    bracketed = any("(" in w.text for w in wording.words) and any(
        isinstance(v, Period) for v in wording.values
    )
    return {*profile.words, profile.predicate, *(_LIFE if bracketed else ())}


def _taking_part(profile: Profile) -> set[str]:
    """The words for whom and what a claim tells of in its main parts."""
    parts = (p for p in profile.claim.participants if p.slot in CORE and not p.pronoun)
    return {c for p in parts for c in concepts(p.head)}
