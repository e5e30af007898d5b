"""Dates: what is read in running text, which days it means, and when two dates cannot be the same."""

from datetime import date

import pytest

from reconcile.agreement import Agreement
from reconcile.facets.period import (
    Anchor,
    Bound,
    Grain,
    Period,
    compare_periods,
    read_period,
    read_periods,
    weekday_contradiction,
)

PUBLISHED = Anchor.on(date(2019, 3, 14))  # a Thursday


def value(text: str, anchor: Anchor | None = PUBLISHED) -> Period:
    period = read_period(text, anchor)
    assert period is not None, text
    return period


def words(text: str) -> list[str]:
    return [period.words for period in read_periods(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("14 February 2017", "2017-02-14"),
        ("February 14th, 2017", "2017-02-14"),
        ("the fourteenth of February 2017", "2017-02-14"),
        ("Tue. Feb 14, 2017", "2017-02-14"),
        ("2017-02-14T08:30:00Z", "2017-02-14"),
        ("14.02.2017", "2017-02-14"),
        ("02/14/2017", "2017-02-14"),
        ("2017-02", "2017-02"),
        ("Feb. 2017", "2017-02"),
        ("2017", "2017"),
        ("'17", "2017"),
        ("nineteen oh five", "1905"),
        ("two thousand and eleven", "2011"),
        ("twenty seventeen", "2017"),
        ("the 1930s", "193X"),
        ("the '70s", "197X"),
        ("the 18th century", "17XX"),
        ("the second quarter of 2017", "2017-34"),
        ("3Q17", "2017-35"),
        ("H2 2017", "2017-07/2017-12"),
        ("autumn 2017", "2017-23"),
        ("1712-1786", "1712/1786"),
        ("2016/17", "2016/2017"),
        ("3-5 April 2017", "2017-04-03/2017-04-05"),
        ("28 May to 2 June 2017", "2017-05-28/2017-06-02"),
        ("between 2015 and 2017", "2015/2017"),
        ("early 2017", "2017-01/2017-06"),
        ("the late 1930s", "1935/1939"),
        ("mid-June 2017", "2017-06-08/2017-06-23"),
        ("since May 2017", "2017-05/.."),
        ("until 2017", "../2017"),
        ("before 2017", "../2016-12-31"),
        ("after 3 May 2017", "2017-05-04/.."),
        ("circa 1480", "1480~"),
        ("the quarter ended June 30, 2017", "2017-34"),
        ("the first Monday of May 2017", "2017-05-01"),
        ("the last week of 2017", "2017-12-25/2017-12-31"),
    ],
)
def test_absolute_dates_need_no_publication_date(text: str, normal: str) -> None:
    period = value(text, None)
    assert (period.normal, period.relative, period.reckoning) == (normal, False, "")


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("today", "2019-03-14"),
        ("last night", "2019-03-13"),
        ("Thursday", "2019-03-14"),
        ("late Friday", "2019-03-08"),
        ("last Thursday", "2019-03-07"),
        ("next Monday", "2019-03-18"),
        ("Tuesday of last week", "2019-03-05"),
        ("March", "2019-03"),
        ("March 14", "2019-03-14"),
        ("June", "2018-06"),
        ("last March", "2018-03"),
        ("this September", "2019-09"),
        ("next January", "2020-01"),
        ("May 9", "2018-05-09"),
        ("the 5th", "2019-03-05"),
        ("the 20th", "2019-02-20"),
        ("Sunday, March 17", "2019-03-17"),
        ("last year", "2018"),
        ("June last year", "2018-06"),
        ("last year's third quarter", "2018-35"),
        ("early next year", "2020-01/2020-06"),
        ("earlier this month", "2019-03-01/2019-03-14"),
        ("later in the year", "2019-03-14/2019-12-31"),
        ("last summer", "2018-22"),
        ("ten days ago", "2019-03-04"),
        ("six years ago", "2012-12-14/2013-12-31"),
        ("in the past three months", "2018-12-14/2019-03-14"),
        ("this decade", "201X"),
        ("the end of the month", "2019-03-21/2019-03-31"),
    ],
)
def test_relative_dates_are_counted_from_the_day_of_publication(text: str, normal: str) -> None:
    assert value(text).normal == normal
    assert value(text).relative


def test_a_relative_date_without_a_publication_date_is_not_known() -> None:
    period = value("last August", None)
    assert not period.known
    assert (period.earliest, period.latest, period.reckoning) == (None, None, "")


def test_a_date_that_hangs_on_another_event_is_not_known_whenever_published() -> None:
    assert not value("the following year").known
    assert not value("three days later").known


def test_the_reckoning_is_told() -> None:
    assert value("last August").reckoning == "“last August” in an article of 14 March 2019 is August 2018"


def test_what_is_to_come_is_reckoned_forward() -> None:
    text = "The bridge will open on Monday or in June."
    assert [p.normal for p in read_periods(text, PUBLISHED, future=True)] == ["2019-03-18", "2019-06"]


def test_an_interval_of_publication_gives_the_union() -> None:
    period = value("last year", Anchor(date(2018, 12, 30), date(2019, 1, 2)))
    assert (period.earliest, period.latest) == (date(2017, 1, 1), date(2018, 12, 31))


def test_a_page_header_date_only_bounds_a_relative_date_from_above() -> None:
    period = value("yesterday", Anchor(None, date(2019, 3, 14)))
    assert (period.earliest, period.latest, period.known) == (None, date(2019, 3, 13), True)


def test_29_february_is_the_latest_that_there_was() -> None:
    assert value("February 29").normal == "2016-02-29"


def test_ambiguous_figures_mean_both_readings() -> None:
    period = value("03/04/2017", None)
    assert (period.earliest, period.latest) == (date(2017, 3, 4), date(2017, 4, 3))


def test_grain_bound_and_label() -> None:
    period = value("since September 2015", None)
    assert (period.grain, period.bound, period.label) == (Grain.MONTH, Bound.SINCE, "since September 2015")
    assert value("Q3 2015", None).label == "the third quarter of 2015"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1975, after a coup in Chad, he fled.", ["1975"]),
        ("She may march in May and March.", ["May and March"]),
        ("Elections are due by 2031, Lima said on Tuesday.", ["by 2031", "Tuesday"]),
        ("On Tuesday's vote, last year's winner and a 2011 treaty.", ["Tuesday", "last year", "2011"]),
        ("After last week's flood, the levee broke.", ["last week"]),
        ("Floods in 1998, 2004 and 2011 hit Dhaka.", ["1998", "2004", "2011"]),
        ("They have met since March and until May.", ["since March", "until May"]),
        ("Rembrandt (1606-1669) painted it in about 1650.", ["1606-1669", "about 1650"]),
        ("In May 20 people drowned.", ["May"]),
        ("On 5 and 6 June, on June 7 and 8, it rained.", ["5 and 6 June", "June 7 and 8"]),
        ("Prices rose in the third quarter of last year.", ["the third quarter of last year"]),
        ("Shares fell as second-quarter profit sank.", ["second-quarter"]),
    ],
)
def test_dates_are_found_in_running_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The strike drew 2,022 people and 1984 votes.",
        "He may, with 50,000 men, march on.",
        "Take route 1992, room 2012, flight 1999; pay $2000 for the X-2000.",
        "A crew of 1500 and a 2000-year-old, 1900 metres deep.",
        "The talks lasted three days and a 65-year-old left after two hours.",
        "It happens every Friday, and on a Tuesday.",
        "April Ludgate and June Carter read the Sunday Times.",
        "They scored twice in the second half of the match.",
        "It was founded in 44 BC.",
        "He sold about 2000 of them.",
    ],
)
def test_what_only_looks_like_a_date_is_not_read(text: str) -> None:
    assert words(text) == []


def agreement(a: str, b: str, anchor: Anchor | None = PUBLISHED) -> Agreement:
    return compare_periods(value(a, anchor), value(b, anchor)).agreement


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("last August", "2018", Agreement.AGREE),
        ("last August", "2019", Agreement.DIFFER),
        ("early 2017", "October 2017", Agreement.DIFFER),
        ("early 2017", "2017", Agreement.AGREE),
        ("since May 2017", "since June 2017", Agreement.DIFFER),
        ("since May 2017", "June 2018", Agreement.AGREE),
        ("until 2015", "2017", Agreement.DIFFER),
        ("nearly four years ago", "2015", Agreement.AGREE),
        ("nearly four years ago", "2013", Agreement.DIFFER),
        ("about 1480", "1479", Agreement.AGREE),
        ("fiscal 2017", "fiscal 2018", Agreement.DIFFER),
        ("fiscal 2017", "fiscal 2017", Agreement.AGREE),
        ("fiscal 2017", "March 2018", Agreement.UNKNOWN),
        ("fiscal 2017", "2011", Agreement.DIFFER),
        ("03/04/2017", "3 April 2017", Agreement.AGREE),
        ("a Sunday in 2017", "1 January 2017", Agreement.AGREE),
        ("a Sunday in 2017", "2 January 2017", Agreement.DIFFER),
    ],
)
def test_periods_differ_when_they_cannot_meet(a: str, b: str, expected: Agreement) -> None:
    assert agreement(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("9 January", "10 January", Agreement.DIFFER),
        ("9 January", "January 9", Agreement.AGREE),
        ("June 5", "June 2013", Agreement.AGREE),
        ("June 5", "July 2013", Agreement.DIFFER),
        ("the third quarter", "the fourth quarter", Agreement.DIFFER),
        ("winter", "January 2013", Agreement.AGREE),
        ("fiscal Q3", "Q2", Agreement.UNKNOWN),
        ("June", "2013", Agreement.UNKNOWN),
        ("Tuesday", "Wednesday", Agreement.UNKNOWN),
        ("last year", "last year", Agreement.UNKNOWN),
        ("since June", "July", Agreement.UNKNOWN),
    ],
)
def test_without_a_year_only_what_both_say_is_compared(a: str, b: str, expected: Agreement) -> None:
    assert agreement(a, b, None) is expected


def test_the_detail_names_both_dates_and_the_reckoning() -> None:
    detail = compare_periods(value("last August"), value("2019")).detail
    assert detail == (
        "August 2018 and 2019 cannot be the same date: "
        "“last August” in an article of 14 March 2019 is August 2018."
    )


def test_a_weekday_that_does_not_fit_its_date_is_told() -> None:
    assert weekday_contradiction(value("Monday, 13 March 2017", None)) is None
    told = weekday_contradiction(value("Tuesday, 13 March 2017", None))
    assert told == "“Tuesday, 13 March 2017”: 13 March 2017 was a Monday."


def test_a_weekday_beside_a_date_without_a_year_is_no_contradiction() -> None:
    assert weekday_contradiction(value("Tuesday, March 13")) is None


def test_strange_text_is_read_without_failing() -> None:
    for text in (
        "",
        "\ud800 June 5\udfff",
        "١٩٩٨",
        "9999-12-31",
        "in 9999 years ago",
        "½ year ago",
        "a century ago",
    ):
        read_periods(text, Anchor.on(date(1, 1, 1)))
        read_period(text, Anchor.on(date(9999, 12, 31)))


def test_last_may_is_not_known_to_be_a_may_without_publication() -> None:
    last_may = read_period("last May")
    may, june = read_period("May 2015"), read_period("June 2015")
    assert last_may and may and june
    assert compare_periods(last_may, may).agreement is Agreement.UNKNOWN
    assert compare_periods(last_may, june).agreement is Agreement.DIFFER


def test_years_no_calendar_reaches_are_no_date() -> None:
    assert not read_periods("The rocks formed 4.5 billion years ago.")
    assert read_periods("The bridge was built 20 years ago.")
