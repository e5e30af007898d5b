"""A predication with the sentence that makes it, and what two of them share: subject, words, dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Part, Predication, Word
from reconcile.claims.stance import cues
from reconcile.facets.period import Period, period_agreement
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.predications.likenesses import says
from reconcile.matching.profiles import Profile, read_once
from reconcile.matching.subjects import Holding

_SURE = 0.85
_OPEN = {
    "of",
    "described",
}  # how what describes a noun is joined to it: "a television writer", "a writer for television"


Subject = int | tuple[str, frozenset[str]]  # an entity, or a noun with what describes it


@dataclass(frozen=True)
class Side:
    """A predication with the profile of a claim of its sentence."""

    profile: Profile
    said: Predication
    entities: Entities

    @property
    def head(self) -> Part:
        return self.said.parts[0]

    @property
    def role(self) -> str:
        return self.said.subject.slot

    @property
    def words(self) -> Sequence[Word]:
        """Those of the whole sentence."""
        return self.profile.claim.wording.words

    @cached_property
    def subject(self) -> Subject:
        """Whom or what it is said of, so that others can be looked up by it."""
        about = self.said.subject
        if about.mention:
            return self.entities.of(self.profile.claim.document, about.mention)
        return about.head, about.modifiers

    @cached_property
    def dates(self) -> list[Period]:
        """The dates that belong to what is said."""
        dates = (v for v in self.profile.claim.wording.values if isinstance(v, Period))
        return [d for d in dates if any(d.span.overlaps(p.word.span) for p in self.said.parts)]

    @cached_property
    def content(self) -> list[Part]:
        """The words that say something, dates left out; in "the film industry" the industry adds nothing."""
        dates = [d.span for d in self.dates]
        parts = [p for p in self.said.parts if not any(d.overlaps(p.word.span) for d in dates)]
        parts = [p for p in parts if p is self.head or p.word.text.lower() not in _fillers()]
        telling = [p for p in parts if p is self.head or p.word.lemma not in cues("vague")]
        return telling if len(telling) > 1 else parts

    def named(self, word: Word) -> int | None:
        """The entity whose name a word is part of."""
        claim = self.profile.claim
        mention = next((m for m in claim.wording.mentions if m.span.overlaps(word.span)), None)
        return self.entities.of(claim.document, mention) if mention else None


@cache
def _fillers() -> frozenset[str]:
    return frozenset(lexicon("polarity")["fillers"])


def sides(profile: Profile, entities: Entities, *, denied: bool) -> Sequence[Side]:
    """All that a claim's sentence affirms, or all that it denies."""
    return _both_sides(profile, entities)[denied]


@read_once
def _both_sides(profile: Profile, entities: Entities) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """What is affirmed, and what is denied."""
    said = [Side(profile, predication, entities) for predication in profile.claim.wording.predications]
    return tuple(s for s in said if not s.said.denied), tuple(s for s in said if s.said.denied)


def affirmed_of_it(side: Side, other: Profile) -> Iterator[Side]:
    """What another claim's sentence affirms of the subject of a side, in order."""
    told = _affirmed_by_subject(other, side.entities).get(side.subject, ())
    return (affirming for affirming in told if _of_one_subject(side, affirming))


@read_once
def _affirmed_by_subject(profile: Profile, entities: Entities) -> Mapping[Subject, Sequence[Side]]:
    found: dict[Subject, list[Side]] = defaultdict(list)
    for side in sides(profile, entities, denied=False):
        found[side.subject].append(side)
    return found


def _of_one_subject(x: Side, y: Side) -> bool:
    """Whether two subjects that read alike are one: one entity, one thing by the same description, or one sort of
    thing in general."""
    if x.said.subject.mention or x.said.subject.pronoun:
        return x.said.subject.mention is not None
    return all(map(_in_general, (x, y))) or _is_one(x, y)


def _in_general(side: Side) -> bool:
    """Whether a subject is any such thing: "a horse is", "gin is", not "the horse was"."""
    subject = side.said.subject
    before = [w for w in side.words if w.span.end <= subject.span.start and w.lemma not in subject.modifiers]
    bare = not before or before[-1].text.lower() in {"a", "an"}
    return bare and side.said.tense in {"present", ""}


def _is_one(x: Side, y: Side) -> bool:
    """Whether two descriptions are of one thing: "the dockers' union" where both name its town, "the mayor of Odda"."""
    shared = (x.entities.by_number[n] for n in x.profile.around & y.profile.around)
    if x.said.subject.modifiers and any(e.distinctive for e in shared):
        return True
    return _whose(x) is not None and _whose(x) == _whose(y)


def _whose(side: Side) -> int | None:
    """The entity named right after a subject: "the mayor of Odda"."""
    after = [w for w in side.words if w.span.start >= side.said.subject.span.end][:2]
    return side.named(after[1]) if len(after) > 1 and after[0].pos == "ADP" else None


def unmatched(wanted: Side, said: Side, head: Part, *, loosely: bool = False) -> list[Part]:
    """What goes with one predicate and not with the other, whose part `head` answers the predicate.

    `loosely`: in whatever relation a word stands to its predicate.
    """
    others = [p for p in said.said.parts if p is not head]
    return [
        p
        for p in wanted.content
        if p is not wanted.head
        and not any((loosely or _go_alike(p.slot, q.slot)) and says_same(said, q, wanted, p) for q in others)
    ]


def says_same(said: Side, part: Part, wanted: Side, other: Part) -> bool:
    """Whether a part says what a part of the other predication says."""
    entity = wanted.named(other.word)
    return (entity is not None and entity == said.named(part.word)) or says(_text(part), _text(other))


def _text(part: Part) -> str:
    return part.word.text if part.word.pos == "PROPN" else part.word.lemma


def _go_alike(a: str, b: str) -> bool:
    """Whether two words may stand in one relation to their predicates: not "against Ajax" and "for Ajax"."""
    return (
        a == b
        or a in _OPEN
        or b in _OPEN
        or any({a, b} <= set(g) for g in lexicon("stance")["like prepositions"])
    )


def at_one_date(wanted: Side, said: Side) -> bool:
    """Whether what is said has the date of what is wanted, if that has one."""
    dates = wanted.dates
    return not dates or any(period_agreement(x, y) is Agreement.AGREE for x in dates for y in said.dates)


def link(
    pair: ClaimPair, slot: str, x: tuple[Side, Word, str], y: tuple[Side, Word, str], detail: str
) -> Link:
    """The link of two sides, each with the word that holds its value and the value as a report shows it."""
    first, second = (x, y) if x[0].profile is pair.a else (y, x)
    subject = x[0].said.subject
    name = subject.mention.name.normal if subject.mention else subject.head
    comparison = Comparison(Agreement.DIFFER, detail)
    return Link(
        Kind.POLARITY, slot, _holding(*first), _holding(*second), comparison, _SURE, f"both speak of {name}"
    )


def _holding(side: Side, word: Word, normal: str) -> Holding:
    claim = side.profile.claim
    return Holding(claim.document, word.span, claim.sentence, normal, normal)
