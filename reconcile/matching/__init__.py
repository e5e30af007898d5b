"""Matching: which claims, names and quotations of several documents are about the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.claims.model import Extraction
from reconcile.matching.candidates import candidates
from reconcile.matching.documents import slips
from reconcile.matching.encoder import Encoder
from reconcile.matching.entities import resolve
from reconcile.matching.holders import successions
from reconcile.matching.linking import links
from reconcile.matching.mentions import offices, spellings
from reconcile.matching.profiles import profiles
from reconcile.matching.quotations import quotations
from reconcile.matching.stories import Stories
from reconcile.matching.subjects import Subject
from reconcile.matching.topics import topics
from reconcile.processes import aside
from reconcile.progress import Progress, untold

if TYPE_CHECKING:
    from reconcile.coverage import Coverage
    from reconcile.matching.support import Backers

_WORTH_A_FORK = 5_000  # names in claims


@dataclass(frozen=True, slots=True)
class Matched:
    """What matching finds: the subjects, and how the details of some documents stand, where that is asked."""

    subjects: list[Subject]
    coverage: Coverage | None


def match(
    extractions: Sequence[Extraction],
    encoder: Encoder,
    progress: Progress = untold,
    backers: Backers | None = None,
    processes: int = 1,
) -> Matched:
    """All subjects of a set of documents: topics, entities, quotations, and slips within one document.

    Args:
        backers: the documents whose details are looked for in others, and in which.
        processes: how many may share the work, where there is much of it.
    """
    progress("naming", 0, 0)
    entities = resolve(extractions, processes)
    sentences = {
        (x.document, m.span): claim.sentence
        for x in extractions
        for claim in x.claims
        for m in claim.mentions
    }

    def named() -> list[Subject]:
        return [
            *spellings(entities, sentences),
            *successions(extractions, entities),
            *slips(extractions),
            *quotations(extractions, entities),
        ]

    with aside(named, processes if len(sentences) > _WORTH_A_FORK else 1) as named_aside:
        ready = profiles(extractions, entities)
        stories = Stories(ready, entities)
        proposed = candidates(ready, encoder, stories.kindred(), progress)
        backing = None
        if backers:  # else the room is not even brought in
            from reconcile.matching.support import Backing, cover

            backing = Backing(extractions, ready, entities, stories, backers)
            proposed = backing.heeding(proposed)
        linked = links(ready, proposed, entities, stories, processes=processes, progress=progress)
        told = list(topics(ready, linked, entities))
        progress("quoting", 0, 0)
        subjects = [*told, *named_aside(), *offices(extractions, entities, stories)]
    coverage = cover(extractions, entities, backing, subjects, sentences) if backing else None
    return Matched(subjects, coverage)
