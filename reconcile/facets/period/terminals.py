"""The words of dates: what the lexicon and the figures of a text say by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from reconcile.facets.period.days import Days, Grain, Yearly
from reconcile.facets.period.engine import Read, Terminal
from reconcile.facets.period.meaning import Bare, Count, Meaning, absolute, decade, recurring, year
from reconcile.facets.period.tokens import FIGURE, Tokens, phrase
from reconcile.lexicon import lexicon

_YEARS = range(1000, 2200)  # four figures that can be a year
_PIVOT = 40  # '39 is 2039, '40 is 1940

_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?", re.ASCII)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t.*)?", re.ASCII)
_FOUR = re.compile(r"\d{4}", re.ASCII)
_SHORT = re.compile(r"'\d\d", re.ASCII)
_SIGNS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
_DECADE = re.compile(r"('?)(\d{4}|\d\d)'?s", re.ASCII)


def phrases(entries: Mapping[str, Any]) -> Terminal:
    """A terminal for phrases: the longest that stands at a place gives its value."""
    table = {phrase(words): value for words, value in entries.items()}
    lengths = sorted({len(words) for words in table}, reverse=True)

    def read(tokens: Tokens, at: int) -> Read | None:
        for length in lengths:
            words = tokens.words(at, at + length)
            if words in table:
                return table[words], at + length
        return None

    return Terminal(frozenset(words[0] for words in table), read)


def _abbreviated(names: Mapping[str, int]) -> Terminal:
    """Names that may be cut short, with the full stop that then follows them."""
    plain = phrases(names)
    short = {one for one in names for other in names if other.startswith(one) and len(one) < len(other)}

    def read(tokens: Tokens, at: int) -> Read | None:
        found = plain.read(tokens, at)
        stop = tokens[at].word in short and tokens[at + 1].word == "." and tokens.adjacent(at + 1)
        return (found[0], found[1] + 1) if found and stop else found

    return Terminal(plain.opens, read)


def _figures(low: int, high: int, length: int) -> Terminal:
    """Figures of a certain length that stand for a number between two others."""

    def read(tokens: Tokens, at: int) -> Read | None:
        word = tokens[at].word
        if len(word) != length or not (word.isascii() and word.isdigit()) or not low <= int(word) <= high:
            return None
        return int(word), at + 1

    return Terminal(frozenset({FIGURE}), read)


def _spelled(tokens: Tokens, at: int, last: Terminal) -> Read | None:
    """A number under a hundred whose last word is a number, or an ordinal: "twenty-four", "twenty-fourth"."""
    ten = _words("tens").read(tokens, at)
    if not ten:
        return last.read(tokens, at)
    one = last.read(tokens, ten[1] + (tokens[ten[1]].word == "-"))
    if one and 0 < one[0] < 10:
        return ten[0] + one[0], one[1]
    return ten if last is _words("numbers") else None


def _number(tokens: Tokens, at: int) -> Read | None:
    """A whole number under 10,000, in figures or words."""
    word = tokens[at].word
    if word.isascii() and word.isdigit():
        return (int(word), at + 1) if len(word) <= 4 else None
    return _spelled(tokens, at, _words("numbers"))


def _ordinal(tokens: Tokens, at: int) -> Read | None:
    """5th, fifth, twenty-first."""
    found = _DAY.fullmatch(tokens[at].word)
    if found:
        return (int(found[1]), at + 1) if found[2] else None
    return _spelled(tokens, at, _words("ordinals"))


def _day(tokens: Tokens, at: int) -> Read | None:
    """A day of a month in figures: 5, 5th."""
    found = _DAY.fullmatch(tokens[at].word)
    return (int(found[1]), at + 1) if found and 1 <= int(found[1]) <= 31 else None


def _last_day(tokens: Tokens, at: int) -> Read | None:
    """The second of two days: "5 and 6" in "June 5 and 6 in Oslo", but not in "June 5 and 6 people"."""
    word = tokens[at + 1].word
    follows = word[:1].isalnum() and word not in lexicon("periods")["after_a_day"]
    return None if follows else _day(tokens, at)


def full_year(number: int) -> int:
    """The year that two figures stand for."""
    return number + (2000 if number < _PIVOT else 1900)


def _year(tokens: Tokens, at: int) -> Read | None:
    """2023, '98, nineteen ninety-six."""
    word = tokens[at].word
    if _FOUR.fullmatch(word) and int(word) in _YEARS:
        return year(int(word), Bare.YEAR), at + 1
    if _SHORT.fullmatch(word):
        return year(full_year(int(word[1:])), Bare.YEAR), at + 1
    spelled = _spelled_year(tokens, at)
    return (year(spelled[0], Bare.YEAR), spelled[1]) if spelled else None


def _spelled_year(tokens: Tokens, at: int) -> Read | None:
    """ "nineteen ninety-six", "nineteen oh five", "two thousand and four"."""
    numbers = _words("numbers")
    head = _spelled(tokens, at, numbers)
    if not head:
        return None
    hundreds, after = head
    word = tokens[after].word
    if hundreds == 2 and word == "thousand":
        rest = _spelled(tokens, after + 1 + (tokens[after + 1].word == "and"), numbers)
        return (2000 + rest[0], rest[1]) if rest else (2000, after + 1)
    if not 11 <= hundreds <= 20:
        return None
    if word in ("oh", "hundred"):
        rest = numbers.read(tokens, after + 1)
        return (hundreds * 100 + rest[0], rest[1]) if rest else (hundreds * 100, after + 1)
    rest = _spelled(tokens, after, numbers)
    return (hundreds * 100 + rest[0], rest[1]) if rest and rest[0] >= 10 else None


def _numeric(tokens: Tokens, at: int) -> Read | None:
    """2024-06-05, 05/06/2024. Where day and month could change places, both readings are meant."""
    word = tokens[at].word
    if iso := _ISO.fullmatch(word):
        days = _date(int(iso[1]), int(iso[2]), int(iso[3]))
        return (absolute(days, Grain.DAY), at + 1) if days else None
    found = _SIGNS.fullmatch(word)
    if not found:
        return None
    number = int(found[4]) if len(found[4]) == 4 else full_year(int(found[4]))
    day_first = _date(number, int(found[3]), int(found[1]))
    month_first = None if found[2] == "." else _date(number, int(found[1]), int(found[3]))
    readings = [days for days in (day_first, month_first) if days]
    return (absolute(readings[0].hull(readings[-1]), Grain.DAY), at + 1) if readings else None


def _date(number: int, month: int, day: int) -> Days | None:
    try:
        found = date(number, month, day)
    except ValueError:
        return None
    return Days(found, found)


def _decade(tokens: Tokens, at: int) -> Read | None:
    """1990s, '90s; "90s" and "nineties" only after "the" and the like: people are in their nineties, too."""
    word = tokens[at].word
    introduced = tokens[at - 1].word in lexicon("periods")["before_a_decade"]
    if found := _DECADE.fullmatch(word):
        number, short = int(found[2]), len(found[2]) == 2
        if number % 10 or (short and not (found[1] or introduced)):
            return None
        return decade(full_year(number) if short else number), at + 1
    spelled = _words("decades").read(tokens, at) if introduced else None
    return (decade(1900 + spelled[0]), spelled[1]) if spelled else None


def _amount(tokens: Tokens, at: int) -> Read | None:
    """How many units: "two", "a few", "nearly four"."""
    hedge = _words("count_hedges").read(tokens, at)
    start = hedge[1] if hedge else at
    number = _number(tokens, start)
    counted = _words("counts").read(tokens, start)
    if number and not (counted and counted[1] >= number[1]):
        counted = (number[0], number[0]), number[1]
    if not counted:
        return None
    (low, high), end = counted
    below, above = hedge[0] if hedge else (0, 0)
    return Count(max(low + below, 0), high + above), end


@cache
def _words(key: str) -> Terminal:
    return phrases(lexicon("periods")[key])


def _built(key: str, build: Callable[[Any], Any]) -> Terminal:
    return phrases({words: build(value) for words, value in lexicon("periods")[key].items()})


def _listed(key: str) -> Terminal:
    return phrases(dict.fromkeys(lexicon("periods")[key], True))


def _season(name: str) -> Meaning:
    first, last = lexicon("periods")["season_days"][name]
    return recurring(Yearly((first[0], first[1]), (last[0], last[1])), Grain.SEASON, Bare.SEASON)


def _holiday(day: list[int]) -> Meaning:
    """A day of the year, [month, day], or the days on which a movable one can fall."""
    return recurring(Yearly((day[0], day[1]), (day[-2], day[-1])), Grain.DAY)


def _unit(name: str) -> tuple[int, Grain]:
    """How many of which grain a unit is."""
    return (2, Grain.WEEK) if name == "fortnight" else (1, Grain(name))


def terminals() -> dict[str, Terminal]:
    """Every terminal of the grammar, by the name of its room."""
    words = lexicon("periods")
    figure = frozenset({FIGURE})
    numbers = figure | _words("numbers").opens | _words("tens").opens
    return {
        "month": _abbreviated(words["months"]),
        "weekday": _abbreviated(words["weekdays"]),
        "season": _built("seasons", _season),
        "holiday": _built("holidays", _holiday),
        "unit": _built("units", _unit),
        "units": _built("plural_units", _unit),
        "deictic": _words("deictics"),
        "backward": _listed("backward"),
        "forward": _listed("forward"),
        "days": _words("days"),
        "day_part": _listed("day_parts"),
        "part": _words("parts"),
        "so_far": _listed("so_far"),
        "to_come": _listed("to_come"),
        "half": _words("halves"),
        "bound": _words("bounds"),
        "amount": Terminal(numbers | _words("counts").opens | _words("count_hedges").opens, _amount),
        "ordinal": Terminal(figure | _words("ordinals").opens | _words("tens").opens, _ordinal),
        "day": Terminal(figure, _day),
        "last_day": Terminal(figure, _last_day),
        "year": Terminal(numbers, _year),
        "numeric": Terminal(figure, _numeric),
        "decade": Terminal(figure | _words("decades").opens, _decade),
        "one_to_four": _figures(1, 4, 1),
        "one_or_two": _figures(1, 2, 1),
        "two_figures": _figures(0, 99, 2),
        "month_figures": _figures(1, 12, 2),
    }
