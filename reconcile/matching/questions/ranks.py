"""Ranks that answer a question: "the world's third largest producer", "their second title"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.model import BoundValue
from reconcile.facets.quantity import Quantity
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer, Bearer
from reconcile.matching.questions.bearers import bearer
from reconcile.matching.questions.phrases import behind

_ORDINAL = "ordinal"
_TITLES = "titles"
_TITLES = "titles"


def ranks(profile: Profile) -> Iterator[Answer]:
    """The ranks that a claim gives by some size among things of a kind, and how many titles somebody has won."""
    for bound in profile.claim.quantities:
        if not isinstance(bound.value, Quantity) or bound.value.dimension != _ORDINAL:
            continue
        if kind := _kind(profile, bound):
            said_of = profile.predicate in lexicon("deeds")["being"]
            owner = bearer(profile, bound.span) if said_of else Bearer()
            yield Answer(f"rank: {kind}", bound.value, bound.span, owner, bound)
        elif _is_title(profile, bound):
            owner = bearer(profile, bound.span, lexicon("questions")[_TITLES]["nouns"])
            yield Answer(_TITLES, bound.value, bound.span, owner, bound)


def _is_title(profile: Profile, bound: BoundValue) -> bool:
    """Whether it tells how many a winner has won by now: "their second cup", "won the cup for the third time"."""
    titles = lexicon("questions")[_TITLES]
    if bound.head in titles["nouns"]:
        return profile.predicate in {*titles["deeds"], *lexicon("deeds")["being"]}
    won = (p.head for p in profile.claim.participants if p.slot == "patient")
    return (
        bound.head == "time"
        and profile.predicate in titles["deeds"]
        and any(n in titles["nouns"] for n in won)
    )


def _kind(profile: Profile, bound: BoundValue) -> str:
    """The size and the things among which it ranks: "large producer", of "third largest salmon producer"."""
    words = [w for w in behind(profile, bound.span) if w.text != "-"]
    if len(words) < 2 or words[0].text.lower() not in lexicon("questions")["superlatives"]:
        return ""
    noun = ""
    for word in words[1:]:
        if word.pos not in {"NOUN", "ADJ", "PROPN"}:
            break
        noun = word.lemma
    return f"{words[0].lemma} {noun}" if noun else ""
