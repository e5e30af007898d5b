"""Where someone belongs, where no office is named: "of the University of Graz"."""

from __future__ import annotations

from reconcile.facets.role.value import Role
from reconcile.facets.role.vocabulary import vocabulary
from reconcile.text import Span


def affiliation(words: str, institution: str) -> Role | None:
    """The role without an office that belonging to an institution is; None where many institutions may be one's at
    once, as with parties and companies.

    Args:
        words: as the text has it, the preposition included.
        institution: its name, a part of the words.
    """
    if vocabulary().class_of(institution) not in vocabulary().affiliating:
        return None
    return Role(Span(0, len(words)), words, "", institution=institution)
