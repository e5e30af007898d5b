"""Linking definitions of one subject: its dates, its country, where it lies, who made it, what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Mention, Word
from reconcile.facets.period import Period
from reconcile.facets.place import gazetteer
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, concepts
from reconcile.matching.subjects import Holding
from reconcile.matching.wordings.definitions import Definition, define
from reconcile.matching.wordings.doers import done
from reconcile.matching.wordings.opposing import opposed
from reconcile.matching.wordings.phrases import ends_with
from reconcile.matching.wordings.traits import Trait

_SURE = 0.9
_CONTENT = {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV"}


def link_definitions(pair: ClaimPair) -> Iterator[Link]:
    """What two sentences say differently of what their one subject is."""
    if pair.a.claim.document == pair.b.claim.document:
        return
    for ours in _definitions(pair.a, pair.entities):
        for theirs in _definitions(pair.b, pair.entities):
            one = ours.subject == theirs.subject or _is_one_name(ours, theirs)
            if one and not _are_two_works(pair):
                yield from _opposed(pair, ours, theirs)
                yield from _denied(pair, ours, theirs)


def _definitions(profile: Profile, entities: Entities) -> Iterator[Definition]:
    """What the sentence says of its subject, and of what somebody did something to."""
    if found := define(profile, entities):
        yield found
    for thing, trait in done(profile.claim):
        subject = entities.of(profile.claim.document, thing)
        yield Definition(subject, (trait,), None, (), (), thing.name.normal, True)


def _is_one_name(ours: Definition, theirs: Definition) -> bool:
    """Whether one name is taken for a person here and for a firm there."""
    named = isinstance(ours.subject, int) and isinstance(theirs.subject, int)
    return named and ours.name.casefold() == theirs.name.casefold()


def _are_two_works(pair: ClaimPair) -> bool:
    """Whether the sentences tell of works of two sorts, such as a film and a novel, which may share a title."""
    ours, theirs = (_sorts(p.told) for p in (pair.a, pair.b))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _sorts(words: frozenset[str]) -> set[int]:
    return {n for n, sort in enumerate(lexicon("definitions")["titled"]) if not words.isdisjoint(sort)}


def _opposed(pair: ClaimPair, ours: Definition, theirs: Definition) -> Iterator[Link]:
    for slot in sorted({t.slot for t in ours.traits} & {t.slot for t in theirs.traits}):
        found = opposed(ours.traits, theirs.traits, slot)
        if found and not _may_change(pair, ours, theirs, slot) and not _is_of_two(pair, ours, slot):
            x, y, comparison = found
            yield _link(pair, ours, slot, _held(pair.a, x), _held(pair.b, y), x.kind, comparison)


def _may_change(pair: ClaimPair, ours: Definition, theirs: Definition, slot: str) -> bool:
    """Whether it is what something was and what it is now, or somebody's whereabouts.

    Towns and firms are often taken for people, unless a sentence calls them towns or says where they have their seat.
    """
    if slot.startswith("kind: "):
        return ours.now != theirs.now
    if slot != "site" or not isinstance(ours.subject, int):
        return False
    if any(w.lemma in lexicon("definitions")["of_bodies"] for d in (ours, theirs) for w in d.rest[:1]):
        return False
    fixed = any(ends_with(d.complement, lexicon("definitions")["sites"]) for d in (ours, theirs))
    return pair.entities.by_number[ours.subject].kind is EntityKind.PERSON and not fixed


def _is_of_two(pair: ClaimPair, ours: Definition, slot: str) -> bool:
    """Whether a name stands for a country and for a city, so that each may be meant: Luxembourg, New York."""
    if slot != "kind: territory" or not isinstance(ours.subject, int):
        return False
    name = pair.entities.by_number[ours.subject].name
    return len({site.kind for site in gazetteer().senses(name)}) > 1


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
