"""What opens the first paragraph of a report: "OSLO, May 3 (Reuters) - "."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.documents.furniture import folded
from reconcile.documents.stamps import stamps
from reconcile.lexicon import lexicon
from reconcile.text import Span

_LONGEST = 120  # characters
_MOST_NAMES = 9
_AGENCY = re.compile(r"\([^()]{2,40}\)|/[A-Z][\w -]{1,20}/")
_CLOSE = re.compile(
    r"\s{0,3}[-–—]{1,3}\s{1,3}"  # OSLO, May 3 -
    r"|(?<=[\w)])—(?=\w)"  # OSLO (AP)—
    r"|[.,]{0,2}\s{0,3}/[A-Z][\w -]{1,20}/[.:]?\s{1,3}"  # OSLO, May 3. /NTB/.
    r"|(?<=[A-Z]\))\s{1,3}"  # OSLO, May 3 (NTB)
    r"|:\s{1,3}"  # OSLO:
)
_DASHES = ("-", "–", "—", "--")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")


def dateline(words: str) -> Span | None:
    """The dateline that opens a paragraph, up to the first word of the report; None where there is none."""
    for close in _CLOSE.finditer(words[:_LONGEST]):
        report = words[close.end() :].lstrip("\"'“‘«(")
        if not report or report[0].islower():
            return None
        lead, mark = words[: close.start()], close.group().strip()
        if lead.count("(") != lead.count(")"):
            return None  # the dates of a life: "Anna Lind (3 May 1864 – 6 June 1937) was a singer"
        if _opens_a_report(lead, mark) or (_is_plain(lead) and mark in _DASHES and words.count(mark) == 1):
            return Span(0, close.end())
    return None


def _opens_a_report(lead: str, close: str) -> bool:
    """Whether the words are a correspondent, or names with a date, with an agency or in capitals."""
    if folded(lead).startswith(tuple(lexicon("datelines")["correspondent"])):
        return close != ":"
    bare = _AGENCY.sub(" ", lead)
    if not close:
        return bool(stamps(lead)) and _all_are_names(_names(bare))
    sourced = bare != lead or close.startswith(("/", ".", ",")) or bool(stamps(lead))
    names = _names(bare)
    if len(names) > _MOST_NAMES or not _all_are_names(names):
        return False
    return sourced or (bool(names) and names[0].isupper() and len(names[0]) > 2)


def _is_plain(lead: str) -> bool:
    """Whether the words may be a place, and nothing else."""
    return len(lead.split()) <= 3 and _all_are_names(_names(lead))


def _names(lead: str) -> list[str]:
    return [word for word in _WORD.findall(lead) if word not in lexicon("datelines")["particles"]]


def _all_are_names(words: Sequence[str]) -> bool:
    sentence = bool(words) and words[0].casefold() in lexicon("datelines")["openers"]
    return not sentence and all(word[0].isupper() for word in words)
