"""Linking sentences in nearly one wording: the alignment shows what answers what, identity decides whether it counts.

Likeness proves nothing by itself: the same sentence is written of two companies and two quarters. So names that one
sentence has and the other has not veto, and what differs must be little beside what is shared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind
from reconcile.facets.period import Period
from reconcile.findings import Kind
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, read_once
from reconcile.matching.subjects import Holding
from reconcile.matching.wordings.alignment import Alignment, align
from reconcile.matching.wordings.differences import Difference, differences
from reconcile.matching.wordings.items import Figure, Item, Named, Token, items
from reconcile.matching.wordings.standing import may_both_hold

_WORTH_A_LOOK = 0.5  # share of the shorter sentence's content words that the other has, in any order
_NAMED = 0.7  # share aligned where both sentences name the same
_NAMELESS = 0.8  # … where neither does
_CONTEXT = 0.6  # share aligned of the words around a difference
_SAID = 3  # content words and values shared, besides the names, that tell what is said of them
_TOLD = 8  # content words shared, a value counting for two, that tell a nameless account from others
_SUBJECTS = 3  # first people and organisations of a document, taken for what it is about


def link_wordings(pair: ClaimPair) -> Iterator[Link]:
    """What two sentences in nearly one wording say differently."""
    if pair.one_voice:
        return  # a text that lists like things says them alike
    if _overlap(pair) < _WORTH_A_LOOK:
        return
    alignment = align(items(pair.a, pair.entities), items(pair.b, pair.entities))
    found = [d for d in differences(alignment) if d.comparison.agreement is Agreement.DIFFER]
    if not found or not _one_account(pair, alignment, found):
        return
    for difference in found:
        if not may_both_hold(pair, alignment, difference) and alignment.context(difference.gap) >= _CONTEXT:
            yield _link(pair, alignment, difference)


@read_once
def _content(profile: Profile, entities: Entities) -> Counter[str]:
    return Counter(x.lemma for x in items(profile, entities) if isinstance(x, Token) and x.content)


def _overlap(pair: ClaimPair) -> float:
    ours, theirs = (_content(p, pair.entities) for p in (pair.a, pair.b))
    return (ours & theirs).total() / max(1, min(ours.total(), theirs.total()))


def _one_account(pair: ClaimPair, alignment: Alignment, found: Sequence[Difference]) -> bool:
    """Whether two sentences report one thing, so far as all that does not differ can show it."""
    names = [x for i, x in enumerate(alignment.a) if isinstance(x, Named) and i in alignment.aligned[0]]
    values = [x for i, x in enumerate(alignment.a) if isinstance(x, Figure) and i in alignment.aligned[0]]
    if len(found) > 1 + len(values) + len(alignment.shared) // _TOLD:
        return False
    if _others_named(alignment):
        return _only_name_differs(found) and max(alignment.coverage) >= 0.9 and len(names) + len(values) >= 2
    if any(x.entity.distinctive for x in names):
        return max(alignment.coverage) >= _NAMED and len(alignment.shared) + len(values) >= _SAID
    told = len(alignment.shared) + 2 * len(values)
    return max(alignment.coverage) >= _NAMELESS and told >= _TOLD and not _about_others(pair)


def _others_named(alignment: Alignment) -> bool:
    """Whether each sentence names someone or something that the other does not."""
    ours, theirs = (
        {x.entity.number for x in side if isinstance(x, Named)} for side in (alignment.a, alignment.b)
    )
    return bool(ours - theirs) and bool(theirs - ours)


def _only_name_differs(found: Sequence[Difference]) -> bool:
    return len(found) == 1 and found[0].kind in {Kind.NAME, Kind.PLACE}


def _about_others(pair: ClaimPair) -> bool:
    """Whether the two documents are about different people or organisations, by those that they name first."""
    ours, theirs = (_subjects(p.claim.document, pair.entities) for p in (pair.a, pair.b))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _subjects(document: str, entities: Entities) -> frozenset[int]:
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
