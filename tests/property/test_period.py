"""Laws of dates."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.agreement import Agreement
from reconcile.facets.period import Anchor, Window, compare_periods, read_period, read_periods

EXPRESSIONS = [
    *(
        "2014",
        "May 2014",
        "3 May 2014",
        "2014-05-03",
        "the 1990s",
        "the 19th century",
        "Q2 2014",
        "fiscal 2014",
    ),
    *("early 2014", "since 2014", "by May 2014", "before 2014", "after May 2014", "about 1650", "2014-2016"),
    *(
        "May",
        "3 May",
        "Tuesday",
        "last year",
        "next week",
        "two years ago",
        "weeks ago",
        "last summer",
        "winter",
    ),
    *(
        "the following day",
        "the past three months",
        "later this year",
        "June last year",
        "the 5th",
        "yesterday",
    ),
]
expressions = st.sampled_from(EXPRESSIONS)
days = st.dates()
anchors = st.none() | st.builds(Anchor.on, days) | st.builds(Anchor, st.none(), days)
WORDS = (
    "in on since by the a last next of May march Tuesday 5 5th 2014 1990s 's , . - ( ) ago years week to Q3"
)
date_words = st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)


@given(expressions, expressions, anchors, anchors)
def test_comparing_is_symmetric(a: str, b: str, a_anchor: Anchor | None, b_anchor: Anchor | None) -> None:
    one, two = read_period(a, a_anchor), read_period(b, b_anchor)
    assert one and two
    assert compare_periods(one, two).agreement is compare_periods(two, one).agreement


@given(expressions, anchors)
def test_a_date_never_differs_from_itself(text: str, anchor: Anchor | None) -> None:
    period = read_period(text, anchor)
    assert period
    expected = {Agreement.AGREE} if period.known else {Agreement.AGREE, Agreement.UNKNOWN}
    assert compare_periods(period, period).agreement in expected


@given(st.text() | date_words, anchors)
def test_spans_slice_back_to_their_words_and_never_overlap(text: str, anchor: Anchor | None) -> None:
    periods = read_periods(text, anchor)
    assert all(period.span.of(text) == period.words for period in periods)
    assert all(a.span.end <= b.span.start for a, b in pairwise(periods))


@given(date_words, days)
def test_an_interval_never_ends_before_it_begins(text: str, day: date) -> None:
    for period in read_periods(text, Anchor.on(day)):
        if period.earliest and period.latest:
            assert period.earliest <= period.latest


@given(expressions, days, days)
def test_an_uncertain_publication_date_only_widens(text: str, one: date, two: date) -> None:
    """What a date means on a day it also means for an article that may be of that day."""
    narrow = read_period(text, Anchor.on(one))
    wide = read_period(text, Anchor(min(one, two), max(one, two)))
    assert narrow and wide
    assert compare_periods(narrow, wide).agreement is not Agreement.DIFFER


@given(days)
def test_every_day_is_read_back_from_its_own_words(day: date) -> None:
    if day.year < 1000 or day.year > 2100:
        day = day.replace(year=1000 + day.year % 1000)
    written = f"{day.day} {day:%B} {day.year:04}"
    period = read_period(written)
    assert period and (period.earliest, period.latest, period.normal) == (day, day, day.isoformat())
    assert period.label == written


@given(date_words, anchors)
def test_what_is_written_in_edtf_is_read_back(text: str, anchor: Anchor | None) -> None:
    for period in read_periods(text, anchor):
        window = period.stated if period.normal.endswith("~") else period.window
        assert Window.written(period.normal) == window


@given(st.text(st.sampled_from("0123456789X-/.~"), max_size=24) | st.text())
def test_whatever_is_read_as_edtf_is_a_stretch_of_days_or_nothing(text: str) -> None:
    window = Window.written(text)
    assert not (window.earliest and window.latest and window.earliest > window.latest)


@settings(max_examples=3, deadline=None)
@given(st.sampled_from(["the ", "last ", "5-", "early early ", "from 2014 to ", "'"]))
def test_repetition_does_not_hang(words: str) -> None:
    read_periods(words * 300)
