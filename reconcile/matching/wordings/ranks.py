"""Ranks and ordinals that a definition gives its subject: "the third largest city in Kenya", "her second novel"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Mention, Word
from reconcile.facets.polarity import opposite
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile
from reconcile.matching.wordings.traits import Trait
from reconcile.text import Span

_SUPERLATIVE = "est"
_HYPHEN = "-"
_THING = {"NOUN", "PROPN", "ADJ"}
_INTRODUCING = {"DET", "PRON", "PART", "PROPN"}  # between a rank and what introduces it: "Ann Lee's second"
_NARROWING = {"VERB", "PRON", "PART", "SCONJ"}  # right behind it, they single out one of a kind: "to be sold"


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order. `by` is the quality that orders, empty where things are only counted through."""

    number: float
    by: str


def compare_ranks(x: Rank, y: Rank) -> Comparison:
    """Whether one thing can hold two places in one order; from its other end, or by another quality, it is unknown."""
    if x.by != y.by and not opposite(x.by, y.by):
        return Comparison(Agreement.UNKNOWN, "They are ranks in different orders.")
    same = x == y
    said = f"{_said(x)} and {_said(y)} are {'one place' if same else 'two places'} in one order."
    return Comparison(Agreement.AGREE if same else Agreement.DIFFER, said)


def _said(rank: Rank) -> str:
    return f"no. {rank.number:g}{f' ({rank.by})' if rank.by else ''}"


def ranks(profile: Profile, rest: Sequence[Word], entities: Entities) -> Iterator[Trait]:
    """The ranks that a sentence gives its subject.

    Args:
        rest: the sentence from its verb on, brackets left out.
    """
    words = [w for w in rest if w.text.strip() and w.text != _HYPHEN]
    until = next((i for i, w in enumerate(words) if w.text.lower() in _relatives()), len(words))
    ordinals = _ordinals(profile)
    for i in range(1, until):
        number, after = _number(ordinals, words, i)
        by, after = _quality(words, after)
        things = _things(words[after:]) if number or by else []
        if not things or not _is_of_subject(words, i, bool(by)):
            continue
        if not by and things[-1].lemma in lexicon("events")["event_nouns"]:
            continue  # what happens again
        scope = _scope(profile, words[:i], words[after + len(things) :], entities)
        if scope is not None:
            rank = Rank(number or 1.0, by)
            span = Span(words[i].span.start, things[-1].span.end)
            thing = " ".join(w.lemma for w in things)
            yield Trait(f"rank as {thing} {scope}".strip(), Kind.NUMBER, span, rank, _said(rank))


@cache
def _relatives() -> frozenset[str]:
    return frozenset(lexicon("polarity")["relatives"])


def _ordinals(profile: Profile) -> Mapping[int, Quantity]:
    """The ordinals of a sentence by where they start."""
    values = profile.claim.wording.values
    return {v.span.start: v for v in values if isinstance(v, Quantity) and v.dimension == "ordinal"}


def _number(ordinals: Mapping[int, Quantity], words: Sequence[Word], i: int) -> tuple[float, int]:
    """The ordinal that starts at a word, 0 where there is none, and the word after it."""
    value = ordinals.get(words[i].span.start)
    if value is None:
        return 0.0, i
    after = (j for j in range(i, len(words)) if words[j].span.start >= value.span.end)
    return value.stated, next(after, len(words))


def _quality(words: Sequence[Word], i: int) -> tuple[str, int]:
    """The superlative at a word, empty where there is none, and the word after it."""
    if i + 1 < len(words) and words[i].text.lower() in {"most", "least"} and words[i + 1].pos == "ADJ":
        return f"{words[i].text.lower()} {words[i + 1].lemma}", i + 2
    if i < len(words) and words[i].pos == "ADJ" and words[i].text.lower().endswith(_SUPERLATIVE):
        return words[i].lemma, i + 1
    return "", i


def _things(words: Sequence[Word]) -> list[Word]:
    """What is ranked: the noun with what stands before it."""
    found = list(takewhile(lambda w: w.pos in _THING, words))
    return found if found and found[-1].pos in {"NOUN", "PROPN"} else []


def _is_of_subject(words: Sequence[Word], i: int, in_order: bool) -> bool:
    """Whether the rank is the subject's: after "is" or "making it", or of what it is a part of ("on her second album").

    What lies in the largest city is not the largest city.
    """
    before = next((w for w in reversed(words[:i]) if w.pos not in _INTRODUCING), None)
    if before is None:
        return False
    if before.pos == "ADP":
        return before.text.lower() in lexicon("deeds")["belonging"] and not in_order
    return before.pos == "CCONJ" or before.lemma in lexicon("deeds")["being"]


def _scope(profile: Profile, before: Sequence[Word], after: Sequence[Word], entities: Entities) -> str | None:
    """Among whose or where it ranks; empty where that is left open, None where it cannot be told."""
    after = after[1:] if after and after[0].lemma in lexicon("deeds")["one_doer"] else after
    owner = before[-1] if before else None
    if owner and (owner.text.lower() in {"'s", "’s", "'", "’"} or owner.pos == "PRON"):
        named = _mention(profile, before[-2].span if owner.pos != "PRON" and len(before) > 1 else owner.span)
    elif not after or after[0].pos not in {"ADP", *_NARROWING}:
        return ""
    else:
        within = next((w for w in after[1:] if w.pos not in {"DET", "ADJ", "NOUN"}), None)
        scoped = within is not None and after[0].text.lower() in lexicon("deeds")["scopes"]
        named = _mention(profile, within.span) if within and scoped else None
        after = [w for w in after if named and w.span.start >= named.span.end]
    if named is None or (after and after[0].pos in _NARROWING):
        return None
    return f"of {entities.by_number[entities.of(profile.claim.document, named)].name}"


def _mention(profile: Profile, at: Span) -> Mention | None:
    return next((m for m in profile.claim.wording.mentions if m.span.overlaps(at)), None)
