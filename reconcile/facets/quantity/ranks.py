"""Scores ("won 2-1") and ranks ("the third-largest", "5th")."""

from __future__ import annotations

from functools import cache
from typing import Any

from reconcile.facets.quantity.tokens import HYPHENS, Tokens
from reconcile.facets.quantity.units import unit_at
from reconcile.lexicon import lexicon


@cache
def _vocabulary(name: str) -> frozenset[str]:
    words: Any = lexicon("quantities")[name]
    return frozenset(map(str, words))


def read_score(tokens: Tokens, i: int, strict: bool) -> tuple[float, float, int] | None:
    """ "2-1" and, near a word of winning, "1-2" and "61 to 39": both numbers and the token after them."""
    if not (_is_tally(tokens.word(i)) and _is_tally(tokens.word(i + 2))):
        return None
    after = i + 3
    first, second = int(tokens.word(i)), int(tokens.word(i + 2))
    if tokens.lower(i + 1) == "to":
        told = tokens.lower(i - 1) != "from" and first > second > 1 and _near_score_word(tokens, i, after)
        return (
            (float(first), float(second), after)
            if told and not unit_at(tokens, after, scaled=False)
            else None
        )
    if not tokens.hyphen(i + 1):
        return None
    if strict and (
        (tokens.glued(i) and tokens.word(i - 1) not in "([")
        or (tokens.glued(after) and _goes_on(tokens, after))
    ):
        return None
    if unit_at(tokens, after, scaled=False) or (first == second and not _near_score_word(tokens, i, after)):
        return None
    in_a_name = tokens.is_capital(i - 1) and max(first, second) >= 200
    if (first <= second or in_a_name) and not _near_score_word(tokens, i, after):
        return None
    return float(first), float(second), after


def _near_score_word(tokens: Tokens, first: int, after: int) -> bool:
    near = (*range(first - 6, first), *range(after, after + 3))
    return any(tokens.lower(i) in _vocabulary("score_words") for i in near)


def _is_tally(word: str) -> bool:
    return word.isdecimal() and len(word) <= 3 and (word == "0" or word[0] != "0")


def _goes_on(tokens: Tokens, i: int) -> bool:
    return (
        tokens.is_word(i) or tokens.word(i) in "%/" or (tokens.word(i) in HYPHENS and tokens.is_figure(i + 1))
    )


def read_ordinal(tokens: Tokens, i: int) -> tuple[float, int, bool] | None:
    """An ordinal in words or figures, the token after it, and whether it ranks something in running text."""
    found = _ordinal_figure(tokens, i) or _ordinal_word(tokens, i)
    return (*found, _ranks(tokens, i, found[1])) if found else None


def _ordinal_figure(tokens: Tokens, i: int) -> tuple[float, int] | None:
    suffixed = tokens.glued(i + 1) and tokens.lower(i + 1) in _vocabulary("ordinal_suffixes")
    figure = tokens.word(i).replace(",", "")
    return (float(figure), i + 2) if suffixed and figure.isdecimal() and len(figure) <= 6 else None


def _ordinal_word(tokens: Tokens, i: int) -> tuple[float, int] | None:
    words = lexicon("quantities")
    rank = words["ordinals"].get(tokens.lower(i))
    if rank is not None:
        return float(rank), i + 1
    tens = words["numbers"]["tens"].get(tokens.lower(i), 0)
    unit = words["ordinals"].get(tokens.lower(i + 2)) if tens and tokens.hyphen(i + 1) else None
    return (float(tens + unit), i + 3) if unit and unit < 10 else None


def _ranks(tokens: Tokens, i: int, after: int) -> bool:
    nouns = _vocabulary("ordinal_nouns_skipped")
    following = after + 1 if tokens.hyphen(after) else after
    if tokens.lower(following) in nouns or (tokens.glued(i) and not tokens.hyphen(i - 1)):
        return False
    if tokens.hyphen(after) and not _is_superlative(tokens.lower(following)):
        return False
    if tokens.is_capital(following) and (tokens.is_figure(i) or tokens.is_capital(i)):
        return False
    if tokens.is_figure(i):
        return True
    introduced = tokens.lower(i - 1) in _vocabulary("ordinal_introductions")
    return (introduced or tokens.hyphen(after)) and not (
        tokens.is_capital(i) and not tokens.opens_sentence(i)
    )


def _is_superlative(word: str) -> bool:
    return word.endswith("est") or word in {
        "most",
        "best",
        "worst",
        "placed",
        "ranked",
        "ranking",
        "time",
        "year",
    }
