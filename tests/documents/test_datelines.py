"""Datelines that open a report."""

from __future__ import annotations

import pytest

from reconcile.documents.datelines import dateline


@pytest.mark.parametrize(
    "opening",
    [
        "OSLO, May 3 (NTB) - ",
        "QUITO, Ecuador (AP) — ",
        "RIO DE JANEIRO, March 9, 2021 – ",
        "TBILISI, March 9. /GHN/. ",
        "Hanoi, March 9 (VNA) -- ",
        "Port of Spain — ",
        "COLOMBO: ",
        "PUNE, India, July 4 (ANI) ",
        "(Reuters) - ",
        "From our arts correspondent, Porto - ",
    ],
)
def test_a_dateline_ends_where_the_report_begins(opening: str) -> None:
    span = dateline(opening + "The river rose again, officials said.")
    assert span is not None
    assert span.of(opening) == opening


@pytest.mark.parametrize(
    "words",
    [
        "The river rose - again, officials said.",
        "In May 2024 - The river rose.",
        "NATO — the alliance's members — met in Oslo.",
        "Hanna Berg - Oslo's mayor - said - The river rose.",
        "She said: The river rose.",
        "A well-known bridge fell.",
        "World Trade Organization (WTO) Director-General Hanna Berg spoke.",
        "WHO says: wash your hands.",
        "OSLO - ",
        "",
    ],
)
def test_other_dashes_and_colons_open_nothing(words: str) -> None:
    assert dateline(words) is None
