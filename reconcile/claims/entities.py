"""Who and what a document names: mentions found in the parse, gathered into the document's entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind, Mention
from reconcile.facets.name import Name, compare_names, read_name
from reconcile.facets.place import gazetteer
from reconcile.facets.role import Role
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}
_NOT_NAMES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"}


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lexicon("mentions")[section])


@dataclass(frozen=True, slots=True)
class _Found:
    """A run of tokens that names something, before it is known whom."""

    first: int
    last: int  # inclusive
    kind: EntityKind


def find_mentions(doc: Doc, roles: Sequence[Role]) -> tuple[Mention, ...]:
    """All namings in a parsed document, in order, numbered by entity; pronouns resolved where that is safe."""
    found = _without_overlaps([*_by_name(doc, roles)])
    named = _cluster([mention for f in found if (mention := _mention(doc, f))])
    return tuple(sorted([*named, *_pronouns(doc, named)], key=lambda m: m.span))


def _by_name(doc: Doc, roles: Sequence[Role]) -> Iterator[_Found]:
    in_role = {i for role in roles for i in range(role.span.start, role.span.end)}
    for run in _capital_runs(doc, in_role):
        for part in _apart_from_country(run):
            yield _Found(part[0].i, part[-1].i, _kind_of(doc, part, in_role))


def _apart_from_country(run: list[Token]) -> list[list[Token]]:
    """"Burma Aung San" is a country and a person; "Ghana Airways" is one name."""
    if len(run) < 3 or _words("organisation_heads") & {t.text.lower() for t in run}:
        return [run]
    known = gazetteer()
    for length in range(len(run) - 2, 0, -1):
        text = _text_of(run[0].doc, run[0].i, run[length - 1].i)
        if (known.is_country(text) or known.is_nationality(text)) and run[length].text[0].isalpha():
            return [run[:length], run[length:]]
    return [run]


def _capital_runs(doc: Doc, in_role: set[int]) -> Iterator[list[Token]]:
    """Longest runs of name tokens, joined across hyphens, particles, and a given name in brackets."""
    run: list[Token] = []
    for token in doc:
        if run and token.i <= run[-1].i:
            continue
        if _begins_name(token, in_role) and not (run and _parts_names(run[-1], token)):
            run.append(token)
        else:
            bridge = _bridge(doc, run, token, in_role)
            if bridge:
                run.extend(bridge)
                continue
            if run:
                yield run
            run = [token] if _begins_name(token, in_role) else []
    if run:
        yield run


def _begins_name(token: Token, in_role: set[int]) -> bool:
    if token.idx in in_role or not token.text[:1].isalpha() or token.ent_type_ in _NOT_NAMES:
        return False
    if not token.text[0].isupper() or token.text.lower() in _words("never"):
        return False
    first = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_quote)
    return token.pos_ == "PROPN" or bool(token.ent_type_) or (not first and token.pos_ not in {"PRON", "DET"})


def _parts_names(before: Token, token: Token) -> bool:
    """Whether two neighbouring capitals belong to two names: "Russian Sergei", another sentence."""
    if token.is_sent_start:
        return True
    return before.ent_type_ == "NORP" and token.ent_type_ != "NORP"


def _bridge(doc: Doc, run: list[Token], token: Token, in_role: set[int]) -> list[Token]:
    """What joins a run to its continuation: "Bek" after "-", "van der Elst", "Bank of England"."""
    if not run or token.i + 1 >= len(doc) or token.is_sent_start:
        return []
    ahead: list[Token] = [token]
    while ahead[-1].text.lower() in _words("particles") and len(ahead) < 4 and ahead[-1].i + 1 < len(doc):
        ahead.append(ahead[-1].nbor())
    tight = token.text in {"-", "‐", "–"} and not run[-1].whitespace_ and not token.whitespace_
    if tight:
        ahead.append(token.nbor())
    if len(ahead) > 1 and (_begins_name(ahead[-1], in_role) or (tight and ahead[-1].text.isalpha())):
        return ahead
    return []


def _kind_of(doc: Doc, run: list[Token], in_role: set[int]) -> EntityKind:
    text = _text_of(doc, run[0].i, run[-1].i)
    known = gazetteer()
    if known.is_country(text):
        return EntityKind.PLACE
    last = run[-1]
    after_title = run[0].i > 0 and run[0].nbor(-1).idx in in_role
    if after_title and last.ent_type_ not in {"GPE", "NORP"}:
        return EntityKind.PERSON
    if _words("organisation_heads") & {t.text.lower() for t in run}:
        return EntityKind.ORGANISATION
    if len(run) > 1 and _before_title(last, in_role) and not known.is_place(text):
        return EntityKind.PERSON
    if last.ent_type_ == "PERSON" and known.is_place(text) and len(run) == 1:
        return EntityKind.PLACE
    kind = _KINDS.get(last.ent_type_, EntityKind.OTHER)
    if kind is EntityKind.PLACE and not (known.is_place(text) or _after_locative(run[0])):
        return EntityKind.OTHER
    return kind


def _before_title(last: Token, in_role: set[int]) -> bool:
    """Whether an office explains the name: "Farida Haddou, the curator"; "at Nordsee, chairman …" opens another name."""
    behind = last.doc[last.i + 1 : last.i + 4]
    return len(behind) == 3 and behind[0].text == "," and behind[1].pos_ == "DET" and behind[2].idx in in_role


def _after_locative(first: Token) -> bool:
    return bool(first.i > 0 and first.nbor(-1).lower_ in _words("locatives"))


def _text_of(doc: Doc, first: int, last: int) -> str:
    return str(doc[first : last + 1].text)


def _without_overlaps(found: list[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    for f in sorted(found, key=lambda f: (f.first, -f.last)):
        if not kept or f.first > kept[-1].last:
            kept.append(f)
    return kept


def _mention(doc: Doc, found: _Found) -> Mention | None:
    first, last = found.first, found.last
    if first >= 3 and doc[first - 1].text == ")" and doc[first - 3].text == "(" and doc[first - 2].pos_ == "PROPN":
        first -= 3  # "President (Ibrahim) Traore": the desk put the given name in
    span = Span(doc[first].idx, doc[last].idx + len(doc[last].text))
    name = read_name(span.of(doc.text))
    return Mention(span, name, found.kind, -1) if name and name.tokens else None


def _cluster(mentions: Sequence[Mention]) -> list[Mention]:
    """Number the entities: full names first, then the short forms that point at one of them."""
    entities: list[list[Mention]] = []
    order = sorted(range(len(mentions)), key=lambda i: (len(mentions[i].name.tokens) < 2, i))
    numbers: dict[int, int] = {}
    for i in order:
        mention = mentions[i]
        home = _home(mention, entities)
        if home is None:
            home = len(entities)
            entities.append([])
        entities[home].append(mention)
        numbers[i] = home
    return [replace(m, entity=numbers[i], kind=_shared_kind(entities[numbers[i]])) for i, m in enumerate(mentions)]


def _home(mention: Mention, entities: Sequence[Sequence[Mention]]) -> int | None:
    """The entity that a mention belongs to: the nearest before it, else the first after it."""
    fitting = [n for n, known in enumerate(entities) if _same_entity(mention, known)]
    if not fitting:
        return None

    def distance(n: int) -> tuple[bool, int]:
        before = [m.span.start for m in entities[n] if m.span.start <= mention.span.start]
        nearest = max(before) if before else min(m.span.start for m in entities[n])
        return (not before, abs(mention.span.start - nearest))

    return min(fitting, key=distance)


def _same_entity(mention: Mention, known: Sequence[Mention]) -> bool:
    longest = max(known, key=lambda m: len(m.name.tokens))
    pair = {mention.kind, longest.kind}
    if EntityKind.PLACE in pair and pair != {EntityKind.PLACE}:
        return mention.name.normal.lower() == longest.name.normal.lower()
    if mention.name.normal.lower() == longest.name.normal.lower():
        return True
    if EntityKind.PLACE in pair:
        return False
    return _one_name(mention.name, longest.name)


@cache
def _one_name(a: Name, b: Name) -> bool:
    agreement = compare_names(a, b).agreement
    if min(len(a.tokens), len(b.tokens)) == 1:  # a lone surname or acronym: only its exact form points at someone
        return agreement is Agreement.AGREE
    return agreement in {Agreement.AGREE, Agreement.VARIANT}


def _shared_kind(mentions: Iterable[Mention]) -> EntityKind:
    """One entity has one kind: the surest that any of its mentions shows."""
    kinds = {m.kind for m in mentions}
    for kind in (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION):
        if kind in kinds:
            return kind
    return EntityKind.OTHER


def _pronouns(doc: Doc, named: Sequence[Mention]) -> Iterator[Mention]:
    """He and she are the nearest person before them who is a subject, else the nearest person, two sentences back."""
    persons = [m for m in named if m.kind is EntityKind.PERSON]
    for sentence in doc.sents:
        for token in sentence:
            if token.lower_ not in _words("personal_pronouns"):
                continue
            owner = _antecedent(doc, token, persons)
            if owner:
                span = Span(token.idx, token.idx + len(token.text))
                yield replace(owner, span=span, pronoun=True)


def _antecedent(doc: Doc, token: Token, persons: Sequence[Mention]) -> Mention | None:
    reach = token.sent.start_char - 400
    before = [m for m in persons if reach <= m.span.start < token.idx]
    subjects = [m for m in before if _is_subject(doc, m)]
    return (subjects or before or [None])[-1]  # type: ignore[list-item]


def _is_subject(doc: Doc, mention: Mention) -> bool:
    tokens = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}
