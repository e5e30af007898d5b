"""Second names that a text gives someone: "Maria Ruiz, better known as La Paloma"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from reconcile.claims.mentions.vocabulary import words
from reconcile.claims.model import Mention

_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_LONGEST = 160  # characters between a name and the second one


def with_aliases(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those of a second name numbered as the bearer's."""
    bearer: dict[int, Mention] = {}
    for first, second in pairwise(named):
        between = text[first.span.end : second.span.start]
        if first.entity != second.entity and len(between) <= _LONGEST and _introduces(between):
            bearer[second.entity] = bearer.get(first.entity, first)
    return [
        replace(m, entity=bearer[m.entity].entity, kind=bearer[m.entity].kind) if m.entity in bearer else m
        for m in named
    ]


def _introduces(between: str) -> bool:
    """Whether nothing but brackets and "known as" stands between two names."""
    return _cue().fullmatch(_BRACKETS.sub("", between)) is not None


@cache
def _cue() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(words("alias_cues"), key=lambda cue: (-len(cue), cue)))
    return re.compile(rf"\s*[,(–—-]?\s*(?:\w+ ){{0,2}}(?:{cues}) (?:the )?[\"“'‘]?", re.IGNORECASE)
