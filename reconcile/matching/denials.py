"""Linking what one sentence denies of a subject with another that affirms it in other words.

"Lind has never written for television" and "Lind, a television writer, …": everything that is denied must be said of
the same subject in one predication, of the same parties, and at no other time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim, Part, Predication, Word
from reconcile.facets.period import Period, compare_periods
from reconcile.facets.place import gazetteer
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.entities import Entities
from reconcile.matching.likenesses import does, is_doer, says
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.profiles import Profile
from reconcile.matching.subjects import Holding

_SURE = 0.85
_NOUNS = {"NOUN", "PROPN"}
_OPEN = {"of", "described"}  # how what describes a noun is joined to it: "a television writer", "a writer for television"


@dataclass(frozen=True, slots=True)
class _Side:
    """A predication with the claim whose sentence makes it."""

    profile: Profile
    said: Predication
    entities: Entities

    @property
    def claim(self) -> Claim:
        return self.profile.claim

    @property
    def head(self) -> Part:
        return self.said.parts[0]

    @property
    def role(self) -> str:
        return self.said.subject.slot

    def named(self, word: Word) -> int | None:
        """The entity whose name a word is part of."""
        mention = next((m for m in self.claim.wording.mentions if m.span.overlaps(word.span)), None)
        return self.entities.of(self.claim.document, mention) if mention else None


def link_denials(pair: ClaimPair) -> Iterator[Link]:
    """What one of two sentences denies and the other affirms, the first such thing."""
    if pair.one_voice:
        return
    for denying, affirming in ((pair.a, pair.b), (pair.b, pair.a)):
        found = next(_contradicted(pair, denying, affirming), None)
        if found:
            yield _link(pair, *found)
            return


def says_otherwise(pair: ClaimPair, lemma: str) -> bool:
    """Whether one sentence denies and the other affirms a predicate, but of another party or at another time."""
    found = [
        _at_one_time(no, yes) and not any(p.word.pos in _NOUNS for p in _unaffirmed(no, yes, yes.head))
        for denying, affirming in ((pair.a, pair.b), (pair.b, pair.a))
        for no in _sides(denying, pair.entities, denied=True)
        for yes in _sides(affirming, pair.entities, denied=False)
        if no.head.word.lemma == yes.head.word.lemma == lemma and no.role == yes.role
    ]
    return bool(found) and not any(found)


def _contradicted(
    pair: ClaimPair, denying: Profile, affirming: Profile
) -> Iterator[tuple[_Side, _Side, Word]]:
    """A denied predication, the one that affirms it, and the word by which it does."""
    for no in _sides(denying, pair.entities, denied=True):
        for yes in _sides(affirming, pair.entities, denied=False):
            word = _contradict(no, yes)
            if word:
                yield no, yes, word


def _sides(profile: Profile, entities: Entities, *, denied: bool) -> Iterator[_Side]:
    for predication in profile.claim.wording.predications:
        if predication.denied is denied:
            yield _Side(profile, predication, entities)


def _contradict(no: _Side, yes: _Side) -> Word | None:
    """The word by which the one affirms what the other denies."""
    if not _of_one_subject(no, yes):
        return None
    head = _answering(no, yes)
    return head.word if head and _all_affirmed(no, yes, head) and _at_one_time(no, yes) else None


def _of_one_subject(no: _Side, yes: _Side) -> bool:
    """Whether both speak of one entity, or of one sort of thing in general."""
    ours, theirs = (s.said.subject.mention for s in (no, yes))
    if ours and theirs:
        return no.entities.of(no.claim.document, ours) == yes.entities.of(yes.claim.document, theirs)
    x, y = no.said.subject, yes.said.subject
    if ours or theirs or x.pronoun or x.head != y.head or x.modifiers != y.modifiers:
        return False
    return all(_in_general(s) for s in (no, yes)) or _is_one(no, yes)


def _in_general(side: _Side) -> bool:
    """Whether a subject is any such thing: "a horse is", "gin is", not "the horse was"."""
    words = [w for w in side.claim.wording.words if w.span.end <= side.said.subject.span.start]
    before = next((w for w in reversed(words) if w.lemma not in side.said.subject.modifiers), None)
    bare = before is None or before.text.lower() in {"a", "an"}
    return bare and side.said.tense in {"present", ""}


def _is_one(no: _Side, yes: _Side) -> bool:
    """Whether two descriptions are of one thing: "the dockers' union" where both name its town, "the mayor of Odda"."""
    shared = (no.entities.by_number[n] for n in no.profile.around & yes.profile.around)
    if no.said.subject.modifiers and any(e.distinctive for e in shared):
        return True
    ours, theirs = (_whose(s) for s in (no, yes))
    return ours is not None and ours == theirs


def _whose(side: _Side) -> int | None:
    """The entity named right after a subject: "the mayor of Odda"."""
    after = [w for w in side.claim.wording.words if w.span.start >= side.said.subject.span.end][:2]
    return side.named(after[1]) if len(after) > 1 and after[0].pos == "ADP" else None


def _answering(no: _Side, yes: _Side) -> Part | None:
    """The part of what is affirmed that says what the denied predicate says, or shows what it calls nothing at all."""
    took_part = {"being": is_doer, "agent": _contributes}.get(yes.role)
    if took_part and _has_part(no) and took_part(yes.head.word.lemma):
        return yes.head
    return _saying(no, yes)


def _contributes(verb: str) -> bool:
    return says(verb, "contribute")


def _saying(no: _Side, yes: _Side) -> Part | None:
    wanted, said = no.head.word.lemma, yes.head.word.lemma
    match no.role, yes.role:
        case "being", "being" if gazetteer().is_nationality(no.head.word.text):
            return next((p for p in yes.said.parts if _says(yes, p, no, no.head)), None)
        case (ours, theirs) if ours == theirs:
            alike = no.head.slot == yes.head.slot and _says(yes, yes.head, no, no.head)
            return yes.head if alike and not _tells_too_little(no) else None
        case "agent", "being":
            fits = does(said, wanted) or (wanted == "work" and is_doer(said))
            return yes.head if fits else None
        case "owner", "patient":
            doer = (p for p in yes.said.parts if p.slot == "agent" and _says(yes, p, no, no.head))
            return yes.head if does(wanted, said) else next(doer, None)
        case "patient", "owner":
            return yes.head if does(said, wanted) else None
        case ("patient", "being") | ("being", "patient"):
            return yes.head if no.head.word.text == yes.head.word.text and not _tells_too_little(no) else None
        case _:
            return None


def _has_part(no: _Side) -> bool:
    """Whether it is a part in something that is denied: "made no contribution to it", "had no links to it"."""
    parts = [no.head.word.lemma, *(p.word.lemma for p in no.said.parts if p.slot == "patient")]
    light = no.role == "owner" or no.head.word.lemma in _cues("light")
    return light and any(p in _cues("part") for p in parts)


def _tells_too_little(no: _Side) -> bool:
    """Whether a denial is of a bare verb: "did not play" leaves open what."""
    if no.role in {"being", "owner"} or len(_content(no)) > 1:
        return False
    lasting = (*lexicon("events")["once"], *lexicon("deeds")["once_in_one_place"], *_cues("lasting"))
    return not no.said.never and no.head.word.lemma not in lasting


def _content(side: _Side) -> list[Part]:
    """The words that say something; in "the film industry" the industry adds nothing."""
    dates = _dates(side)
    parts = [
        p
        for p in side.said.parts
        if p.word.text.lower() not in _fillers() and not any(d.span.overlaps(p.word.span) for d in dates)
    ]
    telling = [p for p in parts if p is side.head or p.word.lemma not in _cues("vague")]
    return telling if len(telling) > 1 else parts


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(lexicon("polarity")["stance"][name])


@cache
def _fillers() -> frozenset[str]:
    return frozenset(lexicon("polarity")["fillers"])


def _all_affirmed(no: _Side, yes: _Side, head: Part) -> bool:
    """Whether all that goes with the denied predicate goes with the affirmed one, and that is so still."""
    if no.said.tense != "past" and any(p.word.lemma in _cues("former") for p in yes.said.parts):
        return False
    return not _unaffirmed(no, yes, head)


def _unaffirmed(no: _Side, yes: _Side, head: Part) -> list[Part]:
    """What goes with the denied predicate alone."""
    others = [p for p in yes.said.parts if p is not head]
    in_any_way = _has_part(no)
    return [
        p
        for p in _content(no)
        if p is not no.head
        and not (in_any_way and p.word.lemma in _cues("part"))
        and not any((in_any_way or _go_alike(p.slot, q.slot)) and _says(yes, q, no, p) for q in others)
    ]


def _says(yes: _Side, said: Part, no: _Side, wanted: Part) -> bool:
    ours, theirs = no.named(wanted.word), yes.named(said.word)
    if ours is not None and ours == theirs:
        return True
    both_light = {said.word.lemma, wanted.word.lemma} <= _cues("light") and not (said.slot or wanted.slot)
    return both_light or says(_text(said), _text(wanted))


def _text(part: Part) -> str:
    return part.word.text if part.word.pos == "PROPN" else part.word.lemma


def _go_alike(a: str, b: str) -> bool:
    """Whether two words may stand in one relation to their predicates: not "against Ajax" and "for Ajax"."""
    return a == b or a in _OPEN or b in _OPEN or any({a, b} <= set(group) for group in _groups())


@cache
def _groups() -> Sequence[Sequence[str]]:
    return tuple(lexicon("polarity")["stance"]["like prepositions"])


def _at_one_time(no: _Side, yes: _Side) -> bool:
    """Whether a denial holds when the other is said to be so: what is not so yet, or now, may be so later or before."""
    if no.said.awaited or (no.said.tense == "perfect" and not no.said.never):
        return yes.role == "being"
    if not no.said.never and {no.said.tense, yes.said.tense} == {"past", "present"}:
        return False
    ours, theirs = (_dates(s) for s in (no, yes))
    return not ours or any(compare_periods(x, y).agreement is Agreement.AGREE for x in ours for y in theirs)


def _dates(side: _Side) -> list[Period]:
    """The dates that belong to what is said."""
    dates = (v for v in side.claim.wording.values if isinstance(v, Period))
    return [d for d in dates if any(d.span.overlaps(p.word.span) for p in side.said.parts)]


def _link(pair: ClaimPair, no: _Side, yes: _Side, word: Word) -> Link:
    wanted = no.head.word
    said = Comparison(Agreement.DIFFER, f"One says “{word.text}”, the other denies it.")
    held = [_holding(no, wanted, f"not {wanted.lemma}"), _holding(yes, word, word.lemma)]
    a, b = held if no.profile is pair.a else reversed(held)
    mention = no.said.subject.mention
    name = mention.name.normal if mention else no.said.subject.head
    return Link(Kind.POLARITY, wanted.lemma, a, b, said, _SURE, f"both speak of {name}")


def _holding(side: _Side, word: Word, normal: str) -> Holding:
    return Holding(side.claim.document, word.span, side.claim.sentence, normal, normal)
