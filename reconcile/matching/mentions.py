"""Subjects of single entities: how they are spelt, and what office they are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Extraction, RoleMention
from reconcile.facets.name import Name
from reconcile.facets.role import compare_roles
from reconcile.findings import Kind, Over, Severity
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.spelling import compare_spellings, is_slight
from reconcile.matching.stories import Stories
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.text import Span

_BRACKET = len(" (")


def spellings(entities: Entities, sentences: dict[tuple[str, Span], Span]) -> Iterator[Subject]:
    """For each entity spelt in more than one way: its spellings, compared with one another."""
    for entity in entities.all:
        names = _telling({m.name.normal: m.name for _, m in entity.mentions})
        if len(names) < 2:
            continue
        holdings = tuple(
            Holding(document, m.span, sentences.get((document, m.span), m.span), m.name, m.name.normal)
            for document, m in entity.mentions
            if m.name.normal in names
        )
        first = {h.normal: i for i, h in reversed(list(enumerate(holdings)))}
        pairs = tuple(
            _spelt(i, j, holdings[i].value, holdings[j].value, entity)
            for i, j in combinations(sorted(first.values()), 2)
        )
        yield Subject(Over.ENTITY, Kind.NAME, entity.key, entity.name, "spelling", holdings, pairs)


def _telling(names: dict[str, Name]) -> frozenset[str]:
    """The spellings that differ from another one, and the short forms that go with one of them alone."""
    agreement = {(a, b): compare_spellings(names[a], names[b]).agreement for a, b in permutations(names, 2)}
    opposed = {pair for pair, a in agreement.items() if a is Agreement.VARIANT}
    ambiguous = {
        n
        for n in names
        for a, b in opposed
        if {agreement.get((n, a)), agreement.get((n, b))} == {Agreement.AGREE}
    }
    return frozenset(a for pair in opposed for a in pair) - ambiguous


def _spelt(i: int, j: int, a: Name, b: Name, entity: Entity) -> Pair:
    why = f"both name {entity.name}"
    slight = is_slight(a, b) or _given_together(entity, a, b)
    loudest = Severity.INFO if slight else Severity.ERROR
    return Pair(i, j, compare_spellings(a, b), _sureness(entity, a), why, loudest)


def _given_together(entity: Entity, a: Name, b: Name) -> bool:
    """Whether a document sets one form in brackets behind the other: "the Red Star (Krasnaya Zvezda) works"."""
    return any(
        one == other
        and {x.name.normal, y.name.normal} == {a.normal, b.normal}
        and y.span.start - x.span.end == _BRACKET
        for (one, x), (other, y) in pairwise(sorted(entity.mentions, key=lambda m: (m[0], m[1].span)))
    )


def _sureness(entity: Entity, name: Name) -> float:
    return 0.9 if len(name.tokens) > 1 and entity.kind is EntityKind.PERSON else 0.75


def offices(extractions: Sequence[Extraction], entities: Entities, stories: Stories) -> Iterator[Subject]:
    """For each entity that is given a role in more than one place: its roles."""
    held: dict[int, list[RoleMention]] = {}
    for extraction in extractions:
        for role in extraction.roles:
            held.setdefault(entities.of(role.document, role.mention), []).append(role)
    for number, roles in sorted(held.items()):
        holdings = tuple(Holding(r.document, r.role.span, r.sentence, r.role, r.role.normal) for r in roles)
        first = {(r.document, r.role.normal): i for i, r in reversed(list(enumerate(roles)))}
        pairs = tuple(
            Pair(
                i,
                j,
                _compared(roles[i], roles[j], roles, stories),
                0.8,
                f"both say what {entities.by_number[number].name} is",
            )
            for i, j in combinations(sorted(first.values()), 2)
        )
        if any(p.comparison.agreement is Agreement.DIFFER for p in pairs):
            entity = entities.by_number[number]
            yield Subject(Over.ENTITY, Kind.ROLE, entity.key, entity.name, "role", holdings, pairs)


def _compared(a: RoleMention, b: RoleMention, given: Sequence[RoleMention], stories: Stories) -> Comparison:
    if a.document == b.document:
        return Comparison(Agreement.UNKNOWN, "One text that gives two roles knows of both.")
    if "former" in a.role.ranks | b.role.ranks:
        return Comparison(Agreement.UNKNOWN, "A former role says nothing of the present one.")
    told_of_both = {r.document for r in given if r.role.office == a.role.office} & {
        r.document for r in given if r.role.office == b.role.office
    }
    if told_of_both and a.role.office != b.role.office:
        return Comparison(Agreement.UNKNOWN, "A text that gives both roles knows of both.")
    in_one_story = stories.are_one(a.document, b.document)
    return compare_roles(a.role, b.role, in_one_story=in_one_story)
