"""Linking: every candidate pair is laid before every linker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.facets.polarity import Modality
from reconcile.matching.actors import link_actors
from reconcile.matching.attributes import link_answers, link_opinions
from reconcile.matching.candidates import Candidate
from reconcile.matching.contenders import link_contenders
from reconcile.matching.digits import link_digits
from reconcile.matching.distances import link_distances
from reconcile.matching.entities import Entities
from reconcile.matching.hours import link_hours
from reconcile.matching.links import ClaimPair, Link, Linker
from reconcile.matching.phases import link_phases
from reconcile.matching.places import link_places
from reconcile.matching.polarities import link_polarity
from reconcile.matching.predications import link_contraries, link_denials
from reconcile.matching.profiles import Profile
from reconcile.matching.reverses import link_reverses
from reconcile.matching.slots import link_dates, link_numbers
from reconcile.matching.stories import Stories
from reconcile.matching.transpositions import link_transpositions
from reconcile.matching.wordings import link_definitions, link_wordings
from reconcile.processes import parts, spread
from reconcile.progress import Progress, untold

LINKERS: tuple[Linker, ...] = (
    link_dates,
    link_hours,
    link_phases,
    link_numbers,
    link_answers,
    link_digits,
    link_transpositions,
    link_distances,
    link_places,
    link_polarity,
    link_reverses,
    link_actors,
    link_contenders,
    link_wordings,
    link_definitions,
    link_denials,
    link_contraries,
)

_OF_THE_UNSAID: tuple[Linker, ...] = (link_opinions,)  # what is only thought possible is thought by somebody

_OF_STRANGERS: tuple[Linker, ...] = (link_dates, link_numbers, link_wordings)  # who does what asks for whom
_ALIKE = 0.93  # cosine of two sentences that differ in hardly more than a name

_PART = 2_000  # pairs that are judged at a time


def links(
    profiles: Sequence[Profile],
    pairs: Iterable[Candidate],
    entities: Entities,
    stories: Stories,
    *,
    processes: int = 1,
    progress: Progress = untold,
) -> Iterator[Link]:
    """What the linkers make of the candidate pairs, in their order."""

    def judge(part: Sequence[Candidate]) -> list[Link]:
        claims = (ClaimPair(profiles[i], profiles[j], cosine, entities, stories) for i, j, cosine in part)
        return [link for pair in claims for linker in _asked(pair) for link in linker(pair)]

    for part, found in spread(judge, parts(pairs, _PART), processes):
        progress("comparing", part[0][0], len(profiles))
        yield from found


def _asked(pair: ClaimPair) -> tuple[Linker, ...]:
    """All where both are asserted, or both are announced: what is possible, asked, conditional or denied contradicts
    nothing. Of strangers only those in nearly one wording are looked at, of which one may have a name wrong."""
    if pair.strangers and pair.cosine < _ALIKE:
        return ()
    if pair.a.claim.denial or pair.b.claim.denial:
        return _OF_THE_UNSAID
    said = {pair.a.claim.modality, pair.b.claim.modality}
    if said != {Modality.ASSERTED} and said != {Modality.PLANNED}:
        return _OF_THE_UNSAID
    return _OF_STRANGERS if pair.strangers else LINKERS
