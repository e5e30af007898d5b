import csv
import io
from dataclasses import replace

import pytest

from reconcile.findings import Position, Silence, Silenced
from reconcile.reports.csv_report import COLUMNS, cell, render_csv
from reconcile.reports.model import Report
from tests.reports.examples import LONG, SHORT, entry, evidence, finding, report


def rows(of: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(of).removeprefix("\ufeff"), newline="")))


def test_each_place_has_a_row_and_the_last_column_is_the_desks() -> None:
    first, second = rows(report(findings=(finding(),)))
    assert first == {
        "finding": "3fa0c1d2e3f4",
        "severity": "error",
        "status": "open",
        "kind": "date",
        "relation": "conflict",
        "rule": "event-date",
        "subject": "Vltava bridge reopened",
        "message": "Vltava bridge reopened: 2023-08 or 2024",
        "explanation": "“last August” in an article of 5 June 2024 is August 2023, outside 2024.",
        "value": "2023-08",
        "label": "2023-08",
        "document": "a.txt",
        "role": "checked",
        "published": "2024-06-05",
        "line": "1",
        "column": "90",
        "words": "last August",
        "passage": LONG.replace("last August", "»last August«"),
        "same_as": "",
        "decision": "",
    }
    assert (second["document"], second["published"], second["words"]) == ("b.txt", "", "in 2024")


def test_spreadsheets_are_told_that_it_is_utf_8_and_lines_end_as_in_rfc_4180() -> None:
    page = render_csv(report()).encode("utf-8")
    assert page.startswith(b"\xef\xbb\xbf" + b'"finding",')
    assert page.count(b"\r\n") == page.count(b"\n") == 5


def test_a_silenced_finding_has_its_status_and_what_the_desk_decided() -> None:
    accepted = finding(silenced=Silenced(Silence.ACCEPTED, "the author knows"))
    assert {(row["status"], row["decision"]) for row in rows(report(findings=(accepted,)))} == {
        ("accepted", "the author knows")
    }


def test_copies_of_one_wire_story_name_the_one_that_speaks_for_them() -> None:
    told = evidence("a.txt", SHORT, "in 2024")
    copy = replace(told, document="c.txt", same_as="a.txt")
    found = finding(positions=(Position("2024", (told, copy)),))
    assert [row["same_as"] for row in rows(report(findings=(found,)))] == ["", "a.txt"]


def test_a_confidential_source_is_its_alias_alone() -> None:
    hidden = replace(evidence("source-1", "x", "x"), withheld=True)
    [row] = rows(report(findings=(finding(positions=(Position("2024", (hidden,)),)),)))
    assert row["document"] == "a confidential source (source-1)"
    assert row["passage"] == "(its words are withheld)"
    assert {row[name] for name in ("role", "published", "line", "column", "words")} == {""}


def test_what_was_not_checked_comes_first() -> None:
    entries = (entry("a.txt", claims=0), entry("c.txt", claims=0, problems=("is empty",)))
    told = rows(report(documents=entries))[:2]
    assert [(row["status"], row["document"], row["message"]) for row in told] == [
        ("not checked", "c.txt", "Not checked: c.txt (is empty)"),
        ("not checked", "", "No document gave a claim, so nothing was compared."),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        (" +1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("＝1", "'＝1"),
        ("x;=1", "x;'=1"),
        ('x","=1', 'x","\'=1'),
        ("1 - 1 = 0, as he said; no", "1 - 1 = 0, as he said; no"),
        ("two\nlines", "two lines"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_no_cell_is_read_as_a_formula(text: str, shown: str) -> None:
    assert cell(text) == shown


def test_columns_are_named_once() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
