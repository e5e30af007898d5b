"""A report with everything that the page can show: texts, tiers, copies, a confidential source, coverage."""

from __future__ import annotations

from dataclasses import replace

from reconcile.coverage import ClaimStanding, Coverage, Detail, Passage, Standing
from reconcile.findings import Evidence, Finding, Kind, Position, Relation, Severity, Silence, Silenced
from reconcile.reports.model import Report
from reconcile.text import Span
from tests.reports.examples import LONG, SHORT, entry, evidence, finding, report, spelling

NOVAK = "Mayor Petr Novak spoke."
DRAFT = f"{LONG}\n\n{NOVAK}\nSome 400 guests came.\n"
AGENCY = f"An agency's line.\n\n{SHORT}\n"


def draft(sentence: str, value: str) -> Evidence:
    """A place in the draft."""
    offset = DRAFT.index(sentence)
    return evidence("draft.md", sentence, value, line=DRAFT[:offset].count("\n") + 1, offset=offset)


def agency(document: str = "agency.md") -> Evidence:
    return evidence(document, SHORT, "in 2024", line=3, offset=AGENCY.index(SHORT))


WITHHELD = Evidence("confidential-a1b2c3", Span(0, 0), "", 1, 1, Span(0, 0), "", withheld=True)
COPY = replace(agency("copy.md"), same_as="agency.md")


def dates(**changes: object) -> Finding:
    positions = (
        Position("2024", (agency(), COPY), "2024"),
        Position("2023-08", (draft(LONG, "last August"),), "August 2023"),
        Position("2022/..", (WITHHELD,), "since 2022"),
    )
    return finding(positions=positions, message="Vltava bridge reopened — August 2023 or 2024", **changes)


def names(**changes: object) -> Finding:
    positions = (
        Position("Petr Novak", (draft(NOVAK, "Petr Novak"),)),
        Position("Petr Novák", (evidence("agency.md", "Petr Novák spoke.", "Petr Novák", line=9),)),
    )
    return spelling(positions=positions, **changes)


def quotation() -> Finding:
    ours, theirs = "We will never close the bridge.", "We shall never close this bridge."
    positions = (
        Position(ours, (evidence("copy.md", ours, ours),)),
        Position(theirs, (evidence("agency.md", theirs, theirs, line=2),)),
    )
    return finding(
        id="77aa77aa77aa",
        rule="quote-wording",
        kind=Kind.QUOTE_WORDING,
        relation=Relation.VARIANT,
        severity=Severity.INFO,
        subject="“We will never close…”",
        message="“We will never close…” is quoted in two wordings",
        positions=positions,
    )


def coverage() -> Coverage:
    sentence = "Some 400 guests came."
    at, name = DRAFT.index(sentence), DRAFT.index("Petr Novak")
    guests, mayor = Span(at, at + len(sentence)), Span(DRAFT.index(NOVAK), DRAFT.index(NOVAK) + len(NOVAK))
    details = (
        Detail("draft.md", Kind.NAME, Span(name, name + 10), mayor, "Petr Novak", "petr novak", "", "", ""),
        Detail("draft.md", Kind.NUMBER, Span(at, at + 8), guests, "Some 400", "400", "", "", ""),
    )
    support = (Passage("agency.md", Span(0, 2), Span(0, 17)),)
    return Coverage(
        documents=("draft.md",),
        details=(replace(details[0], standing=Standing.AGREES, support=support), details[1]),
        claims=(
            ClaimStanding("draft.md", mayor, mayor, Standing.AGREES),
            ClaimStanding("draft.md", guests, guests, Standing.ALONE),
        ),
    )


def full_report(**changes: object) -> Report:
    accepted = replace(
        names(), id="0b0b0b0b0b0b", silenced=Silenced(Silence.ACCEPTED, "It stands so in his passport.")
    )
    settings: dict[str, object] = {
        "documents": (
            entry("draft.md", text=DRAFT, title="The bridge is back"),
            entry("agency.md", role="source", text=AGENCY, tier=2, published="2024-07-01"),
            entry("copy.md", role="source", text=AGENCY, published=None),
            entry("confidential-a1b2c3", path=None, role="source", published=None, confidential=True),
            entry("notes.md", role="source", claims=0, problems=("is in French, which is not supported",)),
        ),
        "findings": (dates(), names(), quotation(), accepted),
        "silenced": (accepted,),
        "coverage": coverage(),
        "skipped": 1,
        **changes,
    }
    return report(**settings)
