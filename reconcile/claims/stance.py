"""How far a sentence vouches for one of its predicates, by all that governs it: "failed to sign", "plans to sign".

What is denied must be denied plainly: "not yet", "not only", "not all" deny something else, and count as open.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from reconcile.claims.assertion import modality
from reconcile.claims.clauses import is_passive
from reconcile.claims.exceptives import excepted
from reconcile.facets.polarity import Modality
from reconcile.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = {"VBD", "VBZ", "VBP"}
_OBJECTS = {"dobj", "attr", "acomp", "oprd"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}


class Stance(StrEnum):
    """What a sentence does with a predicate."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    OPEN = "open"  # neither, or not plainly


_REVERSED = {Stance.AFFIRMED: Stance.DENIED, Stance.DENIED: Stance.OPEN, Stance.OPEN: Stance.OPEN}


def reverse(held: Stance) -> Stance:
    """The stance of "failed to" towards what follows; what is denied twice is left open."""
    return _REVERSED[held]


@cache
def cues(name: str) -> frozenset[str]:
    """A list of `rules/lexicon/stance.yaml`."""
    return frozenset(lexicon("stance")[name])


def stance(verb: Token) -> Stance:
    """The stance of the sentence towards a verb: its own negation and mood, within what governs it."""
    around = _governed(verb)
    if around is Stance.OPEN or _is_loose(verb):
        return Stance.OPEN
    if not is_negated(verb):
        return around
    return Stance.OPEN if _is_partial(verb) else reverse(around)


def is_negated(verb: Token) -> bool:
    """Whether the clause itself says no: not, never; "made no offer", "is neither a doctor nor a nurse"."""
    if any(_denies(child) for child in verb.children):
        return True
    return any(_is_none(child) for child in verb.children if child.dep_ in _OBJECTS)


def _denies(child: Token) -> bool:
    return child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj"} and child.lower_ in cues("adverbs"))


def _is_none(noun: Token) -> bool:
    return any(
        child.dep_ in {"det", "neg", "preconj"} and child.lower_ in cues("determiners")
        for child in noun.children
    )


def _is_loose(verb: Token) -> bool:
    """Whether the clause is not asserted, or of nobody: may, would, nearly, "no minister", "can", "all but"."""
    if modality(verb) is not Modality.ASSERTED:
        return True
    if any(child.lower_ in cues("loose") for child in verb.children if child.dep_ in {"aux", "advmod"}):
        return True
    subjects = (child for child in verb.children if child.dep_ in _SUBJECTS)
    if any(_is_none(s) or s.lower_ in cues("nobody") for s in subjects):
        return True
    return any(excepted(c) is not None for c in verb.children if c.dep_ in _SUBJECTS | _OBJECTS)


def _is_partial(verb: Token) -> bool:
    """Whether a negation leaves something standing: "not yet", "not only", "not all", "no longer"."""
    limited = _OBJECTS | _SUBJECTS | {"neg", "preconj"}
    beside = [*verb.children, *(g for c in verb.children if c.dep_ in limited for g in c.children)]
    return any(
        token.lower_ in cues("limits")
        and token.dep_ in {"advmod", "det", "predet", "amod", "neg", "mark", "prep", "cc"}
        for token in beside
    )


def is_infinitive(verb: Token) -> bool:
    """ "to sign", "to have been signed"."""
    return verb.tag_ == "VB" or any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _governed(verb: Token) -> Stance:
    """What the words above a verb make of it."""
    above = verb.head
    match verb.dep_:
        case "ROOT" | "parataxis":
            return Stance.AFFIRMED
        case "conj":
            return _joined(verb, above)
        case "relcl" | "acl":
            return _describing(verb, above)
        case "xcomp":
            return _completing(verb, above)
        case "acomp":
            return stance_of(above)
        case "ccomp":
            return Stance.AFFIRMED if _reports(above) else Stance.OPEN
        case "advcl":
            return Stance.OPEN if is_infinitive(verb) else _unless_denied(stance_of(above))
        case "pcomp":
            return _introduced(above)
        case _:
            return Stance.OPEN


def stance_of(token: Token) -> Stance:
    """The stance towards the clause that a word of any kind stands in."""
    for above in (token, *token.ancestors):
        if above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return stance(above)
    return Stance.AFFIRMED


def _unless_denied(around: Stance) -> Stance:
    return around if around is Stance.AFFIRMED else Stance.OPEN


def _joined(verb: Token, first: Token) -> Stance:
    """A verb after "and" has its own negation; after "or" it shares the first one's."""
    if first.pos_ not in {"VERB", "AUX"}:
        return Stance.OPEN
    if any(c.lower_ in {"or", "nor"} for c in first.children if c.dep_ == "cc"):
        return stance(first)
    if verb.tag_ in _FINITE and is_infinitive(first):  # joined to the verb above, whatever the parser says
        return _unless_denied(stance_of(first.head))
    shared = is_infinitive(verb) and not any(c.dep_ in _SUBJECTS for c in verb.children)
    return _unless_denied(stance(first)) if shared else _governed(first)


def _describing(verb: Token, noun: Token) -> Stance:
    """What describes a noun holds where there is such a thing: not in "no film directed by", "a plan to sell"."""
    if verb.dep_ == "acl" and is_infinitive(verb):
        ranked = any(c.lemma_.lower() in cues("ranks") for c in (noun, *noun.children))
        return _unless_denied(stance_of(noun)) if ranked else Stance.OPEN
    start = verb.left_edge.i
    aside = start > noun.sent.start and noun.doc[start - 1].text == ","
    definite = noun.pos_ == "PROPN" or any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
    return Stance.AFFIRMED if definite or aside else _unless_denied(stance_of(noun))


def _completing(verb: Token, above: Token) -> Stance:
    lemma = above.lemma_.lower()
    around = stance_of(above)
    if is_infinitive(verb) and (lemma in cues("failing") or is_awaited(verb)):
        return reverse(around)
    if not is_infinitive(verb):
        return reverse(around) if lemma in cues("avoiding") else around
    return around if lemma in cues("achieving") else Stance.OPEN


def is_awaited(verb: Token) -> bool:
    """Whether a verb is still to come: "has yet to sign"."""
    above = verb.head
    return (
        verb.dep_ == "xcomp"
        and above.lemma_.lower() in {"have", "be"}
        and any(c.lower_ == "yet" for c in (*above.children, *verb.children))
    )


def _reports(above: Token) -> bool:
    return above.lemma_.lower() in lexicon("polarity")["reporting"] and stance(above) is Stance.AFFIRMED


def _introduced(preposition: Token) -> Stance:
    """A verb in -ing after a preposition: "without paying", "incapable of paying", "known for paying"."""
    word, above = preposition.lower_, preposition.head
    if word in cues("granting"):
        return Stance.AFFIRMED
    around, lemma = stance_of(above), above.lemma_.lower()
    if word == "without" or (word == "before" and lemma in cues("ending")):
        return reverse(around)
    if word in {"of", "from"} and (lemma in cues("unable") or (lemma in cues("kept") and is_passive(above))):
        return reverse(around)
    return _unless_denied(around) if word in cues("realising") else Stance.OPEN
