"""Reports made of text that means harm: what a page, a terminal, a spreadsheet or a code host would act upon."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from reconcile.findings import Evidence, Finding, Kind, Position, Relation, Severity, Silence, Silenced
from reconcile.reports.model import DocumentEntry, Report
from reconcile.text import Span
from tests.reports.examples import entry

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><!--",
    '" onmouseover="alert(1)',
    "<img src=x onerror=alert(1)>",
    "</textarea></style></title>",
    "&lt;b&gt;&amp;",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](https://example.org/spy.png)",
    "[",
    "](1)",
    "{0} {{1}}",
    "**bold** _it_ `code` ``` ~~~ | # > - 1. <b>",
    "\n# heading\n\n---\n| a | b |\n",
    "@desk #12 GH-3 :tada: https://example.org www.example.org a@example.org",
    "1. item",
    "- [ ] task",
    "===",
    "::error::own",
    "\n::set-output name=x::y",
    "%0A::warning::own%25",
    "##[command]own",
    "::stop-commands::own",
    '=HYPERLINK("https://example.org","x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    '","=1+1',
    ";=1+1",
    "\uff1d1+1",
    "##vso[task.complete]",
    "\t=1+1",
    "\r=1+1",
    "\x1b[31mred\x1b]8;;https://example.org\x07link\x1b]8;;\x07",
    "\x9b31m",
    "\x00\x07\x08",
    "\u202ereversed\u202c",
    "\u2066isolated\u2069",
    "\u2028line\u2029",
    "\ud800 lone \udfff",
    "\ufffe\uffff",
    "]]>",
    "<![CDATA[",
    "&xxe;",
    "{{7*7}} {% raw %} ${x}",
    "\\",
    "'\"`",
    "🧨 e\u0301",
)

harmless = st.text(st.characters(), max_size=40)  # lone surrogates and control characters too
anything = st.one_of(
    harmless, st.sampled_from(ATTACKS), st.builds("{}{}".format, harmless, st.sampled_from(ATTACKS))
)


@st.composite
def places(draw: st.DrawFn) -> Evidence:
    before, value, after = draw(anything), draw(anything), draw(anything)
    offset = draw(st.integers(0, 10**6))
    span = Span(offset + len(before), offset + len(before) + len(value))
    sentence = before + value + after
    claim = Span(offset, offset + len(sentence))
    document = draw(st.sampled_from(["a.txt", "b.txt", "c.txt"]))
    return Evidence(
        document, span, value, draw(st.integers(1, 99)), draw(st.integers(1, 99)), claim, sentence
    )


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.document, evidence.start, evidence.end


held = st.lists(places(), min_size=1, max_size=4, unique_by=_place).map(tuple)
positions = st.builds(Position, anything, held, anything)
several = st.lists(positions, min_size=1, max_size=3, unique_by=lambda position: position.value).map(tuple)
findings = st.builds(
    Finding,
    id=st.uuids().map(lambda uuid: uuid.hex[:12]),
    rule=anything,
    kind=st.sampled_from(Kind),
    relation=st.sampled_from(Relation),
    severity=st.sampled_from(Severity),
    confidence=st.floats(0, 1),
    subject=anything,
    message=anything,
    explanation=anything,
    positions=several,
    silenced=st.none() | st.builds(Silenced, st.sampled_from(Silence), anything),
)


@st.composite
def hostile_reports(draw: st.DrawFn) -> Report:
    """A report whose every text is hostile, its documents' ids, paths, titles and problems too."""
    names = {name: f"{name}{draw(anything)}" for name in ("a.txt", "b.txt", "c.txt")}
    entries = tuple(draw(_entries(name)) for name in names.values())
    found = draw(st.lists(findings, max_size=3, unique_by=lambda finding: finding.id))
    return Report(
        tool_version=draw(anything),
        model_name=draw(st.none() | anything),
        model_sha256=None,
        documents=entries,
        findings=tuple(_renamed(finding, names) for finding in found),
    )


@st.composite
def _entries(draw: st.DrawFn, name: str) -> DocumentEntry:
    role = draw(st.sampled_from(["checked", "source", "reference"]))
    return entry(
        name,
        path=None if role == "reference" else draw(st.none() | st.just(name)),
        role=role,
        title=draw(anything),
        text=draw(anything),
        problems=draw(st.lists(anything, max_size=1).map(tuple)),
    )


def _renamed(finding: Finding, names: dict[str, str]) -> Finding:
    positions = (
        replace(p, evidence=tuple(replace(e, document=names[e.document]) for e in p.evidence))
        for p in finding.positions
    )
    return replace(finding, positions=tuple(positions))
