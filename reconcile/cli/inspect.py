"""`reconcile claims` and `reconcile compare`: see what is read, and how two values compare."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile.cli import streams
from reconcile.cli.arguments import Config, Paths, StdinFilename, parse_day
from reconcile.cli.desk import gather, open_desk
from reconcile.reports.untrusted import visible, visible_lines

if TYPE_CHECKING:
    from reconcile.claims.model import BoundValue, Claim, Participant
    from reconcile.documents import Document

AsText = Annotated[
    bool, typer.Option("--text", help="Print the text as it is read; all offsets count in it.")
]
ADay = Annotated[
    str | None, typer.Option("--a-published", metavar="DATE", help="When A was published: 2024-06-05.")
]
BDay = Annotated[
    str | None, typer.Option("--b-published", metavar="DATE", help="When B was published: 2024-06-05.")
]


WITHHELD = "Its text is withheld: sources.yaml says that it is confidential."


class ComparedKind(StrEnum):
    """The details that can be compared by themselves."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    ROLE = "role"
    PLACE = "place"
    QUOTE = "quote"
    POLARITY = "polarity"


def compare(
    kind: Annotated[ComparedKind, typer.Argument(metavar="KIND", help=f"One of {', '.join(ComparedKind)}.")],
    a: Annotated[str, typer.Argument(metavar="A", help="A value, or a text that holds one.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    a_published: ADay = None,
    b_published: BDay = None,
) -> None:
    """Compare two values: agree, variant, differ or unknown, and why."""
    a_day, b_day = parse_day("--a-published", a_published), parse_day("--b-published", b_published)
    from reconcile import compare as compare_values

    comparison = compare_values(kind.value, a, b, a_published=a_day, b_published=b_day)
    streams.say(f"{comparison.agreement}: {visible(comparison.detail)}")


def claims(
    paths: Paths, text: AsText = False, stdin_filename: StdinFilename = None, config: Config = None
) -> int:
    """Print what is read in documents: each claim with its details."""
    from reconcile.documents.confidential import aliased

    gathered = gather(paths, stdin_filename=stdin_filename).documents
    documents = sorted(
        gathered, key=attrgetter("confidential")
    )  # last, for a place among others tells of a name
    if text:
        return _print_texts(aliased(documents))
    unread = []
    for document, found in open_desk(config, []).checker().claims(documents):
        streams.say("\n".join(_described(document, found)))
        if not found:
            unread.append(document)
    for document in unread:
        streams.complain(f"{document.id}: {_problem(document)}.")
    return 3 if unread else 0


def _problem(document: Document) -> str:
    from reconcile.documents.article import study

    return (study(document).problem or "gave no claim").rstrip(".")


def _print_texts(documents: Sequence[Document]) -> int:
    """The texts; nothing else if there is only one, so that offsets count in what is printed."""
    on_terminal = sys.stdout.isatty()
    for document in documents:
        if len(documents) > 1:
            streams.say(f"==> {visible(document.id)} <==")
        text = document.text if not document.confidential else f"{WITHHELD}\n"
        streams.write(visible_lines(text) if on_terminal else text)
        if len(documents) > 1:
            streams.say("")
        if document.problem:
            streams.complain(f"{document.id}: {document.problem.rstrip('.')}.")
    return 3 if any(document.problem for document in documents) else 0


def _described(document: Document, found: tuple[Claim, ...]) -> Iterator[str]:
    from reconcile.text import line_and_column

    yield f"{visible(document.id)}: {len(found)} claim{'s' * (len(found) != 1)}"
    if document.confidential:
        yield WITHHELD
        return
    for claim in found:
        line, _ = line_and_column(document.text, claim.span.start)
        yield f"{claim.number:>4}  line {line}: {visible(claim.text)}"
        yield from (f"{'':6}{detail}" for detail in _details(document, claim))
    yield ""


def _details(document: Document, claim: Claim) -> Iterator[str]:
    """One line for each detail of a claim: kind, slot = normalised value, and its words."""
    yield f"says: {visible(claim.predicate.lemma)}; {', '.join(_modes(document, claim))}"
    for kind, values in (("date", claim.periods), ("number", claim.quantities)):
        yield from (f"{kind}: {_bound(value)}" for value in values)
    yield from (
        f"{visible(participant.slot)}: {_named(document, participant)}" for participant in claim.participants
    )


def _modes(document: Document, claim: Claim) -> Iterator[str]:
    yield claim.modality
    said = {"negated": claim.negated, "denial": claim.denial, "quoted": claim.quoted}
    yield from (mode for mode, holds in said.items() if holds)
    if claim.speaker:
        yield f"speaker {visible(claim.speaker.of(document.text))}"


def _bound(bound: BoundValue) -> str:
    slot = " < ".join([bound.head, *bound.path])
    part = ", a part" if bound.part else ""
    return visible(f"{slot} = {bound.value.normal} (“{bound.value.words}”{part})")


def _named(document: Document, participant: Participant) -> str:
    words = visible(participant.span.of(document.text))
    mention = participant.mention
    return words if mention is None else f"{words} ({mention.kind} {visible(mention.name.normal)})"
