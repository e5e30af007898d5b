"""Confidence as the share of findings that are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.rules.calibration import calibrated

surenesses = st.floats(0, 1)


@given(st.sampled_from(Kind), surenesses, surenesses)
def test_the_surer_the_match_the_higher_the_confidence(kind: Kind, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0.5 <= calibrated(kind, low) <= calibrated(kind, high) <= 1


@pytest.mark.parametrize("kind", Kind)
def test_of_findings_matched_as_most_are_the_measured_share_is_right(kind: Kind) -> None:
    assert calibrated(kind, 0.9) == round(1 - lexicon("confidence")["wrong"][kind], 2)
