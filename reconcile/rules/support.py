"""What the sources do not support: a rule reports each quotation or figure of a draft that is found in none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reconcile.claims.model import Extraction
from reconcile.coverage import ClaimStanding, Coverage, Detail, Passage, Standing
from reconcile.documents.model import Document, DocumentRole
from reconcile.findings import Evidence, Finding, Kind, Over, Position, Relation, Severity, fingerprint
from reconcile.matching.subjects import Holding, Subject
from reconcile.rules.calibration import calibrated
from reconcile.rules.evaluation import evidence, worded
from reconcile.rules.packs import Rule
from reconcile.rules.voices import copies
from reconcile.text import Span

_SURE = 0.9


def backers(
    documents: Iterable[Document], extractions: Iterable[Extraction], *, among_themselves: bool
) -> dict[str, frozenset[str]]:
    """For each checked document, which may support it; none where there are no sources, unless it is asked for.

    Where there are sources, these and what a desk holds to be true; else all others that are no copies of it.
    """
    given = list(documents)
    checked = [d.id for d in given if d.role is DocumentRole.CHECKED]
    if any(d.role is DocumentRole.SOURCE for d in given):
        others = frozenset(d.id for d in given if d.role is not DocumentRole.CHECKED)
        return dict.fromkeys(checked, others)
    if not among_themselves:
        return {}
    stories = copies(extractions)
    story = {d.id: stories.get(d.id, d.id) for d in given}
    return {id: frozenset(other for other in story if story[other] != story[id]) for id in checked}


def contradicted(coverage: Coverage, findings: Iterable[Finding]) -> Coverage:
    """The coverage, with the details and claims that stand in a conflict."""
    opposed: dict[str, list[tuple[Kind, Evidence]]] = defaultdict(list)
    for finding in filter(_is_conflict, findings):
        for place in (e for position in finding.positions for e in position.evidence):
            opposed[place.document].append((finding.kind, place))
    details = tuple(_judged(detail, opposed[detail.document]) for detail in coverage.details)
    places = {(e.document, e.span) for found in opposed.values() for _, e in found}
    inner = {_innermost(place, coverage.claims) for place in places}
    return replace(
        coverage,
        details=details,
        claims=tuple(replace(c, standing=Standing.DISAGREES) if c in inner else c for c in coverage.claims),
    )


def _is_conflict(finding: Finding) -> bool:
    """Whether not both can hold; of a quotation, whether it has other words than small ones."""
    if finding.kind is Kind.QUOTE_WORDING:
        return finding.severity is not Severity.INFO
    return finding.relation is Relation.CONFLICT


_OPPOSING: Mapping[Kind, frozenset[Kind]] = {
    Kind.NAME: frozenset({Kind.NAME, Kind.ACTOR, Kind.PLACE}),
    Kind.DATE: frozenset({Kind.DATE}),
    Kind.NUMBER: frozenset({Kind.NUMBER}),
    Kind.QUOTE_WORDING: frozenset({Kind.QUOTE_WORDING, Kind.QUOTE_SPEAKER}),
}


def _judged(detail: Detail, opposed: Iterable[tuple[Kind, Evidence]]) -> Detail:
    hit = any(kind in _OPPOSING[detail.kind] and _is_of(detail, place) for kind, place in opposed)
    return replace(detail, standing=Standing.DISAGREES) if hit else detail


def _is_of(detail: Detail, place: Evidence) -> bool:
    """Whether a place is of the detail: a name counts once, and may stand in conflict wherever it stands."""
    if detail.kind is Kind.QUOTE_WORDING:
        return place.claim.overlaps(detail.span)
    return place.span.overlaps(detail.span) or (detail.kind is Kind.NAME and place.text == detail.words)


def _innermost(place: tuple[str, Span], claims: Iterable[ClaimStanding]) -> ClaimStanding | None:
    """The claim that holds a place, and none of those around it."""
    document, span = place
    holding = (c for c in claims if c.document == document and c.span.overlaps(span))
    return min(holding, key=lambda c: (len(c.span), c.span), default=None)


def unsupported(
    rules: Iterable[Rule], coverage: Coverage, documents: Mapping[str, Document]
) -> dict[Finding, Subject]:
    """One finding for each detail that is found nowhere else; a detail that several drafts share is one."""
    if not any(d.role is DocumentRole.SOURCE for d in documents.values()):
        return {}
    alone = [d for d in coverage.details if d.standing is Standing.ALONE]
    found: dict[Finding, Subject] = {}
    for rule in rules:
        severity = rule.severity_of(Relation.UNSUPPORTED)
        if rule.kind is Kind.SUPPORT and severity:
            details = [d for d in alone if d.kind is rule.detail]
            found |= {
                _finding(rule, severity, same, documents): _subject(same) for same in _gathered(details)
            }
    return found


def _gathered(details: Iterable[Detail]) -> list[list[Detail]]:
    """Those that state the same of the same, together."""
    same: dict[tuple[str, str, str], list[Detail]] = defaultdict(list)
    for detail in details:
        same[detail.key, detail.slot, detail.value].append(detail)
    return [found for _, found in sorted(same.items())]


def _finding(
    rule: Rule, severity: Severity, same: Sequence[Detail], documents: Mapping[str, Document]
) -> Finding:
    first = same[0]
    places = (evidence(documents[d.document], d.span, d.sentence) for d in same)
    label = first.value if first.kind is Kind.QUOTE_WORDING else " ".join(first.words.split())
    position = Position(first.value, tuple(places), label)
    return Finding(
        id=fingerprint(rule.id, first.key, first.slot, [first.value]),
        rule=rule.id,
        kind=Kind.SUPPORT,
        relation=Relation.UNSUPPORTED,
        severity=severity,
        confidence=calibrated(Kind.SUPPORT, _SURE),
        subject=first.subject,
        message=worded(rule, first.subject, first.slot, [position]),
        explanation=_SOUGHT[first.kind],
        positions=(position,),
    )


_SOUGHT: Mapping[Kind, str] = {
    Kind.NAME: "No source names the same.",
    Kind.DATE: "No claim of a source about the same thing has this date, or one within it.",
    Kind.NUMBER: "No claim of a source about the same thing has this figure, or one that it rounds.",
    Kind.QUOTE_WORDING: "No source quotes these words of this speaker.",
}


def _subject(same: Sequence[Detail]) -> Subject:
    first = same[0]
    holdings = tuple(Holding(d.document, d.span, d.sentence, d.value, d.value) for d in same)
    return Subject(Over.DOCUMENT, Kind.SUPPORT, first.key, first.subject, first.slot, holdings, ())


def veiled(coverage: Coverage, documents: Mapping[str, Document]) -> Coverage:
    """The coverage as anybody may see it: of a confidential document no more than that it supports a detail."""
    public = [id for id in coverage.documents if not documents[id].confidential]
    return Coverage(
        tuple(public),
        tuple(_veiled(d, documents) for d in coverage.details if d.document in public),
        tuple(claim for claim in coverage.claims if claim.document in public),
    )


def _veiled(detail: Detail, documents: Mapping[str, Document]) -> Detail:
    nowhere = Span(0, 0)
    return replace(
        detail,
        support=tuple(
            Passage(p.document, nowhere, nowhere) if documents[p.document].confidential else p
            for p in detail.support
        ),
    )
