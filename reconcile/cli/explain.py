"""`reconcile explain`: one finding at length, and why its claims were compared."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli import streams
from reconcile.cli.arguments import Against, Config, Paths, Rules, SecondOpinion, StdinFilename, meant
from reconcile.cli.desk import claims_store, gather, open_desk
from reconcile.errors import UsageError
from reconcile.reports.untrusted import visible

if TYPE_CHECKING:
    from rich.console import Console

    from reconcile.findings import Finding
    from reconcile.matching.subjects import Holding, Pair, Subject
    from reconcile.reports.model import Report
    from reconcile.rules import Rule

SHOWN = 20  # pairs of values told at length


def explain(
    id: Annotated[str, typer.Argument(metavar="ID", help="A finding's id, as the report prints it.")],
    paths: Paths,
    against: Against = [],  # noqa: B006  typer copies its defaults
    stdin_filename: StdinFilename = None,
    rules: Rules = [],  # noqa: B006
    config: Config = None,
    second_opinion: SecondOpinion = None,
) -> None:
    """Show one finding at length: its rule, and each pair of values that was compared, why and how."""
    desk = open_desk(config, rules)
    with claims_store() as store, streams.progress() as progress:
        checker = desk.checker(second_opinion or desk.configuration.second_opinion, store)
        gathered = gather(paths, against, stdin_filename)
        report, subjects = checker.explained(gathered.documents, progress=progress)
    report = report.showing_silenced().arranged()
    finding = _wanted(id, report)
    secret = {entry.id for entry in report.documents if entry.confidential}
    lines = [*_rule(desk.packs.rule(finding.rule)), *_compared(subjects[finding.id], secret)]
    console = streams.terminal()
    if console is not None:
        _print(finding, report, lines, console)
    else:
        from reconcile.reports.text_report import plain

        streams.write(plain(lambda page: _print(finding, report, lines, page)))


def _wanted(id: str, report: Report) -> Finding:
    """The finding of that id, or of the only id that begins so. Raises UsageError."""
    matching = [finding for finding in report.findings if finding.id.startswith(id)]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise UsageError(f"{len(matching)} findings have an id that begins with {id}: write more of it.")
    ids = [finding.id for finding in report.findings]
    mend = meant(id, ids) if ids else "there are no findings at all; has a text or the configuration changed?"
    raise UsageError(f"no finding of these documents has the id {id}: {mend}")


def _print(finding: Finding, report: Report, lines: Sequence[str], console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from reconcile.reports.text_report import print_finding

    print_finding(finding, report, console)
    for line in lines:
        told = line.lstrip(" ")
        console.print(Padding(Text(told), (0, 0, 0, len(line) - len(told))))


def _rule(rule: Rule | None) -> Iterator[str]:
    if rule is not None:
        yield from ("", f"Why there is this rule ({visible(rule.place.file)}:{rule.place.line})")
        yield f"   {visible(rule.why)}"


def _compared(subject: Subject, secret: Collection[str]) -> Iterator[str]:
    """Every two values that were set against each other, the surest pair of each; of `secret` documents none."""
    alike: dict[tuple[str, ...], list[Pair]] = {}
    for pair in sorted(subject.pairs, key=lambda pair: (-pair.confidence, pair.a, pair.b)):
        holdings = [subject.holdings[number] for number in (pair.a, pair.b)]
        if not any(holding.document in secret for holding in holdings):
            values = sorted(holding.normal for holding in holdings)
            alike.setdefault((*values, pair.comparison.agreement), []).append(pair)
    yield from ("", "What was compared")
    if any(holding.document in secret for holding in subject.holdings):
        yield "   values of a confidential source, which are withheld"
    for pairs in list(alike.values())[:SHOWN]:
        yield from _pair(subject, pairs)
    if len(alike) > SHOWN:
        yield f"   and {len(alike) - SHOWN} more pairs of values"


def _pair(subject: Subject, pairs: Sequence[Pair]) -> Iterator[str]:
    """The first of some pairs of the same two values, and how many there are."""
    pair, others = pairs[0], len(pairs) - 1
    words = " and ".join(_where(subject.holdings[number]) for number in (pair.a, pair.b))
    more = f", and {others} more such" if others else ""
    yield f"   {visible(words)}: {pair.comparison.agreement}{more}"
    yield f"      {visible(pair.comparison.detail)}"
    yield f"      Compared because {visible(pair.why)} ({pair.confidence:.0%} sure)."


def _where(holding: Holding) -> str:
    return f"“{holding.normal}” ({holding.document})"
