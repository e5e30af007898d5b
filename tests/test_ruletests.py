"""The tests that rules carry: they are run through the whole line, and the shipped ones hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import Checker
from reconcile.rules import Packs, load_packs, shipped_packs
from reconcile.ruletests import RuleTestResult, run_rule_tests
from tests.conftest import WordBag

SHIPPED = load_packs(shipped_packs())
PACK = """\
rules:
  - id: desk-weekday
    kind: date
    over: document
    severity: {conflict: error}
    message: "{subject}: {values}"
    why: A weekday is wrong.
    tests:
      - {name: fires, a: "The fair in Ghent opened on Monday, 7 June 2022.", expect: conflict}
      - {name: wrongly expected, a: "The fair in Ghent opened on Tuesday, 7 June 2022.", expect: conflict}
      - {a: "The fair in Ghent, which the mayor and the guilds had long prepared, opened late.", expect: silent}
      - {name: another rule fires, a: "The colour of the old fair faded. The color was gone.", expect: silent}
"""


@pytest.fixture
def results(tmp_path: Path, word_bag: WordBag) -> tuple[RuleTestResult, ...]:
    file = tmp_path / "desk.yaml"
    file.write_text(PACK, encoding="utf-8")
    desk = load_packs([file])
    packs = load_packs([*shipped_packs(), file])
    return run_rule_tests(Packs(desk.rules), Checker(packs=packs, encoder=word_bag))


def test_a_test_passes_where_the_rule_reports_what_it_expects(results: tuple[RuleTestResult, ...]) -> None:
    assert [(r.test_name, r.got, r.passed) for r in results[:2]] == [
        ("fires", "conflict", True),
        ("wrongly expected", "silent", False),
    ]


def test_a_test_without_a_name_is_called_by_its_text(results: tuple[RuleTestResult, ...]) -> None:
    assert results[2].test_name == "The fair in Ghent, which the mayor and the guilds …"
    assert results[2].rule == "desk-weekday"


def test_the_findings_of_other_rules_do_not_count(results: tuple[RuleTestResult, ...]) -> None:
    assert results[3].got == "silent"


def test_every_shipped_rule_carries_three_tests_that_fire_and_three_that_do_not() -> None:
    for rule in SHIPPED.rules:
        silent = sum(test.expect == "silent" for test in rule.tests)
        assert silent >= 3 and len(rule.tests) - silent >= 3, rule.id


@pytest.mark.parametrize("rule", SHIPPED.rules, ids=lambda rule: rule.id)
def test_the_tests_of_the_shipped_rules_hold(rule: object, real_checker: Checker) -> None:
    failed = [result for result in run_rule_tests(Packs((rule,)), real_checker) if not result.passed]  # type: ignore[arg-type]
    assert failed == []
