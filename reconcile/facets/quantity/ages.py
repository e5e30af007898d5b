"""Ages: "24-year-old", "9,000 years old", "aged 24", "Anna Berg, 24, said", "she is 24"."""

from __future__ import annotations

from dataclasses import replace

from reconcile.facets.quantity.measures import Measure, in_unit
from reconcile.facets.quantity.tokens import Tokens
from reconcile.facets.quantity.units import unit_named
from reconcile.lexicon import lexicon

_OLDEST = 110


def with_age(tokens: Tokens, measure: Measure) -> Measure:
    """The measure as an age, where the words around it make it one."""
    if measure.unit.dimension == "time":
        after = _after_old(tokens, measure.after)
        return replace(measure, after=after, age=True) if after else measure
    if measure.is_bare and (
        tokens.lower(measure.first - 1) in {"aged", "age"}
        or _is_apposed(tokens, measure)
        or _is_said(tokens, measure)
    ):
        return replace(in_unit(measure, unit_named("year")), age=True)
    return measure


def _after_old(tokens: Tokens, i: int) -> int | None:
    j = i + 1 if tokens.hyphen(i) else i
    if tokens.lower(j) in {"old", "olds"}:
        return j + 1
    return j + 2 if (tokens.lower(j), tokens.lower(j + 1)) == ("of", "age") else None


def _is_apposed(tokens: Tokens, measure: Measure) -> bool:
    """ "Anna Berg, 24, said", "the actress, 33, left": a small figure between a person and a comma."""
    i, after = measure.first, measure.after
    if not _is_of_life(tokens, measure):
        return False
    if tokens.word(i - 1) != "," or tokens.word(after) not in {",", ".", ")"} or tokens.is_figure(after + 1):
        return False
    return tokens.is_capital(i - 2) or (tokens.word(after) == "," and not tokens.is_figure(i - 2))


def _is_said(tokens: Tokens, measure: Measure) -> bool:
    """ "who is 52 and led the work", "he is 17.": somebody is a small figure, and nothing that it counts follows."""
    said = lexicon("quantities")["ages"]
    i, after = measure.first, measure.after
    if not _is_of_life(tokens, measure) or tokens.is_figure(after + 1):
        return False
    if tokens.lower(i - 1) not in said["verbs"] or tokens.lower(i - 2) not in said["people"]:
        return False
    return tokens.word(after) in {",", ".", ")", ";"} or tokens.lower(after) in said["going_on"]


def _is_of_life(tokens: Tokens, measure: Measure) -> bool:
    """Whether a figure may be how many years somebody has lived."""
    return tokens.word(measure.first).isdecimal() and 1 <= measure.value <= _OLDEST
