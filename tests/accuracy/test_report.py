"""What is printed: the table of both halves, the curve, and failures of the open half only."""

from __future__ import annotations

from accuracy.measure import Outcome
from accuracy.report import failures, report
from tests.accuracy.conftest import CaseMaker, FindingMaker


def test_the_report_shows_each_kind_in_both_halves_and_the_curve(
    case: CaseMaker, finding: FindingMaker
) -> None:
    lines = list(report([Outcome(case("date-01"), (finding(),)), Outcome(case("date-02"), ())]))
    assert lines[1].split() == ["date", "open", "1", "1/1", "1.00", "1.00", "1/1", "0"]
    assert lines[2].split() == ["date", "sealed", "1", "0/1", "1.00", "0.00", "0/0", "0"]
    assert lines[3].split()[:3] == ["all", "open", "1"]
    (curve,) = [line for line in lines if line.startswith("0.85-0.95")]
    assert "1 findings    1 right  1.00  " + "#" * 36 + "|###" in curve


def test_failures_put_false_ones_first_and_leave_out_the_sealed(
    case: CaseMaker, finding: FindingMaker
) -> None:
    outcomes = [
        Outcome(case("date-01"), ()),
        Outcome(case("date-02"), ()),
        Outcome(case("date-03", expect="silent", note="two fires"), (finding(),)),
        Outcome(case("number-01"), ()),
    ]
    told = [line for line in failures(outcomes, "date") if not line.startswith(" ")]
    assert told == ["FALSE date-03: expected silent (two fires)", "MISSED date-01: expected conflict"]
    assert any("number-01" in line for line in failures(outcomes, "all"))
