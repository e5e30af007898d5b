"""Entities across documents: who is meant first, spelling afterwards."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product, starmap

import numpy as np

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind, Extraction, Mention
from reconcile.facets.name import Name, blocking_keys, name_agreement
from reconcile.facets.place import gazetteer
from reconcile.lexicon import lexicon
from reconcile.matching.pairs import Pairs, ends
from reconcile.matching.postings import Postings
from reconcile.matching.spelling import is_misspelt_country, is_one_place, is_slip
from reconcile.matching.unions import Unions
from reconcile.processes import parts, spread

_DESIGNATION = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Z]?")
_LIKE_COMPANY = 3  # names and words that two bearers of like names share, from which they are taken for one
_SAME_COMPANY = 2  # names that two documents share, from which they are taken to tell of the same people
_FEW = 12  # documents of a name that are looked at for that
_PART = 5_000  # pairs of names that are judged at a time


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
        """Whether sharing it tells events apart: a person or a firm does, a whole country or people hardly."""
        if self.kind is EntityKind.OTHER:
            return not gazetteer().is_nationality(self.name)
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


@dataclass(frozen=True, slots=True)
class _Local:
    """One entity as one document names it."""

    document: str
    number: int
    kind: EntityKind
    name: Name  # its fullest spelling
    context: frozenset[str]  # what stands beside it: other names, words, roles
    company: frozenset[tuple[EntityKind, str]]  # all that the document names


@dataclass(frozen=True, slots=True)
class _Form:
    """All documents' entities of one kind whose fullest names are the same: taken for one."""

    name: Name
    folded: str  # the name, whatever its capitals
    known: bool  # whether some map has it
    kind: EntityKind
    locals: tuple[int, ...]
    documents: frozenset[str]
    context: frozenset[str]
    company: tuple[frozenset[tuple[EntityKind, str]], ...]  # of its first documents

    @property
    def is_short(self) -> bool:
        return len(self.name.tokens) == 1

    @property
    def is_place(self) -> bool:
        return self.kind is EntityKind.PLACE


def resolve(extractions: Sequence[Extraction], processes: int = 1) -> Entities:
    """Join the documents' entities. Shuffling the documents gives the same entities.

    First what is one name in one spelling or several; then each shortened name ("Lind", "A. Lind") with the one
    fuller name that it fits. Where it fits two bearers, what stands beside it must tell which.
    """
    locals_ = [local for extraction in extractions for local in _locals(extraction)]
    forms = _forms(locals_)
    unions = Unions(len(forms))
    _join_aliases(locals_, forms, unions)
    fuller: dict[int, list[int]] = defaultdict(list)
    for i, j, one, shortened in _judged(forms, processes):
        if one:
            unions.join(i, j)
        if shortened:
            fuller[j].append(i)
    _attach(forms, fuller, unions)
    return _gathered(extractions, locals_, forms, unions)


def _locals(extraction: Extraction) -> Iterator[_Local]:
    gathered: dict[int, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if not mention.pronoun:
            gathered[mention.entity].append(mention)
    beside = _beside(extraction)
    fullest = {
        number: min((m.name for m in mentions), key=_fullest_first) for number, mentions in gathered.items()
    }
    company = frozenset((gathered[n][0].kind, name.normal.casefold()) for n, name in fullest.items())
    for number, mentions in sorted(gathered.items()):
        context = frozenset(beside[number])
        for name in (fullest[number], *_aliases(fullest[number], mentions)):
            yield _Local(extraction.document, number, mentions[0].kind, name, context, company)


def _aliases(fullest: Name, mentions: Sequence[Mention]) -> list[Name]:
    """The full names that a document gives a bearer besides the fullest one, and that are no form of it."""
    others = {m.name.normal: m.name for m in mentions if len(m.name.tokens) > 1}
    others.pop(fullest.normal, None)
    differing = (n for n in others.values() if name_agreement(n, fullest) is Agreement.DIFFER)
    return sorted(differing, key=_fullest_first)


def _join_aliases(locals_: Sequence[_Local], forms: Sequence[_Form], unions: Unions) -> None:
    """Join the forms under which one document names one bearer."""
    first: dict[tuple[str, int], int] = {}
    for n, form in enumerate(forms):
        for i in form.locals:
            unions.join(n, first.setdefault((locals_[i].document, locals_[i].number), n))


def _fullest_first(name: Name) -> tuple[int, int, str]:
    return -len(name.tokens), -len(name.normal), name.normal


def _beside(extraction: Extraction) -> Mapping[int, set[str]]:
    """For each local entity, the names and roles that share a claim with it."""
    beside: dict[int, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        content = {w.lemma for w in claim.words if w.pos in {"NOUN", "VERB"}}
        for mention in claim.mentions:
            beside[mention.entity] |= content
            beside[mention.entity] |= {
                m.name.tokens[-1].lower() for m in claim.mentions if m.entity != mention.entity
            }
    for role in extraction.roles:
        beside[role.mention.entity].add(f"role:{role.role.office}:{role.role.portfolio}")
    return beside


def _forms(locals_: Sequence[_Local]) -> list[_Form]:
    """The distinct names with all who bear them, fullest first."""
    gathered: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, local in enumerate(locals_):
        one_word = (
            len(local.name.tokens) == 1
        )  # a word may be a town's and a man's name; a full name is one bearer's
        gathered[local.name.normal.casefold(), local.kind.value if one_word else ""].append(i)
    return sorted(
        (_form(locals_, members) for members in gathered.values()),
        key=lambda f: (*_fullest_first(f.name), f.kind),
    )


def _form(locals_: Sequence[_Local], members: Sequence[int]) -> _Form:
    name, kinds = locals_[members[0]].name, {locals_[i].kind for i in members}
    return _Form(
        name,
        name.normal.casefold(),
        gazetteer().is_known_name(name.normal),
        next(kind for kind in _BY_RANK if kind in kinds),
        tuple(members),
        frozenset(locals_[i].document for i in members),
        frozenset().union(*(locals_[i].context for i in members)),
        tuple(locals_[i].company for i in members[:_FEW]),
    )


_BY_RANK = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.OTHER)


def _candidates(forms: Sequence[_Form]) -> Pairs:
    """Pairs of forms that share a blocking key, and the names that the map has for one place."""
    numbers: dict[str, int] = {}
    entries = [
        (i, numbers.setdefault(key, len(numbers))) for i, form in enumerate(forms) for key in _keys(form)
    ]
    rows, keys = np.array(entries, dtype=np.int64).reshape(-1, 2).T
    return Postings(rows, keys, len(forms)).pairs(0, len(forms))


def _keys(form: _Form) -> Iterator[str]:
    yield from blocking_keys(form.name)
    for site in gazetteer().leading_senses(form.name.normal)[:1] if form.is_place else ():
        yield f"site:{site.id}"


def _judged(forms: Sequence[_Form], processes: int) -> Iterator[tuple[int, int, bool, bool]]:
    """Of the candidate pairs in order those that are one name, and those of which the second shortens the first."""

    def judge(part: Sequence[tuple[int, int]]) -> list[tuple[int, int, bool, bool]]:
        told = ((i, j, _one_bearer(forms[i], forms[j]), _shortens(forms[j], forms[i])) for i, j in part)
        return [(i, j, one, shortened) for i, j, one, shortened in told if one or shortened]

    i, j = ends(_candidates(forms))
    pairs = zip(i.tolist(), j.tolist(), strict=True)
    for _, found in spread(judge, parts(pairs, _PART), processes):
        yield from found


# One name, in one spelling or in two


def _one_bearer(a: _Form, b: _Form) -> bool:
    if a.is_place and b.is_place and is_one_place(a.name, b.name):
        return True
    if {a.kind, b.kind} & {EntityKind.PERSON, EntityKind.ORGANISATION} and a.is_place != b.is_place:
        return is_misspelt_country(a.name, b.name) and _agreement(a, b) is Agreement.VARIANT
    if a.folded == b.folded:
        return True
    if a.documents & b.documents and EntityKind.PERSON in {a.kind, b.kind}:
        return False
    variant, slip = _may_be_variant(a, b), _is_slip(a, b)
    if not (variant or slip):  # soon known of most pairs; comparing the names takes longer
        return False
    agreement = _agreement(a, b)
    return slip if agreement is Agreement.DIFFER else variant and agreement is Agreement.VARIANT


def _agreement(a: _Form, b: _Form) -> Agreement:
    return name_agreement(a.name, b.name)


def _may_be_variant(a: _Form, b: _Form) -> bool:
    """Whether two names that are spelt otherwise, if they are alike at all, are of one bearer."""
    full = not (a.is_short or b.is_short) and EntityKind.PERSON in {a.kind, b.kind}
    believed = full or _share_company(a, b, _LIKE_COMPANY)
    if believed and not (a.known or b.known):
        return True
    return is_misspelt_country(a.name, b.name)


def _is_slip(a: _Form, b: _Form) -> bool:
    """A letter wrong in a full name: believed where two documents name others alike, one of them in full."""
    full = len(a.name.tokens) == len(b.name.tokens) > 1 and not a.is_place and not b.is_place
    return full and is_slip(a.name, b.name) and any(starmap(_is_same_company, product(a.company, b.company)))


def _is_same_company(a: frozenset[tuple[EntityKind, str]], b: frozenset[tuple[EntityKind, str]]) -> bool:
    """Whether two documents name another person in full, or several names, one of them of more than a word."""
    full = {(kind, name) for kind, name in a & b if " " in name}
    return any(kind is EntityKind.PERSON for kind, _ in full) or (bool(full) and len(a & b) >= _SAME_COMPANY)


def _share_company(a: _Form, b: _Form, least: int) -> bool:
    """A like name is too little to go by: the two must share a role, or stand among the same names and words."""
    shared = a.context & b.context
    return any(s.startswith("role:") for s in shared) or len(shared) >= least


# Shortened names


def _attach(forms: Sequence[_Form], fuller: Mapping[int, Sequence[int]], unions: Unions) -> None:
    """Join each shortened name with the one of the fuller names that it stands for."""
    for j in sorted(fuller):
        bearers = sorted({unions.find(i) for i in fuller[j]})
        chosen = bearers[0] if len(bearers) == 1 else _of_best_company(forms[j], forms, fuller[j], unions)
        if chosen is not None:
            unions.join(chosen, j)


def _shortens(short: _Form, full: _Form) -> bool:
    """Whether a name may stand for a fuller one: a surname, initials, a firm without its legal form, an acronym."""
    if short.is_place or full.is_place:
        return False
    if _is_designation(short.name, full.name):
        return True
    if short.is_short and not _may_be_called(short, full):
        return False
    return _agreement(full, short) is Agreement.AGREE or _lacks_head(short.name, full.name)


def _may_be_called(short: _Form, full: _Form) -> bool:
    """Whether a name of one word may stand for one of several: a person's surname, a body's own part."""
    if full.kind is EntityKind.PERSON:
        own = {part.casefold() for part in full.name.surname.split()}
        return short.name.tokens[0].casefold() in own and short.kind is not EntityKind.ORGANISATION
    return short.kind is not EntityKind.PERSON and full.kind is EntityKind.ORGANISATION


def _is_designation(short: Name, full: Name) -> bool:
    """Whether a name is the part with a number in it by which a model is known: "A320" of "Airbus A320 Neo"."""
    [first, *others] = short.tokens
    return not others and first in full.tokens and bool(_DESIGNATION.fullmatch(first))


def _lacks_head(short: Name, full: Name) -> bool:
    """Whether a name is a body's without the noun that says what it is: "Leiden" for "Leiden University"."""
    if len(short.tokens) != 1 or len(full.tokens) != 2 or short.tokens[0] != full.tokens[0]:
        return False
    return full.tokens[1].casefold() in lexicon("mentions")["organisation_heads"]


def _of_best_company(
    short: _Form, forms: Sequence[_Form], fuller: Sequence[int], unions: Unions
) -> int | None:
    """Of several bearers, the one in whose company the short name stands; None where that does not tell."""
    shared: dict[int, int] = defaultdict(int)
    for i in fuller:
        shared[unions.find(i)] += len(short.context & forms[i].context)
    best, second, *_ = sorted(shared, key=lambda bearer: (-shared[bearer], bearer))
    return best if shared[best] >= max(_LIKE_COMPANY, 2 * shared[second]) else None


def _gathered(
    extractions: Sequence[Extraction], locals_: Sequence[_Local], forms: Sequence[_Form], unions: Unions
) -> Entities:
    numbers = {
        (locals_[i].document, locals_[i].number): unions.find(n)
        for n, form in enumerate(forms)
        for i in form.locals
    }
    mentions: dict[int, list[tuple[str, Mention]]] = defaultdict(list)
    for extraction in extractions:
        for mention in extraction.mentions:
            if not mention.pronoun:
                mentions[numbers[(extraction.document, mention.entity)]].append(
                    (extraction.document, mention)
                )
    return Entities(tuple(_entity(n, found) for n, found in sorted(mentions.items())), numbers)


def _entity(number: int, found: Sequence[tuple[str, Mention]]) -> Entity:
    kinds = {m.kind for _, m in found}
    kind = next(k for k in _BY_RANK if k in kinds)
    fullest = min((m.name for _, m in found), key=_fullest_first)
    surname_or_longest = (
        fullest.tokens[-1] if kind is EntityKind.PERSON else min(fullest.tokens, key=lambda t: (-len(t), t))
    )
    return Entity(number, kind, fullest.normal, surname_or_longest.lower(), tuple(found))
