"""The browser in which the page is tried."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reconcile.reports.html.page import render_html
from reconcile.reports.model import Report

CHROMIUM = "chromium"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which(CHROMIUM)
    if executable is None:
        missing = "No Chromium is installed, so the HTML report was not tried in a browser: apt-get install chromium."
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page in the browser, and what it did that it should not."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> Opened:
        self.page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        self.page.goto(self.url)
        return self

    def _note(self, url: str) -> None:
        if url.partition("#")[0] != self.url.partition("#")[0]:
            self.complaints.append(f"request: {url}")


Opener = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a report, or the HTML of one, from a file as a desk does, and in the end asks that nothing went wrong."""
    pages: list[Opened] = []

    def opened(report: Report | str, fragment: str = "", **settings: Any) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(report if isinstance(report, str) else render_html(report), encoding="utf-8")
        page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings}).new_page()
        pages.append(Opened(page, f"{file.as_uri()}{fragment}").watch())
        return pages[-1]

    yield opened
    for one in pages:
        one.page.context.close()
    assert [complaint for one in pages for complaint in one.complaints] == []
