"""The page as a reader has it: in a browser, from a file, with nothing else at hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from reconcile.reports.html.page import render_html
from tests.reports.examples import entry, finding, report
from tests.reports.html.conftest import Opener
from tests.reports.html.examples import dates, full_report, names, quotation

ALL = ["3fa0c1d2e3f4", "0b1c2d3e4f50", "0b0b0b0b0b0b", "77aa77aa77aa"]  # worst first
SIDEWAYS = "document.documentElement.scrollWidth"


def shown(page: Page) -> list[str]:
    """The ids of the findings in sight."""
    return page.eval_on_selector_all(
        ".finding", "cards => cards.filter(card => card.checkVisibility()).map(card => card.id.slice(2))"
    )


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


def count(page: Page, name: str, value: str) -> str:
    """The number that stands behind a box of the filters."""
    return page.inner_text(f"label:has(input[name={name}][value={value}]) .count")


def test_the_findings_are_shown_worst_first(opened: Opener) -> None:
    page = opened(full_report()).page
    assert sorted(shown(page)) == sorted(ALL)
    assert shown(page)[0] == "3fa0c1d2e3f4"
    assert page.inner_text("#shown") == "All 4 shown."


def test_filters_work_with_the_mouse_and_counts_follow(opened: Opener) -> None:
    page = opened(full_report()).page
    assert count(page, "kind", "name") == "2"
    page.get_by_label("error").check()
    assert shown(page) == ["3fa0c1d2e3f4"]
    assert page.inner_text("#shown") == "1 of 4 shown."
    assert (count(page, "kind", "name"), count(page, "severity", "warning")) == ("0", "2")
    page.get_by_label("warning").check()
    assert len(shown(page)) == 3
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#shown")).to_have_text("All 4 shown.")
    assert len(shown(page)) == 4


def test_filters_work_with_the_keyboard(opened: Opener) -> None:
    page = opened(full_report()).page
    page.focus("input[name=kind][value=quote-wording]")
    page.keyboard.press("Space")
    assert shown(page) == ["77aa77aa77aa"]
    page.keyboard.press("/")
    assert focused(page) == "words"
    page.keyboard.type("no such word")
    assert shown(page) == []
    page.keyboard.press("Escape")
    assert shown(page) == ["77aa77aa77aa"]


def test_one_source_can_be_picked(opened: Opener) -> None:
    page = opened(full_report()).page
    page.select_option("#source", label="copy.md (2)")
    assert set(shown(page)) == {"3fa0c1d2e3f4", "77aa77aa77aa"}


def test_where_nothing_matches_the_page_says_so_and_offers_a_way_back(opened: Opener) -> None:
    page = opened(full_report()).page
    assert not page.is_visible("#nothing")
    page.fill("#words", "no such word")
    assert page.is_visible("#nothing")
    page.click("#clear-all")
    assert not page.is_visible("#nothing")
    assert len(shown(page)) == 4


def test_the_address_keeps_the_filters(opened: Opener) -> None:
    page = opened(full_report()).page
    page.get_by_label("warning").check()
    page.fill("#words", "Novák")
    fragment = page.evaluate("location.hash")
    again = opened(full_report(), fragment).page
    assert shown(again) == shown(page) and len(shown(again)) == 2
    assert again.input_value("#words") == "Novák"
    again.fill("#words", "")
    again.get_by_label("warning").uncheck()
    assert again.evaluate("location.href").endswith("report.html")


def test_an_address_that_asks_for_what_is_not_there_shows_everything(opened: Opener) -> None:
    assert len(shown(opened(full_report(), "#severity=<b>&kind=&source=99&constructor=1").page)) == 4


def test_a_link_to_a_finding_that_is_filtered_out_shows_it(opened: Opener) -> None:
    page = opened(full_report()).page
    page.get_by_label("info").check()
    page.click(".lines a.conflict")
    expect(page.locator("#f-3fa0c1d2e3f4")).to_be_focused()
    assert "3fa0c1d2e3f4" in shown(page)


def test_keys_step_through_the_findings_in_sight_and_can_be_turned_off(opened: Opener) -> None:
    page = opened(full_report()).page
    page.get_by_label("warning").check()
    page.get_by_label("warning").blur()
    first, second = (f"f-{id}" for id in shown(page))
    for key, wanted in (("j", first), ("j", second), ("j", second), ("k", first)):
        page.keyboard.press(key)
        assert focused(page) == wanted
    page.uncheck("#keys")
    page.keyboard.press("j")
    assert focused(page) == "keys"


def test_the_first_stop_of_the_tabulator_skips_to_the_findings(opened: Opener) -> None:
    page = opened(full_report()).page
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert focused(page) == "findings"


def test_the_line_that_accepts_a_finding_is_selected_and_copied(opened: Opener) -> None:
    page = opened(full_report(), permissions=["clipboard-read", "clipboard-write"]).page
    page.click("#f-3fa0c1d2e3f4 .about summary")
    page.click("#f-3fa0c1d2e3f4 .copy")
    expect(page.locator(".copy").first).to_have_text("Copied")
    assert page.evaluate("String(getSelection())") == 'accept = [{id = "3fa0c1d2e3f4", why = "…"}]'


def test_without_a_script_everything_is_there_but_the_filters(opened: Opener) -> None:
    page = opened(full_report(), java_script_enabled=False).page
    assert page.locator(".finding:visible").count() == 4
    assert not page.is_visible("#filters") and not page.is_visible(".copy")
    page.click("#f-3fa0c1d2e3f4 .about summary")
    assert page.is_visible('text=accept = [{id = "3fa0c1d2e3f4"')


def test_on_paper_everything_is_unfolded_and_nothing_is_filtered(opened: Opener) -> None:
    page = opened(full_report()).page
    page.get_by_label("error").check()
    page.emulate_media(media="print")
    assert len(shown(page)) == 4
    assert not page.is_visible("#filters") and not page.is_visible(".skips")
    folded = "all => all.filter(one => !one.querySelector(':scope > :not(summary)').getClientRects().length).length"
    assert page.eval_on_selector_all("details", folded) == 0
    assert page.evaluate("getComputedStyle(document.querySelector('figure')).breakInside") == "avoid"
    page.emulate_media(media="screen")
    assert page.eval_on_selector_all("details", folded) > 0


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(253, 252, 249)"), ("dark", "rgb(23, 24, 27)")])
def test_the_page_follows_the_reader_into_the_dark(opened: Opener, scheme: str, ground: str) -> None:
    page = opened(full_report(), color_scheme=scheme).page
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == ground


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window(opened: Opener, width: int) -> None:
    wide = "W" * 400
    documents = (entry(f"{wide}.md", text=f"{wide} {wide}", title=wide), entry("b.txt"))
    told = finding(subject=wide, message=wide, rule=wide, id=wide, explanation=wide)
    page = opened(
        full_report(
            findings=(dates(), names(), quotation(), told), documents=(*full_report().documents, *documents)
        ),
        viewport={"width": width, "height": 800},
    ).page
    for folded in page.locator("summary").all():
        folded.click()
    assert page.evaluate(SIDEWAYS) == width


def test_two_positions_stand_beside_each_other_where_there_is_room_and_else_below(opened: Opener) -> None:
    def tops(width: int) -> list[float]:
        page = opened(report(), viewport={"width": width, "height": 800}).page
        boxes = [position.bounding_box() for position in page.locator(".finding >> nth=0 >> .position").all()]
        return [box["y"] for box in boxes if box]

    beside, below = tops(1280), tops(360)
    assert beside[0] == beside[1]
    assert below[0] < below[1]


@pytest.mark.parametrize(
    "injected",
    [
        "<img src='data:,' onerror='window.hit = 1'>",
        "<script>window.hit = 1</script>",
        "<svg onload='window.hit = 1'></svg>",
        "<iframe srcdoc='<script>parent.hit = 1</script>'></iframe>",
        "<a id='bait' href='javascript:window.hit = 1'>x</a>",
        "<p style='position: fixed'></p>",
    ],
)
def test_the_policy_stops_what_would_get_past_the_escaping(opened: Opener, injected: str) -> None:
    page = opened(render_html(report()).replace("</h1>", f"</h1>{injected}"))
    if page.page.locator("#bait").count():
        page.page.click("#bait")
    page.page.wait_for_timeout(100)
    assert page.page.evaluate("window.hit") is None
    assert page.page.evaluate(
        "document.querySelector('p[style]')?.computedStyleMap().get('position')?.value"
    ) in (
        None,
        "static",
    )
    assert any("Content Security Policy" in complaint for complaint in page.complaints)
    page.complaints.clear()
