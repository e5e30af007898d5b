"""Roles that a document gives to someone it names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reconcile.claims.model import EntityKind, Mention, RoleMention
from reconcile.claims.naming import ARTICLE, appointed, copula, equal
from reconcile.facets.role import Role, affiliation
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BEFORE_NAME = re.compile(
    r" |, | \(|, Dr\.? | Dr\.? "
)  # "team doctor Anna Lind", "the team doctor, Anna Lind"
_BESIDE = re.compile(
    rf"(?:, \d{{1,3}})?(?:, | \(| [–—-] )(?:who is |who was )?{ARTICLE}"
)  # "Anna Lind, 54, a teacher"
_OF = re.compile(r",? (?:of|from|at) (?:the )?")  # "Anna Lind, of the University of Graz"
_PERSONS = {EntityKind.PERSON, EntityKind.OTHER}
_LONGEST_GAP = 40  # characters between a name and its role


@dataclass(frozen=True, slots=True)
class _Held:
    """A role and whom it is given to."""

    role: Role
    holder: Mention
    past: bool = False


def role_mentions(
    doc: Doc, document: str, roles: Sequence[Role], mentions: Sequence[Mention]
) -> Iterator[RoleMention]:
    """Each role with the one whom it is given to, in the order of the text; what is given to no one is left out."""
    named = [m for m in mentions if not m.pronoun]
    given = [*_offices(doc.text, roles, named), *_affiliations(doc.text, roles, named)]
    for held in sorted(given, key=lambda held: held.role.span):
        yield RoleMention(document, held.role, held.holder, _sentence(doc, held.role.span), held.past)


def _sentence(doc: Doc, span: Span) -> Span:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return span
    sentence = tokens[0].sent
    return Span(sentence.start_char, sentence.start_char + len(str(sentence.text).rstrip()))


def _offices(text: str, roles: Sequence[Role], named: Sequence[Mention]) -> Iterator[_Held]:
    starts, ends = [m.span.start for m in named], [m.span.end for m in named]
    for role in roles:
        after = _nearest(named, bisect_left(starts, role.span.end))
        before = _nearest(named, bisect_right(ends, role.span.start) - 1)
        held = _held(text, role, before, after)
        if held and held.holder.kind in _PERSONS:
            yield held


def _nearest(named: Sequence[Mention], at: int) -> Mention | None:
    return named[at] if 0 <= at < len(named) else None


def _held(text: str, role: Role, before: Mention | None, after: Mention | None) -> _Held | None:
    """The role as its holder has it: right before the name, beside it, or said of it."""
    ahead = text[role.span.end : after.span.start] if after else ""
    if after and ahead == " ":
        return _Held(role, after)
    between = text[before.span.end : role.span.start] if before else ""
    if before and len(between) <= _LONGEST_GAP:
        if _BESIDE.fullmatch(between):
            return _Held(role, before, past="who was" in between)
        if verb := copula().fullmatch(between):
            return _Held(role, before, past=bool(verb["past"]))
        if role.span.start in appointed(text, before.span):
            return _Held(role, before)
    if after and (verb := equal().fullmatch(ahead)):
        return _Held(role, after, past=bool(verb["past"]))
    return _Held(role, after) if after and _BEFORE_NAME.fullmatch(ahead) else None


def _affiliations(text: str, roles: Sequence[Role], named: Sequence[Mention]) -> Iterator[_Held]:
    """ "Anna Lind, of the University of Graz", unless an office says it already ("Professor Anna Lind of …")."""
    with_place = {role.institution for role in roles if role.institution}
    for person, place in pairwise(named):
        between = text[person.span.end : place.span.start]
        if person.kind is not EntityKind.PERSON or not _OF.fullmatch(between):
            continue
        span = Span(person.span.end + len(between) - len(between.lstrip(", ")), place.span.end)
        role = affiliation(span.of(text), place.span.of(text))
        if role and not (place.span.of(text) in with_place and _titled(text, roles, person)):
            yield _Held(replace(role, span=span), person)


def _titled(text: str, roles: Sequence[Role], person: Mention) -> bool:
    return any(text[role.span.end : person.span.start] == " " for role in roles)
