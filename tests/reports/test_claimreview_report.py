import json
from dataclasses import replace
from typing import Any

from reconcile.findings import Position, Relation, Silence, Silenced
from reconcile.reports.claimreview_report import render_claimreview
from reconcile.reports.model import Report
from tests.reports.examples import LONG, SHORT, entry, evidence, finding, report
from tests.reports.schemas import breaches_of_schema_org


def graph(of: Report) -> list[dict[str, Any]]:
    content = json.loads(render_claimreview(of))
    assert content["@context"] == "https://schema.org"
    assert breaches_of_schema_org(content) == []
    nodes: list[dict[str, Any]] = content["@graph"]
    return nodes


def test_the_drafts_claim_is_reviewed_by_what_the_source_says() -> None:
    against = (entry("a.txt", title="Trams are back"), entry("b.txt", role="source", published=None))
    run, review = graph(report(documents=against, findings=(finding(),)))
    assert run["name"] == "Reconcile: 1 error"
    assert review == {
        "@type": "ClaimReview",
        "identifier": "3fa0c1d2e3f4",
        "creativeWorkStatus": "Draft",
        "claimReviewed": LONG,
        "reviewAspect": "date conflict",
        "reviewBody": "Vltava bridge reopened: 2023-08 or 2024",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Contradicted by another source",
            "ratingExplanation": "“last August” in an article of 5 June 2024 is August 2023, outside 2024.",
        },
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "name": "Trams are back",
                    "identifier": "a.txt:1:90",
                    "datePublished": "2024-06-05",
                    "text": LONG,
                }
            ],
        },
        "citation": [{"@type": "CreativeWork", "name": "b.txt", "identifier": "b.txt:3:37", "text": SHORT}],
    }


def test_of_two_texts_that_are_checked_each_has_its_claim_reviewed() -> None:
    _, *reviews = graph(report(findings=(finding(),)))
    assert [review["claimReviewed"] for review in reviews] == [LONG, SHORT]


def test_no_rating_says_what_is_true() -> None:
    for relation in Relation:
        for review in graph(report(findings=(finding(relation=relation),)))[1:]:
            assert review["reviewRating"].keys() == {"@type", "alternateName", "ratingExplanation"}
            assert not {"true", "false"} & set(review["reviewRating"]["alternateName"].lower().split())


def test_a_text_that_contradicts_itself_is_said_to() -> None:
    alone = tuple(Position(value, (evidence("a.txt", SHORT, value),)) for value in ("in 2024", "Vltava"))
    _, *reviews = graph(report(findings=(finding(positions=alone),)))
    assert {r["reviewRating"]["alternateName"] for r in reviews} == {"Contradicted within the same text"}


def test_a_finding_between_sources_is_reviewed_by_its_message() -> None:
    sources = (entry("a.txt", role="source"), entry("b.txt", role="source"))
    [_, review] = graph(report(documents=sources, findings=(finding(),)))
    assert review["claimReviewed"] == "Vltava bridge reopened: 2023-08 or 2024"
    assert len(review["citation"]) == 2


def test_a_confidential_source_is_cited_by_its_alias_alone() -> None:
    hidden = replace(evidence("source-1", "x", "x"), withheld=True)
    held = (Position("2024", (hidden,)), finding().positions[1])
    _, review = graph(report(findings=(finding(positions=held),)))
    assert review["citation"] == [{"@type": "CreativeWork", "name": "a confidential source (source-1)"}]


def test_what_the_desk_accepted_is_a_comment() -> None:
    accepted = finding(silenced=Silenced(Silence.ACCEPTED, "the author knows"))
    _, review, _ = graph(report(findings=(accepted,)))
    assert review["comment"] == {"@type": "Comment", "text": "accepted: the author knows"}


def test_an_incomplete_run_says_what_was_not_checked() -> None:
    [run] = graph(report(documents=(entry("a.txt", problems=("is empty",)),), findings=()))
    assert run["creativeWorkStatus"] == "Incomplete"
    assert "Not checked: a.txt (is empty)." in run["abstract"]


def test_it_may_be_pasted_into_a_page() -> None:
    told = render_claimreview(report(findings=(finding(message="</script><b>&amp;\u2028"),)))
    assert not set(told) & set("<>&\u2028")
    assert json.loads(told)["@graph"][1]["reviewBody"].endswith("</script><b>&amp;\u2028")
