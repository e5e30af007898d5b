"""What is kept, and who read it, changes no report."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Checker, matching, processes
from reconcile.cache import readings
from reconcile.cache.store import Store
from reconcile.matching import entities, linking
from reconcile.matching.encoder import Encoder
from reconcile.reports.json_report import render_json
from tests.property.newsroom import FIRE, WAREHOUSE, Draft, documents, sets


def report(checker: Checker, told: list[Draft]) -> str:
    return render_json(checker.check(documents(told)))


@settings(max_examples=15)
@given(sets(), st.integers(0, 4))
def test_a_report_is_the_same_with_a_cache_empty_filled_and_filled_in_part(
    checker: Checker, word_bag: Encoder, told: list[Draft], at: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        cached = Checker(encoder=word_bag, store=store)
        edited = [told[0].with_inserted(FIRE.told(0, 1), at), *told[1:]]
        for drafts in (told, told, edited, told):
            assert report(cached, drafts) == report(checker, drafts)
        store.close()


@settings(max_examples=2)
@given(sets())
def test_a_report_is_the_same_whoever_reads_and_compares(
    checker: Checker, word_bag: Encoder, told: list[Draft]
) -> None:
    told = [*told, Draft("z", (WAREHOUSE.told(0, 0), FIRE.told(1, 2)))]
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(readings, "_WORTH_PROCESSES", 1)
        monkeypatch.setattr(processes, "_WORTH_FORKS", 1)
        monkeypatch.setattr(linking, "_PART", 3)
        monkeypatch.setattr(entities, "_PART", 3)
        monkeypatch.setattr(matching, "_WORTH_A_FORK", 0)
        assert report(Checker(encoder=word_bag, processes=2), told) == report(checker, told)
