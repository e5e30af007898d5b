"""Dates: read from text, resolved against a publication date, compared as intervals of days."""

from reconcile.facets.period.clock import Hour, compare_hours, read_hours
from reconcile.facets.period.compare import compare_periods, period_agreement
from reconcile.facets.period.days import Grain
from reconcile.facets.period.read import read_period, read_periods, weekday_contradiction
from reconcile.facets.period.value import Anchor, Bound, Period, Window

__all__ = [
    "Anchor",
    "Bound",
    "Grain",
    "Hour",
    "Period",
    "Window",
    "compare_hours",
    "compare_periods",
    "period_agreement",
    "read_hours",
    "read_period",
    "read_periods",
    "weekday_contradiction",
]
