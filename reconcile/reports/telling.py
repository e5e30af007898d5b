"""How findings are told in words, whatever the format. Nothing is escaped yet: each format does that in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.documents.confidential import NAME
from reconcile.findings import Evidence, Finding, Kind, Position, Relation
from reconcile.reports.model import DocumentEntry
from reconcile.text import Span

SHOWN = 3  # places quoted under a position; more of them are only named
NAMED = 5  # places that are named, of those not quoted
HEADING = 60  # characters of a value in a heading


def sort_of(finding: Finding) -> str:
    """What sort of finding it is: "date conflict", "name variant", but "style" alone."""
    said_by_kind = (finding.kind, finding.relation) in {
        (Kind.STYLE, Relation.STYLE),
        (Kind.SUPPORT, Relation.UNSUPPORTED),
    }
    return finding.relation if said_by_kind else f"{finding.kind} {finding.relation}"


def loudness(finding: Finding) -> str:
    """Its severity, and that it is silenced: "error (accepted)"."""
    return f"{finding.severity} ({finding.silenced.how})" if finding.silenced else finding.severity


def headline(finding: Finding) -> str:
    """The message, with its subject where the rule's words leave that out."""
    return finding.message if finding.subject in finding.message else f"{finding.subject}: {finding.message}"


def heading(finding: Finding) -> str:
    """The headline, with long values cut: a quotation stands in full below."""
    told = headline(finding)
    for position in finding.positions:
        if position.said:
            told = told.replace(position.said, shortened(position.said))
    return told


def shortened(value: str) -> str:
    """A value as a heading shows it."""
    return value if len(value) <= HEADING else value[: HEADING - 2].rpartition(" ")[0] + " …"


def where(evidence: Evidence) -> str:
    """The place as an editor opens it, `draft.md:3:14`; of a confidential source its alias alone."""
    if evidence.withheld:
        return f"{NAME} ({evidence.document})"
    return f"{evidence.document}:{evidence.line}:{evidence.column}"


def provenance(evidence: Evidence, documents: Mapping[str, DocumentEntry]) -> str:
    """What is known of the document of a place: when it was published, or that a desk holds it to be true."""
    entry = documents.get(evidence.document)
    if evidence.withheld:
        return "date withheld"
    if entry is not None and entry.role == "reference":
        return "held to be true by a rule pack"
    if entry is None or entry.published is None:
        return "no publication date"
    return f"published {entry.published}"


def voices(position: Position) -> list[Evidence]:
    """The places that speak for themselves, in the order to quote them."""
    return varied([place for place in position.evidence if place.same_as is None])


def varied(places: Sequence[Evidence]) -> list[Evidence]:
    """The first place of each document, then the second of each, and so on: every voice is heard early.

    Of the places in one passage the shortest stands for all: the name, and not the quotation that it goes with.
    """
    passages: dict[tuple[str, Span, int], Evidence] = {}
    for place in sorted(places, key=lambda e: len(e.span)):
        passages.setdefault((place.document, place.claim, place.line), place)
    places = [place for place in places if place in passages.values()]
    met: Counter[str] = Counter()
    turns = []
    for place in places:
        met[place.document] += 1
        turns.append(met[place.document])
    return [place for _, place in sorted(zip(turns, places, strict=True), key=lambda pair: pair[0])]


def echoes(position: Position, voice: Evidence) -> list[Evidence]:
    """The places that only repeat the words of a voice: copies of one wire story."""
    return varied([place for place in position.evidence if place.same_as == voice.document])


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place to quote, and those that only repeat its words."""

    place: Evidence
    echoes: Sequence[Evidence]


def quoted(position: Position) -> tuple[list[Quoted], list[Evidence]]:
    """The places of a position to quote, at most SHOWN, and those that are only to be named."""
    places = voices(position)
    told: list[Quoted] = []
    speaking: set[str] = set()
    for place in places[:SHOWN]:
        told.append(Quoted(place, [] if place.document in speaking else echoes(position, place)))
        speaking.add(place.document)
    unheard = [e for e in position.evidence if e.same_as is not None and e.same_as not in speaking]
    return told, [*places[SHOWN:], *unheard]


def named(places: Sequence[Evidence]) -> str:
    """Where places are, the first NAMED of them."""
    return ", ".join(map(where, places[:NAMED])) + ", …" * (len(places) > NAMED)


def acceptance(finding: Finding) -> str:
    """The line of reconcile.toml that lets a finding stand."""
    return f'accept = [{{id = "{finding.id}", why = "…"}}]'


def other_wordings(finding: Finding) -> list[str | None]:
    """For each position of a finding about wording, the wording to contrast it with: the next in a ring."""
    if finding.kind is not Kind.QUOTE_WORDING or len(finding.positions) < 2:
        return [None] * len(finding.positions)
    wordings: list[str | None] = [voices(position)[0].text for position in finding.positions]
    return wordings[1:] + wordings[:1]
