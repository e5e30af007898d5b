"""What counts as found and as false, and how shares are made of it."""

from __future__ import annotations

import pytest

from accuracy.cases import Half
from accuracy.measure import Outcome, measure, reliability, tally
from reconcile import Checker, Kind, Relation, Severity
from tests.accuracy.conftest import CaseMaker, FindingMaker


def test_a_disagreement_is_found_by_a_finding_of_its_relation(case: CaseMaker, finding: FindingMaker) -> None:
    outcome = Outcome(case(), (finding(),))
    assert outcome.found and not outcome.missed and not outcome.false


def test_another_relation_is_false_and_leaves_the_disagreement_missed(
    case: CaseMaker, finding: FindingMaker
) -> None:
    outcome = Outcome(case("name-01", expect="variant"), (finding(Kind.NAME, Relation.CONFLICT),))
    assert outcome.false and outcome.missed


def test_a_finding_within_one_text_does_not_find_a_disagreement_of_two(
    case: CaseMaker, finding: FindingMaker
) -> None:
    assert Outcome(case(), (finding(documents="aa"),)).false


def test_another_kind_counts_only_where_the_case_allows_it(case: CaseMaker, finding: FindingMaker) -> None:
    shown = (finding(Kind.ACTOR),)
    assert Outcome(case(), shown).false
    allowed = Outcome(case(also=["actor"]), shown)
    assert allowed.found and not allowed.right_kind


def test_silence_is_missed_for_a_disagreement_and_right_otherwise(case: CaseMaker) -> None:
    assert Outcome(case(), ()).missed
    silent = Outcome(case(expect="silent"), ())
    assert not silent.missed and not silent.false


def test_a_quiet_finding_is_shown_only_where_its_relation_is_expected(
    checker: Checker, case: CaseMaker
) -> None:
    texts = {
        "a": "The mudslide in Gotha on 2 May 2011 killed 12 people.",
        "a_date": "2011-05-03",
        "b": "The mudslide in Gotha on 2 May 2011 killed 19 people.",
        "b_date": "2011-05-09",
    }
    expected = case("number-01", expect="update", **texts)
    otherwise = case("number-02", expect="silent", **texts)
    first, second = measure(checker, [expected, otherwise])
    assert [finding.severity for finding in first.shown] == [Severity.INFO]
    assert first.found and second.shown == ()


def test_a_tally_counts_one_kind_and_one_half(case: CaseMaker, finding: FindingMaker) -> None:
    outcomes = [
        Outcome(case("date-01"), (finding(),)),
        Outcome(case("date-03"), ()),
        Outcome(case("date-05", expect="silent"), (finding(),)),
        Outcome(case("date-02"), (finding(),)),
        Outcome(case("number-01"), ()),
    ]
    counted = tally(outcomes, Kind.DATE, Half.OPEN)
    assert (counted.cases, counted.disagreements, counted.found, counted.false) == (3, 2, 1, 1)
    assert (counted.precision, counted.recall) == (0.5, 0.5)
    assert tally(outcomes).cases == 5


def test_who_says_nothing_is_never_wrong(case: CaseMaker) -> None:
    assert tally([Outcome(case(), ())]).precision == 1


def test_findings_fall_into_bins_by_confidence(case: CaseMaker, finding: FindingMaker) -> None:
    outcomes = [
        Outcome(case(), (finding(confidence=0.5), finding(confidence=0.9))),
        Outcome(case(expect="silent"), (finding(confidence=1.0),)),
    ]
    low, high = reliability(outcomes, (0, 0.5, 1))
    assert (low.findings, low.share) == (0, 1)
    assert (high.findings, high.right) == (3, 2)
    assert high.confidence == pytest.approx(0.8)
