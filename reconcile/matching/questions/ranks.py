"""Ranks that answer a question: "the world's third largest producer", "their second title"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from reconcile.claims.model import BoundValue
from reconcile.facets.quantity import Quantity
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer, Bearer
from reconcile.matching.questions.bearers import bearer
from reconcile.matching.questions.phrases import before, behind

_ORDINAL = "ordinal"
_TITLES = "titles"
_SCOPING = {"since", "of", "in", "this"}


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
    """Whether it tells how many a winner has won by now: "their second cup", "won the cup for the third time".

    Not how many of a season, or since another: "the first title since 2019".
    """
    titles = lexicon("questions")[_TITLES]
    if any(w.text.lower() in _SCOPING for w in behind(profile, bound.span)[1:2]):
        return False
    if bound.head in titles["nouns"]:
        return profile.predicate in {*titles["deeds"], *lexicon("deeds")["being"]}
    won = (p.head for p in profile.claim.participants if p.slot == "patient")
    return (
        bound.head == "time"
        and profile.predicate in titles["deeds"]
        and any(n in titles["nouns"] for n in won)
    )


def _kind(profile: Profile, bound: BoundValue) -> str:
    """The size and the things among which it ranks: "large producer", of "the world's third largest producer".

    With the place where it does, unless that is the world: "large producer of norway".
    """
    words = [w for w in behind(profile, bound.span) if w.text != "-"]
    if len(words) < 2 or words[0].text.lower() not in lexicon("questions")["superlatives"]:
        return ""
    nouns = list(takewhile(lambda w: w.pos in {"NOUN", "ADJ", "PROPN"}, words[1:]))
    rest = words[1 + len(nouns) :]
    scope = rest[1].lemma if len(rest) > 1 and rest[0].lemma == "in" else _owner(profile, bound)
    return " ".join([words[0].lemma, nouns[-1].lemma, *(["of", scope] if scope else [])]) if nouns else ""


def _owner(profile: Profile, bound: BoundValue) -> str:
    """The place of which something is the largest: norway, of "Norway's largest"."""
    words = before(profile, bound.span)
    owned = len(words) > 1 and words[-1].text in {"'s", "’s"} and words[-2].lemma != "world"
    return words[-2].lemma if owned else ""
