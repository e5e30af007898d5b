"""The report as drafts of schema.org's ClaimReview (JSON-LD), one for each side of a finding that a checked text holds.

A check of consistency knows that two texts disagree, and not which of them is right: the rating says that in words and
gives no value on a scale of truth. Who reviewed, when, and at which address is the desk's to fill in: the `author`,
`datePublished` and `url` that search engines ask for are not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reconcile.findings import Evidence, Finding, Position, Relation
from reconcile.reports.json_report import Part
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.summary import summary, verdict
from reconcile.reports.telling import headline, sort_of, varied, voices, where
from reconcile.reports.untrusted import as_json

_RATINGS: Final = {
    Relation.CONFLICT: "Contradicted by another source",
    Relation.VARIANT: "Given in other words or spelling elsewhere",
    Relation.UPDATE: "Differs from a figure of another time",
    Relation.SUCCESSION: "Differs from a state of another time",
    Relation.STYLE: "Written in more than one way",
    Relation.UNSUPPORTED: "Found in no source",
}
_WITHIN_ITSELF: Final = "Contradicted within the same text"
_OF_HTML: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def render_claimreview(report: Report) -> str:
    """A graph of the run and its reviews, worst first. It may stand in the script element of a page."""
    report = report.arranged()
    documents = {entry.id: entry for entry in report.documents}
    reviews = [review for finding in report.findings for review in _reviews(finding, documents)]
    content = {"@context": "https://schema.org", "@graph": [_run(report), *reviews]}
    return as_json(content).translate(_OF_HTML)


def _run(report: Report) -> Part:
    return {
        "@type": "Report",
        "name": f"Reconcile: {verdict(report)}",
        "abstract": summary(report),
        **({"creativeWorkStatus": "Incomplete"} if report.incomplete else {}),
    }


def _reviews(finding: Finding, documents: Mapping[str, DocumentEntry]) -> Iterator[Part]:
    """A review for each position of the checked texts; where they hold none, one of what the finding says."""
    held = [(position, _checked(position, documents)) for position in finding.positions]
    for position, places in held:
        if places:
            others = [other for other in finding.positions if other is not position]
            yield _review(finding, places[0].claim_text, places, others, documents)
    if not any(places for _, places in held):
        yield _review(finding, headline(finding), (), finding.positions, documents)


def _checked(position: Position, documents: Mapping[str, DocumentEntry]) -> list[Evidence]:
    return [
        place
        for place in varied(position.evidence)
        if not place.withheld and (entry := documents.get(place.document)) and entry.role == "checked"
    ]


def _review(
    finding: Finding,
    claim: str,
    places: Sequence[Evidence],
    others: Sequence[Position],
    documents: Mapping[str, DocumentEntry],
) -> Part:
    cited = [place for position in others for place in voices(position)]
    silenced = finding.silenced
    return {
        "@type": "ClaimReview",
        "identifier": finding.id,
        "creativeWorkStatus": "Draft",
        "claimReviewed": claim,
        "reviewAspect": sort_of(finding),
        "reviewBody": headline(finding),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": _rating(finding, places, cited),
            "ratingExplanation": finding.explanation,
        },
        "itemReviewed": {"@type": "Claim", "appearance": [_work(place, documents) for place in places]},
        "citation": [_work(place, documents) for place in cited],
        **({"comment": {"@type": "Comment", "text": f"{silenced.how}: {silenced.why}"}} if silenced else {}),
    }


def _rating(finding: Finding, places: Sequence[Evidence], cited: Sequence[Evidence]) -> str:
    alone = {place.document for place in cited} <= {place.document for place in places}
    return _WITHIN_ITSELF if finding.relation is Relation.CONFLICT and alone else _RATINGS[finding.relation]


def _work(place: Evidence, documents: Mapping[str, DocumentEntry]) -> Part:
    """A text, where in it the words stand, and the sentence; of a confidential one its alias alone."""
    if place.withheld:
        return {"@type": "CreativeWork", "name": where(place)}
    entry = documents.get(place.document)
    return {
        "@type": "CreativeWork",
        "name": (entry.title if entry else "") or place.document,
        "identifier": where(place),
        **({"datePublished": entry.published} if entry and entry.published else {}),
        "text": place.claim_text,
    }
