"""Subjects of single entities: how they are spelt, and what office they are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Extraction, Mention, RoleMention
from reconcile.facets.name import Name, compare_names, only_marks
from reconcile.facets.role import compare_roles
from reconcile.findings import Kind
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.subjects import Holding, Over, Pair, Subject
from reconcile.text import Span


def spellings(entities: Entities, sentences: dict[tuple[str, Span], Span]) -> Iterator[Subject]:
    """For each entity spelt in more than one way: its spellings, compared with one another."""
    for entity in entities.all:
        found = _one_a_spelling(entity)
        if len(found) < 2:
            continue
        holdings = tuple(
            Holding(document, m.span, sentences.get((document, m.span), m.span), m.name, m.name.normal)
            for document, m in entity.mentions
            if m.name.normal in found
        )
        pairs = tuple(
            Pair(i, j, compare_names(holdings[i].value, holdings[j].value), _sureness(entity, holdings[i].value), "one entity", only_marks(holdings[i].value, holdings[j].value))
            for i, j in combinations(range(len(holdings)), 2)
            if holdings[i].normal != holdings[j].normal
        )
        if any(p.comparison.agreement is Agreement.VARIANT for p in pairs):
            yield Subject(Over.ENTITY, Kind.NAME, entity.key, entity.name, "spelling", holdings, pairs)


def _one_a_spelling(entity: Entity) -> dict[str, Mention]:
    return {m.name.normal: m for _, m in entity.mentions}


def _sureness(entity: Entity, name: Name) -> float:
    return 0.9 if len(name.tokens) > 1 and entity.kind is EntityKind.PERSON else 0.75


def offices(extractions: Sequence[Extraction], entities: Entities) -> Iterator[Subject]:
    """For each entity that is given a role in more than one place: its roles."""
    held: dict[int, list[RoleMention]] = {}
    for extraction in extractions:
        for role in extraction.roles:
            held.setdefault(entities.of(role.document, role.mention), []).append(role)
    for number, roles in sorted(held.items()):
        holdings = tuple(Holding(r.document, r.role.span, r.sentence, r.role, r.role.normal) for r in roles)
        pairs = tuple(
            Pair(i, j, _compared(roles[i], roles[j]), 0.8, f"both say what {entities.by_number[number].name} is")
            for i, j in combinations(range(len(roles)), 2)
        )
        if any(p.comparison.agreement is Agreement.DIFFER for p in pairs):
            entity = entities.by_number[number]
            yield Subject(Over.ENTITY, Kind.ROLE, entity.key, entity.name, "role", holdings, pairs)


def _compared(a: RoleMention, b: RoleMention) -> Comparison:
    if a.role.rank == "former" or b.role.rank == "former":
        return Comparison(Agreement.UNKNOWN, "A former role says nothing of the present one.")
    return compare_roles(a.role, b.role)
