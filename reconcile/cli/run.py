"""A run, from the words of a command line to its report: what `check` carries out, and `verify` once more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli import streams
from reconcile.cli.desk import Desk, Gathered, claims_store, gather, open_desk
from reconcile.cli.timings import Stopwatch
from reconcile.errors import UsageError
from reconcile.files import place_of
from reconcile.findings import FailOn

if TYPE_CHECKING:
    from reconcile.reports.model import Report

PASSED, FOUND, INCOMPLETE = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Request:
    """The words of a command line that decide what comes of it. Paths are relative to the folder of the run."""

    paths: tuple[str, ...]
    against: tuple[str, ...] = ()
    stdin_filename: str | None = None
    rules: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    second_opinion: str | None = None
    fail_on: FailOn | None = None
    coverage: bool = False  # asked for even without sources
    min_coverage: float | None = None  # per cent of the details that sources must support


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a request: the report, what it was made of, and whether the gate holds."""

    desk: Desk
    gathered: Gathered
    report: Report
    exit_code: int


def carry_out(
    request: Request, stopwatch: Stopwatch, *, cache: bool = True, written: Iterable[Path] = ()
) -> Run:
    """Read, check, and set aside what the desk has accepted; with a bar on a terminal.

    Raises:
        ReconcileError: something in the request cannot be meant; or a file that is to be `written` is read.
    """
    config = Path(request.config) if request.config else None
    desk = open_desk(config, [Path(rule) for rule in request.rules], request.ignore)
    configuration = desk.configuration
    with claims_store(cache) as store, streams.progress() as stopwatch.show:
        checker = desk.checker(request.second_opinion or configuration.second_opinion, store)
        gathered = gather(request.paths, request.against, request.stdin_filename)
        _spare(desk, gathered, written)
        report = checker.check(gathered.documents, progress=stopwatch, coverage=request.coverage)
    report = replace(report, skipped=gathered.skipped, against=bool(request.against))
    report = report.accepting({acceptance.id: acceptance.why for acceptance in configuration.accept})
    gate = request.fail_on or configuration.fail_on
    closed = gate is not FailOn.NEVER and (report.closes(gate) | _uncovered(report, request.min_coverage))
    return Run(desk, gathered, report, _exit_code(report, closed))


def _spare(desk: Desk, gathered: Gathered, written: Iterable[Path]) -> None:
    """Refuse to write over what is read: no report is worth a draft."""
    texts = (document.path for document in gathered.documents)
    settings = (*desk.pack_files, desk.configuration.path)
    read = {place_of(path) for path in (*texts, *settings) if path}
    for file in written:
        if place_of(file) in read:
            raise UsageError(f"{file} is read in this run, and is not overwritten: name another file.")


def _uncovered(report: Report, least: float | None) -> bool:
    """Whether sources support less than they must, which is told. What states no detail needs no support."""
    if least is None or report.coverage is None:
        return False
    share = report.coverage.total.share
    if share is None or share >= least:
        return False
    streams.complain(f"sources support {share:.1f} % of the details, less than --min-coverage {least:g}.")
    return True


def _exit_code(report: Report, closed: bool) -> int:
    """The contract's: an incomplete check comes before what it found."""
    if report.incomplete:
        return INCOMPLETE
    return FOUND if closed else PASSED
