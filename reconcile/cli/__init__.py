"""The command: arguments in, exit code out.

Exit codes, the first that applies: 130 interrupted; 2 wrong usage, configuration or rule; 3 the check is
incomplete; 1 findings at or above `--fail-on`; 0 otherwise. An error of our own is 3 too: it checked nothing. So is a
report that could not be written, on standard output or in a file: nobody has seen what was found.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from reconcile.cli import cache, check, explain, inspect, rules, streams, verify
from reconcile.cli.arguments import PlainGroup, SpreadingCommand
from reconcile.errors import DeliveryError, ReconcileError

WRONG, INCOMPLETE, INTERRUPTED = 2, 3, 130
DEBUG = "RECONCILE_DEBUG"


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        streams.say(f"reconcile {version('reconcile-claims')}")
        raise typer.Exit()


def _reconcile(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find where texts about the same events disagree: dates, figures, names, roles, places, quotations."""


def _examples(*lines: str) -> str:
    """Examples under a command's help, each on a line of its own."""
    return "\n\n".join(["Examples:", *lines])


def _commands() -> typer.Typer:
    app = typer.Typer(
        cls=PlainGroup,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        epilog=_examples("reconcile check articles/", "reconcile check draft.txt --against sources/"),
    )
    app.callback()(_reconcile)
    app.command(
        cls=SpreadingCommand,
        epilog=_examples(
            "reconcile check articles/",
            "reconcile check draft.txt --against agency.txt archive/ --fail-on warning",
            "reconcile check articles/ --format text --format json=report.json",
        ),
    )(check.check)
    app.command(epilog=_examples("reconcile claims draft.txt", "reconcile claims --text draft.txt"))(
        inspect.claims
    )
    app.command(
        epilog=_examples(
            'reconcile compare date "last August" 2024 --a-published 2024-06-05',
            'reconcile compare number "nearly 50,000" "49,300"',
        )
    )(inspect.compare)
    app.command(
        cls=SpreadingCommand,
        epilog=_examples("reconcile explain 3fa0c1d2e3f4 articles/"),
    )(explain.explain)
    app.command(
        epilog=_examples(
            "reconcile check draft.md --against sources/ --manifest run.json", "reconcile verify run.json"
        )
    )(verify.verify)
    app.add_typer(_rule_commands(), name="rules")
    app.add_typer(_cache_commands(), name="cache")
    return app


def _rule_commands() -> typer.Typer:
    group = typer.Typer(
        help="See, check and try the rule packs.",
        epilog=_examples("reconcile rules list", "reconcile rules validate desk.yaml"),
    )
    group.command("list", epilog=_examples("reconcile rules list --rules desk.yaml"))(rules.list_rules)
    group.command("show", epilog=_examples("reconcile rules show event-date"))(rules.show)
    group.command("validate", epilog=_examples("reconcile rules validate desk.yaml"))(rules.validate)
    group.command("test", epilog=_examples("reconcile rules test", "reconcile rules test desk.yaml"))(
        rules.run_tests
    )
    group.command("schema", epilog=_examples("reconcile rules schema > pack.schema.json"))(rules.schema)
    return group


def _cache_commands() -> typer.Typer:
    group = typer.Typer(
        help="See or empty what is kept from one run to the next.",
        epilog=_examples("reconcile cache stats", "reconcile cache clean"),
    )
    group.command("stats", epilog=_examples("reconcile cache stats"))(cache.stats)
    group.command("clean", epilog=_examples("reconcile cache clean"))(cache.clean)
    return group


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code; `arguments` are those of the process by default."""
    streams.prepare()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except ReconcileError as error:
        streams.complain(str(error))
        return INCOMPLETE if isinstance(error, DeliveryError) else WRONG
    except typer.TyperException as error:
        command = getattr(getattr(error, "ctx", None), "command_path", "reconcile")
        told = error.format_message().replace("Value error, ", "").rstrip(".")
        streams.complain(f"{told}{'' if told.endswith('?') else '.'} See {command} --help.")
        return WRONG
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except SystemExit:  # how rich leaves when the reader of a help page has left
        return 0
    except Exception as error:
        return _failed(error)


def _run(arguments: Sequence[str]) -> int:
    outcome = _commands()(args=list(arguments), prog_name="reconcile", standalone_mode=False)
    if outcome == INTERRUPTED:  # typer's answer to a KeyboardInterrupt
        return _interrupted()
    return outcome if isinstance(outcome, int) else 0


def _failed(error: Exception) -> int:
    """Tell of an error of our own; never in its own words, which may be those of a confidential source."""
    where = f"Set {DEBUG}=1 for the traceback."
    if os.environ.get(DEBUG):
        where = "\n" + "".join(traceback.format_tb(error.__traceback__))
    streams.complain(f"stopped by an error of its own: {type(error).__name__}. {where}")
    return INCOMPLETE


def _interrupted() -> int:
    streams.complain("interrupted.")
    return INTERRUPTED
