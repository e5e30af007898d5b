"""`reconcile check`: find where texts disagree, and say so by the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
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
    parse_file,
    parse_outputs,
)
from reconcile.cli.desk import Desk
from reconcile.cli.run import Request, Run, carry_out
from reconcile.cli.timings import Stopwatch
from reconcile.errors import DeliveryError, UsageError
from reconcile.findings import FailOn
from reconcile.reports import FORMATS, SHADED

if TYPE_CHECKING:
    from reconcile.reports.model import Report

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
MinCoverage = Annotated[
    float | None,
    typer.Option(
        "--min-coverage",
        metavar="PCT",
        help="Exit with 1 if sources support less than this share of the draft's details.",
        show_default=False,
    ),
]
ManifestFile = Annotated[
    str | None,
    typer.Option(
        "--manifest",
        metavar="FILE",
        help="Write what decided the report, by hash, for `reconcile verify`.",
        show_default=False,
    ),
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
    min_coverage: MinCoverage = None,
    manifest: ManifestFile = None,
    no_cache: NoCache = False,
    timings: Timings = False,
) -> int:
    """Find where texts about the same events disagree.

    All documents are compared with each other and within themselves. With --against, only what involves
    a PATH is reported.
    """
    kept = parse_file(manifest) if manifest is not None else None
    outputs = parse_outputs(formats, FORMATS, kept)
    written = [*(output.file for output in outputs if output.file), *([kept] if kept else [])]
    stopwatch = Stopwatch()
    request = Request(
        paths=tuple(paths),
        against=tuple(against),
        stdin_filename=stdin_filename,
        rules=tuple(map(str, rules)),
        ignore=tuple(ignore),
        config=str(config) if config else None,
        second_opinion=second_opinion,
        fail_on=fail_on,
        coverage=any(output.format in SHADED for output in outputs),
        min_coverage=_share(min_coverage, against),
    )
    done = carry_out(request, stopwatch, cache=not no_cache, written=written)
    stopwatch.turn("writing")
    _deliver(done.report.showing_silenced() if show_accepted else done.report, outputs)
    if kept:
        _write_manifest(kept, request, done)
    _tell_unused(done.desk, done.report)
    if timings:
        streams.complain("\n".join(stopwatch.lines()))
    return done.exit_code


def _share(per_cent: float | None, against: Sequence[str]) -> float | None:
    """The share asked for. Raises UsageError where there is none to reach."""
    if per_cent is not None and not 0 <= per_cent <= 100:
        raise UsageError(f"--min-coverage {per_cent:g} is no share: write one from 0 to 100.")
    if per_cent is not None and not against:
        raise UsageError("--min-coverage asks what sources support: name them with --against.")
    return per_cent


def _write_manifest(file: Path, request: Request, done: Run) -> None:
    from reconcile.cli.manifest import as_json, manifest

    streams.write_file(file, as_json(manifest(request, done)))


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
