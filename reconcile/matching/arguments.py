"""Who and what takes part in two claims, slot by slot: the same, others, or not told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import product

from reconcile.agreement import Agreement
from reconcile.claims.model import Claim, FacetValue, Mention, Participant
from reconcile.facets.period import Period, period_agreement
from reconcile.facets.polarity import event_names
from reconcile.facets.quantity import Bound, Quantity
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import Profile, alike, common, days_of, predicates, read_once
from reconcile.text import Span

CORE = ("agent", "patient")
_VERBATIM = 0.72  # of the shorter claim's words
_WEEK = timedelta(days=8)
_FEW = 10  # counts up to this are shared by chance
_TELLING = 3  # words from which two sentences of one day tell of one event
_STEM = 5  # letters
_DESCRIBING = 3  # words between an owner and what is owned
_ENOUGH = 4  # words and names; shorter claims say too little to be known again by their words
_TIMES = {"day", "week", "month", "year", "time", "hour", "morning", "evening", "night"}


def filling(profile: Profile, slot: str) -> Sequence[Participant]:
    """What fills a slot of a claim, dates and bare figures left out."""
    return _fillings(profile).get(slot, ())


@read_once
def _fillings(profile: Profile) -> Mapping[str, Sequence[Participant]]:
    dates = [bound.span for bound in profile.claim.periods]
    found: dict[str, list[Participant]] = defaultdict(list)
    for p in profile.claim.participants:
        is_telling = any(map(str.isalpha, p.head)) and p.head not in _TIMES
        if is_telling and not any(p.span.overlaps(date) for date in dates):
            found[p.slot].append(p)
    return found


def compare_slot(pair: ClaimPair, slot: str) -> Agreement:
    """Whether both claims fill a slot with the same; unknown where one leaves it open or is vague there."""
    return compare_all(pair, filling(pair.a, slot), filling(pair.b, slot))


def compare_all(pair: ClaimPair, ours: Iterable[Participant], theirs: Iterable[Participant]) -> Agreement:
    """Whether two sets of parties share one; unknown where one is empty or vague."""
    found = {compare_parties(pair, x, y) for x, y in product(ours, theirs)}
    for agreement in (Agreement.AGREE, Agreement.UNKNOWN):
        if agreement in found:
            return agreement
    return Agreement.DIFFER if found else Agreement.UNKNOWN


def compare_parties(pair: ClaimPair, x: Participant, y: Participant) -> Agreement:
    ours, theirs = entity(pair.entities, pair.a.claim, x), entity(pair.entities, pair.b.claim, y)
    if ours is not None and theirs is not None:
        return Agreement.AGREE if ours == theirs else Agreement.DIFFER
    if count_alike(x.head, y.head) and _described_alike(x, y):
        return Agreement.AGREE
    return Agreement.DIFFER if ours is theirs else Agreement.UNKNOWN


def count_alike(a: str, b: str) -> bool:
    """Whether two nouns may name the same, all words for people being one."""
    people = lexicon("deeds")["people"]
    return alike(a, b) or (a in people and b in people)


def _described_alike(x: Participant, y: Participant) -> bool:
    """Whether one description may be short for the other: "the agreement", "the fishing agreement"."""
    fewer, more = sorted((x.modifiers, y.modifiers), key=len)
    if (x.modifiers ^ y.modifiers) & _telling_apart():
        return False
    return all(any(_reads_like(m, n) for n in more) for m in fewer)


@cache
def _telling_apart() -> frozenset[str]:
    return frozenset(lexicon("deeds")["telling_apart"])


def _reads_like(a: str, b: str) -> bool:
    """Whether two words are alike, or one is the other cut short, as a guess at a lemma may be."""
    short, long = sorted((a, b), key=len)
    return alike(a, b) or (len(short) >= _STEM and long.startswith(short))


def named(claim: Claim, participant: Participant) -> Mention | None:
    """How a participant is named: by itself, by the name right after it ("the firm Norbus", "a group called
    Norlys"), or by whom it stands for ("Iceland's players", "the wheel of Santini")."""
    if participant.mention:
        return participant.mention
    stands = participant.head in lexicon("deeds")["standing_for"]
    return next(
        (
            m
            for m in claim.wording.mentions
            if _between(claim, participant.span, m.span) in _naming()
            or (stands and _belongs(claim, participant.span, m.span))
        ),
        None,
    )


def _between(claim: Claim, first: Span, second: Span) -> str | None:
    """The words from one span to another; None where they do not follow each other."""
    start, end = claim.span.start, claim.span.end
    if not (start <= first.start and first.end < second.start <= end):
        return None
    return claim.text[first.end - start : second.start - start].strip().lower()


def _belongs(claim: Claim, owned: Span, owner: Span) -> bool:
    if _between(claim, owned, owner) in ("of", "of the"):
        return True
    before = _between(claim, owner, owned)
    return before is not None and before.startswith(("'s", "’s")) and len(before.split()) <= _DESCRIBING


@cache
def _naming() -> frozenset[str]:
    return frozenset(lexicon("deeds")["naming"])


def entity(entities: Entities, claim: Claim, participant: Participant) -> int | None:
    """The entity that a participant names; None for a common noun."""
    mention = named(claim, participant)
    return entities.of(claim.document, mention) if mention else None


def shared_parties(pair: ClaimPair) -> list[str] | None:
    """The core slots that both claims fill alike; None where one is filled with others."""
    found = {slot: compare_slot(pair, slot) for slot in CORE}
    if Agreement.DIFFER in found.values():
        return None
    return [slot for slot, agreement in found.items() if agreement is Agreement.AGREE]


def other_circumstances(pair: ClaimPair, parties: frozenset[str] = frozenset()) -> bool:
    """Whether a preposition that both use introduces something else in each ("of fraud", "of bribery"), those aside
    in which the parties stand."""
    slots = {p.slot for p in pair.a.claim.participants} & {p.slot for p in pair.b.claim.participants}
    return any(
        compare_slot(pair, slot) is Agreement.DIFFER
        for slot in sorted(slots - {*CORE, "attribute"} - parties)
    )


def told_of_one_time(pair: ClaimPair) -> bool:
    """Whether the two sentences give dates, and any two of them agree."""
    ours, theirs = ([v for v in p.claim.wording.values if isinstance(v, Period)] for p in (pair.a, pair.b))
    found = [period_agreement(x, y) for x, y in product(ours, theirs)]
    return bool(found) and all(agreement is Agreement.AGREE for agreement in found)


def same_day(pair: ClaimPair) -> bool:
    """Whether both claims are dated to one and the same day."""
    ours, theirs = (days_of(b.value for b in p.claim.periods) for p in (pair.a, pair.b))
    return bool(ours & theirs)


def is_exact(pair: ClaimPair) -> bool:
    """Whether a day or a figure shows that the claims tell of one occasion."""
    return same_day(pair) or same_figure(pair)


def same_figure(pair: ClaimPair) -> bool:
    """Whether both tell one exact count of a like noun, or one sum of money, which two events hardly share."""
    return any(
        x.value.normal == y.value.normal
        and _is_telling(x.value)
        and (bool(x.value.unit) or count_alike(x.head, y.head))
        for x in pair.a.claim.quantities
        for y in pair.b.claim.quantities
        if isinstance(x.value, Quantity) and isinstance(y.value, Quantity)
    )


def _is_telling(value: Quantity) -> bool:
    """Whether a figure is of one event alone: a sum, or a count above ten that is not round."""
    if value.bound is not Bound.EXACT or value.stated <= _FEW:
        return False
    return value.dimension.startswith("money") or (not value.dimension and value.stated % _FEW > 0)


def told_alike(pair: ClaimPair) -> bool:
    """Whether one moment is given to both, and each claim's words stand in the other's sentence."""
    a, b = pair.a, pair.b
    if pair.time is not Agreement.AGREE:
        return False
    missing = [x.words - set(common(x.words, y.told | y.words)) for x, y in ((a, b), (b, a))]
    shared = common(a.words | b.words, (a.told | a.words) & (b.told | b.words))
    return not any(missing) and len(shared) >= _TELLING


def same_report(pair: ClaimPair) -> bool:
    """Whether two sentences are dated to one day and share so much that, naming nobody, they tell of one event.

    A count that both give is worth a word; where each has a noun of its own they may be of two.
    """
    a, b = pair.a, pair.b
    days = [days_of(p.claim.wording.values) for p in (a, b)]
    shared = set(common(a.told, b.told)) - set(lexicon("deeds")["people"])
    counts = [_counts(p.claim.wording.values) for p in (a, b)]
    if days[0] != days[1] or not days[0] or (all(counts) and counts[0].isdisjoint(counts[1])):
        return False
    if len(shared) + len(counts[0] & counts[1]) <= _TELLING:
        return False
    return not all(_nouns(x.claim, x.told) - set(common(x.told, y.told)) for x, y in ((a, b), (b, a)))


def _counts(values: Iterable[FacetValue]) -> set[str]:
    return {
        v.normal for v in values if isinstance(v, Quantity) and not v.dimension and v.bound is Bound.EXACT
    }


def _nouns(claim: Claim, words: Iterable[str]) -> set[str]:
    return {w.lemma for w in claim.wording.words if w.pos == "NOUN" and w.lemma not in _TIMES} & set(words)


def same_week(pair: ClaimPair) -> bool:
    """Whether both claims are dated to the same day or few days."""
    ours, theirs = (
        [b.value for b in c.periods if isinstance(b.value, Period) and _is_short(b.value)]
        for c in (pair.a.claim, pair.b.claim)
    )
    return any(period_agreement(x, y) is Agreement.AGREE for x in ours for y in theirs)


def _is_short(period: Period) -> bool:
    return bool(period.earliest and period.latest and period.latest - period.earliest < _WEEK)


def overlap(pair: ClaimPair) -> float:
    """The share of the shorter claim's content words, names left out, that the other claim has too."""
    shared = common(pair.a.words, pair.b.words)
    return len(shared) / max(1, min(len(pair.a.words), len(pair.b.words)))


def retold(pair: ClaimPair) -> bool:
    """Whether the claims are so alike in words and names that, though undated, they tell of one event."""
    shared = len(common(pair.a.words, pair.b.words)) + len(pair.a.named & pair.b.named)
    return shared >= _ENOUGH and overlap(pair) >= _VERBATIM


def other_nouns(pair: ClaimPair) -> bool:
    """Whether each claim has a noun that the other lacks: "exports of coffee", "exports of tea"."""
    return bool(_lacking(pair.a.claim, pair.b.words)) and bool(_lacking(pair.b.claim, pair.a.words))


def _lacking(claim: Claim, words: Iterable[str]) -> set[str]:
    nouns = {
        w.lemma
        for w in claim.words
        if w.pos == "NOUN" and w.lemma not in _TIMES and w.span != claim.predicate.span
    }
    return nouns - set(common(nouns, words))


def same_deed(pair: ClaimPair) -> bool:
    """Whether the predicates may name one event."""
    return not event_names_of(pair.a).isdisjoint(event_names_of(pair.b))


@read_once
def event_names_of(profile: Profile) -> frozenset[str | int]:
    """What names the event of a claim: that of its predicates."""
    return frozenset().union(*map(event_names, predicates(profile)))
