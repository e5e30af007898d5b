"""Linking sentences in nearly one wording: the alignment shows what answers what, identity decides whether it counts.

Likeness proves nothing by itself: the same sentence is written of two companies and two quarters. So names that one
sentence has and the other has not veto, and what differs must be little beside what is shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind
from reconcile.facets.period import Period
from reconcile.findings import Kind
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, read_once_a_sentence
from reconcile.matching.subjects import Holding
from reconcile.matching.wordings.alignment import Alignment, align
from reconcile.matching.wordings.differences import Difference, differences
from reconcile.matching.wordings.items import Figure, Item, Named, Token
from reconcile.matching.wordings.sentences import Sentence, sentence
from reconcile.matching.wordings.standing import may_both_hold

_WORTH_A_LOOK = 0.5  # share of the shorter sentence's content words that the other has, in any order
_NAMED = 0.7  # share aligned where both sentences name the same
_NAMELESS = 0.8  # … where neither does
_RENAMED = 0.9  # … where each names somebody or something else
_WHOLES = 2  # names and values aligned, where each names somebody or something else
_CONTEXT = 0.6  # share aligned of the words around a difference
_SAID = 3  # content words and values shared, besides the names, that tell what is said of them
_TOLD = 8  # content words shared, a value counting for two, that tell a nameless account from others
_SUBJECTS = 3  # first people and organisations of a document, taken for what it is about
_AT_HAND = 4096  # pairs of sentences kept: those of the clauses of two or three sentences of a large run

_Whole = TypeVar("_Whole", Figure, Named)


def link_wordings(pair: ClaimPair) -> Iterator[Link]:
    """What two sentences in nearly one wording say differently."""
    if pair.one_voice:
        return  # a text that lists like things says them alike
    laid = _laid(sentence(pair.a, pair.entities), sentence(pair.b, pair.entities))
    if laid is None or (laid.is_nameless and _about_others(pair)):
        return
    for difference in laid.differences:
        near = laid.alignment.context(difference.gap) >= _CONTEXT
        if near and not may_both_hold(pair, laid.alignment, difference):
            yield _link(pair, laid.alignment, difference)


@dataclass(frozen=True, slots=True)
class _Laid:
    """Two sentences side by side, and what they say differently."""

    alignment: Alignment
    differences: Sequence[Difference]
    is_nameless: bool  # whether they share no name that tells them from other accounts


@lru_cache(maxsize=_AT_HAND)
def _laid(ours: Sentence, theirs: Sentence) -> _Laid | None:
    """Two sentences that may report one thing and differ; None of others, which most are.

    It depends on the sentences alone, while each pair of their clauses asks for it.
    """
    if ours.overlap(theirs) < _WORTH_A_LOOK or not _may_share_enough(ours, theirs):
        return None
    alignment = align(ours.items, theirs.items)
    renamed = ours.names_others(theirs)
    if not _share_enough(alignment, renamed):
        return None
    found = [d for d in differences(alignment) if d.comparison.agreement is Agreement.DIFFER]
    if not found or not _differ_little(alignment, found, renamed):
        return None
    return _Laid(alignment, found, not renamed and not _names_telling(alignment))


def _may_share_enough(ours: Sentence, theirs: Sentence) -> bool:
    """Whether `_share_enough` may hold, by what the sentences share in any order, which is never less."""
    coverage = max(ours.most_covered(theirs), theirs.most_covered(ours))
    if ours.names_others(theirs):
        return coverage >= _RENAMED and ours.most_wholes(theirs) >= _WHOLES
    return coverage >= (_NAMED if ours.telling & theirs.telling else _NAMELESS)


def _share_enough(alignment: Alignment, renamed: bool) -> bool:
    """Whether two sentences report one thing, so far as what they share can show it."""
    coverage, values = max(alignment.coverage), len(_aligned(alignment, Figure))
    if renamed:
        return coverage >= _RENAMED and len(_aligned(alignment, Named)) + values >= _WHOLES
    if _names_telling(alignment):
        return coverage >= _NAMED and len(alignment.shared) + values >= _SAID
    return coverage >= _NAMELESS and len(alignment.shared) + 2 * values >= _TOLD


def _differ_little(alignment: Alignment, found: Sequence[Difference], renamed: bool) -> bool:
    """Whether what differs is little beside what is shared; where each names another, the name alone."""
    if len(found) > 1 + len(_aligned(alignment, Figure)) + len(alignment.shared) // _TOLD:
        return False
    return not renamed or _only_name_differs(found)


def _aligned(alignment: Alignment, kind: type[_Whole]) -> list[_Whole]:
    return [x for i, x in enumerate(alignment.a) if isinstance(x, kind) and i in alignment.aligned[0]]


def _names_telling(alignment: Alignment) -> bool:
    return any(x.entity.distinctive for x in _aligned(alignment, Named))


def _only_name_differs(found: Sequence[Difference]) -> bool:
    return len(found) == 1 and found[0].kind in {Kind.NAME, Kind.PLACE}


def _about_others(pair: ClaimPair) -> bool:
    """Whether the two documents are about different people or organisations, by those that they name first."""
    ours, theirs = (_subjects(p, pair.entities) for p in (pair.a, pair.b))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


@read_once_a_sentence
def _subjects(profile: Profile, entities: Entities) -> frozenset[int]:
    document = profile.claim.document
    first = {
        e.number: min(m.span for d, m in e.mentions if d == document)
        for e in entities.all
        if e.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}
        and any(d == document for d, _ in e.mentions)
    }
    return frozenset(sorted(first, key=lambda n: first[n])[:_SUBJECTS])


def _link(pair: ClaimPair, alignment: Alignment, difference: Difference) -> Link:
    a, b = (
        _holding(p, x, n)
        for p, x, n in zip((pair.a, pair.b), (difference.x, difference.y), difference.normal, strict=True)
    )
    share = max(alignment.coverage)
    sure = round(min(0.97, 0.4 + 0.4 * share + 0.15 * alignment.context(difference.gap)), 2)
    return Link(difference.kind, _slot(alignment, difference), a, b, difference.comparison, sure, _why(share))


def _holding(profile: Profile, item: Item, normal: str) -> Holding:
    value = (
        item.value if isinstance(item, Figure) else item.mention.name if isinstance(item, Named) else normal
    )
    reckoning = value.reckoning if isinstance(value, Period) else ""
    return Holding(profile.claim.document, item.span, profile.claim.sentence, value, normal, reckoning)


def _slot(alignment: Alignment, difference: Difference) -> str:
    """The word beside the difference that both sentences share: the one before it, at the start the one after it."""
    words = [
        (i, x.lemma)
        for i, x in enumerate(alignment.a)
        if isinstance(x, Token) and x.content and i in alignment.aligned[0]
    ]
    before = [lemma for i, lemma in words if i < difference.gap.ours.start]
    return before[-1] if before else next((lemma for _, lemma in words), "")


def _why(share: float) -> str:
    return f"{share:.0%} of the words of the shorter sentence stand in the other in the same order"
