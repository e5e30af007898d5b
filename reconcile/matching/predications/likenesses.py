"""Whether a word says what another one says: the same word, a synonym, one made of the other, or a narrower one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from unicodedata import normalize

from reconcile.facets.place import gazetteer
from reconcile.facets.role.vocabulary import vocabulary
from reconcile.lexicon import by_word, lexicon
from reconcile.matching.profiles import alike


def says(word: str, wanted: str) -> bool:
    """Whether what is called `word` is rightly called `wanted` too: an actress an actor, a rapper a musician."""
    a, b = (normalize("NFC", w).lower() for w in (word, wanted))
    return alike(a, b) or b in derived(a) or b in _wider(a) or _one_country(word, wanted)


def does(doer: str, verb: str) -> bool:
    """Whether a noun is for somebody who does what the verb says: `writer`, `write`."""
    done = {v for name in {doer, *_wider(doer)} for v in _done_by().get(name, ())}
    return any(alike(v, wanted) for v in {doer, *done} for wanted in {verb, *derived(verb)})


def is_doer(noun: str) -> bool:
    """Whether a noun is for somebody by what they do."""
    return noun in _done_by() or noun in _terms()


@cache
def derived(word: str) -> frozenset[str]:
    """The verb that a noun of doing is made of, and the nouns made of a verb: `perform`, `performance`."""
    return _families().get(word, frozenset())


def _one_country(a: str, b: str) -> bool:
    if not (a[:1].isupper() and b[:1].isupper()):
        return False
    country = gazetteer().country_of(a)
    return country is not None and country == gazetteer().country_of(b)


@cache
def _wider(word: str) -> frozenset[str]:
    """The words that fit whatever a word fits: of an occupation, or of a way of doing something."""
    found = set(_terms().get(word, ()))
    for table in ("wider", "implied"):
        found.update(wide for wide, narrow in lexicon("stance")[table].items() if word in narrow)
    return frozenset(found)


@cache
def _terms() -> Mapping[str, frozenset[str]]:
    """For each single word for an office or an occupation, the words that fit its holder too."""
    found: dict[str, set[str]] = defaultdict(set)
    for words, term in vocabulary().terms.items():
        if len(words) == 1:
            found[words[0]] |= {term.office.name, *term.office.wider}
    return {word: frozenset(wider) for word, wider in found.items()}


@cache
def _families() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for verb, nouns in lexicon("derivations")["deeds"].items():
        found[verb].update(nouns)
        for noun in nouns:
            found[noun].add(verb)
    return {word: frozenset(words) for word, words in found.items()}


@cache
def _done_by() -> Mapping[str, frozenset[str]]:
    return by_word(lexicon("derivations")["doers"].items())
