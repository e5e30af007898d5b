"""What deciding costs, against a small cross-encoder; and what the index misses of what exact search finds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from functools import cache
from unittest.mock import patch

from benchmarks.corpus import articles
from benchmarks.figures import Figure
from benchmarks.peers import peer
from reconcile import Document
from reconcile.claims.extraction import extract
from reconcile.claims.model import Extraction
from reconcile.documents.article import study
from reconcile.garbage import collect_seldom
from reconcile.matching import nearness
from reconcile.matching.candidates import candidates
from reconcile.matching.encoder import SentenceEncoder
from reconcile.matching.entities import resolve
from reconcile.matching.linking import LINKERS
from reconcile.matching.profiles import profiles
from reconcile.matching.stories import Stories
from reconcile.matching.topics import topics
from reconcile.processes import cores

_CLAIMS = 34  # an article of `corpus`, about


def judging(quick: bool) -> Iterator[Figure]:
    """Pairs that the linkers judge a second ÷ those that the cross-encoder does."""
    found = _extractions((2_000 if quick else 20_000) // _CLAIMS)
    entities = resolve(found)
    ready = profiles(found, entities)
    stories = Stories(ready, entities)
    pairs = list(candidates(ready, SentenceEncoder(), stories.kindred()))
    collect_seldom()  # as the command does
    start = time.perf_counter()
    told = sum(1 for _ in topics(ready, pairs, entities, stories, processes=cores()))
    ours = len(pairs) / (time.perf_counter() - start)
    theirs = peer("judge", "64" if quick else "640")
    parts = {
        "pairs": f"{len(pairs):,}",
        "subjects": str(told),
        "ours": f"{ours:,.0f}/s",
        "theirs": f"{theirs:,.0f}/s",
    }
    most = cores() / (len(LINKERS) * _call()) / theirs
    yield Figure(
        "pairs judged ÷ a cross-encoder's",
        ours / theirs,
        100,
        parts,
        most,
        "a call of each linker on each core",
        True,
    )


def recall(quick: bool) -> Iterator[Figure]:
    """Subjects found with the index ÷ with exact search."""
    claims = 2_000 if quick else 100_000
    found = _extractions(claims // _CLAIMS)
    exact, indexed = _subjects(found, sys.maxsize), _subjects(found, 0)
    parts = {"exact": str(len(exact)), "index": str(len(indexed))}
    share = len(exact & indexed) / max(1, len(exact))
    yield Figure(f"subjects at {claims:,} claims, index ÷ exact", share, 0.98, parts, 1, "all of them", True)


def _subjects(found: list[Extraction], exact_up_to: int) -> set[tuple[str, ...]]:
    """What tells each subject from the others: its slot, and where its values stand."""
    entities = resolve(found)
    ready = profiles(found, entities)
    stories = Stories(ready, entities)
    with patch.object(nearness, "_EXACT", exact_up_to):
        pairs = candidates(ready, SentenceEncoder(), stories.kindred())
        told = list(topics(ready, pairs, entities, stories, processes=cores()))
    return {(s.slot, *sorted(f"{h.document}:{h.span.start}" for h in s.holdings)) for s in told}


@cache
def _extractions(count: int) -> list[Extraction]:
    return [extract(study(Document(id=name, text=text))) for name, text in articles(count)]


def _call(times: int = 100_000) -> float:
    """Seconds that a call of a function takes that does nothing."""
    start = time.perf_counter()
    for _ in range(times):
        _nothing(times)
    return (time.perf_counter() - start) / times


def _nothing(_: int) -> None:
    return None
