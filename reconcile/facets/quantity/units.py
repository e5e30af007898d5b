"""Units and currencies: a table in `rules/lexicon/quantities.yaml`, by name, by symbol and by sign."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from reconcile.facets.quantity.tokens import Phrases, Tokens, phrase, phrases, tokenize
from reconcile.lexicon import lexicon

K = TypeVar("K", bound=Hashable)

MONEY = "money:"
_LONGEST_SYMBOL = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of one dimension. A written number n is `(n + offset) * factor` in the dimension's base unit."""

    name: str
    dimension: str
    symbol: str
    factor: float = 1.0
    offset: float = 0.0
    unscaled: bool = False
    """The text leaves the scale open ("30 degrees")."""
    money: str = ""
    """The currency that the same word may mean ("10 pounds")."""

    def to_base(self, number: float) -> float:
        return (number + self.offset) * self.factor

    def from_base(self, number: float) -> float:
        return number / self.factor - self.offset


COUNT = Unit("", "", "")
ORDINAL = Unit("", "ordinal", "")
SCORE = Unit("", "score", "")
RATIO = Unit("", "ratio", "")


@dataclass(frozen=True, slots=True)
class UnitTable:
    """How units are written: words in any case, symbols in theirs, some glued to the figure, signs."""

    words: Phrases[Unit]
    scaled: Phrases[Unit]
    symbols: Mapping[str, Unit]
    glued: Mapping[str, Unit]
    signs: Mapping[str, Unit]
    symbol_heads: frozenset[str]
    sign_tails: frozenset[str]


def _with_plural(words: list[str]) -> Iterator[tuple[str, ...]]:
    for word in words:
        yield phrase(word)
        yield phrase(word + "s")


def _measures() -> Iterator[tuple[Unit, dict[str, Any]]]:
    money: dict[str, str] = lexicon("quantities")["also_money"]
    for dimension, units in lexicon("quantities")["units"].items():
        for name, about in units.items():
            scale = (float(about["factor"]), float(about.get("offset", 0.0)))
            open_scale = bool(about.get("unscaled", False))
            yield Unit(name, dimension, about["symbol"], *scale, open_scale, money.get(name, "")), about


def _currencies() -> Iterator[tuple[Unit, dict[str, Any]]]:
    for code, about in lexicon("quantities")["currencies"].items():
        own = {"signs": [*about.get("signs", ()), code], "symbols": [code, f"{code}s"]}
        yield Unit(code, MONEY + code, code), about | own
        yield (
            Unit(f"{code} cent", MONEY + code, f"{code} cent", 0.01),
            {"words": about.get("minor", ()), "glued": about.get("minor_glued", ())},
        )


@cache
def _by_name() -> Mapping[str, Unit]:
    return {unit.name: unit for unit, _ in (*_measures(), *_currencies())}


@cache
def units() -> UnitTable:
    """The table, built once."""
    words, scaled = dict[tuple[str, ...], Unit](), dict[tuple[str, ...], Unit]()
    symbols, glued, signs = dict[str, Unit](), dict[str, Unit](), dict[str, Unit]()
    for unit, about in (*_measures(), *_currencies()):
        _put(words, (*_with_plural(about.get("words", [])), *map(phrase, about.get("also", ()))), unit)
        _put(scaled, map(phrase, about.get("scaled", ())), unit)
        _put(symbols, about.get("symbols", ()), unit)
        _put(glued, about.get("glued", ()), unit)
        _put(signs, about.get("signs", ()), unit)
        _put(symbols, (sign for sign in about.get("signs", ()) if not sign[0].isalpha()), unit)
    heads = frozenset(tokenize(symbol).words[0] for symbol in (*symbols, *glued))
    tails = frozenset(tokenize(sign).words[-1] for sign in signs)
    return UnitTable(phrases(words), phrases(scaled), symbols, glued, signs, heads, tails)


def _put(table: dict[K, Unit], keys: Iterable[K], unit: Unit) -> None:
    for key in keys:
        table.setdefault(key, unit)


def unit_named(name: str, dimension: str = "") -> Unit:
    """The unit that a quantity names; a bare count, score or the like has none of its own."""
    return _by_name().get(name) or Unit("", dimension, "")


def unit_at(tokens: Tokens, i: int, scaled: bool) -> tuple[Unit, int] | None:
    """The unit written at token i, and the token after it. `scaled`: after "million" and its like."""
    table = units()
    start = i + 1 if tokens.hyphen(i) else i
    if scaled and (found := table.scaled.at(tokens, start)):
        return found
    if found := table.words.at(tokens, start):
        return None if _is_ordinal_second(tokens, start) else found
    glued = tokens.glued(i) and start == i and tokens.is_figure(i - 1)
    if glued and (found := _symbol_at(tokens, i, table.glued)):
        return found
    return _symbol_at(tokens, start, table.symbols)


def _is_ordinal_second(tokens: Tokens, i: int) -> bool:
    """ "two second places": the singular after a space is no unit of time."""
    return (
        tokens.lower(i) == "second" and not tokens.glued(i) and tokens.lower(i - 1) not in {"a", "one", "1"}
    )


def _symbol_at(tokens: Tokens, i: int, table: Mapping[str, Unit]) -> tuple[Unit, int] | None:
    if tokens.word(i) not in units().symbol_heads:
        return None
    for length in range(_LONGEST_SYMBOL, 0, -1):
        unit = table.get(tokens.run(i, length))
        if unit is not None and not _goes_on(tokens, i + length, unit):
            return unit, i + length
    return None


def _goes_on(tokens: Tokens, i: int, unit: Unit) -> bool:
    """Whether a seeming symbol is the head of a word ("5mile") or of the next sum ("12 $30 fines")."""
    next_sum = unit.dimension.startswith(MONEY) and tokens.is_figure(i)
    return tokens.glued(i) and (tokens.is_word(i) or next_sum)


def sign_before(tokens: Tokens, i: int, floor: int) -> tuple[Unit, int] | None:
    """The currency sign or code just before token i, and its first token."""
    if tokens.word(i - 1) not in units().sign_tails:
        return None
    for length in range(_LONGEST_SYMBOL, 0, -1):
        first = i - length
        if first < floor:
            continue
        unit = units().signs.get(tokens.run(first, length))
        if unit is not None and not (tokens.glued(first) and tokens.is_word(first - 1)):
            return unit, first
    return None
