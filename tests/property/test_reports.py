"""Laws of reports: their order is their own, and no text can break out of them."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reconcile.cli.arguments import spread
from reconcile.findings import Evidence
from reconcile.reports.json_report import render_json
from reconcile.reports.model import Report
from reconcile.reports.passages import passage
from reconcile.reports.text_report import render_text
from reconcile.reports.untrusted import encodable, visible, visible_lines
from tests.property.hostile import anything, hostile_reports, places


@given(hostile_reports())
def test_json_is_valid_utf_8_and_keeps_every_offset(report: Report) -> None:
    content = json.loads(render_json(report).encode("utf-8"))
    for finding in content["findings"]:
        for position in finding["positions"]:
            for place in position["evidence"]:
                claim = place["claim"]
                start, end = place["start"] - claim["start"], place["end"] - claim["start"]
                assert claim["text"][start:end] == place["text"]


@given(hostile_reports())
def test_plain_text_holds_no_character_that_commands_a_terminal(report: Report) -> None:
    text = render_text(report)
    text.encode("utf-8")
    assert not {c for c in text if unicodedata.category(c) in ("Cc", "Cs")} - {"\n"}


@given(anything)
def test_making_visible_twice_is_making_visible_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert visible_lines(visible_lines(text)) == visible_lines(text)


@given(anything)
def test_replacing_surrogates_moves_no_offset(text: str) -> None:
    assert len(encodable(text)) == len(text)
    assert all(a == b or "\ud800" <= a <= "\udfff" for a, b in zip(text, encodable(text), strict=True))


@given(places())
def test_a_passage_marks_the_words_of_the_value(place: Evidence) -> None:
    assert f"»{visible(place.text)}«" in passage(place, marked=True).plain


@given(places(), anything)
def test_marking_what_differs_takes_nothing_away(place: Evidence, other: str) -> None:
    contrasted, plain = (passage(place, marked=False, other=wording).plain for wording in (other, place.text))
    assert contrasted.replace(" ", "") == plain.replace(" ", "")


words = st.sampled_from(
    ["a.txt", "b.txt", "-", "--against", "--format", "json", "--no-cache", "--", "--against=c"]
)


@given(st.lists(words, max_size=8))
def test_spreading_an_option_only_ever_repeats_it(arguments: list[str]) -> None:
    spread_out = spread(arguments, "--against", {"--against", "--format"})
    assert [a for a in spread_out if a != "--against"] == [a for a in arguments if a != "--against"]
    assert spread(spread_out, "--against", {"--against", "--format"}) == spread_out
