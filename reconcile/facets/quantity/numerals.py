"""Bare numbers in figures and words: "1,204", "two hundred and five", "1.2 million", "half a dozen"."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reconcile.facets.quantity.precision import FRACTION_ROUNDING, rounding
from reconcile.facets.quantity.tokens import Phrases, Tokens, figure_value, phrase, phrases
from reconcile.facets.quantity.units import MONEY, unit_at
from reconcile.lexicon import lexicon

_MOST_MAGNITUDES = 8
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at tokens `first` to `after` (excluded); `spread` is half its last place, 0 if exact."""

    first: int
    after: int
    value: float
    spread: float = 0.0
    scale: float = 1.0
    """The last magnitude in it: 1e6 in "1.2 million"."""
    fraction: bool = False
    low: float | None = None
    """Set with `high` where the word is vague ("dozens")."""
    high: float | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    value: float
    place: float
    after: int
    words: bool


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    small: Mapping[str, int]
    tens: Mapping[str, int]
    fractions: Mapping[str, int]
    fraction_signs: Mapping[str, float]
    scales: Mapping[str, float]
    exact_scales: Mapping[str, float]
    plural_scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    money_suffixes: Mapping[str, float]
    counted: frozenset[str]
    collectives: Phrases[tuple[float, float]]
    multiples: Phrases[tuple[float, float]]
    openings: frozenset[str]
    """The words and signs that a number may begin with."""


@cache
def _vocabulary() -> _Vocabulary:
    words = lexicon("quantities")
    numbers, scales = words["numbers"], words["scales"]
    collectives, multiples = _spans(words["collectives"]), _spans(words["multiples"])
    openings = {
        *numbers["small"],
        *numbers["tens"],
        *words["fraction_signs"],
        *words["fractions"],
        *_ARTICLES,
    }
    return _Vocabulary(
        numbers["small"],
        numbers["tens"],
        words["fractions"],
        words["fraction_signs"],
        scales["words"] | scales["exact"],
        scales["exact"],
        words["plural_scales"],
        scales["suffixes"],
        scales["money_suffixes"] | scales["suffixes"],
        frozenset(scales["counted"]),
        collectives,
        multiples,
        frozenset(openings | collectives.by_first.keys() | multiples.by_first.keys()),
    )


def _spans(listed: Mapping[str, list[float]]) -> Phrases[tuple[float, float]]:
    return phrases({phrase(words): (float(low), float(high)) for words, (low, high) in listed.items()})


def may_begin(tokens: Tokens, i: int) -> bool:
    """Whether a number can begin at token i: a quick look before the careful one."""
    return tokens.is_figure(i) or tokens.lower(i) in _vocabulary().openings


def read_numeral(tokens: Tokens, i: int, money: bool = False) -> Numeral | None:
    """The longest number that begins at token i. After `money` ("$5m") an "m" is million."""
    if not may_begin(tokens, i):
        return None
    vague = _multiple(tokens, i) or _collective(tokens, i)
    return vague or _fraction(tokens, i) or _cardinal(tokens, i, money)


def _multiple(tokens: Tokens, i: int) -> Numeral | None:
    """ "several hundred", "tens of thousands", "a few dozen"."""
    found = _vocabulary().multiples.at(tokens, i)
    if found is None:
        return None
    (least, most), j = found
    scale = _vocabulary().plural_scales.get(tokens.lower(j)) or _scale_word(tokens.lower(j))
    if not scale:
        return None
    low, high = float(least * scale), float((most + 1) * scale - 1)
    return Numeral(i, j + 1, low, scale=float(scale), low=low, high=high)


def _scale_word(word: str) -> float:
    return float(_vocabulary().scales.get(word, 0))


def _collective(tokens: Tokens, i: int) -> Numeral | None:
    found = _vocabulary().collectives.at(tokens, i)
    if found is None or tokens.is_figure(i - 1):
        return None
    (low, high), after = found
    last = after - 1 if tokens.lower(after - 1) == "of" else after
    return Numeral(i, last, float(low), low=float(low), high=float(high))


def _fraction(tokens: Tokens, i: int) -> Numeral | None:
    """ "half a million", "a quarter", "two thirds", "3/4", "½"."""
    part = _part(tokens, i)
    if part is None:
        return None
    value, after = part
    joined = after + 1 if tokens.lower(after) == "of" else after
    if tokens.lower(joined) in {"a", "an", "one"}:
        joined += 1
    scale, end = _scale(tokens, joined, money=False)
    if scale > 1:
        spread = 0.0 if tokens.lower(joined) in _vocabulary().exact_scales else FRACTION_ROUNDING
        return Numeral(i, end, value * scale, spread * value * scale, scale=scale)
    return Numeral(i, after, value, FRACTION_ROUNDING * value, fraction=True)


def _part(tokens: Tokens, i: int) -> tuple[float, int] | None:
    sign: float | None = _vocabulary().fraction_signs.get(tokens.word(i))
    if sign is not None:
        return sign, i + 1
    if tokens.run(i, 3) and tokens.word(i + 1) in "/⁄" and tokens.is_figure(i + 2):
        return _slashed(tokens.word(i), tokens.word(i + 2), i + 3)
    word = tokens.lower(i)
    many = 1 if word in _ARTICLES else _vocabulary().small.get(word, 0)
    j = i + (1 if many else 0)
    if many and tokens.hyphen(j):
        j += 1
    parts = _vocabulary().fractions.get(tokens.lower(j), 0)
    plural = tokens.lower(j).endswith(("s", "lves"))
    if not parts or (not many and parts != 2) or plural != (many > 1):
        return None
    return max(many, 1) / parts, j + 1


def _slashed(above: str, below: str, after: int) -> tuple[float, int] | None:
    if not (above.isdecimal() and below.isdecimal()) or max(len(above), len(below)) > 3:
        return None
    many, parts = int(above), int(below)
    return (many / parts, after) if 0 < many < parts else None


def _cardinal(tokens: Tokens, i: int, money: bool) -> Numeral | None:
    """Groups before falling magnitudes, added: "three million two hundred thousand", "12 lakh", "205"."""
    total, limit, place, exact, whole = 0.0, math.inf, 1.0, False, True
    j, group = i, _group(tokens, i)
    words = group.words if group else False
    for _ in range(_MOST_MAGNITUDES):
        if group is None:
            break
        value, after = _mixed(tokens, group)
        scale, end = _scale(tokens, after, money)
        if scale >= limit or (limit < math.inf and not (words and group.words)):
            break
        total += value * scale
        whole = whole and group.place >= 1
        exact = exact or tokens.lower(end - 1) in _vocabulary().exact_scales
        place, limit, j = min(group.place, _mixed_place(value)) * scale, scale, end
        if scale == 1:
            break
        group = _group(tokens, j + 1 if tokens.lower(j) == "and" else j)
    if j == i or not math.isfinite(total):
        return None
    spread = 0.0 if exact else rounding(total, place, total >= 1000 and place >= 1000, whole)
    return Numeral(i, j, total, spread, scale=limit)


def _mixed(tokens: Tokens, group: _Group) -> tuple[float, int]:
    """ "two and a half", "2½", "2 1/2": the group with the part that follows."""
    j = group.after
    sign = _vocabulary().fraction_signs.get(tokens.word(j))
    if sign is not None:
        return group.value + sign, j + 1
    start = j + 1 if tokens.lower(j) == "and" else j
    follows = tokens.lower(start) == "a" if start > j else tokens.word(start + 1) == "/"
    part = _part(tokens, start) if follows else None
    return (group.value + part[0], part[1]) if part else (group.value, j)


def _mixed_place(value: float) -> float:
    return 1.0 if float(value).is_integer() else 0.5


def _group(tokens: Tokens, i: int) -> _Group | None:
    if tokens.is_figure(i):
        found = figure_value(tokens.word(i))
        if found is None:
            return None
        power, after = _power_of_ten(tokens, i + 1)
        return _Group(found[0] * power, found[1] * power, after, words=False)
    if tokens.lower(i) in _ARTICLES and tokens.lower(i + 1) != "hundred":
        return _Group(1.0, 1.0, i + 1, words=True) if _scale_word(tokens.lower(i + 1)) else None
    return _word_group(tokens, i)


def _power_of_ten(tokens: Tokens, i: int) -> tuple[float, int]:
    """ "e6", "×10^8", "x 10^-3": the power (1 if there is none), and the token after it."""
    exponent = i + 1 if tokens.lower(i) == "e" and tokens.glued(i) else 0
    if tokens.lower(i) in {"x", "×", "*"} and tokens.word(i + 1) == "10" and tokens.word(i + 2) == "^":
        exponent = i + 3
    minus = tokens.word(exponent) in {"-", "−"} and tokens.glued(exponent + 1)
    digits = tokens.word(exponent + minus)
    if not exponent or not tokens.glued(exponent) or not digits.isdecimal() or len(digits) > 2:
        return 1.0, i
    return 10.0 ** (-int(digits) if minus else int(digits)), exponent + minus + 1


def _word_group(tokens: Tokens, i: int) -> _Group | None:
    """A number below a thousand in words: "twenty-nine", "two hundred and five"."""
    below_hundred = _tens_and_units(tokens, i)
    if below_hundred is None:
        return None
    value, j = below_hundred
    if tokens.lower(j) != "hundred":
        return _Group(value, 1.0, j, words=True)
    value, j = value * 100, j + 1
    start = j + 1 if tokens.lower(j) == "and" else j
    rest = _tens_and_units(tokens, start)
    if rest is None or _counts_something_else(tokens, start, rest[1]):
        return _Group(value, 1.0, j, words=True)
    return _Group(value + rest[0], 1.0, rest[1], words=True)


def _counts_something_else(tokens: Tokens, start: int, after: int) -> bool:
    """ "a hundred and one in ten"."""
    one = tokens.lowers[start - 1 : start + 1] == ("and", "one")
    return one and tokens.lower(after) in {"in", "of"}


def _tens_and_units(tokens: Tokens, i: int) -> tuple[float, int] | None:
    small, tens = _vocabulary().small, _vocabulary().tens
    word = tokens.lower(i)
    if word in _ARTICLES and tokens.lower(i + 1) == "hundred":
        return 1.0, i + 1
    if word in small:
        return float(small[word]), i + 1
    if word not in tens:
        return None
    j = i + 2 if tokens.hyphen(i + 1) else i + 1
    unit = small.get(tokens.lower(j), 0)
    return (float(tens[word] + unit), j + 1) if 0 < unit < 10 else (float(tens[word]), i + 1)


def _scale(tokens: Tokens, i: int, money: bool) -> tuple[float, int]:
    """The magnitude written at token i (1 if there is none), and the token after it."""
    start = i + 1 if tokens.hyphen(i) else i
    if scale := _scale_word(tokens.lower(start)):
        return scale, start + 1
    if not tokens.glued(i) or (tokens.glued(i + 1) and tokens.is_word(i + 1)):
        return (1.0, i) if not money else _money_scale(tokens, i)
    word = tokens.word(i)
    if word in _vocabulary().suffixes:
        return float(_vocabulary().suffixes[word]), i + 1
    follows_money = tokens.lower(i + 1) in _vocabulary().counted or _measured_in_bulk(tokens, i + 1)
    return _money_scale(tokens, i) if money or follows_money else (1.0, i)


def _money_scale(tokens: Tokens, i: int) -> tuple[float, int]:
    scale = _vocabulary().money_suffixes.get(tokens.word(i))
    return (float(scale), i + 1) if scale else (1.0, i)


def _measured_in_bulk(tokens: Tokens, i: int) -> bool:
    found = unit_at(tokens, i, scaled=True)
    return found is not None and found[0].dimension.startswith(("mass", "volume", MONEY))
