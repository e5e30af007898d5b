"""The report as JSON Lines, for streams: the run on the first line, then one finding a line, worst first.

The fields are those of `json`; `json_schema` says what a line may be.
"""

from __future__ import annotations

from reconcile.reports.json_report import Part, finding_part, run_part
from reconcile.reports.model import Report
from reconcile.reports.untrusted import as_json


def render_jsonl(report: Report) -> str:
    """One JSON object a line."""
    report = report.arranged()
    return "".join(map(_line, (run_part(report), *map(finding_part, report.findings))))


def _line(part: Part) -> str:
    return as_json(part, indent=None)
