import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from reconcile.coverage import ClaimStanding, Coverage, Detail, Standing
from reconcile.findings import Evidence, Kind, Severity
from reconcile.reports.html.page import render_html
from reconcile.text import Span
from tests.reports.examples import entry, finding, report
from tests.reports.html.examples import DRAFT, WITHHELD, coverage, dates, full_report

PAGE = render_html(full_report())
STYLE = (files("reconcile.reports.html") / "style.css").read_text("utf-8")
VOID = {"meta", "input", "link", "br"}


class Outline(HTMLParser):
    """The elements of a page, and the text of each that has an id or stands in `KEPT`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.unclosed.append(tag)


def words(html: str) -> str:
    """What a page says, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2].partition("<script>")[0]).split())


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', PAGE)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#39;", "'").split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for element in ("style", "script"):
        [content] = re.findall(f"<{element}>(.*?)</{element}>", PAGE, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[f"{element}-src"] == f"'sha256-{digest}'"
    assert len(rules) == 5


def test_the_page_loads_nothing_and_holds_no_handler_nor_style_of_an_element() -> None:
    for tag, attributes in Outline(PAGE).elements:
        assert tag not in {"link", "img", "iframe", "object", "base"}
        assert not {name for name in attributes if name.startswith("on")} | {"style", "src"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert not re.search(r"url\(|@import", STYLE)


def test_every_element_is_closed_every_id_stands_once_and_every_link_leads_somewhere() -> None:
    outline = Outline(PAGE)
    assert outline.open == [] and outline.unclosed == []
    ids = Counter(attributes["id"] for _, attributes in outline.elements if "id" in attributes)
    assert {id for id, number in ids.items() if number > 1} == set()
    links = {attributes["href"] for _, attributes in outline.elements if "href" in attributes}
    assert {link for link in links if link and link[1:] not in ids} == set()
    named = [a[name].split() for _, a in outline.elements for name in ("aria-labelledby",) if a.get(name)]  # type: ignore[union-attr]
    assert {id for group in named for id in group} <= set(ids)


def test_the_same_report_in_another_order_gives_the_same_bytes() -> None:
    turned = full_report()
    turned = replace(turned, documents=turned.documents[::-1], findings=turned.findings[::-1])
    assert render_html(turned) == PAGE


def test_what_could_not_be_checked_stands_before_the_verdict() -> None:
    assert PAGE.index("Not everything could be checked") < PAGE.index("<h1>")
    assert "notes.md – is in French, which is not supported" in words(PAGE)
    assert "Not everything could be checked" not in render_html(report())


def test_of_many_that_could_not_be_checked_the_rest_is_folded() -> None:
    broken = tuple(entry(f"{number}.md", problems=("is empty",)) for number in range(9))
    [folded] = re.findall(
        r"<summary>and 4 more documents</summary>(.*?)</details>", render_html(report(documents=broken)), re.S
    )
    assert folded.count("is empty") == 4


def test_the_verdict_counts_what_is_loud_and_not_what_is_silenced() -> None:
    assert "<h1>1 error to settle and 1 warning to look at.</h1>" in PAGE
    quiet = full_report(findings=(replace(finding(), severity=Severity.INFO),))
    assert "<h1>1 note to know of.</h1>" in render_html(quiet)
    assert "<h1>No disagreement was found.</h1>" in render_html(report(findings=()))
    assert "<h1>No disagreement in what was checked.</h1>" in render_html(full_report(findings=()))


def test_the_head_names_the_loudest_findings_and_none_that_is_silenced() -> None:
    many = tuple(dates(id=f"{number:012}") for number in range(7))
    for told, items, more in ((PAGE, 3, 0), (render_html(full_report(findings=many)), 6, 1)):
        [glance] = re.findall(r'<ol class="glance".*?</ol>', told, re.DOTALL)
        assert (glance.count("<li"), glance.count("and 2 more")) == (items, more)


def test_a_finding_shows_its_positions_with_the_value_marked_and_its_sources() -> None:
    assert "reopened to trams <mark>last August</mark>." in PAGE
    assert "The bridge is back" in words(PAGE)
    assert "draft.md:1:90 published 2024-06-05" in words(PAGE)
    assert "published 2024-07-01, tier 2" in words(PAGE)


def test_of_two_wordings_only_the_words_that_differ_are_marked() -> None:
    assert "We <mark>will</mark> never close <mark>the</mark> bridge." in PAGE
    assert "We <mark>shall</mark> never close <mark>this</mark> bridge." in PAGE


def test_copies_of_one_text_are_one_voice() -> None:
    assert "told in the same words in 1 more place copy.md:3:37" in words(PAGE)
    assert words(PAGE).count("The Vltava bridge reopened to trams in 2024") == 1


def test_a_finding_says_why_how_surely_and_how_it_is_accepted() -> None:
    assert "likely: of a hundred findings like this about 90 are right" in words(PAGE)
    assert "accept = [{id = &#34;3fa0c1d2e3f4&#34;, why = &#34;…&#34;}]" in PAGE


def test_a_silenced_finding_is_marked_as_such_with_its_reason() -> None:
    assert 'class="finding warning silenced"' in PAGE
    assert "This finding is accepted: It stands so in his passport." in words(PAGE)


def test_a_confidential_source_is_named_by_its_alias_alone() -> None:
    assert "a confidential source (confidential-a1b2c3)" in words(PAGE)
    assert "(its words are withheld)" in words(PAGE)
    alone = finding(positions=(replace(finding().positions[0], evidence=(WITHHELD,)),))
    assert "date withheld" in words(render_html(report(findings=(alone,), documents=(entry("a.txt"),))))


def test_the_draft_is_shaded_by_what_became_of_it() -> None:
    link = r'<a class="noted" id="t\d+-\d+" href="#f-0b1c2d3e4f50">Petr Novak</a>'
    assert re.search(rf'<span class="agrees">Mayor {link} spoke\.</span>', PAGE)
    assert re.search(r'<span class="alone"><u class="alone" id="t\d+-\d+">Some 400</u> guests came\.', PAGE)
    supported = render_html(full_report(findings=()))
    assert '<u class="agrees" title="also in agency.md">Petr Novak</u>' in supported


def test_a_passage_leads_to_its_place_in_the_text_and_back() -> None:
    [target] = re.findall(r'href="#(t\d+-\d+)"><bdi>draft.md:1:90', PAGE)
    assert f'<a class="conflict" id="{target}" href="#f-3fa0c1d2e3f4">last August</a>' in PAGE


def test_what_is_found_nowhere_else_is_listed() -> None:
    assert (
        "Of 2 details to look for (names, dates, figures, quotations) 1 supported, 0 in conflict, 1 found nowhere else."
        in words(PAGE)
    )
    assert re.search(r'<a href="#t\d+-\d+">Some 400</a>', PAGE)
    assert "50 % of 2 details" in words(PAGE)


def test_a_date_conflict_has_a_timeline_that_is_told_in_words_too() -> None:
    [drawing] = re.findall(r"<svg.class=.timeline.*?</desc>", PAGE, re.DOTALL)
    assert "August 2023: draft.md. 2024: " in words(f"<body>{drawing}")
    other = finding(kind=Kind.NUMBER)
    assert "<svg" not in render_html(report(findings=(other,)))


def test_a_hundred_findings_and_what_became_of_ten_thousand_details_take_less_than_2_mb() -> None:
    def numbered(place: Evidence) -> Evidence:
        return replace(
            place, document=f"draft-{number:03}.md" if place.document == "draft.md" else place.document
        )

    documents, findings, details, claims = [*full_report().documents[1:]], [], [], []
    for number in range(200):
        documents.append(entry(f"draft-{number:03}.md", text=DRAFT * 20, title="The bridge is back"))
        for at in range(0, len(DRAFT) * 20, len(DRAFT) * 20 // 50):
            span, words = Span(at, at + 8), DRAFT[:8]
            standing = list(Standing)[at % 3]
            support = coverage().details[0].support if standing is Standing.AGREES else ()
            details.append(
                Detail(documents[-1].id, Kind.NAME, span, span, words, words, "", "", "", standing, support)
            )
            claims.append(ClaimStanding(documents[-1].id, Span(at, at + 40), span, standing))
        if number % 2:
            told = dates(id=f"{number:012}")
            positions = (replace(p, evidence=tuple(map(numbered, p.evidence))) for p in told.positions)
            findings.append(replace(told, positions=tuple(positions)))
    assert (len(findings), len(details) >= 10_000) == (100, True)
    covered = Coverage((), tuple(details), tuple(claims))
    page = render_html(report(documents=tuple(documents), findings=tuple(findings), coverage=covered))
    assert page.count("<article") == 300
    assert len(page.encode()) - sum(len(one.text.encode()) for one in documents) < 2_000_000


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_colour_stands_out_from_every_ground_that_it_is_on(scheme: int) -> None:
    block = STYLE.split(":root {")[scheme + 1].split("}")[0]
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block))
    on_paper = ["ink", "muted", "link", "error", "warning", "info", "good", "lone", "focus"]
    pairs = [(text, "paper") for text in on_paper]
    pairs += [("ink", ground) for ground in ("mark", "conflict", "noted", "agrees", "alone")]
    low = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}
