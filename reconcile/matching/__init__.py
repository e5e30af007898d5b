"""Matching: which claims, names and quotations of several documents are about the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.model import Extraction
from reconcile.matching.candidates import candidates
from reconcile.matching.documents import slips
from reconcile.matching.encoder import Encoder
from reconcile.matching.entities import resolve
from reconcile.matching.holders import successions
from reconcile.matching.mentions import offices, spellings
from reconcile.matching.profiles import profiles
from reconcile.matching.quotations import quotations
from reconcile.matching.stories import Stories
from reconcile.matching.subjects import Subject
from reconcile.matching.topics import topics
from reconcile.progress import Progress, untold


def find_subjects(
    extractions: Sequence[Extraction], encoder: Encoder, progress: Progress = untold
) -> list[Subject]:
    """All subjects of a set of documents: topics, entities, quotations, and slips within one document."""
    progress("naming", 0, 0)
    entities = resolve(extractions)
    ready = profiles(extractions, entities)
    stories = Stories(ready, entities)
    sentences = {
        (x.document, m.span): claim.sentence
        for x in extractions
        for claim in x.claims
        for m in claim.mentions
    }
    proposed = candidates(ready, encoder, stories.kindred(), progress)
    told = list(topics(ready, proposed, entities, stories, progress))
    progress("quoting", 0, 0)
    return [
        *told,
        *spellings(entities, sentences),
        *offices(extractions, entities, stories),
        *successions(extractions, entities),
        *slips(extractions),
        *quotations(extractions, entities),
    ]
