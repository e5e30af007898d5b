"""The report as CSV (RFC 4180): a fact-checker's source log, one row for each place where a source holds a value.

It begins with a byte order mark, without which Excel reads no UTF-8. No cell is read as a formula, even where `;` parts
the cells; passages stand on one line, so that rows can be sorted and filtered.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from reconcile.findings import Evidence, Finding, Position
from reconcile.reports.annotations import Problem, problems
from reconcile.reports.model import DocumentEntry, Report
from reconcile.reports.passages import passage
from reconcile.reports.telling import where
from reconcile.reports.untrusted import visible

COLUMNS: Final = (
    *("finding", "severity", "status", "kind", "relation", "rule", "subject", "message", "explanation"),
    *("value", "label", "document", "role", "published", "line", "column", "words", "passage", "same_as"),
    "decision",  # for the desk to fill in
)

# What a spreadsheet takes for a formula, at the start of a cell or of what a separator in it might make one
# (OWASP, CSV injection); the wide forms too, which Japanese editions read.
_FORMULA = re.compile(r"""(^|[,;|])([\s"']*)(?=[=+\-@＝＋－＠])""")

Row = dict[str, object]


def render_csv(report: Report) -> str:
    """A heading, a row for what was not checked, then the findings, worst first."""
    report = report.arranged()
    documents = {entry.id: entry for entry in report.documents}
    page = io.StringIO()
    page.write("\ufeff")
    writer = csv.DictWriter(page, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for row in (*map(_unchecked, problems(report)), *_rows(report, documents)):
        writer.writerow({column: cell(str(content)) for column, content in row.items()})
    return page.getvalue()


def cell(text: str) -> str:
    """`text` on one line, with an apostrophe before what would be a formula."""
    return _FORMULA.sub(r"\1\2'", visible(text))


def _unchecked(problem: Problem) -> Row:
    document = problem.document.id if problem.document else ""
    return {"severity": "error", "status": "not checked", "message": problem.message, "document": document}


def _rows(report: Report, documents: Mapping[str, DocumentEntry]) -> Iterator[Row]:
    for finding in report.findings:
        for position in finding.positions:
            for evidence in position.evidence:
                yield {**_finding(finding), **_position(position), **_evidence(evidence, documents)}


def _finding(finding: Finding) -> Row:
    silenced = finding.silenced
    return {
        "finding": finding.id,
        "severity": finding.severity,
        "status": silenced.how if silenced else "open",
        "kind": finding.kind,
        "relation": finding.relation,
        "rule": finding.rule,
        "subject": finding.subject,
        "message": finding.message,
        "explanation": finding.explanation,
        "decision": silenced.why if silenced else "",
    }


def _position(position: Position) -> Row:
    return {"value": position.value, "label": position.said}


def _evidence(evidence: Evidence, documents: Mapping[str, DocumentEntry]) -> Row:
    told = {"passage": passage(evidence, marked=True).plain, "same_as": evidence.same_as or ""}
    if evidence.withheld:
        return {**told, "document": where(evidence)}
    entry = documents.get(evidence.document)
    return {
        **told,
        "document": evidence.document,
        "role": entry.role if entry else "",
        "published": (entry.published if entry else None) or "",
        "line": evidence.line,
        "column": evidence.column,
        "words": evidence.text,
    }
