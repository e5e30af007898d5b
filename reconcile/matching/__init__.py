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


def find_subjects(extractions: Sequence[Extraction], encoder: Encoder) -> list[Subject]:
    """All subjects of a set of documents: topics, entities, quotations, and slips within one document."""
    entities = resolve(extractions)
    ready = profiles(extractions, entities)
    stories = Stories(ready, entities)
    sentences = {
        (x.document, m.span): claim.sentence
        for x in extractions
        for claim in x.claims
        for m in claim.mentions
    }
    return [
        *topics(ready, candidates(ready, encoder, stories.kindred()), entities, stories),
        *spellings(entities, sentences),
        *offices(extractions, entities, stories),
        *successions(extractions, entities),
        *slips(extractions),
        *quotations(extractions, entities),
    ]
