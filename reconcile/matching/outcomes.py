"""Outcomes: matters that end in one of two ways, and which end a claim tells of, whatever words it finds for it.

"Was acquitted" and "walked out of court free" tell of one end of a trial, "was found guilty" of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from reconcile.claims.model import Participant
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import Profile, read_once
from reconcile.matching.tellings import core_of, tells, verbs
from reconcile.matching.vetoes import ranking

_SECTIONS = (
    ("one", True, False),
    ("other", False, False),
    ("one_told", True, True),
    ("other_told", False, True),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One end of a matter: `end` tells which of the two. Nobody bears what a whole body does, such as voting as one."""

    matter: str
    end: bool
    bearers: tuple[Participant, ...]  # to whom or what it happened, the best known first


@dataclass(frozen=True, slots=True)
class _Ending:
    """A phrase of the lexicon: the words behind its verb, and the end of the matter that they tell."""

    matter: str
    end: bool
    rest: tuple[str, ...]
    whole: bool  # tells it without naming what the matter is about


@dataclass(frozen=True, slots=True)
class Matter:
    """See `matters` in rules/lexicon/outcomes.yaml."""

    things: tuple[tuple[str, ...], ...]  # what it is about, the noun last
    changing: bool = False
    again: bool = False
    synonyms: bool = False
    many: bool = False
    decided: bool = False
    sided: bool = False
    borne: bool = True
    doing: bool = False


@cache
def matters() -> Mapping[str, Matter]:
    """The matters that are known to end in one of two ways."""
    return {name: _matter(entry) for name, entry in lexicon("outcomes")["matters"].items()}


def _matter(entry: Mapping[str, Any]) -> Matter:
    things = tuple(tuple(thing.split()) for thing in entry.get("of", ()))
    flags = {f.name: bool(entry.get(f.name, f.default)) for f in fields(Matter) if f.name != "things"}
    return Matter(things, **flags)


@read_once
def outcomes(profile: Profile) -> tuple[Outcome, ...]:
    """The ends of matters that a claim tells of; none where it may as well be the other end."""
    if profile.claim.quoted or profile.claim.denial:
        return ()
    told: dict[str, list[tuple[_Ending, Sequence[Participant]]]] = defaultdict(list)
    for ending in _endings_told(profile):
        about = _about(profile, ending)
        if about is not None:
            told[ending.matter].append((ending, about))
    return tuple(_outcomes(profile, told))


def _outcomes(
    profile: Profile, told: Mapping[str, Sequence[tuple[_Ending, Sequence[Participant]]]]
) -> Iterator[Outcome]:
    for matter, found in told.items():
        longest = max(len(ending.rest) for ending, _ in found)
        best = [(ending, about) for ending, about in found if len(ending.rest) == longest]
        ends = {ending.end != _is_denied(profile, ending) for ending, _ in best}
        if len(ends) == 1:
            yield Outcome(matter, ends.pop(), tuple(best[0][1]))


def _is_denied(profile: Profile, ending: _Ending) -> bool:
    """Whether the claim denies the ending; a phrase with "not" in it says so itself."""
    return profile.claim.negated and "not" not in ending.rest


def _endings_told(profile: Profile) -> Iterator[_Ending]:
    for verb, behind in verbs(profile):
        yield from (e for e in _endings().get(verb, ()) if tells(profile, behind, e.rest))


@cache
def _endings() -> Mapping[str, Sequence[_Ending]]:
    """For each verb the phrases that begin with it."""
    found: dict[str, list[_Ending]] = defaultdict(list)
    for name, entry in lexicon("outcomes")["matters"].items():
        for section, end, whole in _SECTIONS:
            for verb, *rest in (phrase.split() for phrase in entry.get(section, ())):
                found[verb].append(_Ending(name, end, tuple(rest), whole))
    return found


def _about(profile: Profile, ending: _Ending) -> Sequence[Participant] | None:
    """Who or what bears the outcome; None where it is of nothing that the matter is about."""
    matter, core = matters()[ending.matter], core_of(profile)
    if ending.whole or not matter.borne:
        return ()
    if matter.things:
        return [p for p in _spoken_of(core, matter) if _is_one_of(profile, p, matter.things)] or None
    free = [p for p in core if p.head not in ending.rest and p.slot != "attribute"]
    patients = [p for p in free if p.slot == "patient"]
    agents = [p for p in free if p.slot == "agent"]
    undergoing = profile.predicate in lexicon("outcomes")["undergoing"]
    return agents if undergoing and not any(p.mention for p in patients) else patients or agents


def _spoken_of(core: Sequence[Participant], matter: Matter) -> Iterator[Participant]:
    """What does it or what it is done to; of "there was an alarm" what there was."""
    there = any(p.head == "there" for p in core)
    slots = (
        {"agent"} if matter.doing else {"agent", "patient", "attribute"} if there else {"agent", "patient"}
    )
    return (p for p in core if p.slot in slots)


def _is_one_of(profile: Profile, participant: Participant, things: Sequence[Sequence[str]]) -> bool:
    """Whether a participant is one of some things: for "distress call", a call described as one of distress."""
    claim = profile.claim
    before = claim.text[: max(0, participant.span.start - claim.span.start)].rstrip().lower()
    return any(
        participant.head == noun
        and (participant.modifiers.issuperset(describing) or before.endswith(" ".join(describing)))
        for *describing, noun in things
    )


def of_two_stages(a: Profile, b: Profile) -> bool:
    """Whether the claims tell of two of several decisions on a matter: "was convicted", "was acquitted on appeal"."""
    return _stages(a) != _stages(b)


@read_once
def _stages(profile: Profile) -> frozenset[str]:
    """The words of a claim by which the first of several decisions is told from a later one."""
    claim, known = profile.claim, lexicon("outcomes")
    words = {w.lemma for w in claim.wording.words if claim.span.contains(w.span)}
    counted = (p.modifiers & ranking() for p in claim.participants if p.head in known["turns"])
    spoken_of = {profile.predicate, *(p.head for p in core_of(profile))}
    return frozenset((words.intersection(known["stages"]) - spoken_of).union(*counted))
