"""Linking contrary outcomes of one matter in documents of one story: "was convicted", "walked out of court free"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Participant
from reconcile.facets.polarity import Modality
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import filling, other_circumstances, told_of_one_time
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.outcomes import Outcome, matters, of_two_stages, outcomes
from reconcile.matching.profiles import Profile, alike, are_of_kind, read_once
from reconcile.matching.questions import is_of_old
from reconcile.matching.stories import Stories
from reconcile.matching.subjects import Holding
from reconcile.matching.vetoes import elsewhere, of_other_ranks, ranking
from reconcile.text import Span

_SETTLED = 60  # days in which what was decided is seldom decided anew
_DESCRIBING = {"ADJ", "ADV", "NOUN", "NUM"}
_LATEST = 3  # days in which what may change is told as it was
_TOLD = {"patient", "attribute"}
_LONGEST = 60  # characters of what is shown of an outcome
_SURE = {Agreement.AGREE: 0.75, Agreement.UNKNOWN: 0.6}


def link_reverses(pair: ClaimPair) -> Iterator[Link]:
    """The first matter of which one document tells the one end and the other the other."""
    if pair.stories is None or not pair.one_story or of_two_occasions(pair) or _name_others(pair):
        return
    for x, y in product(outcomes(pair.a), outcomes(pair.b)):
        if x.matter == y.matter and x.end != y.end and _is_timely(pair, x.matter):
            borne = _borne_by_one(pair.a, x, pair.b, y)
            if _is_of_one(pair, x.matter, borne) and _are_plain(pair, pair.stories, x, y, borne):
                yield _link(pair, x.matter, borne)
                return


def _is_of_one(pair: ClaimPair, matter: str, borne: Agreement) -> bool:
    """Whether both outcomes befall one; of what befalls several in a story, such as a verdict, that must be shown."""
    known = matters()[matter]
    if borne is Agreement.DIFFER or (known.decided and _decide_apart(pair)):
        return False
    if borne is Agreement.AGREE:
        return True
    return not known.many and (not known.sided or _parties(pair.a) == _parties(pair.b) != frozenset())


def _decide_apart(pair: ClaimPair) -> bool:
    """Whether two decide, each by itself: "the senate passed", "the lower house rejected"."""
    given = lexicon("outcomes")["given"]
    ours, theirs = (() if p.predicate in given else filling(p, "agent") for p in (pair.a, pair.b))
    found = [_compare(pair.a, x, pair.b, y) for x, y in product(ours, theirs)]
    return bool(found) and set(found) == {Agreement.DIFFER}


@read_once
def _parties(profile: Profile) -> frozenset[int]:
    """The parties to a trial that a claim's sentence speaks of."""
    words = {w.lemma for w in profile.claim.wording.words}
    return frozenset(
        n for n, party in enumerate(lexicon("outcomes")["parties"]) if not words.isdisjoint(party)
    )


def of_two_occasions(pair: ClaimPair) -> bool:
    """Whether the time, the place, the charge or the stage of one claim are not those of the other."""
    a, b = pair.a, pair.b
    if pair.time is Agreement.DIFFER or of_two_stages(a, b) or of_other_ranks(a, b):
        return True
    if a.claim.mentions and b.claim.mentions and elsewhere(a, b, pair.entities):
        return True
    if told_of_one_time(pair):
        return False
    return other_circumstances(pair) or _is_recalled(pair.a) != _is_recalled(pair.b)


def _name_others(pair: ClaimPair) -> bool:
    """Whether each clause names people or bodies, and none that the other's sentence names."""
    ours, theirs = (_named(p, pair.entities) for p in (pair.a, pair.b))
    return bool(ours and theirs) and ours.isdisjoint(pair.b.around) and theirs.isdisjoint(pair.a.around)


@read_once
def _named(profile: Profile, entities: Entities) -> frozenset[int]:
    """The people and bodies that a clause itself names."""
    claim = profile.claim
    found = {*profile.things.values(), *(entities.of(claim.document, m) for m in claim.mentions)}
    return frozenset(n for n in found if entities.by_number[n].kind is not EntityKind.PLACE)


def _is_recalled(profile: Profile) -> bool:
    """Whether a claim's sentence is dated long before its document, and not for some day to come."""
    return profile.claim.modality is Modality.ASSERTED and is_of_old(profile)


def _is_timely(pair: ClaimPair, matter: str) -> bool:
    """Whether the documents tell of one time, so far as what they tell of may have changed between them."""
    if pair.time is Agreement.AGREE or told_of_one_time(pair):
        return True
    known = matters()[matter]
    if known.changing and _share_a_figure(pair):
        return True
    if not (known.changing or known.again or known.decided):
        return True
    ours, theirs = pair.a.published, pair.b.published
    if ours is None or theirs is None:
        return not known.changing
    return abs((ours - theirs).days) <= (_LATEST if known.changing else _SETTLED)


def _share_a_figure(pair: ClaimPair) -> bool:
    ours, theirs = (
        {b.value.normal for b in p.claim.quantities if isinstance(b.value, Quantity) and b.value.dimension}
        for p in (pair.a, pair.b)
    )
    return bool(ours & theirs)


def _are_plain(pair: ClaimPair, stories: Stories, x: Outcome, y: Outcome, borne: Agreement) -> bool:
    """Whether either document tells of its end alone, of whoever may be meant."""
    return all(_tells_alone(stories, profile, told, borne) for profile, told in ((pair.a, x), (pair.b, y)))


def _tells_alone(stories: Stories, profile: Profile, told: Outcome, borne: Agreement) -> bool:
    for other in stories.telling(profile.claim.document, told.matter):
        if other.claim.modality is not profile.claim.modality:
            continue
        for outcome in (o for o in outcomes(other) if o.matter == told.matter):
            same = _borne_by_one(profile, told, other, outcome)
            if same is Agreement.DIFFER:
                if borne is Agreement.UNKNOWN:
                    return False
            elif outcome.end != told.end:
                return False
    return True


def _borne_by_one(a: Profile, x: Outcome, b: Profile, y: Outcome) -> Agreement:
    """Whether two outcomes befall one; unknown where one is named and the other described, or is not told."""
    found = {_compare(a, p, b, q) for p, q in product(x.bearers, y.bearers)}
    if found == {Agreement.DIFFER} and matters()[x.matter].synonyms and not _share_a_noun(x, y):
        return Agreement.UNKNOWN
    for agreement in (Agreement.AGREE, Agreement.UNKNOWN):
        if agreement in found:
            return agreement
    return Agreement.DIFFER if found else Agreement.UNKNOWN


def _share_a_noun(x: Outcome, y: Outcome) -> bool:
    """Whether one noun is used of both, so that what describes it tells them apart: a safety test, a fire test."""
    return not {p.head for p in x.bearers}.isdisjoint(p.head for p in y.bearers)


def _compare(a: Profile, x: Participant, b: Profile, y: Participant) -> Agreement:
    ours, theirs = a.things.get(x.span), b.things.get(y.span)
    if ours is not None and theirs is not None:
        return Agreement.AGREE if ours == theirs else Agreement.DIFFER
    if ours is not None or theirs is not None or x.pronoun or y.pronoun or {x.head, y.head} & _anybody():
        return Agreement.UNKNOWN
    return Agreement.DIFFER if _are_two_things(a, x, b, y) else Agreement.AGREE


def _are_two_things(a: Profile, x: Participant, b: Profile, y: Participant) -> bool:
    """Whether two nouns are not used of one thing, or each is described by a word of its own: "main", "back door"."""
    ours, theirs = _described(a, x), _described(b, y)
    one_kind = alike(x.head, y.head) or are_of_kind(x.head, y.head)
    if not one_kind and x.head not in theirs and y.head not in ours:
        return True
    if (ours ^ theirs) & ranking():
        return True
    return bool(ours - theirs - {y.head}) and bool(theirs - ours - {x.head})


def _described(profile: Profile, participant: Participant) -> frozenset[str]:
    """What is said of it right before it: "main" of "the main door"."""
    before = [w for w in profile.claim.wording.words if w.span.end <= participant.span.start][-1:]
    return frozenset(participant.modifiers).union(w.lemma for w in before if w.pos in _DESCRIBING)


@cache
def _anybody() -> frozenset[str]:
    stance = lexicon("stance")
    return frozenset([*lexicon("outcomes")["anybody"], *stance["nobody"], *stance["anybody"]])


def _link(pair: ClaimPair, matter: str, borne: Agreement) -> Link:
    a, b = _holding(pair.a), _holding(pair.b)
    found = Comparison(Agreement.DIFFER, f"'{a.value}' and '{b.value}' are contrary outcomes of one matter.")
    why = f"two documents of one story tell how one matter ended: {matter}"
    return Link(Kind.POLARITY, "polarity", a, b, found, _SURE[borne], why, asked=matter)


def _holding(profile: Profile) -> Holding:
    """The words that tell the outcome: the predicate, with what follows it up to what it is done to."""
    claim, told = profile.claim, profile.claim.predicate.span
    ends = (
        p.span.end
        for p in claim.participants
        if p.slot in _TOLD and told.end <= p.span.end <= told.start + _LONGEST
    )
    span = Span(told.start, max((told.end, *ends)))
    words = " ".join(span.shifted(-claim.span.start).of(claim.text).split())
    said = f"not {words}" if claim.negated else words
    return Holding(claim.document, span, claim.sentence, said, said.lower())
