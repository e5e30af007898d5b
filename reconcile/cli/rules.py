"""`reconcile rules`: see, check and try the rule packs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reconcile.cli import streams
from reconcile.cli.arguments import Config, Rules, meant
from reconcile.cli.desk import open_desk, pack_files
from reconcile.errors import UsageError
from reconcile.files import place_of

if TYPE_CHECKING:
    from reconcile.rules import Packs, Rule

PackPaths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Packs, or folders of them; all packs if none.", show_default=False),
]


class Schema(StrEnum):
    """What there is a JSON Schema of."""

    PACK = "pack"
    REPORT = "report"
    LINE = "line"


def list_rules(rules: Rules = [], config: Config = None) -> None:  # noqa: B006
    """List the rules: what each compares, how loud it is, and why it is there."""
    packs = open_desk(config, rules).packs
    width = max((len(rule.id) for rule in packs.rules), default=0)
    for rule in packs.rules:
        streams.say(f"{rule.id:<{width}}  {rule.kind} over {rule.over}; {_loudness(rule)}")
        streams.say(f"{'':<{width}}  {rule.why}")
    streams.say(_contents(packs) + ".")


def show(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule.")],
    rules: Rules = [],  # noqa: B006
    config: Config = None,
) -> None:
    """Show one rule as it is written, with its tests."""
    packs = open_desk(config, rules).packs
    found = packs.rule(rule)
    if found is None:
        raise UsageError(f"there is no rule {rule}: {meant(rule, [known.id for known in packs.rules])}")
    import yaml

    from reconcile.rules.plain import written

    text = yaml.safe_dump([written(found)], sort_keys=False, allow_unicode=True, width=100)
    streams.say(f"# {found.place.file}:{found.place.line}\n{text.rstrip()}")


def validate(paths: PackPaths = [], config: Config = None) -> None:  # noqa: B006
    """Check that packs are valid, alone and beside the shipped ones; all mistakes are told at once."""
    if not paths:
        streams.say(f"Valid: {_contents(open_desk(config, []).packs)}.")
        return
    from reconcile.rules import load_packs, shipped_packs

    files = pack_files(paths)
    load_packs([*shipped_packs(), *files])
    for file in files:
        streams.say(f"{file} is valid: {_contents(load_packs([file]))}.")


def run_tests(paths: PackPaths = [], config: Config = None) -> int:  # noqa: B006
    """Run the tests that rules carry: each says which texts fire the rule, and which leave it silent."""
    from reconcile.ruletests import run_rule_tests

    files = pack_files(paths)
    desk = open_desk(config, files)
    results = run_rule_tests(_only(desk.packs, files), replace(desk, ignore=frozenset()).checker())
    failed = [result for result in results if not result.passed]
    for result in failed:
        streams.say(f"{result.rule}: {result.test_name}: expected {result.expected}, got {result.got}")
    streams.say(f"{len(results)} test{'s' * (len(results) != 1)}, {len(failed)} failed.")
    return 1 if failed else 0


def schema(
    of: Annotated[
        Schema, typer.Argument(help="Of a rule pack, of a report, or of a line of jsonl.")
    ] = Schema.PACK,
) -> None:
    """Print a JSON Schema, by which an editor completes packs and scripts check reports."""
    from reconcile.reports.json_schema import line_schema, report_schema
    from reconcile.rules import pack_schema

    schemas: dict[Schema, Callable[[], dict[str, Any]]] = {
        Schema.PACK: pack_schema,
        Schema.REPORT: report_schema,
        Schema.LINE: line_schema,
    }
    streams.say(json.dumps(schemas[of](), indent=2, ensure_ascii=False))


def _only(packs: Packs, files: Sequence[Path]) -> Packs:
    """The rules of some packs, beside what all packs know; everything where no pack is named."""
    if not files:
        return packs
    from reconcile.rules import Packs

    places = {place_of(file) for file in files}
    rules = tuple(rule for rule in packs.rules if place_of(rule.place.file) in places)
    return Packs(rules, packs.facts, packs.names, packs.offices)


def _loudness(rule: Rule) -> str:
    return ", ".join(f"{relation}: {severity}" for relation, severity in rule.reported)


def _contents(packs: Packs) -> str:
    sections = {"rule": packs.rules, "fact": packs.facts, "name": packs.names, "office": packs.offices}
    counts = [
        f"{len(entries)} {name}{'s' * (len(entries) != 1)}" for name, entries in sections.items() if entries
    ]
    return ", ".join(counts) or "nothing in it"
