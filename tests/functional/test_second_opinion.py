"""A second opinion through the installed command, by a cross-encoder that is built here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.functional.command import Run, reconcile
from tests.tiny_judge import build_judge

OPENED = "The Akosombo Road tunnel in Ghana was opened by Efua Mensah on {}.\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts that date one event differently, a model that always sees a contradiction, and one that never does."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "a.txt").write_text(OPENED.format("3 May 2016"), encoding="utf-8")
    (folder / "b.txt").write_text(OPENED.format("9 June 2017"), encoding="utf-8")
    build_judge(folder / "sure", odds=(0.02, 0.05, 0.93))
    build_judge(folder / "unsure", labels=("CONTRADICTION", "NEUTRAL", "ENTAILMENT"), odds=(0.1, 0.2, 0.7))
    return folder


@pytest.fixture(scope="module")
def alone(desk: Path) -> Run:
    return check(desk)


def check(desk: Path, *arguments: str | Path) -> Run:
    return reconcile("check", "a.txt", "b.txt", "--format", "json", *arguments, folder=desk)


def without_opinion(finding: dict[str, Any]) -> dict[str, Any]:
    return {key: told for key, told in finding.items() if key not in ("confidence", "explanation", "opinion")}


def test_it_is_off_by_default_and_leaves_no_trace(alone: Run) -> None:
    assert alone.code == 1
    assert "second_opinion" not in alone.report
    assert [("opinion" in found) for found in alone.report["findings"]] == [False]


@pytest.mark.parametrize(
    ("model", "verdict", "probability"), [("sure", "confirms", ".93"), ("unsure", "doubts", ".10")]
)
def test_it_confirms_or_doubts_a_finding_and_changes_nothing_else(
    desk: Path, alone: Run, model: str, verdict: str, probability: str
) -> None:
    heard = check(desk, "--second-opinion", model)
    [before], [after] = alone.report["findings"], heard.report["findings"]
    assert heard.code == alone.code
    assert without_opinion(after) == without_opinion(before)
    assert after["opinion"] == {"contradiction": float(probability), "confirms": verdict == "confirms"}
    assert (after["confidence"] > before["confidence"]) == (verdict == "confirms")
    said = f" A second opinion ({model}) {verdict} it: {probability} that the two passages contradict each other."
    assert after["explanation"] == before["explanation"] + said
    assert heard.report["second_opinion"]["name"] == model
    assert len(heard.report["second_opinion"]["sha256"]) == 64


def test_another_process_gives_the_same_bytes(desk: Path) -> None:
    first = reconcile("check", "a.txt", "b.txt", "--second-opinion", "sure", folder=desk)
    again = reconcile("check", "b.txt", "a.txt", "--second-opinion", "sure", folder=desk, seed="1")
    assert (again.out, again.err) == (first.out, first.err)
    assert "A second opinion (sure) confirms it" in " ".join(first.out.split())


def test_the_configuration_names_it_and_explain_tells_it(desk: Path, alone: Run) -> None:
    configuration = desk / "desk.toml"
    configuration.write_text('second-opinion = "unsure"\n', encoding="utf-8")
    id = alone.report["findings"][0]["id"]
    told = reconcile("explain", id, "a.txt", "b.txt", "--config", configuration, folder=desk)
    assert told.code == 0
    assert "A second opinion (unsure) doubts it: .10" in " ".join(told.out.split())


def test_a_model_of_the_local_cache_is_known_by_its_name(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "hub" / "models--newsroom--tiny-nli"
    (kept / "refs").mkdir(parents=True)
    (kept / "refs" / "main").write_text("1f", encoding="utf-8")
    build_judge(kept / "snapshots" / "1f", odds=(0.1, 0.1, 0.8))
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    heard = check(desk, "--second-opinion", "newsroom/tiny-nli")
    assert heard.report["second_opinion"]["name"] == "newsroom/tiny-nli"
    assert "(tiny-nli) confirms it: .80" in heard.report["findings"][0]["explanation"]


@pytest.mark.parametrize(
    ("model", "words"), [("gone", "nothing is downloaded"), (".", "config.json cannot be read")]
)
def test_a_missing_model_gives_2_before_anything_is_read(desk: Path, model: str, words: str) -> None:
    run = reconcile("check", "no-such-text.txt", "--second-opinion", model, folder=desk)
    assert (run.code, run.out) == (2, "")
    assert words in run.err and "NLI cross-encoder" in run.err
    assert run.err.count("\n") == 1
