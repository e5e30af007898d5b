"""Linking the dates and the figures of two claims: only like slots compare."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Callable, Iterator, Sequence
from math import isinf

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import BoundValue
from reconcile.facets.period import Period, compare_periods, period_agreement
from reconcile.facets.quantity import Bound, Quantity, compare_quantities, quantity_agreement
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.hours import of_one_night
from reconcile.matching.identity import in_one_frame, one_event
from reconcile.matching.links import ClaimPair, Link, held_value
from reconcile.matching.measures import measures, of_one_scope, one_measure, one_question, other_measure
from reconcile.matching.occasions import news_of_two_times, one_occasion, two_occasions
from reconcile.matching.profiles import Profile, alike, are_of_kind, common, concepts
from reconcile.matching.questions import is_rate
from reconcile.matching.totals import add_up

_RANKS = frozenset({"ordinal", "score", "ratio", "age", "share"})
_WELL_KNOWN = 3  # shared names from which an event is known even without its date
_SHARED_TELLING = 2  # words beside a shared name, from which two measures may answer one slot

_Agreement = Callable[[BoundValue, BoundValue], Agreement]


def link_dates(pair: ClaimPair) -> Iterator[Link]:
    """Dates that date the same word, or the two predicates themselves."""
    for x, y in _open(pair.a.claim.periods, pair.b.claim.periods, _periods_agree):
        if of_one_night(pair, x.value, y.value):
            continue
        if _date_one_word(pair, x, y) and not _is_speech(x.head) and not two_occasions(pair, x, y):
            comparison = _weekdays(pair, x, y) or _compared_periods(x, y)
            if comparison.agreement is not Agreement.DIFFER or one_occasion(pair, x, y):
                yield from _link(Kind.DATE, pair, x, y, comparison)


def _date_one_word(pair: ClaimPair, x: BoundValue, y: BoundValue) -> bool:
    """Whether two dates date the same word, or the predicates by which two accounts tell one event."""
    if alike(x.head, y.head):
        return True
    return x.head in pair.a.deeds and y.head in pair.b.deeds and (pair.akin or pair.in_story)


def _is_speech(word: str) -> bool:
    """Whether a word only reports: people say things on every day of a story."""
    return word in lexicon("polarity")["reporting"]


def link_numbers(pair: ClaimPair) -> Iterator[Link]:
    """Figures of one dimension that count the same thing in like company."""
    for x, y in _open(pair.a.claim.quantities, pair.b.claim.quantities, _quantities_agree):
        if news_of_two_times(pair, x, y) or _of_two_doers(pair.a, x, pair.b, y):
            continue
        may_be_one = _count_alike(pair.a, x, pair.b, y) and of_one_scope(pair.a, x, pair.b, y, pair.entities)
        if may_be_one and not add_up(pair, x.value, y.value):
            yield from _link(Kind.NUMBER, pair, x, y, _compared_quantities(x, y))


def _link(
    kind: Kind, pair: ClaimPair, x: BoundValue, y: BoundValue, comparison: Comparison
) -> Iterator[Link]:
    identity = one_event(pair, kind)
    if identity:
        a, b = held_value(pair.a, x), held_value(pair.b, y)
        yield Link(kind, min(x.head, y.head), a, b, comparison, identity.confidence, identity.why)


def _open(
    xs: Sequence[BoundValue], ys: Sequence[BoundValue], agreement: _Agreement
) -> Iterator[tuple[BoundValue, BoundValue]]:
    """Pairs that may be set against each other: a value that the other claim holds too is set against that alone."""
    if not xs or not ys:
        return
    agreeing = {
        (i, j)
        for i, x in enumerate(xs)
        for j, y in enumerate(ys)
        if agreement(x, y) is Agreement.AGREE and (alike(x.head, y.head) or not _is_open(x, y))
    }
    settled_x, settled_y = {i for i, _ in agreeing}, {j for _, j in agreeing}
    for i, x in enumerate(xs):
        for j, y in enumerate(ys):
            if (i, j) in agreeing or (i not in settled_x and j not in settled_y):
                yield x, y


def _is_open(x: BoundValue, y: BoundValue) -> bool:
    """Whether one is a bound, with which all that lies beyond agrees: "more than a million"."""
    if not isinstance(x.value, Quantity) or not isinstance(y.value, Quantity):
        return False
    return x.value.stated != y.value.stated and any(isinf(v.high - v.low) for v in (x.value, y.value))


def _compared_periods(x: BoundValue, y: BoundValue) -> Comparison:
    assert isinstance(x.value, Period) and isinstance(y.value, Period)
    return compare_periods(x.value, y.value)


def _periods_agree(x: BoundValue, y: BoundValue) -> Agreement:
    return period_agreement(x.value, y.value)  # type: ignore[arg-type]


def _weekdays(pair: ClaimPair, x: BoundValue, y: BoundValue) -> Comparison | None:
    """A bare weekday against a whole date: they can differ, never agree, and only of an event that many names tell."""
    assert isinstance(x.value, Period) and isinstance(y.value, Period)
    shared = [n for n in pair.a.around & pair.b.around if pair.entities.by_number[n].distinctive]
    if len(shared) < _WELL_KNOWN:
        return None
    for bare, dated in ((x.value, y.value), (y.value, x.value)):
        if bare.weekday is not None and not bare.known and dated.earliest and dated.earliest == dated.latest:
            day = dated.earliest.weekday()
            if day != bare.weekday:
                detail = (
                    f"“{dated.words}” ({dated.label}) is a {day_name[day]}, not a {day_name[bare.weekday]}"
                )
                return Comparison(Agreement.DIFFER, detail)
    return None


def _compared_quantities(x: BoundValue, y: BoundValue) -> Comparison:
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    if not _one_dimension(x, y):
        return Comparison(Agreement.UNKNOWN, "They measure different things.")
    if _one_figure(x.value, y.value):
        return Comparison(Agreement.AGREE, "Both give one figure.")
    return compare_quantities(x.value, y.value)


def _quantities_agree(x: BoundValue, y: BoundValue) -> Agreement:
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    if not _one_dimension(x, y):
        return Agreement.UNKNOWN
    return Agreement.AGREE if _one_figure(x.value, y.value) else quantity_agreement(x.value, y.value)


def _one_figure(x: Quantity, y: Quantity) -> bool:
    """Whether both state one figure: of "over 57" and "57" an editor makes nothing."""
    return x.stated == y.stated and Bound.EXACT in {x.bound, y.bound}


def _one_dimension(x: BoundValue, y: BoundValue) -> bool:
    """Whether two figures are of one dimension; "formed 300 million years ago" tells an age."""
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    if {x.value.dimension, y.value.dimension} == {"age", "time"}:
        return "age" in measures(x) and "age" in measures(y)
    return x.value.dimension == y.value.dimension


def _count_alike(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    if x.part != y.part or not _one_dimension(x, y) or x.value.dimension == "ordinal":
        return False
    if not in_one_frame(a, x.value, b, y.value) or is_rate(x) is not is_rate(y):
        return False
    if x.value.dimension == "time" and not (one_measure(x, y) or one_question(a, x, b, y)):
        return False
    if not (alike(x.head, y.head) or are_of_kind(x.head, y.head)):
        return (one_measure(x, y) and _is_measure(x, y)) or _measured_alike(a, x, b, y)
    shared = common(x.modifiers, y.modifiers)
    if len(shared) < len(x.modifiers) and len(shared) < len(y.modifiers):
        return False
    governed = common(x.path, y.path) or (
        alike(x.head, a.claim.predicate.lemma) and alike(y.head, b.claim.predicate.lemma)
    )
    return bool(governed or shared or one_measure(x, y) or (_is_property(a, x) and _is_property(b, y)))


def _is_property(profile: Profile, bound: BoundValue) -> bool:
    """Whether the figure is what its head amounts to, as against how many of it there are: "a population of 900".

    In "rescued a crew of 17" the crew may be another's.
    """
    having = profile.predicate in lexicon("events")["measured"]["having"]
    undergoes = any(p.slot == "patient" and p.head == bound.head for p in profile.claim.participants)
    return bound.head in bound.left and (having or not undergoes)


def _measured_alike(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    """Measures that hang on other words: one name stands on the same side, or the sentences share names and words.

    Only for what has a unit (metres, seconds, euros): bare counts need the noun that they count.
    """
    assert isinstance(x.value, Quantity)
    dimension = x.value.dimension
    if not x.value.unit or dimension in _RANKS or dimension.startswith("money") or not a.around & b.around:
        return False
    if other_measure(x, y) or (dimension == "time" and _of_two_deeds(a, x, b, y)):
        return False
    beside = set(x.left) & set(y.left) or set(x.right) & set(y.right)
    words = common(a.told, b.told)
    return len(words) >= _SHARED_TELLING or (bool(beside) and len(words) + len(beside) >= _SHARED_TELLING)


def _of_two_doers(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    """Whether each says how far another thing went: "revenue grew by 14 per cent", "profit grew by 17 per cent"."""
    if x.head != a.predicate or y.head != b.predicate:
        return False
    ours, theirs = (
        [p for p in c.claim.participants if p.slot in {"agent", "patient"} and p.head.isalpha()]
        for c in (a, b)
    )
    if not ours or not theirs or any(p.mention or p.pronoun for p in (*ours, *theirs)):
        return False
    return not any(alike(p.head, q.head) or are_of_kind(p.head, q.head) for p in ours for q in theirs)


def _is_measure(x: BoundValue, y: BoundValue) -> bool:
    """Whether two figures measure what they hang on, as against counting it."""
    assert isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    return bool(x.value.unit) or "children" in measures(x) & measures(y)


def _of_two_deeds(a: Profile, x: BoundValue, b: Profile, y: BoundValue) -> bool:
    """Whether each says how long something else was done: "led it for nine years", "worked there for ten"."""
    return x.head == a.predicate and y.head == b.predicate


def held(profiles: Sequence[Profile]) -> frozenset[tuple[str, str, str]]:
    """Every (document, word, value): what a document says of a word, in this clause or in any other."""
    return frozenset(
        (p.claim.document, word, bound.value.normal)
        for p in profiles
        for bound in (*p.claim.periods, *p.claim.quantities)
        for word in concepts(bound.head)
    )


def held_elsewhere(link: Link, values: frozenset[tuple[str, str, str]]) -> bool:
    """Whether two values differ, and one document holds the other's as well for a like slot: then it tells of both."""
    if link.comparison.agreement is not Agreement.DIFFER or link.a.document == link.b.document:
        return False
    return any(
        (there.document, word, here.normal) in values
        for here, there in ((link.a, link.b), (link.b, link.a))
        for word in concepts(link.slot)
    )
