"""Sentences that give somebody an office, or say who holds one, as patterns of the words between name and office."""

from __future__ import annotations

import re
from functools import cache

from reconcile.lexicon import lexicon
from reconcile.text import Span

ARTICLE = r"(?:(?:an?|the|its|his|her|their|our|now|currently|new|next|first) ){0,3}"
_LONGEST_VERB = 20  # characters between which and a name stands "re-elected Mr "


@cache
def copula() -> re.Pattern[str]:
    """ "is the", "was a", "was appointed as its new": what someone is, was (group `past`), or was made."""
    verbs = lexicon("mentions")["copulas"]
    made = rf",?(?: was| is| has been| had been)? (?:{_appointing()}) (?:as )?"
    present, past = ("|".join(map(re.escape, verbs[tense])) for tense in ("present", "past"))
    return re.compile(rf"(?:{made}|,? (?:{present}) |,? (?P<past>{past}) ){ARTICLE}")


@cache
def equal() -> re.Pattern[str]:
    """ "The winner was": an office before who holds it."""
    return re.compile(r" (?:is|(?P<past>was)) ")


def appointed(text: str, name: Span) -> range:
    """Where an office may start that is given to a name: in "named Anna Lind as its", "Anna Lind is the"."""
    before = text[max(0, name.start - _LONGEST_VERB) : name.start]
    pattern = _appointed() if _appointer().search(before) else copula()
    found = pattern.match(text, name.end)
    return range(name.end, found.end() + 1 if found else name.end)


@cache
def _appointer() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_appointing()}) (?:(?:Mr|Ms|Mrs|Dr)\.? )?\Z")


@cache
def _appointed() -> re.Pattern[str]:
    return re.compile(rf" (?:as )?{ARTICLE}")


@cache
def _appointing() -> str:
    return "|".join(map(re.escape, lexicon("mentions")["appointing"]))
