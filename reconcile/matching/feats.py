"""Feats: what one party alone did in a story, and who is said to have done it, in whatever words.

"Converted from the spot" and "the penalty was scored by" tell of one feat, and name who did it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reconcile.claims.model import Claim, EntityKind, Mention, Participant
from reconcile.lexicon import lexicon
from reconcile.matching.outcomes import outcomes
from reconcile.matching.profiles import Profile, read_once
from reconcile.matching.tellings import tells, verbs

_VERBS = {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Feat:
    """A feat that a claim tells of, its doers, and what it was done to, where that tells one such feat from another."""

    name: str
    doers: tuple[Participant, ...]
    things: tuple[Participant, ...] | None


@dataclass(frozen=True, slots=True)
class _Telling:
    """A phrase of the lexicon: the words behind its verb, and the slot in which the doer stands."""

    feat: str
    slot: str
    to_things: bool
    rest: tuple[str, ...]


@read_once
def feats(profile: Profile) -> tuple[Feat, ...]:
    """The feats that a claim gives to somebody, each once."""
    claim = profile.claim
    if claim.quoted or claim.denial or claim.negated:
        return ()
    return tuple({feat.name: feat for feat in _told(profile)}.values())


def _told(profile: Profile) -> Iterator[Feat]:
    for verb, behind in verbs(profile):
        for telling in _tellings().get(verb, ()):
            doers = _doers(profile, telling.slot)
            if (
                doers
                and not (telling.to_things and _finds_so(profile))
                and tells(profile, behind, telling.rest)
            ):
                things = tuple(_in_slot(profile, "patient")) if telling.to_things else None
                yield Feat(telling.feat, doers, things)


def _finds_so(profile: Profile) -> bool:
    """ "Found him guilty", "found the door locked"."""
    return any(outcome.matter in lexicon("feats")["found_so"] for outcome in outcomes(profile))


def _doers(profile: Profile, slot: str) -> tuple[Participant, ...]:
    """Who stands in a slot, by name where the sentence gives it, before "who" or behind a comma."""
    found = [p for p in _in_slot(profile, slot) if not p.pronoun or p.mention]
    singled_out = _singled_out(profile.claim) if found and slot == "agent" else None
    if singled_out is not None:
        return (replace(found[0], span=singled_out.span, mention=singled_out),)
    return tuple(_with_name(profile.claim, p) for p in found)


def _singled_out(claim: Claim) -> Mention | None:
    """Lind, of "It was Lind, a baker from Oslo, who": the parser may take who for Oslo."""
    words = [w for w in claim.wording.words if claim.sentence.contains(w.span)]
    if [w.text.lower() for w in words[:2]] != ["it", "was"] or claim.predicate.span == words[1].span:
        return None
    return next(
        (m for m in claim.wording.mentions if m.span.start == words[2].span.start and not m.pronoun), None
    )


def _with_name(claim: Claim, described: Participant) -> Participant:
    """ "His opponent, Ada Lind, …" by her name; not where what follows the name is told of her anew."""
    words = [w for w in claim.wording.words if w.span.start >= described.span.end]
    if described.mention or [w.text for w in words[:1]] != [","]:
        return described
    for m in claim.wording.mentions:
        after = [w for w in words if w.span.start >= m.span.end][:1]
        if len(words) > 1 and m.span.start == words[1].span.start and m.kind is EntityKind.PERSON:
            return (
                described if after and after[0].pos in _VERBS else replace(described, span=m.span, mention=m)
            )
    return described


def _in_slot(profile: Profile, slot: str) -> Iterator[Participant]:
    return (p for p in profile.claim.participants if p.slot == slot)


@cache
def _tellings() -> Mapping[str, Sequence[_Telling]]:
    """For each verb the phrases that begin with it."""
    found: dict[str, list[_Telling]] = defaultdict(list)
    for name, listed in lexicon("feats")["feats"].items():
        for entry in listed["told"]:
            for verb, *rest in (deed.split() for deed in entry["deeds"]):
                found[verb].append(_Telling(name, entry["by"], bool(listed.get("of")), tuple(rest)))
    return found


def is_of_its_kind(feat: str, flag: str) -> bool:
    """Whether a feat is marked in rules/lexicon/feats.yaml: `once`, `exact`."""
    return bool(lexicon("feats")["feats"][feat].get(flag))


@read_once
def singles_out(profile: Profile) -> bool:
    """Whether a claim's sentence says that this doer and no other did it: "it was Lind who", "first"."""
    return _says(profile, "singling")


@read_once
def adds(profile: Profile) -> bool:
    """Whether a claim's sentence leaves room for another who did the like: "too", "a complaint of his own"."""
    return _says(profile, "adding")


def _says(profile: Profile, section: str) -> bool:
    words = " ".join(w.text.lower() for w in profile.claim.wording.words)
    return any(f" {cue} " in f" {words} " for cue in lexicon("feats")[section])
