"""`reconcile explain`: one finding at length, and why its claims were compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reconcile.cli import streams
from reconcile.cli.arguments import Against, Config, Paths, Rules, meant
from reconcile.cli.check import run
from reconcile.cli.desk import gather, open_desk
from reconcile.errors import UsageError
from reconcile.findings import Evidence, Finding, Kind
from reconcile.reports import Report, plain, print_finding
from reconcile.reports.untrusted import visible
from reconcile.rules import Rule

if TYPE_CHECKING:
    from reconcile.claims.model import Claim

# The kinds of findings whose values can be compared by themselves, and as what.
COMPARED_AS: Mapping[Kind, str] = {
    Kind.DATE: "date",
    Kind.NUMBER: "number",
    Kind.NAME: "name",
    Kind.ROLE: "role",
    Kind.PLACE: "place",
    Kind.QUOTE_WORDING: "quote",
    Kind.QUOTE_SPEAKER: "name",
}


def explain(
    id: Annotated[str, typer.Argument(metavar="ID", help="A finding's id, as the report prints it.")],
    paths: Paths,
    against: Against = [],  # noqa: B006  typer copies its defaults
    rules: Rules = [],  # noqa: B006
    config: Config = None,
) -> None:
    """Show one finding at length: its rule, what the claims share, and how each pair of values compares."""
    desk = open_desk(config, rules)
    gathered, checker = gather(paths, against), desk.checker()
    report = run(checker, gathered, against).arranged()
    finding = _wanted(id, report)
    claims = {document.id: found for document, found in checker.claims(gathered.documents)}
    lines = [
        *_rule(desk.packs.rule(finding.rule)),
        *_shared(finding, claims),
        *_comparisons(finding, report),
    ]
    console = streams.terminal()
    if console is not None:
        _print(finding, report, lines, console)
    else:
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
    print_finding(finding, report, console)
    for line in lines:
        told = line.lstrip(" ")
        console.print(Padding(Text(told), (0, 0, 0, len(line) - len(told))))


def _rule(rule: Rule | None) -> Iterator[str]:
    if rule is not None:
        yield from ("", f"Why there is this rule ({visible(rule.place.file)}:{rule.place.line})")
        yield f"   {visible(rule.why)}"


def _shared(finding: Finding, claims: Mapping[str, Sequence[Claim]]) -> Iterator[str]:
    """What the claims of all positions name in common."""
    named = [_names(position.evidence, claims) for position in finding.positions]
    shared = sorted(set.intersection(*named)) if named else []
    yield from ("", "What the claims of all positions share")
    yield f"   {visible(', '.join(shared)) or 'no word of theirs: a name or a quotation connects them'}"


def _names(places: Sequence[Evidence], claims: Mapping[str, Sequence[Claim]]) -> set[str]:
    """Who and what takes part in the claims that hold some evidence, and what they say happens."""
    names: set[str] = set()
    for place in places:
        for claim in claims.get(place.document, ()):
            if claim.span.overlaps(place.span):
                names |= {claim.predicate.lemma, *(mention.name.normal for mention in claim.mentions)}
                names |= {participant.head for participant in claim.participants if not participant.mention}
    return names


def _comparisons(finding: Finding, report: Report) -> Iterator[str]:
    """Each pair of positions, compared by the words of its first places."""
    kind = COMPARED_AS.get(finding.kind)
    if kind is None or len(finding.positions) < 2:
        return
    from reconcile import compare

    published = {entry.id: _day(entry.published) for entry in report.documents}
    yield from ("", "How the values compare, by themselves")
    for one, other in combinations([position.evidence[0] for position in finding.positions], 2):
        days = {"a_published": published.get(one.document), "b_published": published.get(other.document)}
        comparison = compare(kind, one.text, other.text, **days)
        words = f"“{one.text}” ({one.document}) and “{other.text}” ({other.document})"
        yield f"   {visible(words)}: {comparison.agreement}. {visible(comparison.detail)}"


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return None
