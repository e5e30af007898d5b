"""Reports: what a run found, and one renderer a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reconcile.reports.json_report import render_json, report_schema
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.summary import summary
from reconcile.reports.text_report import plain, print_finding, print_text, render_text

Renderer = Callable[[Report], str]

FORMATS: Mapping[str, Renderer] = {"text": render_text, "json": render_json}

__all__ = [
    "FORMATS",
    "DocumentEntry",
    "Renderer",
    "Report",
    "plain",
    "print_finding",
    "print_text",
    "render_json",
    "render_text",
    "report_schema",
    "summary",
]
