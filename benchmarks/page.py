"""The HTML report of many articles: how soon a browser shows it, and how much it adds to their texts."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from benchmarks.corpus import articles
from benchmarks.figures import Figure, median_of
from reconcile import Checker, Document
from reconcile.reports.html.page import render_html

_MOST = 2_000_000  # bytes beside the texts
_BARE = "<!doctype html><title>x</title>"


def page(quick: bool) -> Iterator[Figure]:
    """The page of 200 articles with 100 findings, opened in Chromium: seconds, and bytes beside the texts."""
    runs, count = (1, 20) if quick else (5, 200)
    documents = [Document(id=name, text=text) for name, text in articles(count)]
    report = Checker().check(documents, coverage=True)
    findings = report.findings[: count // 2]
    html = render_html(replace(report, findings=findings))
    beside = len(html.encode()) - sum(len(document.text.encode()) for document in documents)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        file = Path(folder, "page.html")
        least = median_of(lambda: _opening(browser, file, _BARE), runs)
        took = median_of(lambda: _opening(browser, file, html), runs)
        browser.close()
    parts = {
        "articles": str(count),
        "findings": str(len(findings)),
        "details": str(report.coverage.total.checkable if report.coverage else 0),
    }
    yield Figure(
        "opening the page ÷ a second",
        took,
        1,
        {**parts, "opened in": f"{took:.2f} s"},
        least,
        "an empty page",
    )
    yield Figure("the page beside its texts ÷ 2 MB", beside / _MOST, 1, {**parts, "bytes": f"{beside:,}"})


def _opening(browser: Browser, file: Path, html: str) -> float:
    """Seconds until a page has loaded and its script has run."""
    file.write_text(html, encoding="utf-8")
    window = browser.new_page()
    start = time.perf_counter()
    window.goto(file.as_uri())
    took = time.perf_counter() - start
    window.close()
    return took
