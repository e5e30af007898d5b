"""Who did something to a thing told after it: "Lea Holm directed Salt", "Salt's director, Lea Holm"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claims.model import Claim, Mention, Word
from reconcile.matching.wordings.deeds import deed_of, deed_of_doer
from reconcile.matching.wordings.fillers import filled, fillers
from reconcile.matching.wordings.traits import Trait

_NOW = {"is", "are"}
_JOINED = {"be", ","}  # between "the director" and the name


def done(claim: Claim) -> Iterator[tuple[Mention, Trait]]:
    """Things, and by whom something was done to them."""
    yield from _directed(claim)
    yield from _by_possession(claim)


def _directed(claim: Claim) -> Iterator[tuple[Mention, Trait]]:
    """ "Lea Holm directed Salt"."""
    deed = deed_of(claim.predicate.lemma)
    things = [p for p in claim.participants if p.slot == "patient"]
    if deed is None or claim.negated or claim.nominal or len(things) != 1:
        return
    thing, doers = things[0].mention, _doers(claim)
    if thing and not thing.pronoun and (not deed.passing or _is_present(claim.predicate)):
        yield from ((thing, t) for t in filled(f"{deed.verb} by", doers, several=deed.several))


def _doers(claim: Claim) -> list[Mention]:
    """The names before the verb; none where somebody is not named, or comes after it."""
    agents = [p for p in claim.participants if p.slot == "agent"]
    named = [p.mention for p in agents if p.mention and not p.mention.pronoun]
    in_order = all(m.span.end <= claim.predicate.span.start for m in named)
    return named if in_order and len(named) == len(agents) else []


def _is_present(verb: Word) -> bool:
    return verb.text.lower() in {verb.lemma, f"{verb.lemma}s"}


def _by_possession(claim: Claim) -> Iterator[tuple[Mention, Trait]]:
    """ "Salt's director, Lea Holm", "the director of Salt is Lea Holm"."""
    words = claim.wording.words
    for i, word in enumerate(words):
        deed = deed_of_doer(word.lemma) if word.pos in {"NOUN", "PROPN"} else None
        if deed is None:
            continue
        thing, next_word = _owner(claim, words, i)
        after = words[next_word : next_word + 1]
        if thing is None or not after or after[0].lemma not in _JOINED:
            continue
        if deed.passing and after[0].text not in _NOW:
            continue
        found = fillers(claim.wording, words[next_word + 1 :])
        several = deed.several or deed.office
        yield from ((thing, t) for t in filled(f"{deed.verb} by", found, several=several))


def _owner(claim: Claim, words: Sequence[Word], i: int) -> tuple[Mention | None, int]:
    """The name before "'s director", or after "director of", and the index of the word that follows it all."""
    if i > 1 and words[i - 1].pos == "PART":
        return _mention_ending(claim, words[i - 2].span.end), i + 1
    if [w.text for w in words[i + 1 : i + 2]] == ["of"]:
        for mention in claim.wording.mentions:
            inside = [n for n in range(i + 2, len(words)) if words[n].span.overlaps(mention.span)]
            if inside and all(w.pos == "DET" for w in words[i + 2 : inside[0]]):
                return mention, inside[-1] + 1
    return None, i + 1


def _mention_ending(claim: Claim, end: int) -> Mention | None:
    return next((m for m in claim.wording.mentions if m.span.end in (end, end + 2) and not m.pronoun), None)
