"""What a sentence says of each of its nouns, and how far it vouches for it."""

from __future__ import annotations

import pytest

from reconcile.claims.extraction import extract
from reconcile.claims.model import Predication
from reconcile.documents.article import study
from reconcile.documents.model import Document


def said(text: str) -> set[tuple[str, str, str, bool]]:
    """(subject, role, predicate, denied) of everything that a text says."""
    found: list[Predication] = []
    for claim in extract(study(Document(id="a", text=text))).claims:
        found += claim.wording.predications
    return {(p.subject.head, p.subject.slot, p.parts[0].word.lemma, p.denied) for p in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odda is a film directed by Lea Holm.", ("odda", "patient", "direct", False)),
        ("Odda is a film directed by Lea Holm.", ("holm", "agent", "direct", False)),
        ("Lea Holm, a painter, lives in Bergen.", ("holm", "being", "painter", False)),
        ("Lea Holm served as a judge in Bergen.", ("holm", "being", "judge", False)),
        ("Lea Holm is not a judge but a lawyer.", ("holm", "being", "judge", True)),
        ("Lea Holm refused to sign the accord.", ("holm", "agent", "sign", True)),
        ("Lea Holm was unable to sign the accord.", ("holm", "agent", "sign", True)),
        ("Lea Holm left without signing the accord.", ("holm", "agent", "sign", True)),
        ("Lea Holm managed to sign the accord.", ("holm", "agent", "sign", False)),
        ("The Odda lacks a harbour.", ("odda", "owner", "harbour", True)),
        ("Odda is a barely known town.", ("odda", "being", "know", True)),
        ("Hopf refused to pay despite owning the mine.", ("hopf", "agent", "own", False)),
    ],
)
def test_what_is_said_of_a_noun(text: str, expected: tuple[str, str, str, bool]) -> None:
    """Deeds and what undergoes them, appositions, "as", and the many ways to deny."""
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lea Holm may sign the accord.",
        "Lea Holm plans to sign the accord.",
        "If Lea Holm signs the accord, the strike ends.",
        "Lea Holm did not sign all of it yet.",
        "Lea Holm nearly signed the accord.",
        "“Lea Holm never signed the accord,” said Jon Dahl.",
    ],
)
def test_what_is_left_open_is_not_given(text: str) -> None:
    """What may be, is planned or nearly was, a partial denial, what somebody else denies."""
    assert not {s for s in said(text) if s[2] == "sign"}


def test_the_next_name_of_a_row_describes_nobody_before_it() -> None:
    row = "Haddad's wife Salma, his daughter Rima, his sons Karim and Jad, crossed the border."
    assert not {predicate for subject, role, predicate, _ in said(row) if role == "being"} & {
        "daughter",
        "son",
    }
