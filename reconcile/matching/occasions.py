"""Whether two dates can be of one occasion: what can happen again did, where its dates lie far apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from reconcile.agreement import Agreement
from reconcile.claims.model import BoundValue
from reconcile.facets.period import Bound, Period, Window
from reconcile.facets.quantity import Quantity, quantity_agreement
from reconcile.lexicon import lexicon
from reconcile.matching.identity import retold
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import Profile, alike, read_once, read_once_a_sentence, undone
from reconcile.matching.stories import families, undergone

_ORDER = {"first", "last", "latest", "final"}  # what happens for the first time, or the last, happens once
_ONE_STORY = 60  # days within which two datings of an event that can recur may be of one occasion
_AUXILIARY = {"be", "have"}  # "had last been repaired"
_PASSING = {
    "",
    "money",
    "share",
}  # dimensions of what somebody has or does, which is another figure every season
_INFINITIVE = 3  # words behind a helping verb among which stands what was done: "helped co-found"


def one_occasion(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether two dates can be of one occasion: what can happen again (a visit, a win) did, if they lie far apart."""
    assert isinstance(x.value, Period) and isinstance(y.value, Period)
    if _happens_once(pair.a, x) or _happens_once(pair.b, y) or _ORDER & _lemmas(pair.a) & _lemmas(pair.b):
        return True
    if _done_once(pair, x, y) or in_one_story(x.value, y.value) or _once_in_story(pair):
        return True
    return retold(pair) and not _measured_otherwise(pair)


def in_one_story(x: Period | Window, y: Period | Window) -> bool:
    """Whether two dates lie so near each other, or are so open, that one story may give both."""
    ends = (x.earliest, x.latest, y.earliest, y.latest)
    days = [day for day in ends if day is not None]
    return len(days) < len(ends) or (max(days) - min(days)).days <= _ONE_STORY


def news_of_two_times(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether two figures, each of which was news in its time, are of two occasions.

    What is told without a date happened lately, or stands so at the time: a minister's visits of two seasons, the
    staff of a firm in two years. What happens once, and what a thing measures, is so whenever it is told.
    """
    a, b = pair.a, pair.b
    if a.published is None or b.published is None or abs((a.published - b.published).days) <= _ONE_STORY:
        return False
    if (
        not (_is_news(a, a.published) and _is_news(b, b.published))
        or _happens_once(a, x)
        or _happens_once(b, y)
    ):
        return False
    once = frozenset(lexicon("events")["once"])
    passing = all(
        isinstance(v.value, Quantity) and v.value.dimension.partition(":")[0] in _PASSING for v in (x, y)
    )
    return passing and once.isdisjoint({a.predicate, b.predicate}) and not retold(pair)


def _is_news(profile: Profile, published: date) -> bool:
    """Whether what a claim tells is of the time of its document, as far as its dates show."""
    dates = (p.value for p in profile.claim.periods if isinstance(p.value, Period))
    ends = (day for p in dates for day in (p.earliest, p.latest) if day is not None)
    return all(abs((day - published).days) <= _ONE_STORY for day in ends)


def two_occasions(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether the dates are of two occasions ("shut for six hours", "shut for four"), or one opens a span of many.

    A span of many: "floods have killed 90 since March".
    """
    if _picked(pair.a, x) != _picked(pair.b, y) or _is_undone(pair.a, x) != _is_undone(pair.b, y):
        return True
    if not in_one_story(x.value, y.value) and _measured_otherwise(pair, "time"):  # type: ignore[arg-type]
        return True
    return _counted_since(pair.a, x) or _counted_since(pair.b, y)


def _is_undone(profile: Profile, bound: BoundValue) -> bool:
    """Whether what is dated was not done, by the text or by somebody whom it quotes."""
    return bound.head in undone(profile) or (profile.claim.negated and bound.head == profile.predicate)


def _counted_since(profile: Profile, bound: BoundValue) -> bool:
    """Whether a date opens a span in which the sentence counts: "three coups since 1990"."""
    assert isinstance(bound.value, Period)
    counts = any(isinstance(value, Quantity) for value in profile.claim.wording.values)
    return counts and bound.value.bound is Bound.SINCE


def _happens_once(profile: Profile, bound: BoundValue) -> bool:
    """Whether what is dated happens once; of "helped found the club" it is the founding."""
    events = lexicon("events")
    if bound.head in events["helping"] and bound.head == profile.predicate:
        after = [w for w in profile.claim.words if w.span.start > profile.claim.predicate.span.start]
        return any({w.lemma, w.text.lower()} & set(events["once"]) for w in after[:_INFINITIVE])
    return bound.head in events["once"]


def _done_once(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether what is dated is done once to a name that both give: a treaty is signed once, a pair weds once."""
    undergoing = undergone(pair.a) | undergone(pair.b)
    shared = undergoing & pair.a.around & pair.b.around
    return bool(shared) and not {x.head, y.head}.isdisjoint(lexicon("events")["once_to"])


def _once_in_story(pair: ClaimPair) -> bool:
    """Whether two accounts of one story tell of one such event each, of a sort that a story does not tell again."""
    return pair.in_story and families(pair.a).isdisjoint(lexicon("events")["recurring"])


def _measured_otherwise(pair: ClaimPair, dimension: str | None = None) -> bool:
    """Whether the two also give other figures for one word: raised to 4 per cent, raised to 5 per cent."""
    found = [
        quantity_agreement(x.value, y.value)
        for x in pair.a.claim.quantities
        for y in pair.b.claim.quantities
        if isinstance(x.value, Quantity) and isinstance(y.value, Quantity) and alike(x.head, y.head)
        if dimension in {None, x.value.dimension}
    ]
    return Agreement.DIFFER in found and Agreement.AGREE not in found


@read_once
def _lemmas(profile: Profile) -> frozenset[str]:
    """The words of the clause alone, dates left out: "last August" tells no order, nor does "had to be moved first"."""
    claim, own = profile.claim, set(profile.claim.gist.split())
    dates = [v.span for v in claim.wording.values if isinstance(v, Period)]
    return frozenset(
        w.lemma
        for w in claim.wording.words
        if claim.span.contains(w.span) and w.text in own and not any(d.overlaps(w.span) for d in dates)
    )


def _picked(profile: Profile, bound: BoundValue) -> set[str]:
    """The words that tell which of several occasions is dated: "last erupted", not "erupted last May"."""
    return {word for word, beside in _picking(profile) if beside == bound.head or beside in profile.deeds}


@read_once_a_sentence
def _picking(profile: Profile) -> Sequence[tuple[str, str]]:
    """The words of a sentence that pick an occasion, each with either word beside it."""
    wording, picking = profile.claim.wording, lexicon("events")["picking"]
    if not any(w.lemma in picking for w in wording.words):
        return ()
    lemmas = [
        w.lemma
        for w in wording.words
        if w.lemma not in _AUXILIARY and not any(v.span.overlaps(w.span) for v in wording.values)
    ]
    both = (*pairwise(lemmas), *pairwise(reversed(lemmas)))
    return tuple((word, beside) for word, beside in both if word in picking)
