"""Places that answer a question: where a body has its seat, whither a ship was bound, where a wedding was held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.claims.model import EntityKind, Mention, Word
from reconcile.facets.place import Place, read_place
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer, Bearer, asked
from reconcile.matching.questions.bearers import bearer
from reconcile.matching.questions.phrases import before, behind, cued, told_before, told_behind, told_by_deeds
from reconcile.text import Span

_WHERE = "where"
_DESTINATION, _ORIGIN = "bound for", "set out from"
_LEAVING = {"leave", "quit"}  # where a place goes with them, what is left: "left Bari for Durres"
_PASSED = {"DET", "ADJ"}
_DESCRIBING = {"ADJ", "NOUN"}
_SITE = 2  # words: "court in"
_INDEFINITE = {"a", "an", "another"}

_Asked = tuple[str, Bearer]  # a question, and whose matter it is


def places(profile: Profile) -> Iterator[Answer]:
    """The questions that the names of places in a claim answer."""
    if profile.claim.negated:
        return
    for span in _named(profile):
        words = before(profile, span, _PASSED)
        told = [*_called_for(profile, span, words), *_held(profile, span, words), *_standing(words)]
        if told and (place := _place(profile, span)):
            yield from (Answer(question, place, span, of_whom) for question, of_whom in told)


def _called_for(profile: Profile, span: Span, words: Sequence[Word]) -> Iterator[_Asked]:
    for question in sorted(_asked(profile, span, words)):
        if asked(question).get("asks") == _WHERE and not _is_one_of_several(question, words):
            yield question, bearer(profile, span, asked(question).get("nouns", ()))


def _standing(words: Sequence[Word]) -> Iterator[_Asked]:
    """Where a site lies, by the noun before it: "the district court in Molde"."""
    cues = lexicon("questions")["sites"]
    if len(words) < _SITE or words[-1].lemma not in cues["by"]:
        return
    if words[-2].pos != "NOUN" or words[-2].lemma not in cues["nouns"]:  # "the Tembo Gallery" is a name
        return
    described = words[-3:-2] if words[-3:-2] and words[-3].pos in _DESCRIBING else ()
    noun, modifiers = words[-2].lemma, frozenset(w.lemma for w in described)
    yield f"site: {noun}", Bearer(None, noun, modifiers)


def _is_one_of_several(question: str, words: Sequence[Word]) -> bool:
    """Whether the noun before a place leaves open whether there are more: "an office in York"."""
    nouns = asked(question).get("nouns", ())
    return len(words) > _SITE and words[-2].lemma in nouns and words[-3].text.lower() in _INDEFINITE


def _named(profile: Profile) -> list[Span]:
    """The names of the clause that may be of places: all but those of people."""
    claim = profile.claim
    own = [m for m in claim.mentions if not m.pronoun and _may_be_place(m)]
    return sorted(
        [
            *(m.span for m in own),
            *(p.span for p in claim.places if not any(m.span.overlaps(p.span) for m in own)),
        ]
    )


def _may_be_place(mention: Mention) -> bool:
    """Whether a name may be a place's: one word that looks like a person's name may as well be a town's."""
    return mention.kind is not EntityKind.PERSON or " " not in mention.name.normal


def _place(profile: Profile, span: Span) -> Place | None:
    claim = profile.claim
    found = read_place(span.shifted(-claim.span.start).of(claim.text)) if claim.span.contains(span) else None
    return replace(found, span=span) if found else None


def _asked(profile: Profile, place: Span, words: Sequence[Word]) -> frozenset[str]:
    """The questions that a place answers by the words before it and behind it, or by a deed that it goes with."""
    found = told_before(words) | told_behind(behind(profile, place))
    if not words:
        return found
    if _ends_route(words):
        found |= {_DESTINATION}
    if words[-1].lemma in _LEAVING and any(p.slot == "for" and p.mention for p in profile.claim.participants):
        found |= {_ORIGIN}
    for question in told_by_deeds(profile):
        if words[-1].lemma in asked(question).get("by", ()) and _is_of_whom(profile, place, question):
            found |= {question}
    return found


def _ends_route(words: Sequence[Word]) -> bool:
    """Whether what follows is where a vehicle goes: "the evening boat from Bari to"."""
    lemmas = [w.lemma for w in words]
    if lemmas[-1] != "to" or "from" not in lemmas:
        return False
    return any(w in lexicon("questions")["vehicles"] for w in lemmas[: lemmas.index("from")])


def _is_of_whom(profile: Profile, place: Span, question: str) -> bool:
    """Whether the deed is done to such as the question asks for, and to all: children brought to a town, no case."""
    wanted = asked(question).get("whom")
    if not wanted:
        return True
    if any(w.text.lower() in lexicon("events")["rest_cues"] for w in profile.claim.wording.words):
        return False
    moved = bearer(profile, place)
    named = moved.mention is not None and moved.mention.kind is EntityKind.PERSON
    return named or moved.noun in lexicon("questions")["counts"][wanted]


def _held(profile: Profile, place: Span, words: Sequence[Word]) -> Iterator[_Asked]:
    """Where something is or takes place, by the noun for it: "the wedding was held in Lyon", "the seat is in Graz"."""
    cues = lexicon("questions")["venues"]
    if not words or words[-1].lemma not in cues["by"] or profile.predicate not in cues["deeds"]:
        return
    for p in profile.claim.participants:
        if p.slot not in {"agent", "patient"} or p.mention is not None:
            continue
        if p.head in cues["nouns"]:
            yield f"venue: {p.head}", Bearer(None, p.head, p.modifiers)
        for question in sorted(cued("nouns").get(p.head, ())):
            if asked(question).get("asks") == _WHERE:
                yield question, bearer(profile, place, asked(question)["nouns"])
