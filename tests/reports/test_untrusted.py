import json

import pytest

from reconcile.reports.untrusted import as_json, encodable, visible, visible_lines


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("\x07", r"\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("\u202e", r"\u202e"),
        ("\u2066", r"\u2066"),
        ("\u200b", r"\u200b"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_what_commands_a_terminal_is_written_as_an_escape(command: str, shown: str) -> None:
    assert visible(f"a{command}b") == f"a{shown}b"


def test_words_of_any_script_stay_as_they_are() -> None:
    words = "Žižkov, می‌خواهم, 東京, क्‍ष, 👩‍🚀, naïve"
    assert visible(words) == words


def test_white_space_becomes_one_space() -> None:
    assert visible(" one\n\ttwo  three\r\n") == "one two three"


def test_lines_tabs_and_runs_of_spaces_stay_where_a_text_is_shown_whole() -> None:
    assert visible_lines("one\n\ttwo  \x1bthree\r") == "one\n\ttwo  \\x1bthree\\x0d"


def test_a_lone_surrogate_is_replaced_by_one_character() -> None:
    assert encodable("a\udc80\ud83d\ude00b") == "a���b"


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("##vso[task.complete]", r"\x23#vso[task.complete]"),
        ("a ##[error]b", r"a \x23#[error]b"),
        ("###teamcity[x]", r"#\x23#teamcity[x]"),
        ("::error::x", r"\x3a:error\x3a:x"),
        ("a::Set-Output", r"a\x3a:Set-Output"),
    ],
)
def test_what_commands_the_runner_of_a_pipeline_is_written_as_an_escape(command: str, shown: str) -> None:
    assert visible(command) == visible_lines(command) == shown


def test_colons_and_hashes_that_command_nothing_stay_as_they_are() -> None:
    assert visible("# 1 ## [a] a: b :: c fe80::1") == "# 1 ## [a] a: b :: c fe80::1"


def test_json_keeps_every_character_and_commands_no_runner() -> None:
    content = ["##vso[x] ###[y] \u2028\x85::error::", {"##[k]": 1}]
    told = as_json(content)
    assert json.loads(told) == content
    assert set("\u2028\x85").isdisjoint(told)
    assert "##vso[" not in told and "##[" not in told
