"""The rules of a report as SARIF describes them: what each compares, how loud it is, how often it is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from reconcile.findings import Finding, Kind, Severity
from reconcile.reports.gfm import code, escaped
from reconcile.reports.model import Report
from reconcile.reports.untrusted import visible
from reconcile.rules.calibration import precision
from reconcile.rules.packs import SILENT, DatedText, Rule, RuleTest

LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISIONS: Final = ((0.95, "very-high"), (0.85, "high"), (0.7, "medium"), (0.0, "low"))  # from so much on
_ACCEPTING: Final = "To let one finding stand, accept its fingerprint in reconcile.toml, and say why."

Part = dict[str, Any]


def described(report: Report) -> list[Part]:
    """The rules that were applied, and any others of which there are findings, by id."""
    known = {rule.id: _rule(rule) for rule in report.rules}
    others = {finding.rule: _unknown(finding) for finding in report.findings if finding.rule not in known}
    return [*known.values(), *others.values()]


def plain(text: str) -> str:
    """`text` for a plain text message: on one line, with no link and no placeholder in it (SARIF 2.1.0, 3.11.5, 6)."""
    return braced(visible(text).replace("](", "] ("))


def braced(message: str) -> str:
    """A message of which no brace opens a placeholder."""
    return message.replace("{", "{{").replace("}", "}}")


def _rule(rule: Rule) -> Part:
    loudest = min((severity for _, severity in rule.reported), key=lambda s: s.rank, default=None)
    told = {"text": plain(rule.why)}
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": told,
        "fullDescription": told,
        "help": {
            "text": "\n\n".join(plain(part) for part in _help(rule)),
            "markdown": braced("\n\n".join(_help_in_markdown(rule))),
        },
        "defaultConfiguration": {"level": LEVELS[loudest]} if loudest else {"enabled": False},
        "properties": {
            "tags": list(dict.fromkeys([str(rule.kind), *(str(relation) for relation, _ in rule.reported)])),
            **({"problem.severity": _PROBLEMS[loudest]} if loudest else {}),
            **_precision(rule.kind),
        },
    }


def _unknown(finding: Finding) -> Part:
    """What is told of a rule of which the report has only a finding."""
    told = {"text": plain(f"What the rule {finding.rule} finds.")}
    return {"id": finding.rule, "shortDescription": told, "fullDescription": told, "help": told}


def _precision(kind: Kind) -> Part:
    share = precision(kind)
    if share is None:
        return {}
    return {"precision": next(name for least, name in _PRECISIONS if share >= least)}


def _help(rule: Rule) -> Iterator[str]:
    """What a reader of a finding wants to know of its rule, a paragraph each."""
    yield rule.why
    yield f"It reports {_reported(rule)}."
    if test := _firing(rule):
        yield f"For instance: {' / '.join(map(_example, test.documents))}"
    yield f"Not to run it: --ignore {rule.id}. {_ACCEPTING}"


def _help_in_markdown(rule: Rule) -> Iterator[str]:
    yield escaped(rule.why)
    yield escaped(f"It reports {_reported(rule)}.")
    if test := _firing(rule):
        yield "For instance:\n\n" + "\n".join(f"- {escaped(_example(text))}" for text in test.documents)
    yield f"Not to run it: {code(f'--ignore {rule.id}')}. {escaped(_ACCEPTING)}"


def _reported(rule: Rule) -> str:
    """ "conflict (error), update (info)" """
    return ", ".join(f"{relation} ({severity})" for relation, severity in rule.reported) or "nothing"


def _example(text: DatedText) -> str:
    return f"“{text.text}” (published {text.date})" if text.date else f"“{text.text}”"


def _firing(rule: Rule) -> RuleTest | None:
    """The first of its own tests that shows what it finds."""
    return next((test for test in rule.tests if test.expect != SILENT), None)
