"""`reconcile explain`: one finding at length, and why its claims were compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    from reconcile.rules.veil import Veil

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
    from reconcile.documents.confidential import aliased
    from reconcile.rules.veil import Veil

    desk = open_desk(config, rules)
    with claims_store() as store, streams.progress() as progress:
        checker = desk.checker(second_opinion or desk.configuration.second_opinion, store)
        gathered = gather(paths, against, stdin_filename)
        report, subjects = checker.explained(gathered.documents, progress=progress)
    report = report.showing_silenced().arranged()
    finding = _wanted(id, report)
    veil = Veil.over(aliased(gathered.documents))
    lines = [*_rule(desk.packs.rule(finding.rule)), *_compared(subjects[finding.id], veil)]
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


def _compared(subject: Subject, veil: Veil) -> Iterator[str]:
    """Every two values that were set against each other, the surest pair of each; nothing that is veiled."""
    alike: dict[tuple[str, ...], list[Pair]] = {}
    open_to_all = [pair for pair in subject.pairs if not _secret(pair, subject, veil)]
    for pair in sorted(open_to_all, key=lambda pair: (-pair.confidence, pair.a, pair.b)):
        values = sorted(subject.holdings[number].normal for number in (pair.a, pair.b))
        alike.setdefault((*values, pair.comparison.agreement), []).append(pair)
    yield from ("", "What was compared")
    if len(open_to_all) < len(subject.pairs):
        yield "   values of a confidential source, which are withheld"
    for pairs in list(alike.values())[:SHOWN]:
        yield from _pair(subject, pairs)
    if len(alike) > SHOWN:
        yield f"   and {len(alike) - SHOWN} more pairs of values"


def _secret(pair: Pair, subject: Subject, veil: Veil) -> bool:
    """Whether a confidential source has a part in a pair, or in how it is told."""
    holdings = [subject.holdings[number] for number in (pair.a, pair.b)]
    told = (pair.why, pair.comparison.detail, *(holding.normal for holding in holdings))
    return any(h.document in veil.documents for h in holdings) or any(map(veil.tells, told))


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
