"""An article and a second account of one event, with one date, one figure, one name and one speaker gone wrong."""

from __future__ import annotations

import pytest

from tests.functional.command import DATA, Run, reconcile


@pytest.fixture(scope="module")
def run() -> Run:
    return reconcile("check", DATA / "own_article", "--format", "json")


@pytest.mark.parametrize(
    ("kind", "courier", "ledger"),
    [
        ("date", "9 February 2014", "9 February 2013"),
        ("number", "14", "Seventeen"),
        ("name", "Tomasz Wierzbitski", "Tomasz Wierzbicki"),
        ("quote-speaker", "Farid Haddouche", "Liesbeth Vandamme"),
    ],
)
def test_each_planted_error_is_found(run: Run, kind: str, courier: str, ledger: str) -> None:
    [finding] = [f for f in run.loud if f["kind"] == kind]
    held = [
        {(e["document"].rpartition("/")[2], e["text"]) for e in p["evidence"]} for p in finding["positions"]
    ]
    assert len(held) == 2
    assert any(("courier.txt", courier) in position for position in held)
    assert any(("ledger.txt", ledger) in position for position in held)


def test_nothing_else_is_said_aloud(run: Run) -> None:
    assert sorted(f["kind"] for f in run.loud) == ["date", "name", "number", "quote-speaker"]
    assert run.code == 1
