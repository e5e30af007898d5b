"""Parties: who does a deed, who else is party to it and what changes hands, however the clause words it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.claims.model import Claim, Participant
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import filling, named
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import Profile, predicates, read_once

_UNDER = re.compile(r"\b(?:under[- ]?|u-?)(\d\d)s?\b", re.IGNORECASE)  # a contest's class by age: "under-17"

_Parties = tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """One reading of a claim. Only readings of one sense compare."""

    sense: str  # the frame by which it is read; empty where it is read as worded
    doers: _Parties
    others: _Parties
    things: _Parties  # what changes hands
    slots: frozenset[str]  # in which the parties stand; none where it is read as worded
    doer: Participant | None  # the one that does it, or the only one of several that is named
    other: Participant | None  # likewise


@read_once
def readings(profile: Profile) -> tuple[Deed, ...]:
    """The claim as worded, with the patient or whom a preposition introduces as the other party; then by its frames."""
    return tuple(_readings(profile))


def _readings(profile: Profile) -> Iterator[Deed]:
    claim = profile.claim
    doers = tuple(filling(profile, "agent")) or _authors(claim)
    for slot in ("patient", *sorted({p.slot for p in claim.participants if p.mention} & _other_party())):
        others = tuple(filling(profile, slot))
        yield _deed(claim, "" if slot == "patient" else slot, doers, others)
    words = {*profile.deeds, *predicates(profile)}
    for sense, frames in lexicon("deeds")["frames"].items():
        yield from (
            _framed(profile, sense, frame) for frame in frames if not words.isdisjoint(frame["deeds"])
        )


def _authors(claim: Claim) -> tuple[Participant, ...]:
    """Who is named as the doer of a noun's deed after it: "The raid was the work of a group called Norlys"."""
    after = [w for w in claim.wording.words if w.span.start >= claim.span.end] if claim.nominal else []
    said = " ".join(w.text.lower() for w in after)
    cue = next((c for c in lexicon("deeds")["authorship"] if said.startswith(f"{c} ")), "")
    names = [m for m in claim.wording.mentions if cue and m.span.start >= after[len(cue.split())].span.start]
    return tuple(Participant("agent", m.name.tokens[-1].lower(), m.span, m) for m in names[:1])


def _framed(profile: Profile, sense: str, frame: Mapping[str, Sequence[str]]) -> Deed:
    doers, others, things = (
        tuple(p for slot in frame.get(role, ()) for p in filling(profile, slot))
        for role in ("doer", "other", "thing")
    )
    if "agent" in frame["doer"]:
        doers = doers or _authors(profile.claim)
    return _deed(profile.claim, sense, doers, others, things, frozenset([*frame["doer"], *frame["other"]]))


def _deed(
    claim: Claim,
    sense: str,
    doers: _Parties,
    others: _Parties,
    things: _Parties = (),
    slots: frozenset[str] = frozenset(),
) -> Deed:
    return Deed(sense, doers, others, things, slots, _lone(claim, doers), _lone(claim, others))


def _lone(claim: Claim, found: _Parties) -> Participant | None:
    telling = [p for p in found if named(claim, p)] or [p for p in found if not p.pronoun]
    return telling[0] if len(telling) == 1 else None


@cache
def _other_party() -> frozenset[str]:
    return frozenset(lexicon("deeds")["other_party"])


def other_class(pair: ClaimPair) -> bool:
    """Whether the claims tell of two classes of one contest: the men's final and the women's, under 17 and under 20."""
    if _ages(pair.a) != _ages(pair.b):
        return True
    ours, theirs = _class_words(pair.a), _class_words(pair.b)
    if not ours or not theirs:
        return False
    return any(
        ours & set(one) and theirs & set(other)
        for group in lexicon("deeds")["classes"]
        for one in group
        for other in group
        if one is not other
    )


@read_once
def _ages(profile: Profile) -> frozenset[str]:
    return frozenset(_UNDER.findall(profile.claim.text))


@read_once
def _class_words(profile: Profile) -> frozenset[str]:
    """Words for a class among those that describe what takes part in a claim, but not its doers."""
    described = (m for p in profile.claim.participants if p.slot != "agent" for m in p.modifiers)
    return _classes().intersection(described)


@cache
def _classes() -> frozenset[str]:
    return frozenset(word for group in lexicon("deeds")["classes"] for one in group for word in one)
