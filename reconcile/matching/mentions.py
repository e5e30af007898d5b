"""Subjects of single entities: how they are spelt, and what office they are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations, product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim, EntityKind, Extraction, RoleMention
from reconcile.facets.name import Name
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.role import compare_roles
from reconcile.findings import Kind, Over, Severity
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.occasions import in_one_story
from reconcile.matching.spelling import compare_spellings, is_slight
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


def offices(extractions: Sequence[Extraction], entities: Entities) -> Iterator[Subject]:
    """For each entity that is given a role in more than one place: its roles."""
    held: dict[int, list[RoleMention]] = {}
    for extraction in extractions:
        for role in extraction.roles:
            held.setdefault(entities.of(role.document, role.mention), []).append(role)
    dates = {(x.document, c.sentence): _dates(c) for x in extractions for c in x.claims}
    for number, roles in sorted(held.items()):
        holdings = tuple(Holding(r.document, r.role.span, r.sentence, r.role, r.role.normal) for r in roles)
        first = {(r.document, r.role.normal): i for i, r in reversed(list(enumerate(roles)))}
        pairs = tuple(
            Pair(
                i,
                j,
                _compared(*((roles[n], dates.get(_place(roles[n]), ())) for n in (i, j))),
                0.8,
                f"both say what {entities.by_number[number].name} is",
            )
            for i, j in combinations(sorted(first.values()), 2)
        )
        if any(p.comparison.agreement is Agreement.DIFFER for p in pairs):
            entity = entities.by_number[number]
            yield Subject(Over.ENTITY, Kind.ROLE, entity.key, entity.name, "role", holdings, pairs)


def _place(role: RoleMention) -> tuple[str, Span]:
    return role.document, role.sentence


def _dates(claim: Claim) -> tuple[Period, ...]:
    """The dates of a claim's whole sentence."""
    return tuple(value for value in claim.wording.values if isinstance(value, Period))


def _compared(
    one: tuple[RoleMention, Sequence[Period]], other: tuple[RoleMention, Sequence[Period]]
) -> Comparison:
    """Compare two offices, each with the dates of its sentence."""
    (a, ours), (b, theirs) = one, other
    dated = list(product(ours, theirs))
    if a.document == b.document:
        return Comparison(Agreement.UNKNOWN, "One text that gives two roles knows of both.")
    if "former" in a.role.ranks | b.role.ranks:
        return Comparison(Agreement.UNKNOWN, "A former role says nothing of the present one.")
    if dated and not any(in_one_story(x, y) for x, y in dated):
        return Comparison(Agreement.UNKNOWN, "The texts speak of two times, and roles hold for a time.")
    if (a.past or b.past) and not any(compare_periods(x, y).agreement is Agreement.AGREE for x, y in dated):
        return Comparison(Agreement.UNKNOWN, "One is told in the past, and roles hold for a time.")
    return compare_roles(a.role, b.role)
