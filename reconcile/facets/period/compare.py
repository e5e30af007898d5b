"""Whether two dates can be the same."""

from __future__ import annotations

from datetime import date

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.period.days import moved_months
from reconcile.facets.period.value import Bound, Period, Window

_FISCAL_SHIFT = 11  # a fiscal year may begin so many months before or after the calendar year of its number


def compare_periods(a: Period, b: Period) -> Comparison:
    """Disjoint periods differ, overlapping ones agree. Two bounds of one sense compare by the date they name.

    Dates without a year compare by month and day. A fiscal and a calendar period, whose offset nobody knows,
    differ only where no fiscal year could make them meet.
    """
    agreement = period_agreement(a, b)
    return Comparison(agreement, _sentence(agreement, a, b))


def period_agreement(a: Period, b: Period) -> Agreement:
    """What `compare_periods` gives, without the sentence: most pairs of dates are never shown to anybody."""
    same_bound = a.bound is b.bound and a.bound is not Bound.AT
    one, two = (a.stated, b.stated) if same_bound else (a.window, b.window)
    if a.fiscal is not b.fiscal and a.known and b.known:
        return _fiscal_agreement(one, two)
    if a.known and b.known and not one.overlaps(two):
        return Agreement.DIFFER
    yearly = _yearly_agreement(a, b) if a.bound is b.bound else Agreement.UNKNOWN
    if yearly is Agreement.DIFFER or _weekdays_differ(a, b):
        return Agreement.DIFFER
    return Agreement.AGREE if a.known and b.known else yearly


def _yearly_agreement(a: Period, b: Period) -> Agreement:
    """What month and day say of two dates of which one has no certain year: "last May" is not known to be a May."""
    one, two = a.yearly_range, b.yearly_range
    if one is None or two is None or (a.stated.days and b.stated.days):
        return Agreement.UNKNOWN
    if one.overlaps(two):
        return Agreement.UNKNOWN if a.directed or b.directed else Agreement.AGREE
    return Agreement.DIFFER if a.fiscal is b.fiscal else Agreement.UNKNOWN


def _weekdays_differ(a: Period, b: Period) -> bool:
    """Whether one date, known to lie within bounds, is of another weekday than a day that is fully known."""
    return a.known and b.known and None not in (one := _weekday(a), two := _weekday(b)) and one != two


def _weekday(period: Period) -> int | None:
    days = period.window.days
    if days and days.first == days.last:
        return days.first.weekday()
    return period.weekday if period.bound is Bound.AT else None


def _fiscal_agreement(one: Window, two: Window) -> Agreement:
    if one == two:
        return Agreement.AGREE
    wide = Window(_shifted(one.earliest, -_FISCAL_SHIFT), _shifted(one.latest, _FISCAL_SHIFT))
    return Agreement.UNKNOWN if wide.overlaps(two) else Agreement.DIFFER


def _shifted(day: date | None, months: int) -> date | None:
    return moved_months(day, months) if day else None


def _sentence(agreement: Agreement, a: Period, b: Period) -> str:
    verdict = f"{_named(a)} and {_named(b)} {_VERDICTS[agreement]}"
    reckonings = "; ".join(dict.fromkeys(period.reckoning for period in (a, b) if period.reckoning))
    return f"{verdict}: {reckonings}." if reckonings else f"{verdict}."


_VERDICTS = {
    Agreement.AGREE: "can be the same date",
    Agreement.DIFFER: "cannot be the same date",
    Agreement.UNKNOWN: "may or may not be the same date",
}


def _named(period: Period) -> str:
    return period.label if period.stated.days else f"“{' '.join(period.words.split())}”"
