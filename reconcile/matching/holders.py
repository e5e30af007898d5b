"""Offices that changed hands: one office, given to different people by articles that lie apart in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Extraction, RoleMention
from reconcile.facets.role import compare_roles
from reconcile.findings import Kind, Over
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.matching.unions import Unions
from reconcile.text import Span

TERM = 60  # days after which an office may have changed hands
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class _Held:
    """An office that only one person can hold, and who held it on a day."""

    role: RoleMention
    holder: Entity
    day: date


def successions(extractions: Sequence[Extraction], entities: Entities) -> Iterator[Subject]:
    """One subject for each office that has different holders at different times."""
    held = [one for extraction in extractions for one in _held(extraction, entities)]
    unions = Unions(len(held))
    for i, j in combinations(range(len(held)), 2):
        if _one_office(held[i], held[j]):
            unions.join(i, j)
    for group in unions.groups():
        subject = _subject([held[i] for i in group])
        if any(pair.comparison.agreement is Agreement.DIFFER for pair in subject.pairs):
            yield subject


def _held(extraction: Extraction, entities: Entities) -> Iterator[_Held]:
    article = extraction.article
    if article is None or article.published_earliest is None:
        return
    if article.published_earliest != article.published_latest:
        return
    for mention in extraction.roles:
        holder = entities.by_number[entities.of(extraction.document, mention.mention)]
        if holder.kind is EntityKind.PERSON and _is_sole(mention):
            yield _Held(mention, holder, article.published_earliest)


def _is_sole(mention: RoleMention) -> bool:
    """Whether the office has one holder at a time: a president of a country, a minister of a named field."""
    role, offices = mention.role, lexicon("roles")["sole"]
    known = role.office in (offices["of_a_field"] if role.portfolio else offices["of_a_place"])
    return known and bool(role.institution) and not role.rank


def _one_office(a: _Held, b: _Held) -> bool:
    one, two = a.role.role, b.role.role
    same = (one.office, one.portfolio) == (two.office, two.portfolio)
    return same and compare_roles(one, two).agreement is Agreement.AGREE


def _subject(held: Sequence[_Held]) -> Subject:
    office = min(one.role.role.normal for one in held)
    pairs = (
        Pair(i, j, _compared(held[i], held[j]), _SURE, f"both say who is {office}")
        for i, j in combinations(range(len(held)), 2)
    )
    holdings = (
        Holding(one.role.document, one.role.mention.span, _around(one.role), one.holder, one.holder.name)
        for one in held
    )
    return Subject(Over.ENTITY, Kind.ROLE, office, office, "holder", tuple(holdings), tuple(pairs))


def _around(mention: RoleMention) -> Span:
    """The sentence of the office; the parser may end it before the holder's name."""
    spans = (mention.sentence, mention.mention.span)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _compared(a: _Held, b: _Held) -> Comparison:
    days = abs((a.day - b.day).days)
    if a.holder.number == b.holder.number:
        return Comparison(Agreement.AGREE, f"Both name {a.holder.name}.")
    if days <= TERM:
        return Comparison(Agreement.UNKNOWN, "The articles lie too near in time to tell.")
    earlier, later = (one.holder.name for one in sorted((a, b), key=lambda one: one.day))
    return Comparison(Agreement.DIFFER, f"First {earlier} held the office, {days} days later {later}.")
