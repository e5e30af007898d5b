"""Linking definitions of one subject: its dates, its country, where it lies, who made it, what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Mention, Word
from reconcile.facets.period import Period
from reconcile.facets.place import gazetteer
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, concepts
from reconcile.matching.subjects import Holding
from reconcile.matching.wordings.definitions import Definition, define, same_subject
from reconcile.matching.wordings.doers import done
from reconcile.matching.wordings.opposing import opposed
from reconcile.matching.wordings.traits import Trait
from reconcile.matching.wordings.vetoes import are_two_works, may_both_hold

_SURE = 0.9
_CONTENT = {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV"}


def link_definitions(pair: ClaimPair) -> Iterator[Link]:
    """What two sentences say differently of what their one subject is."""
    if pair.a.claim.document == pair.b.claim.document:
        return
    for ours in _definitions(pair.a, pair.entities):
        for theirs in _definitions(pair.b, pair.entities):
            one = same_subject(ours, theirs) or _is_one_name(ours, theirs)
            if one and not are_two_works(pair.a, pair.b):
                yield from _opposed(pair, ours, theirs)
                yield from _denied(pair, ours, theirs)


def _definitions(profile: Profile, entities: Entities) -> Iterator[Definition]:
    """What the sentence says of its subject, and of what somebody did something to."""
    if found := define(profile, entities):
        yield found
    for thing, trait in done(profile.claim):
        subject = entities.of(profile.claim.document, thing)
        yield Definition(subject, "", (trait,), None, (), (), thing.name.normal, True)


def _is_one_name(ours: Definition, theirs: Definition) -> bool:
    """Whether one name is taken for a person here and for a firm there."""
    named = isinstance(ours.subject, int) and isinstance(theirs.subject, int)
    return named and ours.name.casefold() == theirs.name.casefold()


def _opposed(pair: ClaimPair, ours: Definition, theirs: Definition) -> Iterator[Link]:
    slots = sorted({t.slot for t in ours.traits} & {t.slot for t in theirs.traits})
    found: list[Link] = []
    for slot in slots:
        differing = opposed(ours.traits, theirs.traits, slot)
        if differing and not may_both_hold(pair.entities, ours, theirs, differing):
            x, y, comparison = differing
            found.append(_link(pair, ours, slot, _held(pair.a, x), _held(pair.b, y), x.kind, comparison))
    if len(found) < len(slots) or not _two_things(found):
        yield from found


def _two_things(differing: Sequence[Link]) -> bool:
    """Whether all that is said of it differs, in more than one thing: then two films or two people bear one name."""
    ours, theirs = {x.a.place for x in differing}, {x.b.place for x in differing}
    return min(len(ours), len(theirs)) > 1


def _held(profile: Profile, trait: Trait) -> Holding:
    reckoning = trait.value.reckoning if isinstance(trait.value, Period) else ""
    value = trait.value.name if isinstance(trait.value, Mention) else trait.value
    return Holding(profile.claim.document, trait.span, profile.claim.sentence, value, trait.normal, reckoning)


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
