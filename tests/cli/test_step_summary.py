"""The summary of a job on GitHub Actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.cli import step_summary
from reconcile.errors import DeliveryError
from reconcile.reports.markdown_report import render_markdown
from tests.reports.examples import finding, report


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the runner names; this step has written a line there."""
    file = tmp_path / "summary.md"
    file.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv(step_summary.VARIABLE, str(file))
    return file


def test_the_report_is_added_to_what_the_step_has_said(summary: Path) -> None:
    step_summary.append(report())
    assert summary.read_text(encoding="utf-8") == "Before.\n" + render_markdown(report())


def test_elsewhere_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(step_summary.VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    step_summary.append(report())
    assert list(tmp_path.iterdir()) == []


def test_what_a_step_may_not_hold_is_cut_at_a_paragraph(
    summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_summary, "MOST", 1500)
    step_summary.append(report(findings=tuple(finding(id=f"{n:012}") for n in range(50))))
    content = summary.read_bytes()
    assert len(content) <= 1500
    told, cut = content.decode().removesuffix("\n").rsplit("\n\n", 1)
    assert cut == "The rest is cut: the summary of a step holds 1 MiB."
    assert render_markdown(report(findings=tuple(finding(id=f"{n:012}") for n in range(50)))).startswith(
        told.removeprefix("Before.\n") + "\n\n"
    )


def test_where_there_is_no_room_nothing_is_added(summary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step_summary, "MOST", 20)
    step_summary.append(report())
    assert summary.read_text(encoding="utf-8") == "Before.\n"


def test_a_summary_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(step_summary.VARIABLE, str(tmp_path))
    with pytest.raises(DeliveryError, match=f"GITHUB_STEP_SUMMARY {tmp_path} cannot be written"):
        step_summary.append(report())
