"""The grammar of English date expressions, as a table. How patterns are read stands in `engine`."""

from __future__ import annotations

from dataclasses import replace

from reconcile.facets.period.builders import (
    away_by,
    centuries,
    current,
    deictic_unit,
    fiscal,
    fiscal_years,
    half,
    in_short_year,
    lasting_for,
    month,
    month_day,
    months,
    nth_day,
    nth_unit_of,
    on_day,
    part_of,
    plain_day,
    quarter,
    some_days,
    spelled,
    two_years,
    year_month,
)
from reconcile.facets.period.days import Grain
from reconcile.facets.period.engine import Rule, rule
from reconcile.facets.period.meaning import (
    Bare,
    Count,
    away,
    century,
    day_away,
    inside,
    named,
    on_weekday,
    unit,
    unresolved,
    weekend,
    year,
)
from reconcile.facets.period.shares import (
    LAST,
    bounded,
    ended,
    from_now,
    from_to,
    nth_weekday,
    share,
    some_weekday,
    until_now,
    week_of,
    weekday_of,
)
from reconcile.facets.period.terminals import full_year

_CLOSE = (0.66, 1.0)
_UNCOUNTED = Count(1, 12)  # "weeks ago"
_RECENT = Count(12, 12)  # "in recent weeks": not more than so many

# Dates that come back every year.
_YEARLY = [
    rule("{month}", month),
    rule("{month} {day}", month_day),
    rule("{day} of? {month}", month_day),
    rule("the? {day=ordinal} of {month}", month_day),
    rule("{month} the? {day=ordinal}", month_day),
    rule("{month} {first=day} -|to|through|and|or|& {last=last_day}", some_days),
    rule("{first=day} -|to|through|and|or|& {last=day} of? {month}", some_days),
    rule("{first=month} -|to|through|and|or|& {last=month}", months),
    rule("{holiday}", lambda holiday: holiday),
    rule("the? {season}", lambda season: season),
    rule("{term}", lambda term: term),
]
# Quarters and halves, which may also follow their year.
_TERM = [
    rule("the? {number=ordinal} -? quarter", lambda number: spelled(quarter(number))),
    rule("q {number=one_to_four}", quarter),
    rule("{number=one_to_four} q", quarter),
    rule("the? {number=half} -? half", lambda number: spelled(half(number))),
    rule("h {number=one_or_two}", half),
    rule("{number=one_or_two} h", half),
    rule("the? first {amount} months", lambda amount: spelled(months(1, min(max(int(amount.high), 1), 12)))),
    rule(
        "the? last|final {amount} months",
        lambda amount: spelled(months(max(13 - int(min(amount.high, 12)), 1), 12)),
    ),
    rule("the? fiscal|financial -? {term}", lambda term: fiscal(term)),
]
# What names a year.
_ERA = [
    rule("{year}", lambda year: year),
    rule("the? calendar? year {year}", lambda year: replace(year, bare=None)),
    rule("{deictic} calendar? year", lambda deictic: unit(deictic, Grain.YEAR)),
    rule("{deictic} fiscal|financial year", lambda deictic: fiscal(unit(deictic, Grain.YEAR))),
    rule("the? fiscal|financial|fy year? {year}", lambda year: fiscal(year)),
    rule("the? {year} fiscal|financial year", lambda year: fiscal(year)),
    rule("fy {number=two_figures}", lambda number: fiscal(year(full_year(number)))),
    rule("a year ago", lambda: away(Count(1, 1), Grain.YEAR, -1)),
    rule("year - ago", lambda: away(Count(1, 1), Grain.YEAR, -1)),
]
_SIMPLE = [
    rule("{yearly}", lambda yearly: yearly),
    rule("{era}", lambda era: era),
    rule("{yearly} ,? of|in? {era}", inside),
    rule("{yearly} , {era}", inside),
    rule("{era} 's? -? {term}", lambda era, term: inside(term, era)),
    rule(
        "{number=one_to_four} q {short=two_figures}",
        lambda number, short: in_short_year(quarter(number), short),
    ),
    rule(
        "q {number=one_to_four} {short=two_figures}",
        lambda number, short: in_short_year(quarter(number), short),
    ),
    rule(
        "{number=one_or_two} h {short=two_figures}",
        lambda number, short: in_short_year(half(number), short),
    ),
    rule("{numeric}", lambda numeric: numeric),
    rule("{year} - {month=month_figures}", year_month),
    rule("{year} -|/ {last=two_figures}", two_years),
    rule(
        "fiscal|financial|fy year? {year} -|/ {last=two_figures}",
        lambda year, last: fiscal_years(year, last),
    ),
    rule("{decade}", lambda decade: decade),
    rule("the {decade}", lambda decade: decade),
    rule("the? {number=ordinal} -? century", century),
    rule("the? {first=ordinal} and|or|to|- {last=ordinal} centuries", centuries),
    rule("{weekday}", lambda weekday: on_weekday(weekday, Bare.WEEKDAY)),
    rule("{weekday} ,? the? {date=simple}", on_day),
    rule("{weekday} in {whole=simple}", some_weekday),
    rule("{weekday} ,? the {number=ordinal}", lambda weekday, number: nth_day(number, weekday)),
    rule("the {number=ordinal}", lambda number: nth_day(number)),
    rule("{weekday} of|in? {week=deictic_week}", weekday_of),
    rule("{week=deictic_week} 's? {weekday}", weekday_of),
    rule("{deictic_week}", lambda deictic_week: deictic_week),
    rule("{days}", day_away),
    rule("{deictic} {weekday}", lambda deictic, weekday: named(deictic, on_weekday(weekday))),
    rule("{deictic} {name=yearly}", lambda deictic, name: named(deictic, name)),
    rule("{deictic} {unit}", lambda deictic, unit: deictic_unit(deictic, unit)),
    rule("{deictic} weekend", lambda deictic: weekend(deictic)),
    rule("the weekend", lambda: weekend(None)),
    rule("{amount} -? {unit} ago", lambda amount, unit: away_by(amount, unit, -1)),
    rule(
        "{amount} {unit} and a half ago",
        lambda amount, unit: away_by(Count(amount.low + 0.5, amount.high + 0.5), unit, -1),
    ),
    rule(
        "{amount} and a half {unit} ago",
        lambda amount, unit: away_by(Count(amount.low + 0.5, amount.high + 0.5), unit, -1),
    ),
    rule("{units} ago", lambda units: away_by(_UNCOUNTED, units, -1)),
    rule("{amount} {unit} from now|today", lambda amount, unit: away_by(amount, unit, 1)),
    rule("{amount} {unit} hence", lambda amount, unit: away_by(amount, unit, 1)),
    rule("{units} from now", lambda units: away_by(_UNCOUNTED, units, 1)),
    rule("{backward} {amount} {unit}", lambda backward, amount, unit: lasting_for(unit, -1, amount)),
    rule("{backward} {unit}", lambda backward, unit: lasting_for(unit, -1)),
    rule("recent {units}", lambda units: lasting_for(units, -1, _RECENT)),
    rule("{forward} {amount} {unit}", lambda forward, amount, unit: lasting_for(unit, 1, amount)),
    rule("{forward} {units}", lambda forward, units: lasting_for(units, 1, _RECENT)),
    rule("the? previous|prior|following|preceding|same|next|latest {unit}", lambda unit: unresolved(unit[1])),
    rule("that {unit}", lambda unit: unresolved(unit[1])),
    rule("the {unit} before|after|earlier|later", lambda unit: unresolved(unit[1])),
    rule(
        "{amount} {unit} earlier|later|before|after|afterwards|afterward|previously",
        lambda amount, unit: unresolved(unit[1]),
    ),
    rule("year - earlier", lambda: unresolved(Grain.YEAR)),
]
_WEEK = [
    rule("{deictic} week", lambda deictic: unit(deictic, Grain.WEEK)),
    rule("the week before last", lambda: away_by(Count(2, 2), (1, Grain.WEEK), -1)),
    rule("the week after next", lambda: away_by(Count(2, 2), (1, Grain.WEEK), 1)),
]
# Simple dates and their parts.
_PARTED = [
    rule("{simple}", lambda simple: simple),
    rule("{simple} {day_part}", lambda simple, day_part: plain_day(simple)),
    rule("{simple} in the {day_part}", lambda simple, day_part: plain_day(simple)),
    rule("the {day_part} of {simple}", lambda simple, day_part: plain_day(simple)),
    rule("the? {so_far} {whole=parted}", lambda so_far, whole: until_now(whole)),
    rule("{to_come} {whole=parted}", lambda to_come, whole: from_now(whole)),
    rule("the? {part} -? the? {whole=parted}", part_of),
    rule("the? {part} -? the? {unit}", lambda part, unit: part_of(part, current(unit))),
    rule("{so_far} in? the {unit}", lambda so_far, unit: until_now(current(unit))),
    rule("{to_come} in? the {unit}", lambda to_come, unit: from_now(current(unit))),
    rule("the? year 's|- end", lambda: share(unit("this", Grain.YEAR), *_CLOSE)),
    rule("the? year end", lambda: share(unit("this", Grain.YEAR), *_CLOSE)),
    rule("the? yearend", lambda: share(unit("this", Grain.YEAR), *_CLOSE)),
    rule("the? month - end", lambda: share(unit("this", Grain.MONTH), *_CLOSE)),
    rule("year -? end {era}", lambda era: share(era, *_CLOSE)),
    rule("{era} 's? year -? end", lambda era: share(era, *_CLOSE)),
    rule(
        "{ordinal} -? {unit} of|in {whole=parted}",
        lambda ordinal, unit, whole: nth_unit_of(ordinal, unit, whole),
    ),
    rule(
        "the {ordinal} {unit} of|in {whole=parted}",
        lambda ordinal, unit, whole: nth_unit_of(ordinal, unit, whole),
    ),
    rule("the last|final {unit} of|in {whole=parted}", lambda unit, whole: nth_unit_of(LAST, unit, whole)),
    rule(
        "the? first {amount} {unit} of|in {whole=parted}",
        lambda amount, unit, whole: nth_unit_of(1, unit, whole, amount),
    ),
    rule(
        "the? last|final {amount} {unit} of|in {whole=parted}",
        lambda amount, unit, whole: nth_unit_of(LAST, unit, whole, amount),
    ),
    rule("the {number=ordinal} {weekday} of|in {whole=parted}", nth_weekday),
    rule(
        "the last|final {weekday} of|in {whole=parted}",
        lambda weekday, whole: nth_weekday(LAST, weekday, whole),
    ),
    rule("the week of {day=parted}", lambda day: week_of(day) if day.grain is Grain.DAY else None),
    rule("the month|year of {whole=simple}", lambda whole: replace(whole, bare=None)),
    rule(
        "the? fiscal|financial? {unit} ended|ending|to {end=parted}",
        lambda unit, end: ended(Count(unit[0], unit[0]), unit[1], end),
    ),
    rule(
        "the {amount} {unit} ended|ending|to {end=parted}",
        lambda amount, unit, end: ended(amount, unit[1], end),
    ),
]
_SPANNED = [
    rule("{parted}", lambda parted: parted),
    rule("{first=parted} -|to|through|until|till {last=parted}", from_to),
    rule("from {first=parted} to|through|until|till|- {last=parted}", from_to),
    rule("between {first=parted} and {last=parted}", from_to),
]
_DATE = [
    rule("{spanned}", lambda spanned: spanned),
    rule("{bound} {meaning=parted}", bounded),
]

ROOMS: dict[str, list[Rule]] = {
    "yearly": _YEARLY,
    "term": _TERM,
    "era": _ERA,
    "simple": _SIMPLE,
    "deictic_week": _WEEK,
    "parted": _PARTED,
    "spanned": _SPANNED,
    "date": _DATE,
}
