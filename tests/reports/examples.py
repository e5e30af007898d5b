"""A report made by hand: two documents date one event differently, and spell one name in two ways."""

from __future__ import annotations

from reconcile.findings import Evidence, Finding, Kind, Position, Relation, Severity
from reconcile.reports.model import DocumentEntry, Report
from reconcile.text import Span

LONG = "The old bridge over the Vltava, under repair since the floods of 2002, reopened to trams last August."
SHORT = "The Vltava bridge reopened to trams in 2024."


def evidence(document: str, sentence: str, value: str, line: int = 1, offset: int = 0) -> Evidence:
    at = sentence.index(value)
    return Evidence(
        document=document,
        span=Span(offset + at, offset + at + len(value)),
        text=value,
        line=line,
        column=at + 1,
        claim=Span(offset, offset + len(sentence)),
        claim_text=sentence,
    )


def finding(**changes: object) -> Finding:
    settings: dict[str, object] = {
        "id": "3fa0c1d2e3f4",
        "rule": "event-date",
        "kind": Kind.DATE,
        "relation": Relation.CONFLICT,
        "severity": Severity.ERROR,
        "confidence": 0.9,
        "subject": "Vltava bridge reopened",
        "message": "Vltava bridge reopened: 2023-08 or 2024",
        "explanation": "“last August” in an article of 5 June 2024 is August 2023, outside 2024.",
        "positions": (
            Position("2024", (evidence("b.txt", SHORT, "in 2024", line=3, offset=100),)),
            Position("2023-08", (evidence("a.txt", LONG, "last August"),)),
        ),
    }
    return Finding(**{**settings, **changes})  # type: ignore[arg-type]


def spelling(**changes: object) -> Finding:
    settings: dict[str, object] = {
        "id": "0b1c2d3e4f50",
        "rule": "name-spelling",
        "kind": Kind.NAME,
        "relation": Relation.VARIANT,
        "severity": Severity.WARNING,
        "subject": "Petr Novák",
        "message": "one name in two spellings",
        "explanation": "An accent differs.",
        "positions": (
            Position("Petr Novak", (evidence("a.txt", "Mayor Petr Novak spoke.", "Petr Novak", line=7),)),
            Position("Petr Novák", (evidence("b.txt", "Petr Novák spoke.", "Petr Novák", line=9),)),
        ),
    }
    return finding(**{**settings, **changes})


def entry(id: str, **changes: object) -> DocumentEntry:
    settings: dict[str, object] = {
        "path": id,
        "role": "checked",
        "published": "2024-06-05",
        "published_from": "dateline",
        "claims": 20,
    }
    return DocumentEntry(id=id, **{**settings, **changes})  # type: ignore[arg-type]


def report(**changes: object) -> Report:
    settings: dict[str, object] = {
        "tool_version": "0.1.0",
        "model_name": "tiny",
        "model_sha256": "53aa",
        "documents": (entry("b.txt", published=None, published_from=None), entry("a.txt")),
        "findings": (spelling(), finding()),
    }
    return Report(**{**settings, **changes})  # type: ignore[arg-type]
