"""How a claim tells something: its verbs, and whether it holds a phrase of the lexicon, such as "win appeal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.claims.model import Participant, Word
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import Profile, predicates, read_once

_CORE = ("patient", "agent", "attribute")
_NEAR = 8  # words behind the verb in which the rest of a phrase stands
_BREAKING = {"VERB", "AUX", "SCONJ"}  # with them another clause begins
_RELATIVE = {"which", "that"}


def verbs(profile: Profile) -> Iterator[tuple[str, Sequence[Word]]]:
    """The verbs that tell what happened, with the words behind them; of "failed to reach" the second one."""
    behind = _behind(profile)
    carried = predicates(profile) & _carrying() and [w.text.lower() for w in behind[:1]] == ["to"]
    if carried and len(behind) > 1:
        yield behind[1].lemma, behind[2:]
    else:
        yield from ((verb, behind) for verb in sorted({p.split()[0] for p in predicates(profile)}))


@cache
def _carrying() -> frozenset[str]:
    return frozenset([*lexicon("polarity")["failing"], *lexicon("outcomes")["carrying"]])


def tells(profile: Profile, behind: Sequence[Word], rest: Sequence[str]) -> bool:
    """Whether the words of a phrase are what it is done to or said of, or stand behind the verb in their order."""
    wanted = [word for word in rest if word not in _spoken_of(profile)]
    for word in behind[:_NEAR] if wanted else ():
        forms = {word.lemma, word.text.lower()}
        if wanted[0] in forms:
            wanted.pop(0)
        elif word.pos in _BREAKING:
            return False
        if not wanted:
            return True
    return not wanted


@read_once
def _behind(profile: Profile) -> Sequence[Word]:
    claim = profile.claim
    return [w for w in claim.wording.words if w.span.start > claim.predicate.span.start]


@read_once
def core_of(profile: Profile) -> Sequence[Participant]:
    """What is done by whom to whom: patients, then agents, then what is said of them."""
    return [p for slot in _CORE for p in profile.claim.participants if p.slot == slot]


@read_once
def _spoken_of(profile: Profile) -> frozenset[str]:
    """The nouns of a claim's parties with what describes them; of "the penalty, which he put away" the penalty."""
    told = {word for p in core_of(profile) for word in (p.head, *p.modifiers)}
    relative = [p for p in core_of(profile) if p.head in _RELATIVE]
    return frozenset(told.union(*(_antecedent(profile, p) for p in relative)))


def _antecedent(profile: Profile, pronoun: Participant) -> list[str]:
    nouns = (w for w in profile.claim.wording.words if w.pos == "NOUN" and w.span.end <= pronoun.span.start)
    return [w.lemma for w in nouns][-1:]
