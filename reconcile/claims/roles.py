"""Roles that a document gives to someone it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reconcile.claims.model import EntityKind, Mention, RoleMention
from reconcile.facets.role import Role, read_affiliation
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BEFORE_NAME = re.compile(r"[ ,(]{1,3}")  # "team doctor Anna Lind", "the team doctor, Anna Lind"
_BESIDE = re.compile(r" ?[,(–—-] ?(?:who (?:is|was) |now )?(?:an? |the |its |his |her |their |then )?")  # "Anna Lind, the captain"
_IS = re.compile(r" (?:is|was|became|remains|serves as|served as|works as|worked as|has been|had been) (?:an? |the |its |his |her |their |also |now ){0,2}")
_AGE = re.compile(r", \d{1,3}(?=,)")  # "Anna Lind, 54, a teacher"
_FORMER_VERBS = re.compile(r" (?:was|had been|served as|worked as) ")
_LONGEST_GAP = 40  # characters between a name and its role


def role_mentions(doc: Doc, document: str, roles: Sequence[Role], mentions: Sequence[Mention]) -> Iterator[RoleMention]:
    """Each role with the one whom it is given to; those that are nobody's in the text are left out."""
