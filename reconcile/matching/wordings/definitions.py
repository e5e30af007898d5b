"""Sentences that say what somebody or something is: the subject, and what single-valued things are said of it.

"Karl Brand (7 June 1912 – 1 May 1988) was a Danish painter", "Karl Brand was born in 1913", "Odda is a town in Norway".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reconcile.claims.model import Mention, Word, Wording
from reconcile.facets.period import Period, read_period
from reconcile.facets.place import gazetteer, read_place
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile
from reconcile.matching.wordings.deeds import deeds
from reconcile.matching.wordings.traits import Trait
from reconcile.text import Span

_DASH = re.compile(r"[-–—−]+")
_LONGEST = 15  # words of a predicate noun with what describes it
_ENDING = {"ADP", "VERB", "AUX", "PRON", "SCONJ"}  # with these the noun phrase ends
_HYPHENS = {"-", "‐"}
_BESIDE = {"ADP", "PART"}  # a name after "of" or before "'s" is not what the sentence is about


@dataclass(frozen=True, slots=True)
class Definition:
    """What a sentence says of its subject."""

    subject: int | str  # the entity, or the word for what no name is known of
    traits: tuple[Trait, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence taken apart: its subject, what stands in brackets, and what follows its verb.

    `complement` is what follows "is": the words up to the first preposition, verb or comma. `rest` is all that follows.
    """

    profile: Profile
    subject: Span
    brackets: tuple[Word, ...]
    complement: tuple[Word, ...]
    rest: tuple[Word, ...]
    deed: tuple[Word, ...]

    @property
    def wording(self) -> Wording:
        return self.profile.claim.wording


def define(profile: Profile, entities: Entities) -> Definition | None:
    """The definition that a claim's sentence gives; None where it is not about somebody or something named."""
    words, brackets = _apart(profile.claim.wording.words)
    subject = _subject(profile, words) or _general(words)
    if subject is None:
        return None
    verb = _verb(words, subject)
    after = words[verb + 1 :] if verb is not None and words[verb].lemma == "be" else ()
    denied = after[0] if after and after[0].lemma in _cues("denials") else None
    rest = after[1:] if denied else after
    told = _Told(profile, subject.span, brackets, tuple(_complement(rest)), rest, _deed(words, verb))
    return Definition(
        subject=entities.of(profile.claim.document, subject)
        if isinstance(subject, Mention)
        else subject.text.lower(),
        traits=tuple(_traits(told, bool(denied))),
    )


@cache
def _cues(section: str) -> frozenset[str]:
    return frozenset(lexicon("polarity")["defining"][section])


def _apart(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words outside brackets, and those inside."""
    outside: list[Word] = []
    inside: list[Word] = []
    depth = 0
    for word in words:
        depth += word.text.count("(") + word.text.count("[")
        (inside if depth > 0 else outside).append(word)
        depth = max(0, depth - word.text.count(")") - word.text.count("]"))
    return tuple(outside), tuple(inside)


def _subject(profile: Profile, words: Sequence[Word]) -> Mention | None:
    """The first name before the verb that is neither a possessor nor governed by a preposition."""
    verb = next((w.span.start for w in words if w.pos in {"AUX", "VERB"}), 0)
    for mention in profile.claim.wording.mentions:
        if mention.span.end <= verb and any(w.span.overlaps(mention.span) for w in words):
            before = [w for w in words if w.span.end <= mention.span.start][-1:]
            after = [w for w in words if w.span.start >= mention.span.end][:1]
            if not any(w.pos in _BESIDE for w in (*before, *after)):
                return mention if _stands_alone(after) else None
    return None


def _general(words: Sequence[Word]) -> Word | None:
    """The one word that a sentence begins with, right before its verb: "Gin is a spirit"."""
    starts = [w for w in words if w.text.strip() and w.pos != "SPACE"][:2]
    fits = (
        len(starts) == 2 and starts[0].pos in {"NOUN", "PROPN", "VERB"} and starts[1].pos in {"AUX", "VERB"}
    )
    return starts[0] if fits and starts[0].text[0].isupper() else None


def _stands_alone(after: Sequence[Word]) -> bool:
    """Whether the name is the whole subject, and not part of a longer one: "the Brand museum", "Brand and Lind"."""
    return not any(w.pos in {"NOUN", "PROPN", "CCONJ", "NUM"} for w in after)


def _verb(words: Sequence[Word], subject: Mention | Word) -> int | None:
    """Where the first verb after the subject stands."""
    following = (
        i for i, w in enumerate(words) if w.span.start >= subject.span.end and w.pos in {"AUX", "VERB"}
    )
    return next(following, None)


def _deed(words: Sequence[Word], verb: int | None) -> tuple[Word, ...]:
    """The words that tell what was done to the subject, or what it did without an object: "started in Bergen"."""
    if verb is None:
        return ()
    if words[verb].lemma == "be":
        return tuple(words[verb + 1 :])
    followed = [w.pos for w in words[verb + 1 : verb + 2]]
    return tuple(words[verb:]) if followed == ["ADP"] else ()


def _complement(rest: Sequence[Word]) -> Iterator[Word]:
    for i, word in enumerate(rest[:_LONGEST]):
        if word.pos in _ENDING and not _describes(rest, i):
            return
        if word.pos == "PUNCT" and word.text not in _HYPHENS:
            return
        yield word


def _describes(rest: Sequence[Word], i: int) -> bool:
    """Whether a verb form is part of a noun phrase: "an animated series", "a video-sharing website"."""
    beside = [*rest[max(0, i - 1) : i], *rest[i + 1 : i + 2]]
    hyphenated = any(w.text in _HYPHENS for w in beside)
    return rest[i].pos == "VERB" and (hyphenated or any(w.pos == "NOUN" for w in rest[i + 1 : i + 2]))


def _traits(told: _Told, denied: bool) -> Iterator[Trait]:
    yield from _life(told)
    if denied:
        return
    fronted = [v for v in told.wording.values if isinstance(v, Period) and v.span.end <= told.subject.start]
    yield from deeds(told.wording, told.deed, fronted)
    yield from _birth_or_death(told.profile)
    yield from _nationality(told.complement)
    yield from _site(told)


def _life(told: _Told) -> Iterator[Trait]:
    """The dates in brackets after a name: born and died."""
    dates = [p for value in told.wording.values for p in _ends(value) if _inside(p.span, told.brackets)]
    cues = {w.text.lower() for w in told.brackets}
    if len(dates) == 2 and any(_DASH.search(w.text) for w in told.brackets):
        yield _dated("birth", dates[0])
        yield _dated("death", dates[1])
    elif len(dates) == 1 and cues & _cues("births") and not cues & _cues("deaths"):
        yield _dated("birth", dates[0])
    elif len(dates) == 1 and cues & _cues("deaths") and not cues & _cues("births"):
        yield _dated("death", dates[0])


def _ends(value: object) -> Iterator[Period]:
    """A date; of "1903–1971" both years."""
    if not isinstance(value, Period):
        return
    parts = [p for p in re.finditer(r"[^-–—−]+", value.words) if p[0].strip()]
    found = [(p.start(), read_period(p[0])) for p in parts] if len(parts) == 2 else []
    if len(found) == 2 and all(period is not None for _, period in found):
        yield from (
            replace(p, span=p.span.shifted(value.span.start + at)) for at, p in found if p is not None
        )
    else:
        yield value


def _inside(span: Span, brackets: Sequence[Word]) -> bool:
    return any(w.span.overlaps(span) for w in brackets)


def _dated(slot: str, period: Period) -> Trait:
    return Trait(slot, Kind.DATE, period.span, period, period.normal)


def _birth_or_death(profile: Profile) -> Iterator[Trait]:
    """When the clause says that its subject was born, or died."""
    claim = profile.claim
    slot = {"bear": "birth", "die": "death"}.get(claim.predicate.lemma)
    if slot and not claim.negated:
        yield from (
            _dated(slot, p.value)
            for p in claim.periods
            if p.head == claim.predicate.lemma and isinstance(p.value, Period)
        )


def _nationality(complement: Sequence[Word]) -> Iterator[Trait]:
    """ "is a Danish painter": the adjective of a country; of a language it says nothing."""
    for i, word in enumerate(complement):
        following = {w.lemma for w in complement[i + 1 : i + 3]}
        country = gazetteer().country_of(word.text) if gazetteer().is_nationality(word.text) else None
        if country and not following & _cues("other_adjectives"):
            yield Trait("nationality", Kind.PLACE, word.span, country, word.text)


def _site(told: _Told) -> Iterator[Trait]:
    """ "is a town in Norway", "is in Norway": the places up to the next verb, of what does not move."""
    if told.complement and not {w.lemma for w in told.complement} & _cues("sites"):
        return
    tail = told.rest[len(told.complement) :]
    tail = tail[1:] if tail and tail[0].lemma in _cues("lying") else tail
    if not tail or tail[0].text.lower() not in {"in", "of"}:
        return
    verb = next((w.span.start for w in tail if w.pos in {"VERB", "AUX", "PRON", "SCONJ"}), tail[-1].span.end)
    for mention in told.wording.mentions:
        place = read_place(mention.name.normal) if tail[0].span.end <= mention.span.start < verb else None
        if place and (tail[0].text.lower() == "in" or gazetteer().is_country(place.key)):
            yield Trait("site", Kind.PLACE, mention.span, place, place.normal)
