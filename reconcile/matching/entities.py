"""Entities across documents: who is meant first, spelling afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind, Extraction, Mention
from reconcile.facets.name import Name, blocking_keys, compare_names
from reconcile.facets.place import gazetteer
from reconcile.matching.unions import Unions


_LONG_ENOUGH = 5  # letters; a shorter name a letter apart is another name


@dataclass(frozen=True, slots=True)
class Local:
    """One entity as one document names it."""

    document: str
    number: int
    kind: EntityKind
    names: tuple[Name, ...]  # its spellings, the fullest first
    context: frozenset[str]  # what stands beside it: other names, roles


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that one document or several name."""

    number: int
    kind: EntityKind
    name: str  # the fullest spelling, for labels
    key: str  # stable between runs
    mentions: tuple[tuple[str, Mention], ...]  # (document, naming), pronouns left out

    @property
    def distinctive(self) -> bool:
        """Whether sharing it tells events apart: a person or a firm does, a whole country hardly."""
        return not (self.kind is EntityKind.PLACE and gazetteer().is_country(self.name))


@dataclass(frozen=True)
class Entities:
    """All entities of a run, and which one a document's local number means."""

    all: tuple[Entity, ...]
    numbers: Mapping[tuple[str, int], int]

    def of(self, document: str, mention: Mention) -> int:
        """The entity that a mention names."""
        return self.numbers[(document, mention.entity)]

    @cached_property
    def by_number(self) -> Mapping[int, Entity]:
        return {e.number: e for e in self.all}


def resolve(extractions: Sequence[Extraction]) -> Entities:
    """Join the documents' entities. Shuffling the documents gives the same entities."""
    locals_ = [local for extraction in extractions for local in _locals(extraction)]
    unions = Unions(len(locals_))
    for i, j in sorted(_candidates(locals_)):
        if _one_entity(locals_[i], locals_[j]):
            unions.join(i, j)
    return _gathered(extractions, locals_, unions)


def _locals(extraction: Extraction) -> Iterable[Local]:
    gathered: dict[int, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if not mention.pronoun:
            gathered[mention.entity].append(mention)
    beside = _beside(extraction)
    for number, mentions in sorted(gathered.items()):
        names = sorted({m.name.normal: m.name for m in mentions}.values(), key=lambda n: (-len(n.tokens), n.normal))
        yield Local(extraction.document, number, mentions[0].kind, tuple(names), frozenset(beside[number]))


def _beside(extraction: Extraction) -> Mapping[int, set[str]]:
    """For each local entity, the names and roles that share a claim with it."""
    beside: dict[int, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        for mention in claim.mentions:
            beside[mention.entity] |= {m.name.tokens[-1].lower() for m in claim.mentions if m.entity != mention.entity}
            beside[mention.entity] |= {w.lemma for w in claim.words if w.pos in {"NOUN", "VERB"}}
    for role in extraction.roles:
        beside[role.mention.entity].add(f"role:{role.role.office}:{role.role.portfolio}")
    return beside


def _candidates(locals_: Sequence[Local]) -> set[tuple[int, int]]:
    """Pairs of locals that share a blocking key."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, local in enumerate(locals_):
        for key in sorted({k for name in local.names for k in blocking_keys(name)}):
            blocks[key].append(i)
    return {
        (i, j)
        for members in blocks.values()
        for n, i in enumerate(members)
        for j in members[n + 1 :]
    }


def _one_entity(a: Local, b: Local) -> bool:
    first, second = a.names[0], b.names[0]
    if EntityKind.PLACE in {a.kind, b.kind} and {a.kind, b.kind} & {EntityKind.PERSON, EntityKind.ORGANISATION}:
        return _misspelt(first, second) and compare_names(first, second).agreement is Agreement.VARIANT
    if first.normal.lower() == second.normal.lower():
        return True
    agreement = compare_names(first, second).agreement
    if agreement is Agreement.AGREE:
        return EntityKind.PLACE not in {a.kind, b.kind} or len(first.tokens) == len(second.tokens)
    if agreement is not Agreement.VARIANT or (a.document == b.document and EntityKind.PERSON in {a.kind, b.kind}):
        return False
    known = [gazetteer().is_known_name(n.normal) for n in (first, second)]
    if any(known):
        return not all(known) and _misspelt(first, second)
    if min(len(first.tokens), len(second.tokens)) > 1 and EntityKind.PERSON in {a.kind, b.kind}:
        return True
    return _in_like_company(a, b)


def _misspelt(a: Name, b: Name) -> bool:
    """Whether one name is a country and the other, unknown to any map, a slip in writing it ("Argentinia")."""
    known = gazetteer()
    return len(a.tokens) == len(b.tokens) and min(len(a.normal), len(b.normal)) >= _LONG_ENOUGH and (known.is_country(a.normal) or known.is_country(b.normal))


def _in_like_company(a: Local, b: Local) -> bool:
    """A lone surname is too little to go by: the two must share a role, or stand among the same names and words."""
    shared = a.context & b.context
    return any(s.startswith("role:") for s in shared) or len(shared) >= 3


def _gathered(extractions: Sequence[Extraction], locals_: Sequence[Local], unions: Unions) -> Entities:
    numbers = {(x.document, x.number): unions.find(i) for i, x in enumerate(locals_)}
    mentions: dict[int, list[tuple[str, Mention]]] = defaultdict(list)
    for extraction in extractions:
        for mention in extraction.mentions:
            if not mention.pronoun:
                mentions[numbers[(extraction.document, mention.entity)]].append((extraction.document, mention))
    return Entities(tuple(_entity(n, found) for n, found in sorted(mentions.items())), numbers)


def _entity(number: int, found: Sequence[tuple[str, Mention]]) -> Entity:
    kinds = {m.kind for _, m in found}
    order = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.OTHER)
    kind = next(k for k in order if k in kinds)
    fullest = min((m.name for _, m in found), key=lambda n: (-len(n.tokens), n.normal))
    surname_or_longest = fullest.tokens[-1] if kind is EntityKind.PERSON else min(fullest.tokens, key=lambda t: (-len(t), t))
    return Entity(number, kind, fullest.normal, surname_or_longest.lower(), tuple(found))
