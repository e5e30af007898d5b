"""Whether words that look like a date are one, by what stands around them in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reconcile.facets.period.meaning import Bare, Meaning
from reconcile.facets.period.tokens import Tokens, phrase
from reconcile.facets.period.value import Bound
from reconcile.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reading stands: its first token, and the one after its last."""

    tokens: Tokens
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.tokens[self.start - 1].word

    @property
    def after(self) -> str:
        return self.tokens[self.end].word


def is_date(place: Place, meaning: Meaning) -> bool:
    """Whether these words are a date here."""
    if _glued(place) or _in_name(place) or _lower_case_month(place) or _is_before_christ(place):
        return False
    if place.tokens.all_written(place.start, place.end):
        return True
    if _not_said(place) or (meaning.bound is not Bound.AT and place.after == "'s"):
        return False  # "after last year's vote" is after the vote
    if _counts(place) or _uncounted(place):
        return False
    check = _CHECKS.get(meaning.bare) if meaning.bare else None
    return check is None or check(place)


def _glued(place: Place) -> bool:
    """Part of a longer figure or word: "$2000", "F-2000", "2000m", "2020-elected"."""
    tokens, start, end = place.tokens, place.start, place.end
    before, after = tokens[start - 1], tokens[end]
    if tokens.adjacent(start) and (
        before.word.isalnum() or before.word in ("$", "€", "£", "#", "@", "_", ".", "/", "-")
    ):
        return not (before.word in ("-", "/", ".") and not tokens.adjacent(start - 1))
    if not tokens.adjacent(end):
        return False
    if after.word.isalnum() or after.word in ("%", "°", "_", "@"):
        return True
    return after.word in ("-", "/") and tokens.adjacent(end + 1) and tokens[end - 1].word.isdigit()


def _in_name(place: Place) -> bool:
    """Part of a name such as that of a newspaper."""
    names, longest = _names()
    for length in range(2, longest + 1):
        for start in range(place.end - length if length > 1 else place.start, place.start + 1):
            if (
                start >= 0
                and start + length > place.start
                and place.tokens.words(start, start + length) in names
            ):
                return True
    return False


def _lower_case_month(place: Place) -> bool:
    """A modal verb, a walk, or the last letters of something: months are written with a capital."""
    never = _set("never_lower_case")
    return any(
        place.tokens[i].word in never and not place.tokens[i].capital for i in range(place.start, place.end)
    )


def _not_said(place: Place) -> bool:
    return place.tokens.words(place.start, place.end) in _phrases("not_in_running_text")


def _uncounted(place: Place) -> bool:
    """The end of a count that no calendar reaches: "4.5 billion years ago"."""
    return place.before in _set("beyond_the_calendar") and place.tokens[place.start].word in _set("units")


def _counts(place: Place) -> bool:
    """The last figure counts what follows: "In May 20 people", though not "On May 20 people"."""
    last = place.tokens[place.end - 1].word
    return last.isdigit() and len(last) < 3 and place.before != "on" and place.after in _set("after_a_figure")


def _is_before_christ(place: Place) -> bool:
    era = "".join(place.tokens.words(place.end, place.end + 4))
    return era.startswith(("bc", "b.c."))


def _year_stands(place: Place) -> bool:
    """A bare year, perhaps after a bound: something before or after it must say that it is one."""
    tokens, start, end = place.tokens, place.start, place.end
    if place.after in _set("after_a_figure"):
        return False
    if tokens[start].word in _set("hedges"):
        return place.before in _set("before_a_hedge")
    if end - start > 1 and not tokens[start].word[:1].isdigit():
        return True
    if place.before == "of":
        return tokens[start - 2].word not in _set("measured")
    if place.before == "to":
        return tokens[start - 2].word in _set("compared")
    if place.before == "," and (not place.after[:1].isalnum() or _YEAR.fullmatch(tokens[start - 2].word)):
        return True
    return place.before in _set("before_a_year") or place.after in _set("after_a_year")


_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def _month_stands(place: Place) -> bool:
    tokens = place.tokens
    at = next((i for i in range(place.end - 1, place.start, -1) if tokens[i].capital), place.start)
    name = tokens[at]
    if place.end - place.start > 2 or name.word not in _set("doubtful_months"):
        return name.capital
    return name.capital and (tokens[at - 1].word in _set("before_a_month") or place.after in ("'s", ")"))


def _weekday_stands(place: Place) -> bool:
    token = place.tokens[place.start]
    if place.before in _set("before_any_day"):
        return False
    if token.word not in _set("doubtful_weekdays"):
        return True
    return token.capital and (place.before in _set("before_a_month") or place.after in (",", "."))


def _season_stands(place: Place) -> bool:
    token = place.tokens[place.end - 1]
    if token.word in _set("doubtful_seasons"):
        supported = place.before in _set("before_a_season") - {"the", "a", "every", "each"}
        return supported and place.after not in ("of", "in", "from")
    return place.before in _set("before_a_season") or place.start < place.end - 1


def _term_stands(place: Place) -> bool:
    """Quarters and halves are also of games: in business news, words of business are near."""
    around = place.tokens.words(max(0, place.start - _NEAR), place.end + _NEAR)
    return not _set("business").isdisjoint(around)


def _day_stands(place: Place) -> bool:
    closed = place.after in ("", ".", ",", ";", "and", "or", "to", ")")
    return place.before in _set("before_a_day") and closed


_NEAR = 25  # words

_CHECKS = {
    Bare.YEAR: _year_stands,
    Bare.MONTH: _month_stands,
    Bare.WEEKDAY: _weekday_stands,
    Bare.SEASON: _season_stands,
    Bare.TERM: _term_stands,
    Bare.DAY: _day_stands,
}


@cache
def _set(key: str) -> frozenset[str]:
    words: list[Any] = lexicon("periods")[key]
    return frozenset(str(word) for word in words)


@cache
def _phrases(key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase(words) for words in lexicon("periods")[key])


@cache
def _names() -> tuple[frozenset[tuple[str, ...]], int]:
    names = _phrases("names")
    return names, max(map(len, names))
