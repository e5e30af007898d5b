"""Linking what one claim affirms and another denies: negated against asserted, and opposite predicates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim, Participant
from reconcile.facets.polarity import Side, opposite, opposites, stances
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import (
    CORE,
    compare_slot,
    filling,
    other_circumstances,
    other_nouns,
    retold,
    same_deed,
    told_of_one_time,
)
from reconcile.matching.identity import one_event
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.outcomes import of_two_stages
from reconcile.matching.predications import says_otherwise
from reconcile.matching.profiles import Profile, alike, predicates, read_once
from reconcile.matching.stories import befall_of_kind, befall_one
from reconcile.matching.subjects import Holding
from reconcile.text import Span

_REACH = 40  # characters before a predicate in which its negator stands
_CHANGING = {
    "yet",
    "still",
    "already",
    "only",
    "just",
    "merely",
    "until",
    "longer",
    "always",
    "usually",
    "often",
    "sometimes",
}


@dataclass(frozen=True, slots=True)
class _Reversal:
    """Words of one claim and words of the other that say the reverse. Spans in the documents."""

    a: Span
    b: Span
    detail: str
    slot: str = ""  # the one that holds the reversal; empty where the predicate does


def link_polarity(pair: ClaimPair) -> Iterator[Link]:
    """What one document affirms and another denies of the same parties at the same time.

    A denial is its speaker's, and what sources say of one another is no contradiction between documents.
    """
    if pair.one_voice or _is_hearsay(pair) or _is_passing(pair):
        return
    reversal = next(_reversals(pair), None)
    if reversal is None or not _of_one_thing(pair, reversal):
        return
    identity = one_event(_levelled(pair), Kind.POLARITY)
    if identity:
        a, b = _holding(pair.a, reversal.a), _holding(pair.b, reversal.b)
        comparison = Comparison(Agreement.DIFFER, reversal.detail)
        yield Link(Kind.POLARITY, "polarity", a, b, comparison, identity.confidence, identity.why)


def _is_hearsay(pair: ClaimPair) -> bool:
    """Whether one is a denial or an opinion in quotation marks, or the two are told by different speakers."""
    claims = (pair.a.claim, pair.b.claim)
    if any(c.denial or c.quoted or (c.negated and c.speaker) for c in claims):
        return True
    return all(c.speaker for c in claims) and any(c.negated for c in claims)


def _is_passing(pair: ClaimPair) -> bool:
    """Whether one says that it is so only in part or for now: "has not yet resigned", "did not only sing"."""
    a, b = pair.a, pair.b
    return _changes(a) or _changes(b) or _denies_in_part(a, b) or _denies_in_part(b, a)


def _denies_in_part(denying: Profile, affirming: Profile) -> bool:
    """Whether one denies no more than how far it went, or that it was so earlier: "nobody was badly hurt" beside
    "ten were hurt", "had never won before" beside "won"."""
    return denying.claim.negated and not _measured(denying) <= _measured(affirming)


@read_once
def _measured(profile: Profile) -> frozenset[str]:
    """The words by which a claim says how far, or how early."""
    return frozenset(lexicon("polarity")["measured"]).intersection(w.lemma for w in profile.claim.words)


@read_once
def _changes(profile: Profile) -> bool:
    return not _CHANGING.isdisjoint(profile.claim.text.lower().split())


def _reversals(pair: ClaimPair) -> Iterator[_Reversal]:
    yield from _opposite_predicates(pair)
    yield from _negated_predicate(pair)
    if same_deed(pair) and pair.a.claim.negated == pair.b.claim.negated:
        for slot in ("attribute", *CORE):
            yield from _opposite_fillers(pair, slot)


def _opposite_predicates(pair: ClaimPair) -> Iterator[_Reversal]:
    a, b = pair.a.claim, pair.b.claim
    if a.negated or b.negated:
        return
    if not _stances(pair.a).isdisjoint(_opposites(pair.b)):
        detail = f"'{a.words_of_predicate}' and '{b.words_of_predicate}' are opposites."
        yield _Reversal(a.predicate.span, b.predicate.span, detail)


@read_once
def _stances(profile: Profile) -> frozenset[Side]:
    """The sides on which a claim's predicates stand in pairs of opposites."""
    return frozenset().union(*map(stances, predicates(profile)))


@read_once
def _opposites(profile: Profile) -> frozenset[Side]:
    """The other sides of those pairs."""
    return frozenset().union(*map(opposites, predicates(profile)))


def _negated_predicate(pair: ClaimPair) -> Iterator[_Reversal]:
    a, b = pair.a.claim, pair.b.claim
    one_deed = same_deed(pair) or pair.in_story
    if a.negated != b.negated and one_deed and not says_otherwise(pair, a.predicate.lemma):
        ours, theirs = _with_negator(a), _with_negator(b)
        said = f"'{_words(a, ours)}' and '{_words(b, theirs)}'"
        yield _Reversal(ours, theirs, f"{said}: one says that it is so, the other that it is not.")


def _opposite_fillers(pair: ClaimPair, slot: str) -> Iterator[_Reversal]:
    """Opposite words in one slot: "posted a rise" and "posted a fall", "was guilty" and "was innocent"."""
    for x in filling(pair.a, slot):
        for y in filling(pair.b, slot):
            if opposite(x.head, y.head) or (
                not (x.mention or y.mention) and alike(x.head, y.head) and _modified_otherwise(x, y)
            ):
                said = f"'{_words(pair.a.claim, x.span)}' and '{_words(pair.b.claim, y.span)}'"
                yield _Reversal(x.span, y.span, f"{said} are opposites.", slot)


def _modified_otherwise(x: Participant, y: Participant) -> bool:
    return any(
        opposite(m, n) for m in sorted(x.modifiers - y.modifiers) for n in sorted(y.modifiers - x.modifiers)
    )


def _of_one_thing(pair: ClaimPair, reversal: _Reversal) -> bool:
    """The same parties, in the same circumstances, at one time or in the same words; or one event of a story."""
    if pair.in_story and _befalls_one(pair) and not _two_act(pair) and not _is_decided_again(pair):
        return True
    if not _same_parties(pair, reversal) or other_circumstances(pair) or _moves_elsewhere(pair):
        return False
    if other_nouns(pair) and not _named_party(pair):
        return False
    return pair.time is Agreement.AGREE or (pair.time is Agreement.UNKNOWN and retold(pair))


def _is_decided_again(pair: ClaimPair) -> bool:
    """Whether one is told of another charge, or of a later stage: "acquitted of fraud", "convicted of perjury"."""
    if of_two_stages(pair.a, pair.b):
        return True
    return other_circumstances(pair) and not told_of_one_time(pair)


def _befalls_one(pair: ClaimPair) -> bool:
    """Whether what a story tells once happens to one thing: the same by name or noun, or who is named in one account
    and described in the other, at a time that both give."""
    if pair.time is Agreement.DIFFER:
        return False
    if befall_one(pair.a, pair.b):
        return True
    return told_of_one_time(pair) and (bool(pair.a.around & pair.b.around) or befall_of_kind(pair.a, pair.b))


def _same_parties(pair: ClaimPair, reversal: _Reversal) -> bool:
    """Whether they share a party and no other is against it; two doers must be shown to be one.

    "The club sold" and "Valencia bought" are two sides of one deal.
    """
    found = {slot: compare_slot(pair, slot) for slot in CORE if slot != reversal.slot}
    if Agreement.DIFFER in found.values() or Agreement.AGREE not in found.values():
        return False
    return "agent" not in found or not _two_act(pair)


def _two_act(pair: ClaimPair) -> bool:
    """Whether both have a doer, and the two are not shown to be one."""
    both_act = filling(pair.a, "agent") and filling(pair.b, "agent")
    return bool(both_act) and compare_slot(pair, "agent") is not Agreement.AGREE


def _moves_elsewhere(pair: ClaimPair) -> bool:
    """Whether only one has a patient, and a named one: "arrived in Bern", "left Basel"."""
    sides = ((pair.a, pair.b), (pair.b, pair.a))
    return any(x.by_slot.get("patient") and not filling(y, "patient") for x, y in sides)


def _levelled(pair: ClaimPair) -> ClaimPair:
    """The pair with one word for both predicates, so that being opposites does not make them two events."""
    b = replace(
        pair.b, predicate=pair.a.predicate, words=pair.b.words - {pair.b.predicate} | {pair.a.predicate}
    )
    return replace(pair, b=b)


def _named_party(pair: ClaimPair) -> bool:
    """Whether somebody or something named fills a core slot of both."""
    return any(pair.a.by_slot.get(slot, frozenset()) & pair.b.by_slot.get(slot, frozenset()) for slot in CORE)


def _with_negator(claim: Claim) -> Span:
    """The predicate, with the words from its negator on: "did not sign"."""
    predicate, before = claim.predicate.span, claim.text[: claim.predicate.span.start - claim.span.start]
    if not claim.negated:
        return predicate
    starts = list(_word_starts(before[-_REACH:], _negators()))
    offset = claim.span.start + max(0, len(before) - _REACH)
    return Span(offset + max(starts), predicate.end) if starts else predicate


def _word_starts(text: str, wanted: frozenset[str]) -> Iterator[int]:
    at = 0
    for word in text.split(" "):
        if word.lower() in wanted or word.lower().endswith(("n't", "n’t")):
            yield at
        at += len(word) + 1


@cache
def _negators() -> frozenset[str]:
    found = lexicon("polarity")
    left_out = lexicon("stance")["exceptives"]
    return frozenset(found["negators"]) | frozenset(found["negating adverbs"]) | frozenset(left_out)


def _words(claim: Claim, span: Span) -> str:
    return span.shifted(-claim.span.start).of(claim.text)


def _holding(profile: Profile, span: Span) -> Holding:
    claim = profile.claim
    words = _words(claim, span)
    return Holding(claim.document, span, claim.sentence, words, words.lower())
