"""Sentences that say what somebody or something is: the subject, and what single-valued things are said of it.

"Karl Brand (7 June 1912 – 1 May 1988) was a Danish painter", "Karl Brand was born in 1913", "Odda is a town in Norway".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from reconcile.claims.model import Claim, Mention, Word
from reconcile.facets.period import Period, read_period
from reconcile.findings import Kind
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile, read_once_a_sentence
from reconcile.matching.wordings.adjectives import NATIONALITY, language, nationality
from reconcile.matching.wordings.careers import career
from reconcile.matching.wordings.deeds import deeds
from reconcile.matching.wordings.exclusives import exclusives
from reconcile.matching.wordings.kinds import kinds, ruled
from reconcile.matching.wordings.lifespans import age_at_death
from reconcile.matching.wordings.ranks import ranks
from reconcile.matching.wordings.relations import relations
from reconcile.matching.wordings.sites import sites
from reconcile.matching.wordings.titles import Title
from reconcile.matching.wordings.told import Told, cues, take_apart
from reconcile.matching.wordings.traits import Trait
from reconcile.matching.wordings.works import about_release, year_of_work
from reconcile.text import Span

_DASH = re.compile(r"[-–—−]+")


@dataclass(frozen=True)
class Definition:
    """What a sentence says of its subject.

    `complement` is what follows "is": the words up to the first preposition, verb or comma. `rest` is all that follows.
    """

    subject: int | str  # the entity, or the word for what no name is known of
    title: str  # what the sentence calls it, where it begins with that
    telling: Callable[[], Iterable[Trait]]
    complement: tuple[Word, ...]
    rest: tuple[Word, ...]
    name: str  # of the subject, as it is written there
    now: bool  # whether it says how things are, and not how they were

    @cached_property
    def traits(self) -> tuple[Trait, ...]:
        """The single-valued things that it says; read when another definition of the subject is found, as few are."""
        return tuple(self.telling())


def define(profile: Profile, entities: Entities) -> Definition | None:
    """The definition that a claim's sentence gives; None where it is not about somebody or something named."""
    told = take_apart(profile)
    if told is None:
        return None
    return Definition(
        subject=_identified(profile, told.about, entities),
        title=told.title,
        telling=partial(_traits, profile, told, entities),
        complement=told.complement,
        rest=told.rest,
        name=_called(told.about),
        now=told.now,
    )


def same_subject(ours: Definition, theirs: Definition) -> bool:
    """Whether two definitions are of one thing: by the entity, and where one has none, by what they call it."""
    if isinstance(ours.subject, int) and isinstance(theirs.subject, int):
        return ours.subject == theirs.subject
    return ours.subject == theirs.subject or (bool(ours.title) and ours.title == theirs.title)


def _identified(profile: Profile, about: Mention | Word | Title, entities: Entities) -> int | str:
    match about:
        case Mention():
            return entities.of(profile.claim.document, about)
        case Title():
            return about.key
        case Word():
            return about.text.lower()


def _called(about: Mention | Word | Title) -> str:
    match about:
        case Mention():
            return about.name.normal
        case Title():
            return about.key
        case Word():
            return about.text


def _traits(profile: Profile, told: Told, entities: Entities) -> Iterator[Trait]:
    """What the sentence says, and what the clause says of lives and careers."""
    claim, said = profile.claim, _said(profile, told, entities)
    yield from said
    yield from age_at_death(claim, said)
    if not told.denied:
        yield from _birth_or_death(claim)
        yield from career(claim, any(t.slot == NATIONALITY for t in said))


@read_once_a_sentence
def _said(profile: Profile, told: Told, entities: Entities) -> tuple[Trait, ...]:
    return tuple(_of_sentence(profile, told, entities))


def _of_sentence(profile: Profile, told: Told, entities: Entities) -> Iterator[Trait]:
    yield from _life(told)
    if told.denied:
        return
    subject, values = told.about.span, told.wording.values
    fronted = [v for v in values if isinstance(v, Period) and v.span.end <= subject.start]
    after = told.rest[len(told.complement) :]
    done = [*deeds(told.wording, told.deed, fronted, told.now)]
    yield from done
    yield from nationality(told.complement)
    yield from language(told.complement)
    named = isinstance(told.about, Mention)
    yield from sites(told.wording, told.complement, after or told.lying, bare=named)
    yield from relations(told.wording, told.complement, after, told.now)
    yield from kinds(told.complement, after)
    yield from ruled(told.had)
    yield from exclusives(told.wording, told.predicate, told.complement, after)
    made = [*year_of_work(told.brackets, values), *year_of_work(told.complement, values)]
    yield from made
    yield from (release for x in made if (release := about_release(x)).slot not in {t.slot for t in done})
    yield from ranks(profile, told.predicate[1:], entities)


def _life(told: Told) -> Iterator[Trait]:
    """The dates in brackets after a name: born and died."""
    dates = [p for value in told.wording.values for p in _ends(value) if _inside(p.span, told.brackets)]
    words = {w.text.lower() for w in told.brackets}
    if len(dates) == 2 and any(_DASH.search(w.text) for w in told.brackets):
        yield _dated("birth", dates[0])
        yield _dated("death", dates[1])
    elif len(dates) == 1 and words & cues("births") and not words & cues("deaths"):
        yield _dated("birth", dates[0])
    elif len(dates) == 1 and words & cues("deaths") and not words & cues("births"):
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


def _birth_or_death(claim: Claim) -> Iterator[Trait]:
    """When the clause says that its subject was born, or died."""
    slot = {"bear": "birth", "die": "death"}.get(claim.predicate.lemma)
    if slot and not claim.negated:
        yield from (
            _dated(slot, p.value)
            for p in claim.periods
            if p.head == claim.predicate.lemma and isinstance(p.value, Period)
        )
