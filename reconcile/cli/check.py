"""`reconcile check`: find where texts disagree, and say so by the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli import step_summary, streams
from reconcile.cli.arguments import (
    Against,
    Config,
    Ignore,
    Output,
    Paths,
    Rules,
    SecondOpinion,
    StdinFilename,
    parse_outputs,
)
from reconcile.cli.desk import Desk, Gathered, claims_store, gather, open_desk
from reconcile.cli.timings import Stopwatch
from reconcile.errors import DeliveryError
from reconcile.findings import FailOn
from reconcile.reports import FORMATS

if TYPE_CHECKING:
    from reconcile.pipeline import Checker
    from reconcile.reports.model import Report

PASSED, FOUND, INCOMPLETE = 0, 1, 3

Formats = Annotated[
    list[str],
    typer.Option(
        "--format",
        metavar="FORMAT[=FILE]",
        help=f"{', '.join(FORMATS)}; into FILE, or on standard output. May be repeated.",
        show_default="text",
    ),
]
Gate = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        help="Exit with 1 if there are findings of this severity or worse.",
        show_default="error, or what the configuration says",
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read and encode everything anew, and keep nothing of it.")
]

ShowAccepted = Annotated[
    bool, typer.Option("--show-accepted", help="Show accepted and ignored findings too, marked as such.")
]
Timings = Annotated[bool, typer.Option("--timings", help="Say on standard error where the time went.")]


def check(
    paths: Paths,
    against: Against = [],  # noqa: B006  typer copies its defaults
    stdin_filename: StdinFilename = None,
    formats: Formats = [],  # noqa: B006
    fail_on: Gate = None,
    rules: Rules = [],  # noqa: B006
    ignore: Ignore = [],  # noqa: B006
    config: Config = None,
    second_opinion: SecondOpinion = None,
    show_accepted: ShowAccepted = False,
    no_cache: NoCache = False,
    timings: Timings = False,
) -> int:
    """Find where texts about the same events disagree.

    All documents are compared with each other and within themselves. With --against, only what involves
    a PATH is reported.
    """
    outputs = parse_outputs(formats, FORMATS)
    desk = open_desk(config, rules, ignore)
    stopwatch = Stopwatch()
    with claims_store(not no_cache) as store:
        checker = desk.checker(second_opinion or desk.configuration.second_opinion, store)
        gathered = gather(paths, against, stdin_filename)
        report = run(checker, gathered, against, stopwatch)
    report = report.accepting({acceptance.id: acceptance.why for acceptance in desk.configuration.accept})
    stopwatch.turn("writing")
    _deliver(report.showing_silenced() if show_accepted else report, outputs)
    _tell_unused(desk, report)
    if timings:
        streams.complain("\n".join(stopwatch.lines()))
    return exit_code(report, fail_on or desk.configuration.fail_on)


def run(checker: Checker, gathered: Gathered, against: Sequence[str], stopwatch: Stopwatch) -> Report:
    """Check documents, with a bar on a terminal."""
    with streams.progress() as stopwatch.show:
        report = checker.check(gathered.documents, progress=stopwatch)
    return replace(report, skipped=gathered.skipped, against=bool(against))


def exit_code(report: Report, fail_on: FailOn) -> int:
    """The contract's: an incomplete check comes before its findings."""
    if report.incomplete:
        return INCOMPLETE
    return FOUND if report.closes(fail_on) else PASSED


def _deliver(report: Report, outputs: Sequence[Output]) -> None:
    """Files first: a reader who closes standard output early must not cost them. One failure costs no other output.

    Raises:
        DeliveryError: an output could not be written.
    """
    failures = []
    deliveries = [partial(_write, report, o) for o in sorted(outputs, key=lambda o: o.file is None)]
    if any(output.format == "github" for output in outputs):
        deliveries.append(partial(step_summary.append, report))
    for deliver in deliveries:
        try:
            deliver()
        except DeliveryError as error:
            failures.append(str(error))
    if failures or Output("text", None) not in outputs:
        from reconcile.reports.summary import summary

        streams.complain(summary(report))
    if failures:
        raise DeliveryError("\n".join(failures))


def _write(report: Report, output: Output) -> None:
    if output.file is not None:
        streams.write_file(output.file, FORMATS[output.format](report))
        return
    console = streams.terminal()
    if output.format == "text" and console is not None:
        from reconcile.reports.text_report import print_text

        print_text(report, console)
    else:
        streams.write(FORMATS[output.format](report))


def _tell_unused(desk: Desk, report: Report) -> None:
    silenced = {finding.id for finding in report.silenced}
    for acceptance in desk.configuration.accept:
        if acceptance.id not in silenced:
            file = desk.configuration.path
            streams.complain(
                f"warning: {file} accepts {acceptance.id}, but this run found no such thing (unused)."
            )
