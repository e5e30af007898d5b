"""The report as JSON Lines, for streams: the run on the first line, then one finding a line, worst first.

The fields are those of `json`; `json_schema` says what a line may be.
"""

from __future__ import annotations

import json
from typing import Final

from reconcile.reports.json_report import Part, finding_part, run_part
from reconcile.reports.model import Report
from reconcile.reports.untrusted import encodable

# At these too some readers end a line; JSON escapes the others.
_LINE_ENDS: Final = {end: f"\\u{end:04x}" for end in (0x85, 0x2028, 0x2029)}


def render_jsonl(report: Report) -> str:
    """One JSON object a line."""
    report = report.arranged()
    return "".join(map(_line, (run_part(report), *map(finding_part, report.findings))))


def _line(part: Part) -> str:
    return encodable(json.dumps(part, ensure_ascii=False)).translate(_LINE_ENDS) + "\n"
