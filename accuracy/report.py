"""Prints how accurate the tool is on the project's own cases: `python -m accuracy.report [--failures [KIND]]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from accuracy.cases import Half, load_cases
from accuracy.measure import Bin, Outcome, Tally, measure, reliability, tally
from reconcile import Checker, Kind, ReconcileError

EDGES = (0.0, 0.55, 0.65, 0.75, 0.85, 0.95, 1.0)  # the bins lie round .6, .7, .8 and .9
_EVERY = "all"
_WIDTH = 40  # characters of a full bar


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Exit status 0, or 2 where the cases cannot be read."""
    asked = _parser().parse_args(arguments)
    try:
        outcomes = measure(Checker(), load_cases())
    except ReconcileError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = failures(outcomes, asked.failures) if asked.failures else report(outcomes)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The table by kind and half, and the reliability of confidence."""
    yield f"{'kind':14}{'half':8}{'cases':>6}{'found':>8}{'precision':>11}{'recall':>8}{'right kind':>12}{'false':>7}"
    kinds = dict.fromkeys(outcome.case.kind for outcome in outcomes)
    for kind in (*kinds, None):
        for half in Half:
            yield _row(kind or _EVERY, half, tally(outcomes, kind, half))
    yield ""
    yield "Of the findings with this confidence, the share that is right (| marks the confidence itself):"
    for part in reliability(outcomes, EDGES):
        yield _bar(part)


def failures(outcomes: Sequence[Outcome], kind: str) -> Iterator[str]:
    """The open cases that went wrong, false ones first. Sealed ones are not told: whoever reads them tunes to them."""
    wanted = [o for o in outcomes if o.case.half is Half.OPEN and kind in (_EVERY, o.case.kind)]
    for what, some in (
        ("FALSE", [o for o in wanted if o.false]),
        ("MISSED", [o for o in wanted if o.missed and not o.false]),
    ):
        for outcome in some:
            yield from _case(what, outcome)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m accuracy.report", description=__doc__)
    parser.add_argument(
        "--failures",
        nargs="?",
        const=_EVERY,
        choices=[_EVERY, *Kind],
        metavar="KIND",
        help="list the open cases that went wrong, of one kind or of all",
    )
    return parser


def _row(kind: str, half: Half, counts: Tally) -> str:
    found = f"{counts.found}/{counts.disagreements}"
    right_kind = f"{counts.right_kind}/{counts.found}"
    return (
        f"{kind:14}{half:8}{counts.cases:6}{found:>8}{counts.precision:11.2f}{counts.recall:8.2f}"
        f"{right_kind:>12}{counts.false:7}"
    )


def _bar(part: Bin) -> str:
    span = f"{part.low:.2f}-{part.high:.2f}"
    if not part.findings:
        return f"{span}{0:5} findings"
    cells = ["#" if cell < round(part.share * _WIDTH) else " " for cell in range(_WIDTH + 1)]
    cells[round(part.confidence * _WIDTH)] = "|"
    return (
        f"{span}{part.findings:5} findings  {part.right:3} right  {part.share:.2f}  {''.join(cells).rstrip()}"
    )


def _case(what: str, outcome: Outcome) -> Iterator[str]:
    case = outcome.case
    yield f"{what} {case.id}: expected {case.expect}" + (f" ({case.note})" if case.note else "")
    for text, published in ((case.a, case.a_date), (case.b, case.b_date)):
        yield f"    {text}" + (f" [{published}]" if published else "")
    for finding in outcome.shown:
        yield f"    -> {finding.kind} {finding.relation} {finding.confidence:.2f}: {finding.message}"


if __name__ == "__main__":
    sys.exit(main())
