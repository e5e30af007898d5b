"""Linking definitions of one subject: its dates, its country, where it lies, who made it, what it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Word
from reconcile.facets.name import compare_names
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.place import compare_places, gazetteer
from reconcile.facets.quantity import compare_quantities
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, concepts
from reconcile.matching.subjects import Holding
from reconcile.matching.wordings.definitions import Definition, define, same_subject
from reconcile.matching.wordings.lifespans import Age, compare_ages
from reconcile.matching.wordings.ranks import Rank, compare_ranks
from reconcile.matching.wordings.traits import Trait

_SURE = 0.9
_COMPARE: dict[Kind, Callable[..., Comparison]] = {
    Kind.DATE: compare_periods,
    Kind.PLACE: compare_places,
    Kind.NAME: compare_names,
    Kind.NUMBER: compare_quantities,
}
_CONTENT = {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV"}


def link_definitions(pair: ClaimPair) -> Iterator[Link]:
    """What two sentences say differently of what their one subject is."""
    if pair.a.claim.document == pair.b.claim.document:
        return
    ours, theirs = define(pair.a, pair.entities), define(pair.b, pair.entities)
    if ours is None or theirs is None or not same_subject(ours, theirs):
        return
    slots = sorted({t.slot for t in ours.traits} & {t.slot for t in theirs.traits})
    found = [link for slot in slots for link in _opposed(pair, ours, theirs, slot)]
    if len(found) < len(slots) or not _two_things(found):
        yield from found
    yield from _denied(pair, ours, theirs)


def _two_things(differing: Sequence[Link]) -> bool:
    """Whether all that is said of it differs, in more than one thing: then two films or two people bear one name."""
    ours, theirs = {x.a.place for x in differing}, {x.b.place for x in differing}
    return min(len(ours), len(theirs)) > 1


def _opposed(pair: ClaimPair, ours: Definition, theirs: Definition, slot: str) -> Iterator[Link]:
    """Values of which none agrees with one of the other's: of two that differ the first."""
    xs, ys = ([t for t in d.traits if t.slot == slot] for d in (ours, theirs))
    found = [(x, y, _compared(x, y)) for x in xs for y in ys]
    differing = [c for c in found if c[2].agreement is Agreement.DIFFER]
    settled = any(c.agreement in {Agreement.AGREE, Agreement.VARIANT} for _, _, c in found)
    moving = slot == "site" and _is_person(pair, ours)
    if differing and not settled and not moving:
        x, y, comparison = differing[0]
        yield _link(pair, ours, slot, _held(pair.a, x), _held(pair.b, y), x.kind, comparison)


def _is_person(pair: ClaimPair, definition: Definition) -> bool:
    return (
        isinstance(definition.subject, int)
        and pair.entities.by_number[definition.subject].kind is EntityKind.PERSON
    )


def _compared(x: Trait, y: Trait) -> Comparison:
    if x.slot == "nationality":
        same = x.value == y.value
        said = f"“{x.normal}” and “{y.normal}” are of {'one country' if same else 'two countries'}."
        return Comparison(Agreement.AGREE if same else Agreement.DIFFER, said)
    if isinstance(x.value, Rank):
        return compare_ranks(x.value, y.value)
    if isinstance(x.value, Age):
        return compare_ages(x.value, y.value)
    return _COMPARE[x.kind](x.value, y.value)


def _held(profile: Profile, trait: Trait) -> Holding:
    reckoning = trait.value.reckoning if isinstance(trait.value, Period) else ""
    return Holding(
        profile.claim.document, trait.span, profile.claim.sentence, trait.value, trait.normal, reckoning
    )


def _denied(pair: ClaimPair, ours: Definition, theirs: Definition) -> Iterator[Link]:
    """One says "is not a singer", the other "is an American singer": all that is denied must be affirmed."""
    if (ours.denied is None) == (theirs.denied is None):
        return
    denying, affirming = (ours, theirs) if ours.denied else (theirs, ours)
    head = _head(denying.complement)
    affirmed = next((w for w in affirming.complement if head and _same(head, w)), None)
    if head is None or affirmed is None or not _all_said(denying.rest, affirming.rest):
        return
    assert denying.denied is not None
    said = Comparison(Agreement.DIFFER, f"One says “{affirmed.text}”, the other denies it.")
    held = {
        id(denying): (denying.denied.span, f"not {head.lemma}"),
        id(affirming): (affirmed.span, affirmed.lemma),
    }
    a, b = (
        Holding(p.claim.document, held[id(d)][0], p.claim.sentence, held[id(d)][1], held[id(d)][1])
        for p, d in ((pair.a, ours), (pair.b, theirs))
    )
    yield _link(pair, ours, "being", a, b, Kind.POLARITY, said)


def _head(complement: Sequence[Word]) -> Word | None:
    """What is denied: the last noun, or the adjective where there is none."""
    words = [w for w in complement if w.pos in _CONTENT]
    nouns = [w for w in words if w.pos in {"NOUN", "PROPN"}]
    return next(reversed(nouns or words), None)


def _all_said(denied: Sequence[Word], affirmed: Sequence[Word]) -> bool:
    """Whether every word of the denial has a like one in what the other affirms, and nothing limits it."""
    if any(w.text.lower() in lexicon("polarity")["limiting"] for w in denied):
        return False
    return all(any(_same(w, v) for v in affirmed) for w in denied if w.pos in _CONTENT)


def _same(x: Word, y: Word) -> bool:
    if not concepts(x.lemma).isdisjoint(concepts(y.lemma)):
        return True
    country = gazetteer().country_of(x.text) if x.text[:1].isupper() else None
    return country is not None and country == gazetteer().country_of(y.text)


def _link(
    pair: ClaimPair, about: Definition, slot: str, a: Holding, b: Holding, kind: Kind, said: Comparison
) -> Link:
    name = pair.entities.by_number[about.subject].name if isinstance(about.subject, int) else about.subject
    return Link(kind, slot, a, b, said, _SURE, f"both say of {name}: {slot}")
