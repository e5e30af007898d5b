"""Ids and the order of findings."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from reconcile.findings import Kind, Severity, fingerprint, in_order
from tests.reports.examples import finding


def test_the_id_does_not_depend_on_the_order_of_the_values() -> None:
    assert fingerprint("r", "dam", "open", ["2019", "2020"]) == fingerprint(
        "r", "dam", "open", ["2020", "2019"]
    )


@pytest.mark.parametrize(
    "other",
    [
        ("s", "dam", "open", ["1"]),
        ("r", "weir", "open", ["1"]),
        ("r", "dam", "close", ["1"]),
        ("r", "dam", "open", ["2"]),
    ],
)
def test_rule_subject_slot_and_value_each_change_the_id(other: tuple[str, str, str, list[str]]) -> None:
    assert fingerprint(*other) != fingerprint("r", "dam", "open", ["1"])


def test_the_parts_of_an_id_do_not_run_together() -> None:
    assert fingerprint("r", "da", "mopen", []) != fingerprint("r", "dam", "open", [])


def test_a_lone_surrogate_has_an_id() -> None:
    assert len(fingerprint("r", "\ud800", "open", [])) == 12


def test_worst_findings_come_first_and_the_surest_of_a_severity() -> None:
    one = replace(finding(), severity=Severity.ERROR, confidence=0.9, id="1")
    ranked = [
        one,
        replace(one, confidence=0.6, id="2"),
        replace(one, severity=Severity.WARNING, confidence=0.99, id="3"),
        replace(one, severity=Severity.INFO, kind=Kind.DATE, id="4"),
        replace(one, severity=Severity.INFO, kind=Kind.NAME, id="5"),
    ]
    assert all(in_order(shuffled) == tuple(ranked) for shuffled in permutations(ranked))
