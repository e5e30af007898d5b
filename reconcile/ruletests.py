"""The tests that rules carry, run through the whole line: which texts fire a rule, and which do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_lowercase

from reconcile.documents.model import Document, DocumentRole
from reconcile.findings import Kind
from reconcile.pipeline import Checker
from reconcile.rules import Packs, Rule, RuleTest
from reconcile.rules.packs import SILENT

_SHOWN = 50  # characters of a text that names a test without a name


@dataclass(frozen=True, slots=True)
class RuleTestResult:
    """What one test of one rule asks for, and what the rule made of its texts: a relation, or `silent`."""

    rule: str
    test_name: str
    expected: str
    got: str  # several relations are joined by "and"

    @property
    def passed(self) -> bool:
        return self.got == self.expected


def run_rule_tests(packs: Packs, checker: Checker) -> tuple[RuleTestResult, ...]:
    """Run every test of every rule of `packs`. The checker applies these rules; its others do not count."""
    return tuple(_result(rule, test, checker) for rule in packs.rules for test in rule.tests)


def _result(rule: Rule, test: RuleTest, checker: Checker) -> RuleTestResult:
    report = _knowing(checker, test).check(list(_documents(rule, test)))
    relations = sorted({finding.relation for finding in report.findings if finding.rule == rule.id})
    return RuleTestResult(rule.id, _name(test), test.expect, " and ".join(relations) or SILENT)


def _knowing(checker: Checker, test: RuleTest) -> Checker:
    """The checker, with the house spelling that a test goes by."""
    if not test.names:
        return checker
    names = (*checker.packs.names, *test.names)
    return Checker(packs=replace(checker.packs, names=names), encoder=checker.encoder)


def _documents(rule: Rule, test: RuleTest) -> Iterator[Document]:
    """The texts of a test; of a rule that asks for support the first is the draft, the others are its sources."""
    for letter, text in zip(ascii_lowercase, test.documents, strict=False):
        is_source = rule.kind is Kind.SUPPORT and letter != ascii_lowercase[0]
        role = DocumentRole.SOURCE if is_source else DocumentRole.CHECKED
        yield Document(id=letter, text=text.text, published=text.date, role=role)


def _name(test: RuleTest) -> str:
    if test.name:
        return test.name
    text = test.documents[0].text
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"
