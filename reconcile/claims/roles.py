"""Roles that a document gives to someone it names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reconcile.claims.model import EntityKind, Mention, RoleMention
from reconcile.facets.role import Role, affiliation
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ARTICLE = r"(?:(?:an?|the|its|his|her|their|our|now|currently) ){0,2}"
_BEFORE_NAME = re.compile(
    r" |, | \(|, Dr\.? | Dr\.? "
)  # "team doctor Anna Lind", "the team doctor, Anna Lind"
_BESIDE = re.compile(
    rf"(?:, \d{{1,3}})?(?:, | \(| [–—-] )(?:who is |who was )?{_ARTICLE}"
)  # "Anna Lind, 54, a teacher"
_OF = re.compile(r",? (?:of|from|at) (?:the )?")  # "Anna Lind, of the University of Graz"
_WHO = "who "  # a role that a verb tells begins with it
_DOING = re.compile(rf", (?:{_ARTICLE}(?:[\w-]+ ){{1,3}})?")  # "Anna Lind, the Swede who coaches the team"
_PERSONS = {EntityKind.PERSON, EntityKind.OTHER}
_LONGEST_GAP = 40  # characters between a name and its role


def role_mentions(
    doc: Doc, document: str, roles: Sequence[Role], mentions: Sequence[Mention]
) -> Iterator[RoleMention]:
    """Each role with the one whom it is given to, in the order of the text; what is given to no one is left out."""
    named = [m for m in mentions if not m.pronoun]
    told = [role for role in roles if role.words.startswith(_WHO)]
    given = [
        *_offices(doc.text, [role for role in roles if role not in told], named),
        *_offices(doc.text, told, [m for m in named if m.kind is EntityKind.PERSON]),
        *_affiliations(doc.text, roles, named),
    ]
    for role, holder in sorted(given, key=lambda pair: pair[0].span):
        yield RoleMention(document, role, holder, _sentence(doc, role.span))


def _sentence(doc: Doc, span: Span) -> Span:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return span
    sentence = tokens[0].sent
    return Span(sentence.start_char, sentence.start_char + len(str(sentence.text).rstrip()))


def _offices(text: str, roles: Sequence[Role], named: Sequence[Mention]) -> Iterator[tuple[Role, Mention]]:
    starts, ends = [m.span.start for m in named], [m.span.end for m in named]
    held: tuple[Role, Mention] | None = None
    for role in roles:
        first = held if held and text[held[0].span.end : role.span.start] == " and " else None
        after = _nearest(named, bisect_left(starts, role.span.end))
        before = _nearest(named, bisect_right(ends, role.span.start) - 1)
        held = _held(text, role, before, after) or (first and (role, first[1]))
        if held and held[1].kind in _PERSONS:
            yield held


def _nearest(named: Sequence[Mention], at: int) -> Mention | None:
    return named[at] if 0 <= at < len(named) else None


def _held(
    text: str, role: Role, before: Mention | None, after: Mention | None
) -> tuple[Role, Mention] | None:
    """The role as its holder has it: right before the name, beside it, or said of it."""
    if text.startswith(_trained(), role.span.end):
        return None
    ahead = text[role.span.end : after.span.start] if after else ""
    if after and ahead == " ":
        return role, after
    between = text[before.span.end : role.span.start] if before else ""
    if before and len(between) <= _LONGEST_GAP:
        if _BESIDE.fullmatch(between) or (role.words.startswith(_WHO) and _DOING.fullmatch(between)):
            return (_past(role) if "who was" in between else role), before
        if verb := _copula().fullmatch(between):
            return (_past(role) if verb["past"] else role), before
    if after and (verb := _inverse().fullmatch(ahead)) and not text.startswith(("'s", "’s"), after.span.end):
        return (_past(role) if verb["past"] else role), after
    return (role, after) if after and _BEFORE_NAME.fullmatch(ahead) else None


@cache
def _trained() -> tuple[str, ...]:
    """Behind an occupation, they say that it is not what somebody does: "a lawyer by training"."""
    return tuple(lexicon("mentions")["trained"])


def _past(role: Role) -> Role:
    """What someone was says nothing of what they are."""
    return role if "former" in role.ranks else replace(role, rank=f"former {role.rank}".strip())


@cache
def _copula() -> re.Pattern[str]:
    """ "is the", "was a": the verbs that say what someone is, and those that say what someone was."""
    return re.compile(_verbs() + _ARTICLE)


@cache
def _inverse() -> re.Pattern[str]:
    """ "The editor is", before the name."""
    return re.compile(_verbs())


def _verbs() -> str:
    verbs = lexicon("mentions")["copulas"]
    present, past = ("|".join(map(re.escape, verbs[tense])) for tense in ("present", "past"))
    return rf" (?:(?P<present>{present})|(?P<past>{past})) "


def _affiliations(
    text: str, roles: Sequence[Role], named: Sequence[Mention]
) -> Iterator[tuple[Role, Mention]]:
    """ "Anna Lind, of the University of Graz", unless an office says it already ("Professor Anna Lind of …")."""
    with_place = {role.institution for role in roles if role.institution}
    for person, place in pairwise(named):
        between = text[person.span.end : place.span.start]
        if person.kind is not EntityKind.PERSON or not _OF.fullmatch(between):
            continue
        span = Span(person.span.end + len(between) - len(between.lstrip(", ")), place.span.end)
        role = affiliation(span.of(text), place.span.of(text))
        if role and not (place.span.of(text) in with_place and _titled(text, roles, person)):
            yield replace(role, span=span), person


def _titled(text: str, roles: Sequence[Role], person: Mention) -> bool:
    return any(text[role.span.end : person.span.start] == " " for role in roles)
