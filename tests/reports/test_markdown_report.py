from dataclasses import replace

from reconcile.findings import Position, Silence, Silenced
from reconcile.reports.markdown_report import render_markdown
from tests.reports.examples import LONG, entry, evidence, finding, report, spelling

WHOLE = """\
## Reconcile: 1 error

2 documents, 40 claims, 1 finding: 1 error.

| | Severity | Finding | Where |
|---:|---|---|---|
| 1 | error | date conflict: Vltava bridge reopened: 2023-08 or 2024 | a.txt:1:90, b.txt:3:37 |

### 1. error date conflict: Vltava bridge reopened: 2023-08 or 2024

**2023-08**

`a.txt:1:90`, published 2024-06-05:

> The old bridge over the Vltava, under repair since the floods of 2002, reopened to trams **last August**.

**2024**

`b.txt:3:37`, no publication date:

> The Vltava bridge reopened to trams **in 2024**.

“last August” in an article of 5 June 2024 is August 2023, outside 2024.

Rule `event-date`, finding `3fa0c1d2e3f4`
"""


def test_each_finding_stands_in_the_table_and_under_its_own_heading() -> None:
    assert render_markdown(report(findings=(finding(),))) == WHOLE


def test_the_worst_finding_comes_first() -> None:
    headings = [line for line in render_markdown(report()).splitlines() if line.startswith("### ")]
    assert [line.split()[2] for line in headings] == ["error", "warning"]


def test_copies_of_one_wire_story_are_one_voice() -> None:
    told = evidence("a.txt", LONG, "last August")
    copy = replace(told, document="c.txt", same_as="a.txt")
    text = render_markdown(report(findings=(finding(positions=(Position("2023-08", (told, copy)),)),)))
    assert text.count("> The old bridge") == 1
    assert "also in: `c.txt:1:90`" in text


def test_a_silenced_finding_is_marked_and_counts_for_nothing() -> None:
    accepted = finding(silenced=Silenced(Silence.ACCEPTED, "the author knows"))
    text = render_markdown(report(findings=(accepted, spelling()), silenced=(accepted,)))
    assert text.startswith("## Reconcile: 1 warning\n")
    assert "### 1. error (accepted) date conflict: " in text
    assert "accepted: the author knows" in text


def test_what_was_not_checked_is_in_the_heading_and_under_it() -> None:
    unread = entry("c.txt", claims=0, problems=("is empty",))
    text = render_markdown(report(documents=(entry("a.txt"), unread), findings=()))
    assert text == (
        "## Reconcile: the check is incomplete; no findings\n\n"
        "2 documents, 20 claims, no findings. Not checked: c.txt (is empty).\n"
    )


def test_a_confidential_source_has_no_place_and_no_words() -> None:
    place = replace(evidence("source-1", "x", "x"), withheld=True)
    text = render_markdown(report(findings=(finding(positions=(Position("2024", (place,)),)),)))
    assert "`a confidential source (source-1)`, date withheld:\n\n> (its words are withheld)" in text
