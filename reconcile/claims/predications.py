"""What a sentence says of each of its nouns, one predicate at a time: what it is, does, undergoes and has.

"Lea Holm, the founder of Odda Film, directed and sold it" says of Lea Holm that she is the founder of Odda Film,
directed it and sold it. What a sentence leaves open is not given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.claims.clauses import is_passive, subject_of
from reconcile.claims.stance import Stance, cues, is_awaited, reverse, stance, stance_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_CONTENT = {"NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV"}
_NOUNS = {"NOUN", "PROPN", "PRON"}
_VERBS = {"VERB", "AUX"}
_HELPING = {"aux", "auxpass", "amod", "compound", "nmod"}
_CLAUSES = {"relcl", "advcl", "ccomp", "xcomp", "parataxis"}
_COMPLEMENTS = {"attr", "acomp", "oprd"}
_FARTHEST = 6  # steps from a noun to what it stands for

Part = tuple[str, "Token"]  # how a word belongs to its predicate, and the word


@dataclass(frozen=True, slots=True)
class Said:
    """One predicate said of one noun. The first part is the predicate itself."""

    subject: Token
    role: str  # agent, patient, being or owner
    parts: tuple[Part, ...]
    denied: bool
    tense: str  # past, present, perfect; empty where the form does not tell
    awaited: bool = False  # "has yet to"
    never: bool = False


def predications(sentence: SpacySpan) -> Iterator[Said]:
    """All that a sentence affirms and denies, in the order of its predicates."""
    for token in sentence:
        if token.pos_ in _VERBS and token.dep_ not in _HELPING:
            yield from _deed(token)
        if (
            token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "conj", "attr", "appos"}
            and token.pos_ == "NOUN"
        ):
            yield from _possession(token)
        if token.pos_ in {*_NOUNS, "ADJ", "VERB"}:
            yield from _being(token)


def _deed(verb: Token) -> Iterator[Said]:
    """What a verb says of its subject, of its object and of the doer after "by"."""
    held = stance(verb)
    if held is Stance.OPEN or verb.lemma_ == "be":
        return
    subject, objects = _subject(verb), _objects(verb)
    passive = is_passive(verb)
    own = tuple(_arguments(verb, held is Stance.DENIED))
    if subject is not None:
        parts = (("", verb), *own, *_borrowed(verb, own))
        yield from _of(subject, "patient" if passive else "agent", verb, parts, held)
        doing = [("agent", t) for t in _all_described(subject)]
        if not passive:
            for thing in objects:
                yield from _of(thing, "patient", verb, (("", verb), *doing, *_without(own, thing)), held)
        for doer in _doers(verb):
            done = [("patient", t) for t in _all_described(subject)]
            yield from _of(doer, "agent", verb, (("", verb), *done, *_without(own, doer)), held)
    if subject is not None and verb.lemma_.lower() in cues("having"):
        has = reverse(held) if verb.lemma_.lower() in cues("lacking") else held
        for thing in objects:
            yield from _of(subject, "owner", verb, tuple(_noun_phrase(thing, has is Stance.DENIED)), has)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb above the adjective that governs it: "is incapable of leaving"."""
    found = subject_of(verb)
    if found is not None or verb.dep_ not in {"xcomp", "pcomp", "acomp"}:
        return found
    above = next((t for t in verb.ancestors if t.pos_ in _VERBS and t.dep_ not in _HELPING), None)
    return _subject(above) if above is not None else None


def _possession(noun: Token) -> Iterator[Said]:
    """ "Lind's director": there is one."""
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ in _NOUNS:
            yield from _of(child, "owner", noun, tuple(_noun_phrase(noun, False)), Stance.AFFIRMED)


def _being(word: Token) -> Iterator[Said]:
    """What somebody or something is: after "is", in apposition, after "as"."""
    placed = _predicate_of(word)
    if placed is None:
        return
    subject, governor, held = placed
    if held is Stance.OPEN or subject is None:
        return
    yield from _barely(subject, word, governor, held)
    denied = held is Stance.DENIED
    slot = word.head.lower_ if word.dep_ == "pobj" else ""
    parts = tuple(_noun_phrase(word, denied))
    if word.dep_ == "pobj" and word.head.head.lemma_ == "be":
        parts = ((slot, word), *parts[1:])
    role = "agent" if slot and word.head.head.lemma_.lower() in cues("unable") else "being"
    yield from _of(subject, role, governor, parts, held)


def _barely(subject: Token, noun: Token, governor: Token, held: Stance) -> Iterator[Said]:
    """ "is a barely known singer" denies that the singer is known."""
    for child in noun.children:
        if (
            child.dep_ == "amod"
            and any(c.lower_ in cues("adverbs") for c in child.children)
            and held is Stance.AFFIRMED
        ):
            yield from _of(subject, "being", governor, (("", child),), Stance.DENIED)


def _predicate_of(word: Token) -> tuple[Token | None, Token, Stance] | None:
    """Of whom a noun or an adjective is said, by which word, and whether it is."""
    above = word.head
    if word.dep_ in _COMPLEMENTS and above.pos_ in _VERBS and word.pos_ != "VERB":
        if word.lower_ in cues("anything"):
            return None
        objects = _objects(above) if word.dep_ == "oprd" else []
        return (objects[0] if objects else _subject(above)), above, stance(above)
    if word.dep_ == "ccomp" and word.pos_ in {"NOUN", "ADJ"} and above.lemma_.lower() in cues("making"):
        return next((c for c in word.children if c.dep_ == "nsubj"), None), above, stance(above)
    if word.dep_ == "appos" and word.pos_ in _NOUNS and above.pos_ in _NOUNS and not _names_another(word):
        return above, above, Stance.AFFIRMED
    if word.dep_ == "conj" and word.pos_ != "VERB" and above.dep_ in {*_COMPLEMENTS, "appos", "conj", "pobj"}:
        return _beside(word, above)
    if word.dep_ in {"pobj", "pcomp"}:
        return _prepositional(word, above)
    return None


def _names_another(noun: Token) -> bool:
    """Whether a noun opens the next name of a row rather than describe the one before: "his wife Ida, daughter Eva"."""
    if noun.pos_ != "NOUN" or noun.i + 1 >= noun.sent.end:
        return False
    after = noun.nbor(1)
    return after.pos_ == "PROPN" and (after.head.i == noun.i or noun.head.i == after.i)


def _beside(word: Token, first: Token) -> tuple[Token | None, Token, Stance] | None:
    """What stands in one row with a complement: "is a singer and actor"."""
    placed = _predicate_of(first)
    if placed is None:
        return None
    subject, governor, held = placed
    joined = {c.lower_ for c in first.children if c.dep_ == "cc"}
    if held is Stance.DENIED:
        held = Stance.AFFIRMED if "but" in joined else held if joined & {"or", "nor"} else Stance.OPEN
    if any(c.dep_ == "neg" for c in word.children):
        held = Stance.DENIED if held is Stance.AFFIRMED else Stance.OPEN
    return subject, governor, held


def _prepositional(word: Token, preposition: Token) -> tuple[Token | None, Token, Stance] | None:
    """ "served as a judge", "is on the board", "anything but a judge", "incapable of writing"."""
    above = preposition.head
    held = stance_of(above)
    denied = reverse(held)
    if preposition.lower_ in {"but", "from"} and above.lower_ in {*cues("anything"), "far"}:
        verb = next((t for t in above.ancestors if t.pos_ in _VERBS), None)
        return (_subject(verb), verb, denied) if verb is not None else None
    if preposition.lower_ == "of" and above.lemma_.lower() in cues("unable") and word.pos_ == "NOUN":
        verb = next((t for t in above.ancestors if t.pos_ in _VERBS), None)
        return (_subject(verb), verb, denied) if verb is not None else None
    if above.lemma_ == "be" and above.pos_ in _VERBS:
        return _subject(above), above, stance(above)
    if preposition.lower_ != "as":
        return None
    noun = preposition.nbor(-1) if preposition.i > preposition.sent.start else preposition
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if noun.lemma_.lower() in cues("standing"):
        return (owner, noun, Stance.AFFIRMED) if owner is not None else None
    if above.pos_ not in _VERBS or above.dep_ in _HELPING:
        return None
    if is_passive(above) or above.lemma_.lower() in cues("serving"):
        return _subject(above), above, stance(above)
    objects = _objects(above)
    return (objects[0], above, stance(above)) if objects and above.lemma_.lower() in cues("making") else None


def _of(subject: Token, role: str, governor: Token, parts: Sequence[Part], held: Stance) -> Iterator[Said]:
    tense, never = _tense(governor), any(c.lower_ in {"never", "ever"} for c in governor.children)
    subject = _past_brackets(subject)
    for noun in {t.i: t for s in (subject, *_conjuncts(subject)) for t in _stands_for(s)}.values():
        if all(noun.i != t.i for _, t in parts[:1]):
            yield Said(noun, role, tuple(parts), held is Stance.DENIED, tense, _awaits(governor), never)


def _past_brackets(subject: Token) -> Token:
    """The name before a bracket that the parser took for the subject: "Odda [ˈɔdɑ] is"."""
    before = subject.doc[subject.sent.start : subject.i + 1]
    return (
        subject
        if subject.pos_ in _NOUNS
        else next((t for t in reversed(before) if t.pos_ in _NOUNS), subject)
    )


def _awaits(verb: Token) -> bool:
    return any(is_awaited(t) for t in (verb, *verb.ancestors) if t.pos_ in _VERBS)


def _conjuncts(noun: Token) -> Sequence[Token]:
    return noun.conjuncts if noun.dep_ != "conj" else ()


def _stands_for(noun: Token) -> Iterator[Token]:
    """A noun and those that it is said of: in "Oda is a film directed by Holm" the film is Oda."""
    for _ in range(_FARTHEST):
        yield noun
        if (
            noun.dep_ == "pobj"
            and noun.head.lower_ == "of"
            and noun.head.head.lemma_.lower() in cues("kinds")
        ):
            noun = noun.head.head
            continue
        placed = _predicate_of(noun)
        if placed is None or placed[0] is None or placed[2] is not Stance.AFFIRMED:
            return
        noun = placed[0]


def _objects(verb: Token) -> list[Token]:
    found = [t for c in verb.children if c.dep_ == "dobj" for t in (c, *c.conjuncts) if t.pos_ in _NOUNS]
    return [_antecedent(verb, t) for t in found]


def _antecedent(verb: Token, noun: Token) -> Token:
    """What a relative pronoun stands for: "the accord, which they signed"."""
    return verb.head if noun.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else noun


def _doers(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (t for c in child.children if c.dep_ == "pobj" for t in (c, *c.conjuncts))


def _arguments(verb: Token, whole: bool) -> Iterator[Part]:
    """The words that go with a verb; `whole`: with the clauses in them, which narrow what is denied."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "oprd", "attr"}:
            yield from _described_as("patient", _antecedent(verb, child), whole)
        elif child.dep_ in {"prep", "agent"} and child.lower_ not in cues("beside the point"):
            yield from _introduced(child, whole)
        elif child.dep_ in {"advmod", "npadvmod", "acomp", "prt", "nmod"} and child.pos_ in _CONTENT | {
            "ADP"
        }:
            yield from _described_as("manner", child, whole)
        elif whole and child.dep_ in {"xcomp", "ccomp", "advcl"}:
            yield from (("clause", t) for t in child.subtree if t.pos_ in _CONTENT)


def _introduced(preposition: Token, whole: bool) -> Iterator[Part]:
    slot = "agent" if preposition.dep_ == "agent" else preposition.lower_
    for child in preposition.children:
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and whole):
            yield from _described_as(slot, child, whole)
        elif child.dep_ == "prep":
            yield from _introduced(child, whole)


def _described_as(slot: str, noun: Token, whole: bool) -> Iterator[Part]:
    if noun.pos_ in _CONTENT or noun.dep_ == "prt":
        yield slot, noun
    for child in noun.children:
        if child.dep_ == "conj":
            either = whole and any(c.lower_ in {"or", "nor"} for c in noun.children if c.dep_ == "cc")
            if not either and child.pos_ not in _VERBS:
                yield from _described_as(slot, child, whole)
        elif child.dep_ in {"prep", "agent"}:
            if child.lower_ not in cues("beside the point"):
                yield from _introduced(child, whole)
        elif child.dep_ in {"relcl", "acl"}:
            if whole:
                yield from (("clause", t) for t in child.subtree if t.pos_ in _CONTENT)
        elif child.dep_ == "appos":
            if not whole and child.pos_ == "PROPN":
                yield from _described_as(slot, child, whole)
        elif child.dep_ not in {"poss", *_CLAUSES}:
            yield from _described_as("of" if child.pos_ in _NOUNS else "described", child, whole)


def _noun_phrase(noun: Token, whole: bool) -> Iterator[Part]:
    """A noun or an adjective with what describes it; what stands before the first of a row goes with the others too."""
    yield "", noun
    parts = [(slot, t) for slot, t in _described_as("", noun, whole) if t.i != noun.i]
    yield from ((slot, t) for slot, t in parts if slot)
    if noun.dep_ == "conj" and not whole:
        yield from (("described", c) for c in noun.head.lefts if c.dep_ in {"compound", "amod", "nmod"})
    if not whole:
        clauses = (c for c in noun.children if c.dep_ in {"relcl", "acl"})
        inside = (t for c in clauses for t in c.subtree if t.pos_ in _CONTENT)
        yield from (("clause", t) for t in inside if stance_of(t) is Stance.AFFIRMED)


def _all_described(noun: Token) -> Iterator[Token]:
    return (t for n in _stands_for(noun) for _, t in _described_as("", n, False))


def _borrowed(verb: Token, own: Sequence[Part]) -> Iterator[Part]:
    """The object that a verb shares with the next one: "wrote and directed the film"."""
    if any(slot == "patient" for slot, _ in own):
        return
    following = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if following is not None and not any(c.dep_ in {"prep", "dobj"} for c in verb.children):
        yield from _arguments(following, False)


def _without(parts: Sequence[Part], noun: Token) -> Iterator[Part]:
    return ((slot, t) for slot, t in parts if t.i != noun.i)


def _tense(governor: Token) -> str:
    forms = [governor, *(c for c in governor.children if c.dep_ in {"aux", "auxpass"})]
    tags = {t.tag_ for t in forms}
    if any(t.lemma_ == "have" and t.tag_ in {"VBZ", "VBP"} and t is not governor for t in forms):
        return "perfect"
    return "past" if "VBD" in tags else "present" if tags & {"VBZ", "VBP"} else ""
