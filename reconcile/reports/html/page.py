"""The page: one file with its style and its script, which a policy in its head lets run, and nothing else.

Whatever the template prints goes through `visible_lines` and is then escaped; no text of others stands in a script.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reconcile.reports import telling
from reconcile.reports.html.timeline import timeline
from reconcile.reports.html.verdict import backers, listed, sureness
from reconcile.reports.html.view import View
from reconcile.reports.model import Report
from reconcile.reports.summary import counted
from reconcile.reports.untrusted import visible_lines


def render_html(report: Report) -> str:
    """The report as one HTML page that works offline; the same bytes for the same report."""
    style, script = _asset("style.css"), _asset("script.js")
    template = _environment().get_template("page.html")
    return template.render(
        view=View(report.arranged()), style=style, script=script, policy=_policy(style, script)
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reconcile.reports.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters.update(_FILTERS)
    return environment


_FILTERS = {
    "acceptance": telling.acceptance,
    "backers": backers,
    "counted": counted,
    "heading": telling.heading,
    "listed": listed,
    "other_wordings": telling.other_wordings,
    "quoted": telling.quoted,
    "shortened": telling.shortened,
    "sort_of": telling.sort_of,
    "sureness": sureness,
    "timeline": timeline,
    "where": telling.where,
}


def _shown(value: object) -> object:
    """A value as the template prints it; what is markup already has been through here."""
    return visible_lines(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> Markup:
    return Markup((files("reconcile.reports.html") / name).read_text("utf-8"))


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows this style and this script, and nothing else whatever."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
