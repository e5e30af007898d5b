"""The seed corpus through the installed command: what a careful reader finds in it, and the exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.functional.command import DATA, ROOT, Run, reconcile, stands

# Kind, then for each side the documents (by number) with the first of their words. All of these are found and
# nothing else is said aloud: this floor may rise, never fall.
DISAGREEMENTS: dict[str, tuple[Any, ...]] = {
    "when Prigozhin was killed": ("date", {"002": "last August"}, {"003": "2024"}),
    "who spoke of the relations": ("quote-speaker", {"000": "Shoigu", "001": "Shoigu"}, {"003": "Belousov"}),
    "how the relations were spoken of": (
        "quote-wording",
        {"000": "Russian-Burkinabe relations are based solely", "001": "Russian-Burkinabe relations"},
        {"003": "Russia-Burkina relations are based on the principles"},
    ),
    "Lavrov on the first contacts": (
        "quote-wording",
        {"002": "From the very first contacts"},
        {"004": "Since the first contacts between our two countries"},
    ),
    "Yevkurov": ("name", {"000": "Iounous-Bek Evkourov"}, {"004": "Yunusbek Yevkurov"}),
    "Lavrov": ("name", {"002": "Sergey Lavrov"}, {"004": "Sergei Lavrov"}),
    "Traoré": ("name", {"002": "(Ibrahim) Traore"}, {"004": "Ibrahim Traoré"}),
    "Russia": (
        "name",
        {"000": "Rusia"},
        {"001": "Russia", "002": "Russia", "003": "Russia", "004": "Russia"},
    ),
}
QUIET = {"Traoré"}  # an accent alone is no more than info


@pytest.fixture(scope="module")
def seeds() -> Run:
    return reconcile("check", "seeds", "--format", "json")


@pytest.mark.parametrize("name", DISAGREEMENTS)
def test_each_disagreement_of_the_seeds_is_found_once(seeds: Run, name: str) -> None:
    found = [f for f in seeds.report["findings"] if stands(f, *DISAGREEMENTS[name])]
    assert len(found) == 1
    assert (found[0]["severity"] == "info") == (name in QUIET)


def test_nothing_beyond_the_disagreements_is_said_aloud(seeds: Run) -> None:
    expected = [DISAGREEMENTS[name] for name in DISAGREEMENTS if name not in QUIET]
    assert [f["message"] for f in seeds.loud if not any(stands(f, *e) for e in expected)] == []
    assert len(seeds.loud) == len(expected)


def test_an_error_closes_the_gate(seeds: Run) -> None:
    assert seeds.code == 1
    assert [f["kind"] for f in seeds.report["findings"] if f["severity"] == "error"] == ["date"]


def test_another_process_gives_the_same_bytes_and_fail_on_never_opens_the_gate(seeds: Run) -> None:
    again = reconcile("check", "seeds", "--format", "json", "--fail-on", "never", seed="1")
    assert (again.code, again.out) == (0, seeds.out)


def test_a_lone_document_is_checked_within_itself() -> None:
    alone = reconcile("check", "seeds/000_f711ca210d2d8dcf.txt", "--format", "json")
    assert alone.code == 0
    assert [document["claims"] > 0 for document in alone.report["documents"]] == [True]
    assert any(stands(f, "name", {"000": "Rusia"}, {"000": "Russia"}) for f in alone.loud)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["seeds", "no-such-folder"], 2, "no-such-folder"),
        (["seeds", "--ignore", "no-such-rule"], 2, "no-such-rule"),
        ([DATA / "empty.txt"], 3, "empty"),
        ([DATA / "french.txt"], 3, "French"),
    ],
)
def test_what_cannot_be_checked_is_said(arguments: list[str | Path], code: int, words: str) -> None:
    run = reconcile("check", *arguments, folder=ROOT)
    assert run.code == code
    assert words in run.out + run.err
