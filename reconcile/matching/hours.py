"""At what time of day one event happened: "at 3 a.m.", "shortly after noon"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from reconcile.agreement import Agreement
from reconcile.claims.model import FacetValue
from reconcile.facets.period import Hour, Period, compare_hours
from reconcile.facets.period.clock import DAY
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.arguments import same_day
from reconcile.matching.identity import one_event
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile, alike
from reconcile.matching.subjects import Holding
from reconcile.matching.vetoes import at_other_times


def link_hours(pair: ClaimPair) -> Iterator[Link]:
    """Times of day that two accounts give to one event of a day, none of which may be one."""
    ours, theirs = pair.a.claim.hours, pair.b.claim.hours
    if not ours or not theirs or pair.one_voice or not _of_one_moment(pair):
        return
    found = [(x, y, compare_hours(x, y)) for x, y in product(ours, theirs)]
    if any(c.agreement is not Agreement.DIFFER for _, _, c in found):
        return
    identity = one_event(pair, Kind.DATE)
    if identity:
        x, y, comparison = found[0]
        a, b = _holding(pair.a, x), _holding(pair.b, y)
        yield Link(Kind.DATE, f"{pair.a.predicate} hour", a, b, comparison, identity.confidence, identity.why)


def _of_one_moment(pair: ClaimPair) -> bool:
    """Whether the two tell one deed of one day, or what happens once, and nobody only speaks."""
    a, b = pair.a, pair.b
    if {a.predicate, b.predicate} & frozenset(lexicon("polarity")["reporting"]) or at_other_times(a, b):
        return False
    if not (alike(a.predicate, b.predicate) or pair.akin or pair.in_story):
        return False
    once = frozenset(lexicon("events")["once"])
    return same_day(pair) or pair.in_story or not once.isdisjoint({a.predicate, b.predicate})


def of_one_night(pair: ClaimPair, x: FacetValue, y: FacetValue) -> bool:
    """Whether two days that follow each other may be of one moment: by a night between them, or by two time zones."""
    if not (isinstance(x, Period) and isinstance(y, Period)) or not _follow_each_other(x, y):
        return False
    ours, theirs = pair.a.claim.wording.hours, pair.b.claim.wording.hours
    zones = [{h.zone for h in hours} for hours in (ours, theirs)]
    if ours and theirs and zones[0] != zones[1]:
        return True
    nights = [any(h.last + max(h.halves) > DAY for h in hours) for hours in (ours, theirs)]
    return any(nights) and not all(nights)  # the night of one day is not that of the next


def _follow_each_other(x: Period, y: Period) -> bool:
    days = (x.earliest, x.latest, y.earliest, y.latest)
    return None not in days and x.earliest == x.latest and y.earliest == y.latest and _apart(x, y) == 1


def _apart(x: Period, y: Period) -> int:
    return abs((x.earliest - y.earliest).days) if x.earliest and y.earliest else 0


def _holding(profile: Profile, hour: Hour) -> Holding:
    claim = profile.claim
    return Holding(claim.document, hour.span, claim.sentence, hour, hour.normal)
