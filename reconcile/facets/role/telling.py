"""Roles that a verb tells: "who teaches at the University of Lund", "who plays the bassoon"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reconcile.facets.role.reading import read_roles
from reconcile.facets.role.value import Role
from reconcile.lexicon import lexicon
from reconcile.text import Span

_CLAUSE = re.compile(r"\bwho (?P<rest>[a-z][^,.;:()?!\n]*)")
_AT = re.compile(r"\b(?:at|for|in|of) .*")
_OVER = re.compile(r"\b(?:until|once|formerly|used|before|from|\d{4})\b")  # with them it is of another time


def told_roles(text: str) -> tuple[Role, ...]:
    """The roles that relative clauses tell by what somebody does, each from "who" on, in order."""
    return tuple(role for clause in _CLAUSE.finditer(text) for role in _told(clause))


def _told(clause: re.Match[str]) -> Iterator[Role]:
    words = clause["rest"].split()
    while words and words[0] in lexicon("roles")["told_beside"]:
        words = words[1:]
    said = _named(words[0], " ".join(words[1:])) if words else ""
    roles = read_roles(said) if said and not _OVER.search(clause["rest"]) else ()
    if roles and roles[0].span.start == 0:
        yield _as_told(roles[0], clause)


def _named(verb: str, rest: str) -> str:
    """The role in the words of a title: "teacher at the University of Lund"."""
    played = lexicon("roles")["told_by_object"]
    for word in rest.split() if verb in played["verbs"] else ():
        if found := played["of"].get(word) or played["of"].get(word.removesuffix("s")):
            return str(found)
    office, governs = _verbs().get(verb, ("", False))
    if not office:
        return ""
    place = _AT.search(rest)
    return f"{office} of {rest}" if governs else f"{office} {place[0]}" if place else office


def _as_told(role: Role, clause: re.Match[str]) -> Role:
    span = Span(*clause.span())
    return Role(span, clause[0], role.office, role.rank, role.portfolio, role.institution, role.accredited)


@cache
def _verbs() -> Mapping[str, tuple[str, bool]]:
    """For each form of a verb the office that it tells, and whether its object is the institution."""
    told = lexicon("roles")["told"]
    return {form: (office, bool(entry.get("of"))) for office, entry in told.items() for form in entry["by"]}
