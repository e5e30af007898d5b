"""Sentences into clauses: one predicate each, with the words and participants that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reconcile.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_CLAUSAL = {"ROOT", "conj", "relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "pcomp", "dep", "appos"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
_LINKS = {"prep", "agent", "dative"}
_FOLLOWING = {"ccomp", "xcomp", "csubj", "relcl", "acl"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and the tokens of its own: its subtree less the clauses nested in it."""

    head: Token
    tokens: tuple[Token, ...]
    nominal: bool

    @property
    def start(self) -> int:
        return self.tokens[0].idx

    @property
    def end(self) -> int:
        return self.tokens[-1].idx + len(self.tokens[-1].text)


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(lexicon("events")["event_nouns"])


def is_event(noun: Token) -> bool:
    """Whether a noun names something that happens."""
    return noun.lemma_.lower() in _event_nouns()


@cache
def _two_words() -> frozenset[str]:
    """The verbs with a particle or an object that name an event together: "set up", "take office"."""
    return frozenset(w for group in lexicon("polarity")["synonyms"] for w in group if w.count(" ") == 1)


def event_lemma(token: Token) -> str:
    """The lemma of a word, with its particle or object where they name an event together."""
    lemma = str(token.lemma_).lower()
    if token.pos_ != "VERB":
        return lemma
    beside = (
        c for c in token.children if c.dep_ in {"prt", "dobj", "prep", "advmod"} and not _introduces_date(c)
    )
    found = (f"{lemma} {c.lower_}" for c in beside)
    return next((words for words in found if words in _two_words()), lemma)


def _introduces_date(preposition: Token) -> bool:
    """Whether a preposition is a date's, not the verb's: "taken into custody on 9 November" took nothing on."""
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)


def happens(verb: Token) -> bool:
    """Whether a verb only says that its subject happened."""
    return verb.lemma_ in lexicon("events")["happening"]


def clauses(sentence: SpacySpan) -> Iterator[Clause]:
    """The clauses of a sentence, outermost first; a nominal event ("the death of …") is a clause of its own too."""
    heads = [t for t in sentence if _is_head(t)] or [sentence.root]
    chosen = {t.i for t in heads}
    for head in heads:
        tokens = tuple(t for t in _own(head, chosen) if not t.is_space)
        if tokens:
            yield Clause(head, tokens, head.pos_ not in {"VERB", "AUX"})
    for token in sentence:
        if token.i not in chosen and _is_nominal_event(token):
            tokens = tuple(t for t in _own(token, chosen) if not t.is_space)
            yield Clause(token, tokens, True)


def _is_head(token: Token) -> bool:
    if token.dep_ == "ROOT":
        return True
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return token.dep_ in _CLAUSAL and not (token.dep_ == "conj" and token.head.pos_ not in {"VERB", "AUX"})


def _is_nominal_event(token: Token) -> bool:
    """A noun that names an event and says whose or when: "his death", "the sale of the paper", "a 2022 coup".

    In "the sale took place in May" it is the verb's clause that tells of it.
    """
    if token.pos_ != "NOUN" or not is_event(token) or (token.dep_ == "nsubj" and happens(token.head)):
        return False
    return any(
        c.dep_ in {"poss", "nummod"}
        or (c.dep_ == "prep" and c.lower_ in {"of", "in", "on", "by"})
        or c.ent_type_
        for c in token.children
    )


def _own(head: Token, chosen: set[int]) -> Iterator[Token]:
    """The head's subtree in order, not entering another clause."""
    left, stack = [], [head]
    while stack:
        token = stack.pop()
        left.append(token)
        stack.extend(c for c in token.children if c.i not in chosen)
    yield from sorted(left, key=lambda t: t.i)


def subject_of(head: Token) -> Token | None:
    """The noun that does or undergoes; a clause that has none borrows that of its governor."""
    for child in head.children:
        if child.dep_ in _SUBJECTS:
            return _antecedent(head, child) if child.tag_ in {"WDT", "WP"} else child
    if head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        return _whose(head) or subject_of(head.head)
    if head.dep_ in {"relcl", "acl"}:
        return head.head if head.head.pos_ not in {"VERB", "AUX"} else None
    if head.dep_ in {"advcl", "xcomp", "pcomp"} and head.tag_ in {"VBG", "VBN", "VB"}:
        governor = head.head if head.head.pos_ in {"VERB", "AUX"} else head.head.head
        return subject_of(governor) if governor is not head and governor.i != head.i else None
    return None


def _whose(head: Token) -> Token | None:
    """The owned noun before a verb that the parser took for a conjunct: "a firm whose founder, Anna Lind, was held"."""
    if any(c.dep_ == "cc" for c in head.head.children if head.head.i < c.i < head.i):
        return None
    return next(
        (t.head for t in head.doc[head.head.i + 1 : head.i] if t.tag_ == "WP$" and t.head.i > t.i), None
    )


def _antecedent(head: Token, pronoun: Token) -> Token:
    return head.head if head.dep_ == "relcl" else pronoun


def is_passive(head: Token) -> bool:
    """Whether the subject undergoes: "was killed", "a man killed in …" (a past participle that describes a noun)."""
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in head.children):
        return True
    if head.dep_ == "acl" and head.tag_ == "VBN":
        return True
    return head.dep_ == "conj" and head.tag_ == "VBN" and not _has_own_subject(head) and is_passive(head.head)


def _has_own_subject(head: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in head.children)


def arguments(clause: Clause) -> Iterator[tuple[str, Token]]:
    """(slot, noun) pairs: agent, patient, attribute, or the preposition that introduces the noun."""
    head = clause.head
    subject = subject_of(head)
    if subject is not None:
        yield from (("patient" if is_passive(head) else "agent", t) for t in _with_conjuncts(subject))
    for child in _arguments_under(head):
        if child.dep_ in {"dobj", "obj", "dative"} and child.pos_ != "ADP":
            yield from (("patient", t) for t in _with_conjuncts(child))
        elif child.dep_ in {"attr", "acomp", "oprd", "appos"}:
            yield from (("attribute", t) for t in _with_conjuncts(child))
        elif child.dep_ in {"poss", "compound", "nmod"} and clause.nominal:
            yield "agent" if child.dep_ == "poss" and _has_object(head) else "patient", child
        elif child.dep_ in _LINKS:
            yield from _oblique(child, clause.nominal)


def _has_object(noun: Token) -> bool:
    """Whether a noun for an event says to whom it is done, so that its possessor does it: "its purchase of Fervia"."""
    return is_event(noun) and any(c.lower_ == "of" for c in noun.children)


def _arguments_under(head: Token) -> Iterator[Token]:
    """The head's children, and those of the infinitives that it governs ("agreed to sell the mill")."""
    for child in head.children:
        yield child
        if child.dep_ == "xcomp" and child.pos_ in {"VERB", "AUX"}:
            yield from _arguments_under(child)


def _oblique(preposition: Token, nominal: bool) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            slot = _slot(preposition, nominal)
            for token in _with_conjuncts(child):
                yield slot, token
                for deeper in token.children:
                    if deeper.dep_ == "prep":
                        yield from _oblique(deeper, False)
        elif child.dep_ == "prep":
            yield from _oblique(child, nominal)


def _slot(preposition: Token, nominal: bool) -> str:
    if preposition.dep_ == "agent" or (nominal and preposition.lower_ == "by" and is_event(preposition.head)):
        return "agent"
    if nominal and preposition.lower_ == "of":
        return "patient"
    return str(preposition.lower_)


def _with_conjuncts(token: Token) -> list[Token]:
    return (
        [token, *token.conjuncts]
        if token.i <= min((c.i for c in token.conjuncts), default=token.i)
        else [token]
    )


def content_words(clause: Clause) -> Iterator[Token]:
    """The words that say what happened: nouns, verbs, adjectives and adverbs, not function words."""
    for token in clause.tokens:
        if token.pos_ in _CONTENT and not (
            token.is_stop and token.pos_ in {"ADV", "VERB", "ADJ"} and len(token) < 5
        ):
            yield token


def taken_up(pronoun: Token) -> Token:
    """What "it" takes up from the clause that opens its sentence: the dam, of "when the dam was tested, it failed"."""
    verb = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ not in {"nsubj", "nsubjpass"} or _points_ahead(verb):
        return pronoun
    opening = (c for c in verb.lefts if c.dep_ == "advcl" and c.i < pronoun.i)
    subjects = (t for c in opening for t in c.lefts if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ == "NOUN")
    return next((t for t in subjects if t.tag_ == "NN"), pronoun)


def _points_ahead(verb: Token) -> bool:
    """Whether "it" stands for what follows: "it was clear that", "it took hours to reach", "it was Lind who"."""
    return any(t.dep_ in _FOLLOWING for c in verb.rights for t in (c, *c.children))
