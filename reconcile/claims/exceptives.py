"""Exceptives: who is left out of "nobody" and "all" ("nobody but the pilot", "everyone except her")."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reconcile.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_DETERMINERS = {"det", "predet", "neg"}
_FRONTED = 3  # tokens of what opens a sentence before the name: "Apart from the"
_ENDS = {"VERB", "AUX", "PUNCT"}


def excepted(noun: Token) -> Token | None:
    """The noun of which the reverse is said: of "nobody but the pilot survived" the pilot; None if nobody is."""
    if not _is_sweeping(noun):
        return None
    cue = _behind(noun) or _in_front(noun)
    if cue is None:
        return None
    starts = {cue.i + 1, cue.i + 2}  # "except the cook", "except for the cook"
    return next((chunk.root for chunk in noun.sent.noun_chunks if chunk.start in starts), None)


def _is_sweeping(noun: Token) -> bool:
    """Whether a noun speaks of all there are, or of none."""
    if noun.lower_ in _cues("sweeping"):
        return True
    return any(c.dep_ in _DETERMINERS and c.lower_ in _cues("sweeping_determiners") for c in noun.children)


def _behind(noun: Token) -> Token | None:
    """The "but" between a noun and its verb."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.lower_ in _cues("exceptives"):
            return token
        if token.pos_ in _ENDS:
            return None
    return None


def _in_front(noun: Token) -> Token | None:
    """The "apart from" with which the sentence begins."""
    opening = noun.sent[:_FRONTED]
    if opening[0].lower_ not in _cues("fronted_exceptives") or opening[0].i >= noun.i:
        return None
    return next((t for t in opening if t.pos_ in {"ADP", "SCONJ"}), None)


@cache
def _cues(section: str) -> frozenset[str]:
    return frozenset(lexicon("stance")[section])
