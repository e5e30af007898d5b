"""Reports: what a run found, and one renderer a format. A renderer brings its libraries when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from reconcile.reports.model import Report

Renderer: TypeAlias = "Callable[[Report], str]"


def _renderer(module: str, name: str) -> Renderer:
    def render(report: Report) -> str:
        renderer = cast("Renderer", getattr(import_module(f"{__name__}.{module}"), name))
        return renderer(report)

    return render


FORMATS: Mapping[str, Renderer] = {
    "text": _renderer("text_report", "render_text"),
    "concise": _renderer("concise_report", "render_concise"),
    "json": _renderer("json_report", "render_json"),
    "jsonl": _renderer("jsonl_report", "render_jsonl"),
    "sarif": _renderer("sarif_report", "render_sarif"),
    "github": _renderer("github_report", "render_github"),
    "gitlab": _renderer("gitlab_report", "render_gitlab"),
    "rdjson": _renderer("rdjson_report", "render_rdjson"),
    "junit": _renderer("junit_report", "render_junit"),
    "markdown": _renderer("markdown_report", "render_markdown"),
    "csv": _renderer("csv_report", "render_csv"),
    "claimreview": _renderer("claimreview_report", "render_claimreview"),
    "html": _renderer("html.page", "render_html"),
}

# What files of a format are usually called, where that is not its name.
SUFFIXES: Mapping[str, str] = {
    "text": "txt",
    "concise": "txt",
    "github": "txt",
    "gitlab": "json",
    "junit": "xml",
    "markdown": "md",
    "claimreview": "jsonld",
}

SHADED = ("html",)  # formats that show texts, and what became of each claim
