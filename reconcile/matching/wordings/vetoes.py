"""Why two definitions that differ may both hold: two bearers of one name, or one thing at two times."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from reconcile.claims.model import EntityKind, Word
from reconcile.facets.place import Place, gazetteer
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile, alike
from reconcile.matching.wordings.adjectives import NATIONALITY
from reconcile.matching.wordings.definitions import Definition
from reconcile.matching.wordings.opposing import Opposed
from reconcile.matching.wordings.phrases import ends_with


def are_two_works(a: Profile, b: Profile) -> bool:
    """Whether the sentences tell of works of two sorts, such as a film and a novel, which may share a title."""
    ours, theirs = _sorts(a.told), _sorts(b.told)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _sorts(words: frozenset[str]) -> set[int]:
    return {n for n, sort in enumerate(lexicon("definitions")["titled"]) if not words.isdisjoint(sort)}


def may_both_hold(entities: Entities, ours: Definition, theirs: Definition, found: Opposed) -> bool:
    """Whether what differs may be said of two that are called alike, or has changed."""
    slot = found[0].slot
    if slot.startswith("kind: ") and ours.now != theirs.now:
        return True
    if not isinstance(ours.subject, int):
        return False
    subject = entities.by_number[ours.subject]
    is_person = subject.kind is EntityKind.PERSON
    if slot == "site":
        return _has_moved(ours, theirs, is_person) or _lies_in_both(subject.name, found)
    if slot == "kind: territory":
        return len({site.kind for site in gazetteer().senses(subject.name)}) > 1
    return slot == NATIONALITY and _are_namesakes(ours, theirs)


def _has_moved(ours: Definition, theirs: Definition, is_person: bool) -> bool:
    """Whether it is somebody's or a firm's whereabouts, at two times.

    Towns and firms are often taken for people, unless a sentence calls them towns or says where they have their seat.
    """
    if any(ends_with(d.complement, lexicon("definitions")["sites"]) for d in (ours, theirs)):
        return False
    seated = any(w.lemma in lexicon("definitions")["of_bodies"] for d in (ours, theirs) for w in d.rest[:1])
    return ours.now != theirs.now or (is_person and not seated)


def _lies_in_both(name: str, found: Opposed) -> bool:
    """Whether the map has places of that name in either: Córdoba in Spain, and in Argentina."""
    senses = gazetteer().leading_senses(name)
    values = [t.value for t in found[:2]]
    return all(
        isinstance(v, Place) and any(c.holds(s) for c, s in product(v.senses(), senses)) for v in values
    )


def _are_namesakes(ours: Definition, theirs: Definition) -> bool:
    """Whether the two are called by nouns of which none is alike: a Czech footballer, a Slovak lawyer."""
    xs, ys = _nouns(ours.complement), _nouns(theirs.complement)
    return bool(xs) and bool(ys) and not any(alike(x, y) for x, y in product(xs, ys))


def _nouns(words: Iterable[Word]) -> set[str]:
    return {w.lemma for w in words if w.pos == "NOUN"}
