"""Offices that changed hands: told where one office has two holders at two times, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.agreement import Agreement
from reconcile.findings import Kind, Over
from reconcile.matching.entities import resolve
from reconcile.matching.holders import successions
from reconcile.matching.subjects import Subject
from tests.conftest import Reader

SPRING, SUMMER, LATER = date(2016, 5, 3), date(2016, 6, 1), date(2018, 5, 9)


def found(read: Reader, *articles: tuple[str, date | None]) -> list[Subject]:
    extractions = [read(text, published, id=f"{n}.txt") for n, (text, published) in enumerate(articles)]
    return list(successions(extractions, resolve(extractions)))


def test_two_holders_of_one_office_two_years_apart_are_a_succession(read: Reader) -> None:
    first = "The prime minister of Iceland, Sigrun Palsdottir, visited Oslo."
    second = "Iceland's Prime Minister Einar Hauksson spoke in Bergen."
    (subject,) = found(read, (first, SPRING), (second, LATER))
    assert (subject.over, subject.kind) == (Over.ENTITY, Kind.ROLE)
    assert [h.normal for h in subject.holdings] == ["Sigrun Palsdottir", "Einar Hauksson"]
    (pair,) = subject.pairs
    assert pair.comparison.agreement is Agreement.DIFFER
    assert pair.comparison.detail.startswith("First Sigrun Palsdottir held the office, 736 days later Einar")


MAYOR = "The mayor of Linz, Jonas Weber, opened the fair."


@pytest.mark.parametrize(
    ("first", "second", "days", "why"),
    [
        (MAYOR, "Karin Moser, the mayor of Linz, was ill.", (SPRING, SUMMER), "too near in time"),
        (MAYOR, "Karin Moser, the mayor of Linz, was ill.", (SPRING, None), "a day is not known"),
        (MAYOR, "Karin Moser, the mayor of Graz, was ill.", (SPRING, LATER), "two cities"),
        (MAYOR, "Karin Moser, the former mayor of Linz, was ill.", (SPRING, LATER), "no longer in office"),
        (MAYOR, "Jonas Weber, the mayor of Linz, was ill.", (SPRING, LATER), "one holder"),
        (
            "The ministry's spokesman, Jonas Weber, was ill.",
            "The ministry's spokeswoman, Karin Moser, spoke.",
            (SPRING, LATER),
            "an office of many",
        ),
    ],
)
def test_anything_less_is_no_succession(
    read: Reader, first: str, second: str, days: tuple[date, date | None], why: str
) -> None:
    assert found(read, (first, days[0]), (second, days[1])) == [], why
