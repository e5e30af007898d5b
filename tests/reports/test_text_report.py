import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from reconcile.findings import Kind, Position, Relation, Severity
from reconcile.reports.model import Report
from reconcile.reports.text_report import PLAIN_WIDTH, print_text, render_text
from tests.reports.examples import SHORT, entry, evidence, finding, report, spelling

WHOLE = """\
1. error date conflict: Vltava bridge reopened: 2023-08 or 2024

   2023-08
     a.txt:1:90  published 2024-06-05
       The old bridge over the Vltava, under repair since the floods of 2002, reopened to trams
       »last August«.

   2024
     b.txt:3:37  no publication date
       The Vltava bridge reopened to trams »in 2024«.

   “last August” in an article of 5 June 2024 is August 2023, outside 2024.
   rule event-date, finding 3fa0c1d2e3f4

To silence a rule: --ignore event-date. To accept one finding, write in reconcile.toml:
accept = [{id = "3fa0c1d2e3f4", why = "…"}]

2 documents, 40 claims, 1 finding: 1 error.
"""


def on_terminal(of: Report, width: int, colour: str | None = "standard") -> str:
    page = io.StringIO()
    print_text(of, Console(file=page, width=width, force_terminal=True, color_system=colour))  # type: ignore[arg-type]
    return page.getvalue()


def test_a_finding_is_told_with_both_passages_dates_rule_and_mend() -> None:
    assert render_text(report(findings=(finding(),))) == WHOLE


def test_the_worst_finding_comes_first() -> None:
    text = render_text(report())
    assert text.index("1. error date conflict") < text.index("2. warning name variant")


def test_a_message_that_does_not_name_its_subject_is_headed_by_it() -> None:
    assert "warning name variant: Petr Novák: one name in two spellings\n" in render_text(report())


def test_a_kind_that_says_its_relation_is_not_told_twice() -> None:
    style = spelling(kind=Kind.STYLE, relation=Relation.STYLE)
    support = spelling(id="1", kind=Kind.SUPPORT, relation=Relation.UNSUPPORTED)
    text = render_text(report(findings=(style, support)))
    assert "warning style: " in text and "warning unsupported: " in text


def test_of_many_sources_three_are_quoted_and_the_others_named() -> None:
    places = tuple(evidence(f"{name}.txt", SHORT, "in 2024") for name in "edcba")
    text = render_text(report(findings=(finding(positions=(Position("2024", places),)),)))
    assert text.count("»in 2024«") == 3
    assert "and 2 more: d.txt:1:37, e.txt:1:37" in text


def test_copies_of_one_text_are_quoted_once_and_named() -> None:
    places = [evidence(f"{name}.txt", SHORT, "in 2024", line=n) for n, name in enumerate("abcd", 1)]
    copied = (places[0], replace(places[1], same_as="a.txt"), places[2], replace(places[3], same_as="a.txt"))
    text = render_text(report(findings=(finding(positions=(Position("2024", copied),)),)))
    assert [line.split()[0] for line in text.splitlines() if "published" in line or "no publ" in line] == [
        "a.txt:1:37",
        "c.txt:3:37",
    ]
    assert text.index("a.txt:1:37") < text.index("       also in: b.txt:2:37, d.txt:4:37\n")
    assert "more:" not in text


def test_copies_of_a_text_that_is_not_quoted_are_counted_with_it() -> None:
    places = [evidence(f"{name}.txt", SHORT, "in 2024") for name in "abcde"]
    places[4] = replace(places[4], same_as="d.txt")
    text = render_text(report(findings=(finding(positions=(Position("2024", tuple(places)),)),)))
    assert "and 2 more: d.txt:1:37, e.txt:1:37\n" in text


def test_every_document_is_quoted_before_one_is_quoted_twice() -> None:
    places = tuple(
        evidence(name, SHORT, "in 2024", line=n) for n, name in enumerate(["a", "a", "a", "b", "c"], 1)
    )
    text = render_text(report(findings=(finding(positions=(Position("2024", places),)),)))
    assert [line.split()[0] for line in text.splitlines() if "no publication" in line] == [
        "a:1:37",
        "b:4:37",
        "c:5:37",
    ]
    assert "and 2 more: a:2:37, a:3:37\n" in text


def test_of_very_many_places_some_are_only_counted() -> None:
    places = tuple(evidence("a", SHORT, "in 2024", line=n) for n in range(1, 21))
    text = render_text(report(findings=(finding(positions=(Position("2024", places),)),)))
    assert "and 17 more: a:4:37, a:5:37, a:6:37, a:7:37, a:8:37, …\n" in text


def test_of_two_wordings_only_the_words_that_differ_are_marked() -> None:
    one = "We have been very closely engaged in all areas, and will remain so for many years to come."
    other = "We have participated very closely in all areas and will remain so for years to come."
    wordings = tuple(
        Position(words, (evidence(name, words, words),)) for name, words in (("a", one), ("b", other))
    )
    text = render_text(
        report(
            findings=(
                spelling(
                    kind=Kind.QUOTE_WORDING, positions=wordings, message=f"quoted as {one} and as {other}"
                ),
            )
        )
    )
    shown = " ".join(text.split())
    assert "We have »been« very closely »engaged« in all areas, and will remain so for »many« years" in shown
    assert "We have »participated« very closely in all areas and will remain so for years" in shown
    assert "quoted as We have been very closely engaged in all areas, and will … and as We have part" in shown


def test_a_fact_of_a_rule_pack_is_shown_as_such() -> None:
    entries = (entry("a.txt"), entry("b.txt", role="reference"))
    assert "b.txt:3:37  held to be true by a rule pack" in render_text(report(documents=entries))


def test_plain_text_holds_no_escape_sequence_whatever_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    assert render_text(report(findings=(finding(),))) == WHOLE


def test_a_terminal_gets_bold_in_place_of_marks() -> None:
    text = on_terminal(report(), 100)
    assert "\x1b[" in text and "»" not in text


def test_no_color_leaves_the_terminal_bold_but_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = on_terminal(report(), 100)
    assert "\x1b[1m" in text and "\x1b[1;3" not in text


def test_a_terminal_that_knows_no_styles_gets_marks() -> None:
    assert "»last August«" in on_terminal(report(), 100, colour=None)


def test_on_a_wide_terminal_two_positions_stand_side_by_side() -> None:
    def beside(width: int) -> bool:
        return any(
            "a.txt:1" in line and "b.txt:3" in line for line in on_terminal(report(), width).splitlines()
        )

    assert beside(140) and not beside(100)


def test_control_characters_never_reach_the_terminal() -> None:
    evil = "\x1b]0;owned\x07 \x9b2J \u202ecba"
    places = (Position(evil, (evidence("b.txt", f"x {evil} y", evil),)), finding().positions[1])
    strange = finding(message=evil, subject=evil, explanation=evil, rule=evil, id=evil, positions=places)
    entries = (entry("b.txt", published=evil, problems=(evil,)),)
    text = render_text(report(findings=(strange,), documents=entries))
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert "\\x1b]0;owned\\x07" in text


def test_markup_and_emoji_codes_of_a_text_are_shown_as_written() -> None:
    odd = evidence("a.txt", "The [red]price[/red] :bomb: fell in 2024.", "in 2024")
    text = render_text(report(findings=(finding(positions=(Position("2024", (odd,)),)),)))
    assert "The [red]price[/red] :bomb: fell »in 2024«." in text


def test_wide_characters_are_wrapped_by_the_columns_they_take() -> None:
    sentence = "橋は" * 60 + "2024年" + "に再開通" * 40
    text = render_text(
        report(findings=(finding(positions=(Position("2024", (evidence("a.txt", sentence, "2024年"),)),)),))
    )
    lines = [line for line in text.splitlines() if "橋" in line or "再" in line]
    assert lines and max(map(cell_len, lines)) <= PLAIN_WIDTH
    assert "".join(line.strip() for line in lines) == sentence.replace("2024年", "»2024年«")


def test_no_line_ends_in_a_space() -> None:
    assert not [line for line in render_text(report()).splitlines() if line != line.rstrip()]


def test_the_last_line_is_one_line_however_much_it_says() -> None:
    problems = tuple(f"is of a language that is not read, number {n}" for n in range(9))
    text = render_text(report(documents=(entry("a.txt", problems=problems),), findings=()))
    assert len(text.splitlines()) == 1


def test_without_findings_only_the_summary_is_said() -> None:
    assert render_text(report(findings=())) == "2 documents, 40 claims, no findings.\n"


def test_a_severity_is_told_in_words_not_in_colour_alone() -> None:
    for severity in Severity:
        assert f"1. {severity} " in render_text(report(findings=(replace(finding(), severity=severity),)))
