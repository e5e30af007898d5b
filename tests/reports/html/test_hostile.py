"""Text that means harm, in the browser: it makes no element, opens nothing, runs nothing, and asks for nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Route

from reconcile.coverage import ClaimStanding, Coverage, Detail, Passage, Standing
from reconcile.findings import Evidence, Kind, Position
from reconcile.reports.html.page import render_html
from reconcile.reports.model import Report
from tests.property.hostile import ATTACKS, hostile_reports
from tests.reports.examples import entry, finding, report, spelling
from tests.reports.html.examples import full_report

ADDRESS = "http://report.test/"
HARMLESS = str.maketrans(dict.fromkeys("<>&\"'`", "x"))
# Every element with the names of its attributes, and all that a text could have smuggled into one of them.
CENSUS = """[...document.querySelectorAll('*')].map(element =>
    [element.namespaceURI.slice(-4), element.localName, ...element.getAttributeNames().sort()].join(' '))"""
SCHEMES = (
    """[...document.querySelectorAll('[href]')].filter(a => !a.getAttribute('href').startsWith('#')).length"""
)


@st.composite
def shown_reports(draw: st.DrawFn) -> Report:
    """Hostile reports whose evidence and coverage lie in the texts that the page shows."""
    told = draw(hostile_reports())
    found = [
        replace(
            one,
            positions=tuple(
                replace(p, evidence=tuple(map(_at_the_start, p.evidence))) for p in one.positions
            ),
        )
        for one in told.findings
    ]
    places = [e for one in found for p in one.positions for e in p.evidence]
    return replace(told, findings=tuple(found), coverage=_coverage(places))


def _at_the_start(evidence: Evidence) -> Evidence:
    back = -evidence.claim.start
    return replace(evidence, span=evidence.span.shifted(back), claim=evidence.claim.shifted(back))


def _coverage(places: list[Evidence]) -> Coverage:
    standings = [list(Standing)[number % len(Standing)] for number in range(len(places))]
    return Coverage(
        documents=tuple({place.document: None for place in places}),
        details=tuple(
            Detail(e.document, Kind.NAME, e.span, e.claim, e.text, e.text, "", "", "", s, _support(e))
            for e, s in zip(places, standings, strict=True)
        ),
        claims=tuple(
            ClaimStanding(e.document, e.claim, e.claim, s) for e, s in zip(places, standings, strict=True)
        ),
    )


def _support(evidence: Evidence) -> tuple[Passage, ...]:
    return (Passage(evidence.document, evidence.span, evidence.claim),)


def harmless(value: Any) -> Any:
    """The same report without the characters that mean something to HTML."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value.translate(HARMLESS)
    if isinstance(value, tuple):
        return tuple(map(harmless, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: harmless(getattr(value, field.name)) for field in fields(value)})
    return value


def census(browser: Browser, html: str) -> Counter[str]:
    """What elements a page has, apart from the marks that hang on its words. Nothing else may come of opening it."""
    complaints: list[str] = []

    def answer(route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=html.encode(), content_type="text/html; charset=utf-8")
        else:
            complaints.append(f"request: {route.request.url}")
            route.abort()

    context = browser.new_context()
    page = context.new_page()
    page.route("**/*", answer)
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("dialog", lambda dialog: complaints.append("dialog"))
    page.goto(ADDRESS)
    found, outward = Counter(page.evaluate(CENSUS)), page.evaluate(SCHEMES)
    context.close()
    assert (complaints, outward) == ([], 0)
    del found["html mark"]
    return found


def everything_in_every_place() -> Report:
    """A report in which every text is every attack at once."""
    all_at_once = " ".join(ATTACKS)
    telling = replace(
        finding(),
        **dict.fromkeys(("rule", "subject", "message", "explanation"), all_at_once),  # type: ignore[arg-type]
    )
    positions = tuple(Position(all_at_once, p.evidence, all_at_once) for p in telling.positions)
    documents = [entry(f"{name}{all_at_once}", title=all_at_once, text=all_at_once) for name in "ab"]
    return report(
        documents=(*documents, entry("c", problems=(all_at_once,))),
        findings=(replace(telling, positions=positions), spelling()),
        model_name=all_at_once,
        tool_version=all_at_once,
    )


@settings(max_examples=6)
@given(shown_reports())
@example(everything_in_every_place())
def test_hostile_text_makes_the_page_that_harmless_text_makes(browser: Browser, told: Report) -> None:
    assert census(browser, render_html(told)) == census(browser, render_html(harmless(told)))


def test_the_census_sees_what_gets_past_the_escaping(browser: Browser) -> None:
    html = render_html(full_report())
    assert census(browser, html.replace("</h1>", "</h1><b title='x'>x</b>")) - census(
        browser, html
    ) == Counter({"html b title": 1})


@given(shown_reports())
def test_the_page_is_the_same_for_the_same_report_and_holds_no_character_that_commands(told: Report) -> None:
    html = render_html(told)
    assert render_html(replace(told, documents=told.documents[::-1], findings=told.findings[::-1])) == html
    html.encode("utf-8")
    assert not {c for c in html if c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2028\x00\x1b\x9b"}
