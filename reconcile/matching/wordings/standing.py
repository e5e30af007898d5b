"""Why a difference between two sentences in nearly one wording may be none: two deeds, two times, nothing asserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from reconcile.agreement import Agreement
from reconcile.claims.model import Claim, EntityKind
from reconcile.claims.stance import cues
from reconcile.facets.period import Period
from reconcile.facets.polarity import Modality, opposite
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.hours import of_one_night
from reconcile.matching.identity import in_one_frame
from reconcile.matching.links import ClaimPair
from reconcile.matching.occasions import in_one_story
from reconcile.matching.predications import says_otherwise
from reconcile.matching.profiles import Profile, alike, is_event_word, undone
from reconcile.matching.totals import add_up
from reconcile.matching.vetoes import ranking
from reconcile.matching.wordings.alignment import Alignment
from reconcile.matching.wordings.differences import Difference
from reconcile.matching.wordings.items import Figure, Item, Named, Token, compared

_BEHIND = 6  # words from "all" to the "but" that leaves somebody out


def may_both_hold(pair: ClaimPair, alignment: Alignment, difference: Difference) -> bool:
    """Whether what one sentence says in a place does not exclude what the other says there."""
    match difference.kind:
        case Kind.NUMBER:
            return (
                _of_two_deeds(alignment)
                or not _framed_alike(pair, difference)
                or _of_two_times(alignment)
                or _was_and_is(pair, alignment)
                or _adds_up(pair, difference)
                or _leaves_out(alignment)
                or _has_elsewhere(pair, alignment)
            )
        case Kind.DATE:
            return (
                _of_two_deeds(alignment)
                or undone(pair.a) != undone(pair.b)  # what was not done then may have been done later
                or _dates_speech(pair, difference)
                or _is_one_night(pair, difference)
                or _ranks(alignment.a) != _ranks(alignment.b)  # the first strike, and any strike
            )
        case Kind.POLARITY:
            return (
                _of_another_party(pair, difference)
                or _is_open(pair, difference)
                or _is_limited(alignment, difference)
                or _leaves_out(alignment)
                or _is_dated_apart(alignment)
                or _is_quoted(pair, difference)
            )
        case _:
            return _of_other_ranks(alignment)


def _of_other_ranks(alignment: Alignment) -> bool:
    """Whether one sentence alone tells of another of a kind: "the coach", "the assistant coach"."""
    return any(
        isinstance(x, Token) and x.lemma in ranking()
        for side, aligned in zip((alignment.a, alignment.b), alignment.aligned, strict=True)
        for i, x in enumerate(side)
        if i not in aligned
    )


def _framed_alike(pair: ClaimPair, difference: Difference) -> bool:
    x, y = difference.x, difference.y
    if not (isinstance(x, Figure) and isinstance(y, Figure)):
        return True
    return in_one_frame(pair.a, x.value, pair.b, y.value)


def _adds_up(pair: ClaimPair, difference: Difference) -> bool:
    x, y = difference.x, difference.y
    return isinstance(x, Figure) and isinstance(y, Figure) and add_up(pair, x.value, y.value)


def _of_two_times(alignment: Alignment) -> bool:
    """Whether both sentences are dated, and no date of the one can be a date of the other."""
    ours, theirs = (list(_dates(side)) for side in (alignment.a, alignment.b))
    found = [compared(x, y).agreement for x, y in product(ours, theirs)]
    return Agreement.AGREE not in found and any(not in_one_story(x, y) for x, y in product(ours, theirs))


def _leaves_out(alignment: Alignment) -> bool:
    """Whether one sentence leaves somebody out of "all" or "none": "everyone but the cook escaped"."""
    return any(
        word in cues("exceptives") and not {*words[max(0, n - _BEHIND) : n]}.isdisjoint(_sweeping())
        for words in ([x.word for x in side if isinstance(x, Token)] for side in (alignment.a, alignment.b))
        for n, word in enumerate(words)
    )


@cache
def _sweeping() -> frozenset[str]:
    return cues("sweeping") | cues("sweeping_determiners")


def _has_elsewhere(pair: ClaimPair, alignment: Alignment) -> bool:
    """Whether one sentence alone tells what somebody has in one place: "employs 140 in Lima", "employs 410"."""
    having = set(lexicon("events")["measured"]["having"]) | set(lexicon("events")["measured"]["workforce"])
    return not having.isdisjoint({pair.a.predicate, pair.b.predicate}) and any(
        isinstance(x, Named) and x.entity.kind is EntityKind.PLACE
        for side, aligned in zip((alignment.a, alignment.b), alignment.aligned, strict=True)
        for i, x in enumerate(side)
        if i not in aligned
    )


def _is_dated_apart(alignment: Alignment) -> bool:
    """Whether both sentences are dated, and by no date that both may give."""
    found = [compared(x, y).agreement for x, y in product(_dates(alignment.a), _dates(alignment.b))]
    return Agreement.DIFFER in found and Agreement.AGREE not in found


def _is_quoted(pair: ClaimPair, difference: Difference) -> bool:
    """Whether it is in somebody's own words, in quotation marks, that one text alone denies it or tells it."""
    return _opens_quote(pair.a, difference.x) != _opens_quote(pair.b, difference.y)


def _opens_quote(profile: Profile, item: Item) -> bool:
    before = [w.text for w in profile.claim.wording.words if w.span.end <= item.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _was_and_is(pair: ClaimPair, alignment: Alignment) -> bool:
    """Whether one sentence tells in the present, undated, what the other dates in the past: "employed 430 in 1990"."""
    now, then = (
        {
            p.parts[0].word.lemma
            for profile, side in ((pair.a, alignment.a), (pair.b, alignment.b))
            for p in profile.claim.wording.predications
            if p.tense == tense and any(_dates(side)) is dated
        }
        for tense, dated in (("present", False), ("past", True))
    )
    return not now.isdisjoint(then)


def _dates(side: Sequence[Item]) -> Iterator[Period]:
    for item in side:
        if isinstance(item, Figure) and isinstance(item.value, Period):
            yield item.value


def _dates_speech(pair: ClaimPair, difference: Difference) -> bool:
    """Whether a date only says when somebody spoke: people say things on every day of a story."""
    both = ((pair.a.claim, difference.x), (pair.b.claim, difference.y))
    return any(_is_said(claim) and not claim.span.contains(x.span) for claim, x in both) or any(
        _is_speech(claim) and any(b.span == x.span for b in claim.periods) for claim, x in both
    )


def _is_one_night(pair: ClaimPair, difference: Difference) -> bool:
    x, y = difference.x, difference.y
    return isinstance(x, Figure) and isinstance(y, Figure) and of_one_night(pair, x.value, y.value)


def _is_said(claim: Claim) -> bool:
    return claim.quoted or claim.speaker is not None


def _is_speech(claim: Claim) -> bool:
    """Whether somebody speaks, and has no other deed to date: "said that", "told the jury", not "announced a sale"."""
    verbs, verb = lexicon("speech"), claim.predicate.lemma
    if verb not in verbs["say"] or verb in verbs["weak"]:
        return False
    return verb in verbs["addressing"] or all(p.slot != "patient" for p in claim.participants)


def _ranks(side: Sequence[Item]) -> bool:
    """Whether a sentence tells of one of several by its rank: "the first strike"."""
    return any(
        isinstance(x, Figure) and isinstance(x.value, Quantity) and x.value.dimension == "ordinal"
        for x in side
    )


def _is_open(pair: ClaimPair, difference: Difference) -> bool:
    """Whether one sentence neither says so nor denies it plainly: "will pay", "whether they paid"."""
    verbs = [words.removeprefix("not ") for words in difference.normal]
    if verbs[0] != verbs[1] or _has_opening(pair.a) == _has_opening(pair.b):
        return False
    return any(
        _is_verb(p, verbs[0]) and not _takes_side(p, verbs[0], denied=said.startswith("not "))
        for p, said in zip((pair.a, pair.b), difference.normal, strict=True)
    )


def _is_limited(alignment: Alignment, difference: Difference) -> bool:
    """Whether a negation leaves something standing: "not all", "not yet"."""
    gap = difference.gap
    sides = ((alignment.a[i] for i in gap.ours), (alignment.b[j] for j in gap.theirs))
    return any(
        said.startswith("not ") and any(isinstance(x, Token) and x.lemma in cues("limits") for x in side)
        for said, side in zip(difference.normal, sides, strict=True)
    )


def _has_opening(profile: Profile) -> bool:
    """Whether a sentence has a word that leaves something open: "will", "may", "whether"."""
    modals = lexicon("polarity")["modals"]
    opening = {"whether", *modals["planned"], *modals["possible"]}
    words = profile.claim.wording.words
    return any(w.text.lower() in opening and w.pos != "PROPN" for w in words)  # no "may" is the month


def _is_verb(profile: Profile, lemma: str) -> bool:
    return any(w.lemma == lemma and w.pos == "VERB" for w in profile.claim.wording.words)


def _takes_side(profile: Profile, lemma: str, *, denied: bool) -> bool:
    """Whether a sentence affirms, or denies, what the verb says."""
    claim = profile.claim
    if claim.predicate.lemma == lemma and claim.modality is Modality.ASSERTED:
        return claim.negated is denied
    return any(
        p.denied is denied and p.parts[0].word.lemma == lemma for p in profile.claim.wording.predications
    )


def _of_another_party(pair: ClaimPair, difference: Difference) -> bool:
    """Whether what the one denies is not what the other affirms: "did not vote for it", "voted against it"."""
    return any(isinstance(x, Token) and says_otherwise(pair, x.lemma) for x in (difference.x, difference.y))


def _of_two_deeds(alignment: Alignment) -> bool:
    """Whether two events face each other that are known to be two, such as "killed" and "injured".

    Their figures answer two questions. Opposites ("rose", "fell") are one question with two answers.
    """
    return any(
        isinstance(x, Token) and isinstance(y, Token) and _are_two_deeds(x, y)
        for gap in alignment.gaps
        for x, y in product((alignment.a[i] for i in gap.ours), (alignment.b[j] for j in gap.theirs))
    )


def _are_two_deeds(x: Token, y: Token) -> bool:
    return (
        x.pos == y.pos == "VERB"
        and is_event_word(x.lemma)
        and is_event_word(y.lemma)
        and not alike(x.lemma, y.lemma)
        and not opposite(x.lemma, y.lemma)
    )
