"""Numbers that count nothing: years, names, labels, "one" as a pronoun, "half" as a period."""

from __future__ import annotations

from functools import cache

from reconcile.facets.quantity.hedges import EXACT, hedge_before
from reconcile.facets.quantity.measures import Measure
from reconcile.facets.quantity.numerals import Numeral
from reconcile.facets.quantity.tokens import Tokens
from reconcile.facets.quantity.units import COUNT
from reconcile.lexicon import lexicon

_YEARS = range(1000, 2101)
_RECENT_YEARS = range(1900, 2101)
_GEOLOGICAL = 1_000_000
_PEOPLE = ("s", "people", "men", "children")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("quantities")[name])


@cache
def _around_one(place: str) -> frozenset[str]:
    return frozenset(lexicon("quantities")["one"][place])


def counts_nothing(tokens: Tokens, measure: Measure, floor: int) -> bool:
    """Whether the number of a running text is no quantity. Its hedge may reach back to token `floor`."""
    numeral = measure.numeral
    hedged = hedge_before(tokens, measure.first, floor)[0] is not EXACT
    if measure.first == numeral.first and is_glued(tokens, measure.first, measure.after):
        return True
    if numeral.fraction and measure.unit.name == "fraction":
        return _is_no_share(tokens, measure, hedged)
    if _is_period(tokens, measure) or (
        not hedged and _is_pronoun(tokens, numeral, measure.unit is not COUNT)
    ):
        return True
    if _is_no_number_word(tokens, numeral):
        return True
    if not measure.is_bare:
        return False
    return is_year(tokens, numeral) or (not hedged and _is_name_or_label(tokens, numeral))


def _is_period(tokens: Tokens, measure: Measure) -> bool:
    """ "three years ago", "the last three years"; not "4.5 billion years ago", which no calendar reaches."""
    if measure.numeral.scale >= _GEOLOGICAL:
        return False
    last = measure.unit.dimension == "time" and tokens.lower(measure.first - 1) in _words("periods_before")
    return last or tokens.lower(measure.after) in _words("ago")


def _is_no_number_word(tokens: Tokens, numeral: Numeral) -> bool:
    """ "the pair said", "she scores"."""
    words = " ".join(tokens.lowers[numeral.first : numeral.after])
    return words in _words("liberal_collectives") and tokens.lower(numeral.after) != "of"


def _is_no_share(tokens: Tokens, measure: Measure, hedged: bool) -> bool:
    """ "the second half", "the last two quarters", "a third coup"."""
    skipped_after = "no_share_after" if tokens.lower(measure.first) == "half" else "periods_before"
    if tokens.lower(measure.first - 1) in _words(skipped_after) or tokens.hyphen(measure.after):
        return True
    followed = tokens.is_word(measure.after) and tokens.lower(measure.after) not in _words("share_before")
    return followed and not hedged


def is_glued(tokens: Tokens, i: int, after: int) -> bool:
    """Whether tokens i to `after` are part of a longer sign: "MH370", "COVID-19", "10-K", "5G"."""
    if tokens.glued(i) and (
        tokens.word(i - 1) in "_/\\.&'’" or tokens.is_word(i - 1) or tokens.is_figure(i - 1)
    ):
        return True
    if tokens.hyphen(i - 1) and (tokens.is_word(i - 2) or tokens.is_figure(i - 2)):
        return True
    if tokens.hyphen(after) and tokens.is_capital(after + 1) and len(tokens.word(after + 1)) == 1:
        return True
    if tokens.hyphen(after) and tokens.hyphen(after + 2) and tokens.is_figure(after + 1):
        return True
    return (
        tokens.is_figure(after - 1)
        and tokens.glued(after)
        and (tokens.is_word(after) or tokens.word(after) in "_\\/")
    )


def _is_name_or_label(tokens: Tokens, numeral: Numeral) -> bool:
    """ "Boeing 737", "page 12", "Group of Seven", "007"."""
    i = numeral.first
    before = tokens.lower(i - 1)
    if tokens.is_word(i):
        named = tokens.is_capital(i) and not tokens.opens_sentence(i)
        return named or (before in _words("labels") and not tokens.lower(numeral.after).endswith("s"))
    if not tokens.is_figure(i):
        return False
    if len(tokens.word(i)) > 1 and tokens.word(i)[0] == "0" and tokens.word(i).isdecimal():
        return True
    if before == "." and tokens.glued(i - 1):
        before = tokens.lower(i - 2)
        return before in {"no", "nos", "p", "pp", "vol", "fig", "art", "sec"}
    if before in _words("labels"):
        return True
    return _stands_in_a_name(tokens, i) and tokens.word(i).isdecimal()


def _stands_in_a_name(tokens: Tokens, i: int) -> bool:
    return tokens.is_capital(i - 1) and tokens.lower(i - 1) not in _words("not_names")


def is_year(tokens: Tokens, numeral: Numeral) -> bool:
    """Four figures without a comma, in a place where a year stands."""
    figure = tokens.word(numeral.first)
    if (
        numeral.after != numeral.first + 1
        or len(figure) != 4
        or not figure.isdecimal()
        or int(figure) not in _YEARS
    ):
        return False
    before, after = tokens.lower(numeral.first - 1), tokens.lower(numeral.after)
    if not tokens.word(numeral.after).islower() or not after.endswith(_PEOPLE):
        return True
    return int(figure) in _RECENT_YEARS and (int(figure) % 100 > 0 or before in _words("year_introductions"))


def _is_pronoun(tokens: Tokens, numeral: Numeral, measured: bool) -> bool:
    """ "one" that counts nobody: "one of them", "no one", "one day"."""
    if numeral.after != numeral.first + 1 or tokens.lower(numeral.first) != "one":
        return False
    if tokens.hyphen(numeral.after):
        return tokens.lower(numeral.after + 1) in _around_one("not_hyphened")
    before, after = tokens.lower(numeral.first - 1), tokens.lower(numeral.after)
    if not tokens.is_word(numeral.after):
        return not measured
    return before in _around_one("not_after") or after in _around_one("not_before")
