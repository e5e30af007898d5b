"""The benchmark's own arithmetic; nothing is timed."""

from __future__ import annotations

import sys
from itertools import count

import pytest

from benchmarks.figures import Figure, median_of, seconds, table

START = Figure("start ÷ import", 0.9, 0.8, {"start": "1.8 s", "import": "2.0 s"}, 0.3, "an interpreter")
JUDGED = Figure("pairs ÷ theirs", 150.0, 100, {}, 600, "calls", more_is_better=True)


def test_a_ratio_is_met_from_its_own_side_and_stands_so_many_times_off_its_floor() -> None:
    assert (START.is_met, JUDGED.is_met) == (False, True)
    assert (START.distance, JUDGED.distance) == (pytest.approx(3), pytest.approx(4))
    assert Figure("index ÷ faiss", 2, None, {}).is_met


def test_the_table_shows_ratio_target_floor_distance_and_parts() -> None:
    lines = table([START, JUDGED]).splitlines()
    assert lines[2] == "| start ÷ import | 0.9 | ≤ 0.8 | no | 0.3 (an interpreter) | × 3 |"
    assert "start 1.8 s; import 2.0 s" in lines[3]
    assert lines[4] == "| pairs ÷ theirs | 150 | ≥ 100 | yes | 600 (calls) | × 4 |"


def test_the_median_leaves_the_first_run_out() -> None:
    taken = count(start=-100, step=1)
    assert median_of(lambda: next(taken)) == -97


def test_a_process_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="ended with 4"):
        seconds([sys.executable, "-c", "raise SystemExit(4)"])
    assert seconds([sys.executable, "-c", "raise SystemExit(1)"], allowed=(0, 1)) > 0
