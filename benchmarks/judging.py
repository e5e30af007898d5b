"""What deciding costs, against a small cross-encoder; and what the index misses of what exact search finds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.corpus import articles
from benchmarks.figures import Figure
from benchmarks.peers import peer
from reconcile import Document
from reconcile.cache.readings import read_documents
from reconcile.cache.store import Store
from reconcile.cache.vectors import RememberingEncoder
from reconcile.garbage import collect_seldom
from reconcile.matching import nearness
from reconcile.matching.candidates import Candidate, candidates
from reconcile.matching.encoder import Encoder, SentenceEncoder
from reconcile.matching.entities import Entities, resolve
from reconcile.matching.linking import LINKERS, links
from reconcile.matching.profiles import Profile, profiles
from reconcile.matching.stories import Stories
from reconcile.matching.subjects import Subject
from reconcile.matching.topics import topics
from reconcile.processes import cores

_CLAIMS = 34  # an article of `corpus`, about


@dataclass(frozen=True, slots=True)
class _Run:
    """Articles as far as a run has come when it looks for candidates."""

    profiles: list[Profile]
    entities: Entities
    stories: Stories

    def candidates(self, encoder: Encoder) -> Iterator[Candidate]:
        return candidates(self.profiles, encoder, self.stories.kindred())

    def subjects(self, pairs: Iterable[Candidate]) -> Iterator[Subject]:
        linked = links(self.profiles, pairs, self.entities, self.stories, processes=cores())
        return topics(self.profiles, linked, self.entities)


def judging(quick: bool) -> Iterator[Figure]:
    """Pairs that the linkers judge a second ÷ those that the cross-encoder does."""
    run = _run_of(2_000 if quick else 20_000)
    pairs = list(run.candidates(SentenceEncoder()))
    collect_seldom()  # as the command does
    start = time.perf_counter()
    told = sum(1 for _ in run.subjects(pairs))
    ours = len(pairs) / (time.perf_counter() - start)
    theirs = peer("judge", "64" if quick else "640")
    parts = {
        "pairs": f"{len(pairs):,}",
        "subjects": str(told),
        "ours": f"{ours:,.0f}/s",
        "theirs": f"{theirs:,.0f}/s",
    }
    most = cores() / (len(LINKERS) * _call()) / theirs
    what = "a call of each linker on each core"
    yield Figure("pairs judged ÷ a cross-encoder's", ours / theirs, 100, parts, most, what, True)


def recall(quick: bool) -> Iterator[Figure]:
    """Subjects found with the index ÷ with exact search."""
    claims = 2_000 if quick else 100_000
    run = _run_of(claims)
    with TemporaryDirectory() as folder, closing(Store(Path(folder))) as store:
        encoder = RememberingEncoder(SentenceEncoder(), store)
        exact, indexed = (_found(run, encoder, exact_up_to) for exact_up_to in (sys.maxsize, 0))
    parts = {"exact": str(len(exact)), "index": str(len(indexed))}
    share = len(exact & indexed) / max(1, len(exact))
    yield Figure(f"subjects at {claims:,} claims, index ÷ exact", share, 0.98, parts, 1, "all of them", True)


def _found(run: _Run, encoder: Encoder, exact_up_to: int) -> set[tuple[str, ...]]:
    """What tells each subject from the others: its slot, and where its values stand."""
    with patch.object(nearness, "_EXACT", exact_up_to):
        told = list(run.subjects(run.candidates(encoder)))
    return {(s.slot, *sorted(f"{h.document}:{h.span.start}" for h in s.holdings)) for s in told}


def _run_of(claims: int) -> _Run:
    """As many articles as have about so many claims."""
    documents = [Document(id=name, text=text) for name, text in articles(claims // _CLAIMS)]
    found = [r.extraction for r in read_documents(documents, processes=cores())]
    entities = resolve(found, cores())
    ready = profiles(found, entities)
    return _Run(ready, entities, Stories(ready, entities))


def _call(times: int = 100_000) -> float:
    """Seconds that a call of a function takes that does nothing."""
    start = time.perf_counter()
    for _ in range(times):
        _nothing(times)
    return (time.perf_counter() - start) / times


def _nothing(_: int) -> None:
    return None
