"""An article into claims, quotations and roles, at the article's own offsets."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.claims.model import RoleMention, Statement
from tests.conftest import Reader

TEXT = (
    "The deputy mayor of Tartu, Liina Rebane, opened the library on Monday.\n\n"
    "“The old reading room will stay as it was in my childhood,” Rebane said."
)


def test_a_role_belongs_to_the_name_beside_it(read: Reader) -> None:
    roles: tuple[RoleMention, ...] = read(TEXT).roles
    assert [(r.role.words, r.mention.name.normal) for r in roles] == [
        ("deputy mayor of Tartu", "Liina Rebane")
    ]


def test_a_quotation_has_the_speaker_that_the_text_gives_it(read: Reader) -> None:
    [statement] = read(TEXT).statements
    assert isinstance(statement, Statement)
    assert statement.speaker is not None and statement.speaker.of(TEXT) == "Rebane"
    [full] = [m for m in read(TEXT).mentions if m.name.normal == "Liina Rebane"]
    assert statement.speaker_mention is not None and statement.speaker_mention.entity == full.entity


def test_what_stands_inside_a_quotation_is_marked_as_quoted(read: Reader) -> None:
    quoted = {c.predicate.lemma: c.quoted for c in read(TEXT).claims}
    assert quoted["stay"] and not quoted["open"]


def test_claims_are_numbered_in_order_and_every_offset_is_the_texts(read: Reader) -> None:
    claims = read(TEXT).claims
    assert [c.number for c in claims] == list(range(len(claims)))
    assert all(c.span.of(TEXT) == c.text for c in claims)


def test_a_weekday_is_reckoned_from_the_publication_and_ahead_where_the_clause_looks_ahead(
    read: Reader,
) -> None:
    wednesday = date(2015, 7, 1)
    past = read("The library opened on Monday.", published=wednesday)
    coming = read("The library will open on Monday.", published=wednesday)
    assert [b.value.normal for c in past.claims for b in c.periods] == ["2015-06-29"]
    assert [b.value.normal for c in coming.claims for b in c.periods] == ["2015-07-06"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Duarte spoke in Lima. “The dam above the town is far too old,” she said.", "Ana Duarte"),
        (
            "Mr Kern welcomed Mrs Adeyemi at the door. “The dam above the town is far too old,” she said.",
            "Adeyemi",
        ),
        (
            "“The dam is old,” Boris Kern said. “We built it with our own two hands in winter,” he added.",
            "Boris Kern",
        ),
        ("Ana Duarte met Rosa Kern in Lima. “The dam above the town is far too old,” she said.", None),
        ("Ana Duarte left. The skipper was tired. “We had eaten nothing but old rice,” she said.", None),
        ("“The dam above the town is far too old,” he said.", None),
    ],
)
def test_a_pronoun_speaks_for_a_name_where_nobody_else_can_be_meant(
    read: Reader, text: str, name: str | None
) -> None:
    last = read(text).statements[-1]
    assert (last.speaker_mention and last.speaker_mention.name.normal) == name
    assert name is None or last.confidence < 0.85
