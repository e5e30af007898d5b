"""From subjects to findings: relations, severities, tolerances, positions and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from reconcile.agreement import Agreement, Comparison
from reconcile.documents.model import Document
from reconcile.facets.period import compare_periods, read_period
from reconcile.facets.quantity import compare_quantities, read_quantity
from reconcile.findings import Finding, Kind, Over, Relation, Severity
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.rules import Compare, Rule
from reconcile.rules.evaluation import evaluate
from reconcile.text import Span

A, B, C = "a.txt", "b.txt", "c.txt"
DETAIL = "They do not go together."


def rule(kind: str, over: str, severity: dict[str, str], tolerance: str | None = None) -> Rule:
    return Rule(
        id="desk-rule",
        kind=Kind(kind),
        over=Over(over),
        severity={Relation(relation): level for relation, level in severity.items()},
        compare=Compare(tolerance=tolerance),
        message="{subject} — {values}",
        why="It matters.",
        tests=(),
    )


DATES = rule("date", "topic", {"conflict": "error"})
FIGURES = rule("number", "topic", {"conflict": "error", "update": "info"})


def document(id: str, text: str, published: date | None = None) -> Document:
    return Document(id=id, text=text, published=published)


def read(kind: Kind, documents: Sequence[Document]) -> Subject:
    """A subject of the values that the texts hold, each compared with each."""
    reader, comparer = (
        (read_period, compare_periods) if kind is Kind.DATE else (_quantity, compare_quantities)
    )
    values = [reader(d.text, None) for d in documents]  # type: ignore[operator]
    holdings = tuple(
        Holding(d.id, v.span, Span(0, len(d.text)), v, v.normal)
        for d, v in zip(documents, values, strict=True)
    )
    pairs = tuple(
        Pair(i, j, comparer(values[i], values[j]), 0.8, "both tell of the bridge")  # type: ignore[operator]
        for j in range(len(values))
        for i in range(j)
    )
    return Subject(Over.TOPIC, kind, "bridge", "the bridge: opened", "open", holdings, pairs)


def _quantity(text: str, _: None) -> object:
    return read_quantity(text)


def found(rule: Rule, subject: Subject, documents: Sequence[Document]) -> list[Finding]:
    return list(evaluate([rule], [subject], {d.id: d for d in documents}))


def dates(*texts: str, rule: Rule = DATES) -> list[Finding]:
    documents = [document(id, text) for id, text in zip((A, B, C), texts, strict=False)]
    return found(rule, read(Kind.DATE, documents), documents)


def figures(*documents: Document, rule: Rule = FIGURES) -> list[Finding]:
    return found(rule, read(Kind.NUMBER, documents), documents)


# --- what a finding says


def test_a_finding_says_its_values_in_words_and_keeps_the_normal_ones() -> None:
    (finding,) = dates("It opened in August 2023.", "It opened in 2024.")
    assert finding.message == "the bridge: opened — August 2023 or 2024"
    assert [(p.value, p.said) for p in finding.positions] == [("2023-08", "August 2023"), ("2024", "2024")]
    assert finding.explanation.endswith("Compared because both tell of the bridge.")


def test_evidence_is_the_words_of_the_value_in_their_sentence() -> None:
    (finding,) = dates("It opened in August 2023.", "It opened in 2024.")
    first = finding.positions[0].evidence[0]
    assert (first.document, first.text, first.claim_text) == (A, "August 2023", "It opened in August 2023.")
    assert (first.line, first.column) == (1, 14)


def test_documents_that_hold_one_value_are_one_position() -> None:
    (finding,) = dates("It opened in August 2023.", "It opened in 2024.", "It opened in August 2023.")
    assert [[e.document for e in p.evidence] for p in finding.positions] == [[A, C], [B]]


def test_a_source_that_joins_a_position_does_not_change_the_id() -> None:
    texts = ("It opened in August 2023.", "It opened in 2024.", "It opened in August 2023.")
    assert dates(*texts)[0].id == dates(*texts[:2])[0].id
    assert dates(*texts)[0].id != dates("It opened in May 2023.", texts[1])[0].id


def test_each_finding_comes_with_its_subject() -> None:
    documents = [document(A, "It opened in August 2023."), document(B, "It opened in 2024.")]
    subject = read(Kind.DATE, documents)
    ((finding, behind),) = evaluate([DATES], [subject], {d.id: d for d in documents}).items()
    assert behind is subject and finding.kind is Kind.DATE


# --- relations


def test_what_agrees_is_not_reported() -> None:
    assert dates("It opened in August 2023.", "It opened on 9 August 2023.") == []


@pytest.mark.parametrize(
    ("later", "relation", "severity"),
    [
        (date(2020, 5, 9), Relation.UPDATE, Severity.INFO),
        (date(2020, 5, 3), Relation.CONFLICT, Severity.ERROR),
        (None, Relation.CONFLICT, Severity.ERROR),
    ],
)
def test_a_count_of_a_later_day_is_an_update(
    later: date | None, relation: Relation, severity: Severity
) -> None:
    first, second = document(A, "58 died.", date(2020, 5, 3)), document(B, "87 died.", later)
    (finding,) = figures(first, second)
    assert (finding.relation, finding.severity) == (relation, severity)


def test_a_length_does_not_grow() -> None:
    (finding,) = figures(
        document(A, "It is 58 metres long.", date(2020, 5, 3)),
        document(B, "It is 87 metres long.", date(2020, 5, 9)),
    )
    assert finding.relation is Relation.CONFLICT


def test_a_rule_is_silent_on_relations_that_it_does_not_name() -> None:
    conflicts = rule("number", "topic", {"conflict": "error"})
    first, second = document(A, "58 died.", date(2020, 5, 3)), document(B, "87 died.", date(2020, 5, 9))
    assert figures(first, second, rule=conflicts) == []


def spelling(loudest: Severity) -> Subject:
    holdings = tuple(Holding(d, Span(0, 4), Span(0, 4), None, name) for d, name in ((A, "Zoë"), (B, "Zoe")))
    pair = Pair(0, 1, Comparison(Agreement.VARIANT, DETAIL), 0.9, "both name Zoë", loudest)
    return Subject(Over.ENTITY, Kind.NAME, "zoe", "Zoë", "spelling", holdings, (pair,))


@pytest.mark.parametrize(
    ("loudest", "severity"),
    [
        (Severity.INFO, Severity.INFO),
        (Severity.WARNING, Severity.WARNING),
        (Severity.ERROR, Severity.WARNING),
    ],
)
def test_a_finding_is_no_louder_than_its_rule_and_its_pairs_let_it(
    loudest: Severity, severity: Severity
) -> None:
    names = rule("name", "entity", {"variant": "warning"})
    (finding,) = found(names, spelling(loudest), [document(A, "Zoë."), document(B, "Zoe.")])
    assert finding.severity is severity


# --- tolerance


@pytest.mark.parametrize(
    ("tolerance", "texts", "silent"),
    [
        ("2 days", ("on 3 May 2019", "on 5 May 2019"), True),
        ("1 days", ("on 3 May 2019", "on 5 May 2019"), False),
        ("2 days", ("on 5 May 2019", "on 3 May 2019"), True),
        ("2 days", ("in April 2019", "on 2 May 2019"), True),
        ("0 days", ("on 3 May 2019", "on 4 May 2019"), False),
    ],
)
def test_dates_within_the_tolerance_agree(tolerance: str, texts: tuple[str, str], silent: bool) -> None:
    loose = rule("date", "topic", {"conflict": "error"}, tolerance=tolerance)
    assert (dates(*texts, rule=loose) == []) is silent


@pytest.mark.parametrize(("tolerance", "silent"), [("5 %", True), ("4 %", False), ("0 %", False)])
def test_figures_within_the_tolerance_agree(tolerance: str, silent: bool) -> None:
    loose = rule("number", "topic", {"conflict": "error"}, tolerance=tolerance)
    pair = document(A, "It has 200 seats."), document(B, "It has 190 seats.")
    assert (figures(*pair, rule=loose) == []) is silent


def test_the_tolerance_is_told_by_the_comparison() -> None:
    loose = rule("number", "topic", {"conflict": "error"}, tolerance="5 %")
    documents = [
        document(A, "It has 200 seats."),
        document(B, "It has 190 seats."),
        document(C, "It has 300."),
    ]
    ((_, subject),) = evaluate([loose], [read(Kind.NUMBER, documents)], {d.id: d for d in documents}).items()
    assert "lets them lie 5 % apart" in subject.pairs[0].comparison.detail


def test_what_fits_both_of_two_values_that_are_opposed_stands_with_neither() -> None:
    [finding] = figures(
        document(A, "300 people"), document(B, "more than 200 people"), document(C, "400 people")
    )
    assert [(p.value, [e.document for e in p.evidence]) for p in finding.positions] == [
        ("300", [A]),
        ("400", [C]),
    ]
