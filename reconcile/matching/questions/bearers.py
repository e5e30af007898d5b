"""Whose an attribute is, and whether two accounts tell of one bearer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reconcile.agreement import Agreement
from reconcile.claims.model import BoundValue, Mention, Participant, Word
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile, alike, are_of_kind, common
from reconcile.matching.questions.answer import Bearer
from reconcile.text import Span

_SUBJECTS = ("patient", "agent")  # "founded in 1994": whom it is done to, before who does it
_OF = "of"
_RELATIVE = {"whom", "who", "which", "that"}
_REACH = 6  # words behind "of" among which the owner's noun stands


def bearer(profile: Profile, value: Span, nouns: Collection[str] = ()) -> Bearer:
    """The owner of one of the nouns ("the group's head office"), else whom or what the clause is about."""
    found = next(_owners(profile, nouns), None)
    return found or next(_subjects(profile, value, nouns), Bearer())


def described(profile: Profile, bound: BoundValue) -> Bearer:
    """What a figure stands before: the tower, of "the 90-metre tower"."""
    found = (p for p in profile.claim.participants if p.head == bound.head)
    return next((_borne_by(profile, p) for p in found), Bearer(noun=bound.head))


def _subjects(profile: Profile, value: Span, nouns: Collection[str]) -> Iterator[Bearer]:
    claim = profile.claim
    counted = {b.head for b in claim.quantities if b.span == value and b.head != profile.predicate}
    for slot in _SUBJECTS:
        for p in claim.participants:
            if p.slot == slot and p.head not in {*counted, *nouns} and not _is_figure(profile, p):
                yield _borne_by(profile, p)


def _is_figure(profile: Profile, participant: Participant) -> bool:
    """Whether a figure stands for what it counts: "took six to Naryn"."""
    return any(v.span.overlaps(participant.span) for v in profile.claim.wording.values)


def _borne_by(profile: Profile, participant: Participant) -> Bearer:
    if participant.pronoun and participant.mention is None:
        told_of = (b.head for b in profile.claim.quantities if b.path[:1] == (profile.predicate,))
        return Bearer(noun=next(told_of, "")) if participant.head in _RELATIVE else Bearer()
    return Bearer(participant.mention, participant.head, participant.modifiers)


def _owners(profile: Profile, nouns: Collection[str]) -> Iterator[Bearer]:
    """Who has it: "the group's seat", "the seat of the group", "it has its seat"."""
    wording = profile.claim.wording
    for said in wording.predications:
        if (
            said.subject.slot == "owner"
            and said.parts[0].word.lemma in nouns
            and not _is_pronoun(said.subject)
        ):
            yield _borne_by(profile, said.subject)
    for n, word in enumerate(wording.words[:-1]):
        if word.lemma in nouns and wording.words[n + 1].lemma == _OF:
            yield from _complement(wording.words[n + 2 : n + 2 + _REACH], wording.mentions)


def _is_pronoun(participant: Participant) -> bool:
    """Whether a pronoun that stands for nobody known is the owner: "its"."""
    return participant.mention is None and (
        participant.pronoun or participant.head in {"its", "their", "his", "her"}
    )


def _complement(words: Collection[Word], mentions: Collection[Mention]) -> Iterator[Bearer]:
    """The noun phrase behind "of"."""
    modifiers: set[str] = set()
    for word in words:
        mention = next((m for m in mentions if m.span.contains(word.span) and not m.pronoun), None)
        if mention is not None or word.pos == "NOUN":
            yield Bearer(mention, word.lemma, frozenset(modifiers))
            return
        if word.pos not in {"DET", "ADJ", "PROPN", "VERB"}:
            return
        modifiers |= {word.text.lower()} if word.pos != "DET" else set()


def compare_bearers(a: Profile, x: Bearer, b: Profile, y: Bearer, entities: Entities) -> Agreement:
    """Whether two attributes are of one bearer: by name, else by what it is called; unknown where one is left open."""
    ours, theirs = _number(a, x, entities), _number(b, y, entities)
    if ours is not None and theirs is not None:
        return Agreement.AGREE if ours == theirs else Agreement.DIFFER
    if not (x.mention or x.noun) or not (y.mention or y.noun):
        return Agreement.UNKNOWN
    if ours is not None:
        return _by_its_noun(entities, ours, y.noun)
    if theirs is not None:
        return _by_its_noun(entities, theirs, x.noun)
    if not (alike(x.noun, y.noun) or are_of_kind(x.noun, y.noun)):
        return Agreement.DIFFER
    if x.noun != y.noun and (x.modifiers or y.modifiers):
        return Agreement.UNKNOWN  # "the club", "the club's women's team"
    shared = common(x.modifiers, y.modifiers)
    apart = len(shared) < len(x.modifiers) and len(shared) < len(y.modifiers)
    return Agreement.DIFFER if apart else Agreement.AGREE


def _by_its_noun(entities: Entities, named: int, noun: str) -> Agreement:
    """Whether a noun is part of a name: "the theatre" is the Tembo Theatre; else it may be anything."""
    return Agreement.AGREE if noun in entities.by_number[named].name.lower().split() else Agreement.UNKNOWN


def _number(profile: Profile, bearer: Bearer, entities: Entities) -> int | None:
    return entities.of(profile.claim.document, bearer.mention) if bearer.mention else None
