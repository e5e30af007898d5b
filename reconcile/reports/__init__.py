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
    "json": _renderer("json_report", "render_json"),
    "html": _renderer("html.page", "render_html"),
}

SHADED = ("html",)  # formats that show texts, and what became of each claim
