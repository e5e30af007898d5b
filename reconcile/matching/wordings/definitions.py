"""Sentences that say what somebody or something is: the subject, and what single-valued things are said of it.

"Karl Brand (7 June 1912 – 1 May 1988) was a Danish painter", "Karl Brand was born in 1913", "Odda is a town in Norway".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from reconcile.claims.model import Mention, Word, Wording
from reconcile.facets.period import Period, read_period
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile
from reconcile.matching.wordings.adjectives import language, nationality
from reconcile.matching.wordings.careers import career
from reconcile.matching.wordings.deeds import deeds
from reconcile.matching.wordings.exclusives import exclusives
from reconcile.matching.wordings.kinds import kinds, ruled
from reconcile.matching.wordings.lifespans import age_at_death
from reconcile.matching.wordings.ranks import ranks
from reconcile.matching.wordings.relations import relations
from reconcile.matching.wordings.sites import sites
from reconcile.matching.wordings.titles import Title, title
from reconcile.matching.wordings.traits import Trait
from reconcile.matching.wordings.works import about_release, year_of_work
from reconcile.text import Span

_DASH = re.compile(r"[-–—−]+")
_LONGEST = 15  # words of a predicate noun with what describes it
_ENDING = {"ADP", "VERB", "AUX", "PRON", "SCONJ"}  # with these the noun phrase ends
_HYPHENS = {"-", "‐"}
_BESIDE = {"ADP", "PART"}  # a name after "of" or before "'s" is not what the sentence is about
_QUOTES = {'"', "“", "”", "'", "‘", "’"}
_NUMERAL = re.compile(r"[IVX]+")  # of a king
_NOW = {"is", "are", "'s", "’s", "has", "have"}


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence taken apart: its subject, what stands in brackets, and what follows its verb.

    `complement` is what follows "is": the words up to the first preposition, verb or comma. `rest` is all that follows.
    """

    profile: Profile
    subject: Span
    named: bool  # whether the subject is a name
    brackets: tuple[Word, ...]
    complement: tuple[Word, ...]
    rest: tuple[Word, ...]
    deed: tuple[Word, ...]
    predicate: tuple[Word, ...]  # its verb and all after it, with the word before

    @property
    def wording(self) -> Wording:
        return self.profile.claim.wording

    @property
    def now(self) -> bool:
        """Whether the verb is of the present."""
        return any(w.text.lower() in _NOW for w in self.predicate[:2])

    @property
    def lying(self) -> tuple[Word, ...]:
        """The words from "lies" on, where that is the verb."""
        verbs = [i for i, w in enumerate(self.predicate[:2]) if w.lemma in _cues("lying")]
        return self.predicate[verbs[0] :] if verbs else ()

    @property
    def had(self) -> tuple[Word, ...]:
        """What follows "has", where that is the verb."""
        verbs = [i for i, w in enumerate(self.predicate[:2]) if w.lemma == "have"]
        return tuple(_complement(self.predicate[verbs[0] + 1 :])) if verbs else ()


def define(profile: Profile, entities: Entities) -> Definition | None:
    """The definition that a claim's sentence gives; None where it is not about somebody or something named."""
    words, brackets = _apart(profile.claim.wording.words)
    called = title(words)
    subject = _subject(profile, words) or _general(words)
    about = subject or called
    if about is None:
        return None
    verb = _verb(words, about.span)
    after = words[verb + 1 :] if verb is not None and words[verb].lemma == "be" else ()
    denied = after[0] if after and after[0].lemma in _cues("denials") else None
    rest = after[1:] if denied else after
    predicate = words[max(0, verb - 1) :] if verb is not None else ()
    told = _Told(
        profile=profile,
        subject=about.span,
        named=isinstance(about, Mention),
        brackets=brackets,
        complement=tuple(_complement(rest)),
        rest=rest,
        deed=_deed(words, verb),
        predicate=predicate,
    )
    return Definition(
        subject=_identified(profile, about, entities),
        title=called.key if called else "",
        telling=partial(_traits, told, bool(denied), entities),
        complement=told.complement,
        rest=rest,
        name=_called(about),
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


@cache
def _cues(section: str) -> frozenset[str]:
    return frozenset(lexicon("definitions")[section])


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
            after = _after_name(profile.claim.wording, words, mention)
            if not any(w.pos in _BESIDE for w in (*before, *after[:1])):
                named = _surname(profile.claim.wording, after) or mention
                return named if named is not mention or _stands_alone(after) else None
    return None


def _after_name(wording: Wording, words: Sequence[Word], mention: Mention) -> list[Word]:
    """The words after a name, a king's number and what he is king of left out: "Olaf II of Norway"."""
    after = [w for w in words if w.span.start >= mention.span.end]
    after = after[1:] if after and _NUMERAL.fullmatch(after[0].text) else after
    after = after[2:] if [w.lemma for w in after[:2]] in (["and", bar] for bar in _cues("bars")) else after
    is_first = not any(w.span.end <= mention.span.start and w.pos != "DET" for w in words)
    if is_first and after and after[0].text in {"of", "at"}:
        land = next((m for m in wording.mentions if m.span.start >= after[0].span.end), None)
        if land:
            after = [w for w in after if w.span.start >= land.span.end]
    return after


def _surname(wording: Wording, after: Sequence[Word]) -> Mention | None:
    """The rest of a name after a nickname in quotation marks, which stands for the whole."""
    marks = [i for i, w in enumerate(after[:5]) if w.text in _QUOTES]
    if len(marks) < 2 or marks[0] or len(after) <= marks[1] + 1:
        return None
    start = after[marks[1] + 1].span.start
    return next((m for m in wording.mentions if m.span.start == start and not m.pronoun), None)


def _general(words: Sequence[Word]) -> Word | None:
    """The one word that a sentence begins with, right before its verb: "Gin is a spirit"."""
    starts = [w for w in words if w.text.strip() and w.pos != "SPACE"][:2]
    fits = (
        len(starts) == 2 and starts[0].pos in {"NOUN", "PROPN", "VERB"} and starts[1].pos in {"AUX", "VERB"}
    )
    return starts[0] if fits and starts[0].text[0].isupper() else None


def _stands_alone(after: Sequence[Word]) -> bool:
    """Whether the name is the whole subject, and not part of a longer one: "the Brand museum", "Brand and Lind"."""
    return not any(
        w.pos in {"NOUN", "PROPN", "NUM"} or (w.pos == "CCONJ" and w.text != "or") for w in after[:1]
    )


def _verb(words: Sequence[Word], subject: Span) -> int | None:
    """Where the verb of the subject stands: after what is set beside it in commas ("Salt, played by Lea Holm, is").

    Of "has been" it is the second word.
    """
    after = [i for i, w in enumerate(words) if w.span.start >= subject.end]
    verbs = [i for i in after if words[i].pos in {"AUX", "VERB"} and not _is_helping(words[i])]
    commas = [i for i in after if words[i].text == ","]
    if commas and verbs and commas[0] < verbs[0]:
        closing = [i for i in verbs if i - 1 in commas[1:] and words[i].pos == "AUX"]
        verbs = closing or verbs
    return verbs[0] if verbs else None


def _is_helping(word: Word) -> bool:
    return word.pos == "AUX" and word.lemma == "have"


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


def _traits(told: _Told, denied: bool, entities: Entities) -> Iterator[Trait]:
    life = [*_life(told)]
    yield from life
    yield from age_at_death(told.profile.claim, life)
    made = [*year_of_work(told.brackets, told.wording.values)]
    if denied:
        return
    fronted = [v for v in told.wording.values if isinstance(v, Period) and v.span.end <= told.subject.start]
    after = told.rest[len(told.complement) :]
    done = [*deeds(told.wording, told.deed, fronted, told.now)]
    yield from done
    yield from _birth_or_death(told.profile)
    nations = [*nationality(told.complement)]
    yield from nations
    yield from career(told.profile.claim, bool(nations))
    yield from language(told.complement)
    yield from sites(told.wording, told.complement, after or told.lying, bare=told.named)
    yield from relations(told.wording, told.complement, after, told.now)
    yield from kinds(told.complement, after)
    yield from ruled(told.had)
    yield from exclusives(told.wording, told.predicate, told.complement, after)
    made += year_of_work(told.complement, told.wording.values)
    yield from made
    yield from (release for x in made if (release := about_release(x)).slot not in {t.slot for t in done})
    yield from ranks(told.profile, told.predicate[1:], entities)


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
