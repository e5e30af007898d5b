"""Laws of Markdown: hostile text is shown, and does nothing, in a CommonMark parser and in GitHub's own."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options
from hypothesis import given
from markdown_it import MarkdownIt

from reconcile.reports.gfm import code, escaped, strong
from reconcile.reports.markdown_report import render_markdown
from reconcile.reports.model import Report
from reconcile.reports.untrusted import visible
from tests.property.hostile import anything, hostile_reports

OURS = {"h2", "h3", "p", "strong", "code", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
LINKED = re.compile(r"[@#]\w|://|www\.|GH-\d|:[\w+-]*[^\W\d][\w+-]*:", re.IGNORECASE)


class Page(HTMLParser):
    """The tags of a page, and its text outside of code and in it."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = self.code = ""
        self.linked = False
        self.attributes: set[str] = set()
        self.in_code = False
        self.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.in_code = tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.in_code = False

    def handle_data(self, data: str) -> None:
        if self.in_code:
            self.code += data
        else:
            self.text += data
            self.linked |= bool(LINKED.search(data))  # code hosts look at each text node


@given(hostile_reports())
def test_github_shows_our_own_structure_and_nothing_of_theirs(report: Report) -> None:
    page = Page(render_markdown(report))
    assert set(page.tags) <= OURS
    assert page.attributes <= {"align"}
    assert page.tags.count("h2") == 1
    assert page.tags.count("h3") == len(report.findings)
    assert page.tags.count("tr") == (len(report.findings) + 1 if report.findings else 0)
    assert page.tags.count("td") == 4 * len(report.findings)
    assert not page.linked


@given(hostile_reports())
def test_a_commonmark_parser_reads_the_same_structure(report: Report) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [
        inner for token in parser.parse(render_markdown(report)) for inner in (token, *(token.children or ()))
    ]
    tags = {token.tag for token in tokens} - {""}
    assert tags <= OURS
    assert not {token.type for token in tokens} & {
        "html_block",
        "html_inline",
        "fence",
        "code_block",
        "image",
    }
    assert sum(token.type == "heading_open" and token.tag == "h3" for token in tokens) == len(report.findings)


@given(hostile_reports())
def test_every_finding_is_told_with_its_rule_and_its_number(report: Report) -> None:
    page = Page(render_markdown(report))
    assert all(finding.id in page.code for finding in report.findings)


@given(anything)
def test_escaped_text_is_shown_letter_by_letter(text: str) -> None:
    wanted = visible(text)
    assert Page(f"a {escaped(text)} z").text.replace("\u200b", "").strip() == f"a {wanted} z".strip()
    assert "".join(Page(strong(text)).text.split()).replace("\u200b", "") == "".join(wanted.split())
    assert Page(f"a {code(text)} z").code == wanted
