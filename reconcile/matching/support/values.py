"""Whether a date or a figure supports another: a source must say as much, of the same thing.

That two texts hold one value is itself a sign that they tell of the same, and the rarer the value the more so:
less is asked than where values differ (`matching/slots.py`). Signs are counted: shared names and words, what the
value hangs on, how exact it is. What shows two events outweighs them all.
"""

from __future__ import annotations

from itertools import product
from math import isinf

from reconcile.agreement import Agreement
from reconcile.claims.model import BoundValue, EntityKind, FacetValue
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.period.days import Grain
from reconcile.facets.place import compare_places, gazetteer, read_place
from reconcile.facets.polarity import opposite
from reconcile.facets.quantity import Bound, Quantity, compare_quantities
from reconcile.lexicon import lexicon
from reconcile.matching.links import ClaimPair
from reconcile.matching.measures import measures, one_measure
from reconcile.matching.profiles import Profile, alike, are_of_kind, common, is_event_word
from reconcile.matching.questions import answers
from reconcile.matching.vetoes import at_other_times, elsewhere, rivals

_NOISE = 1e-9
_ROUNDED = 1.25  # how far a figure may lie beyond the bound that rounds it: 412 is "more than 400"
_ENOUGH = 4  # signs
_UNLIKE = 1  # signs more where two dates hang on unlike words
_BESIDE = 2  # words on either side of a figure that may say which way it went
_AT_MOST = 2  # that names, words, or the value give of them
_RECENT = 60  # days before publication, in which much happens


def supports(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether what the second claim holds supports what the first one does."""
    if not says_as_much(x.value, y.value):
        return False
    if pair.b.claim.document in pair.a.voices and x.head == y.head:
        return True  # one sentence, word for word
    if _are_apart(pair, x, y):
        return False
    around, slot = _shared(pair, x, y), _slot(pair, x, y)
    if not around or (not slot and isinstance(x.value, Quantity)):
        return False
    return around + slot + rarity(pair.a, x.value) >= _ENOUGH + (0 if slot else _UNLIKE)


def _are_apart(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether something shows two events, or two things that the values answer."""
    a, b = pair.a, pair.b
    if a.claim.mentions and b.claim.mentions and any(rivals(a, b, pair.entities)):
        return True
    if elsewhere(a, b, pair.entities) and not (pair.one_story and _may_lie_in_country(pair)):
        return True
    if isinstance(x.value, Quantity) and (at_other_times(a, b) or x.part is not y.part or _is_reversed(x, y)):
        return True
    ours, theirs = measures(x), measures(y)
    asked, answered = _questions(a, x), _questions(b, y)
    return bool((ours and theirs and not ours & theirs) or (asked and answered and not asked & answered))


def _may_lie_in_country(pair: ClaimPair) -> bool:
    """Whether one names a country, and the other a place of which the map does not know where it lies."""
    named = [[pair.entities.by_number[n] for n in sorted(p.named)] for p in (pair.a, pair.b)]
    ours, theirs = ([e.name for e in found if e.kind is EntityKind.PLACE] for found in named)
    return any(
        gazetteer().is_country(x) != gazetteer().is_country(y) and _is_unsettled(x, y)
        for x, y in product(ours, theirs)
    )


def _is_unsettled(x: str, y: str) -> bool:
    first, second = read_place(x), read_place(y)
    return bool(first and second and compare_places(first, second).agreement is Agreement.UNKNOWN)


def _is_reversed(x: BoundValue, y: BoundValue) -> bool:
    """Whether the words that govern two figures, or stand right beside them, are opposites: "fell 7%", "up 7%"."""
    governing, against = ({b.head, *b.path} for b in (x, y))
    ours, theirs = ({*b.left[:_BESIDE], *b.right[:_BESIDE]} for b in (x, y))
    sides = (governing, against), (ours - theirs, against - ours), (governing - theirs, theirs - ours)
    return any(opposite(_way(v), _way(w)) for one, other in sides for v, w in product(one, other))


def _way(word: str) -> str:
    """A word, or for one that only points the verb that goes that way: "up" is "rise"."""
    verb: str = lexicon("polarity")["ways"].get(word, word)
    return verb


def _questions(profile: Profile, bound: BoundValue) -> set[str]:
    return {answer.question for answer in answers(profile) if answer.bound == bound}


def _shared(pair: ClaimPair, x: BoundValue, y: BoundValue) -> int:
    """Signs of the names, words and other values around the two, and of what else the documents share.

    Sentences that each name somebody or some place, and none that both name, tell rather of two events.
    """
    a, b = pair.a, pair.b
    telling = [{n for n in p.around if pair.entities.by_number[n].distinctive} for p in (a, b)]
    names = telling[0] & telling[1]
    strangers = all(telling) and all(p.claim.wording.mentions for p in (a, b)) and not names
    words = common(a.told - {x.head, *x.path}, b.told - {y.head, *y.path})
    ours, theirs = ([v for v in p.claim.wording.values if v != w.value] for p, w in ((a, x), (b, y)))
    values = any(says_as_much(v, w) for v in ours for w in theirs)
    signs = min(_AT_MOST, len(names)) + min(_AT_MOST, len(words)) + values + pair.one_story
    return max(0, signs - _AT_MOST * strangers)


def _slot(pair: ClaimPair, x: BoundValue, y: BoundValue) -> int:
    """Signs of what the values hang on: two where it is one thing in one event, or one measure of it."""
    heads = alike(x.head, y.head) or are_of_kind(x.head, y.head)
    if isinstance(x.value, Period):
        return 2 if heads else int(pair.akin or pair.in_story)
    if one_measure(x, y) or _questions(pair.a, x) & _questions(pair.b, y):
        return 2
    if not x.value.dimension and _of_two_deeds(x, y):
        return 0
    governed = bool(common([x.head, *x.path], [y.head, *y.path]))
    alone = bool(x.value.dimension) and not x.path and not y.path
    return int(heads or governed or bool(x.value.dimension)) + (
        heads and (alone or bool(common(x.path, y.path)))
    )


def _of_two_deeds(x: BoundValue, y: BoundValue) -> bool:
    """Whether two counts are governed by words that are known to mean two things: killed and injured."""
    first, second = ((bound.head, *bound.path)[-1] for bound in (x, y))
    return is_event_word(first) and is_event_word(second) and not alike(first, second)


def rarity(profile: Profile, value: FacetValue) -> int:
    """Signs that lie in the value itself: few texts hold 1,150 by chance, or an old date; many a 2, or yesterday."""
    if isinstance(value, Quantity):
        if value.bound is Bound.BETWEEN and not value.is_range:
            return 0  # "dozens"
        digits = f"{value.written(value.stated):.10g}".replace(".", "").strip("0")
        return min(_AT_MOST, len(digits) - 1)
    days, published = value.window.days, profile.published
    if days and published and (published - days.last).days <= _RECENT:
        return int(value.grain is Grain.DAY)
    return 2 if value.grain in {Grain.DAY, Grain.MONTH} else 1


def says_as_much(x: FacetValue, y: FacetValue) -> bool:
    """Whether the second value agrees with the first and is no vaguer: "May 2022" is no support of "3 May 2022"."""
    if isinstance(x, Period) and isinstance(y, Period):
        return compare_periods(x, y).agreement is Agreement.AGREE and _as_dated(x, y)
    if isinstance(x, Quantity) and isinstance(y, Quantity) and x.dimension == y.dimension:
        return compare_quantities(x, y).agreement is Agreement.AGREE and _as_exact(x, y)
    return False


def _as_dated(x: Period, y: Period) -> bool:
    if not x.known:
        return True
    ours, theirs = (p.stated.days or p.window.days for p in (x, y))
    if ours is None or theirs is None:
        return x.normal == y.normal
    return ours.first <= theirs.first and theirs.last <= ours.last


def _as_exact(x: Quantity, y: Quantity) -> bool:
    if x.unit != y.unit and x.dimension and not isinf(y.high - y.low):
        return True  # what is converted is rounded
    if abs(x.stated - y.stated) <= _NOISE * max(abs(x.stated), abs(y.stated)):
        return True
    within = x.low * (1 - _NOISE) <= y.low and y.high <= x.high * (1 + _NOISE)
    return within and (not isinf(x.high - x.low) or _is_near(x.stated, y.stated))


def _is_near(x: float, y: float) -> bool:
    return 0 < max(x, y) <= _ROUNDED * min(x, y)
