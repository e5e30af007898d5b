"""What stands for a name: he and she, "the 24-year-old", "the striker", "the company"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from reconcile.claims.clauses import subject_of
from reconcile.claims.mentions.vocabulary import words
from reconcile.claims.model import EntityKind, Mention
from reconcile.facets.place import gazetteer
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_BACK = 2  # sentences before a pronoun's own
_NOT_SUBJECT = 1.5  # sentences by which other names lie farther off than subjects
_AGED = re.compile(r"\d{1,3}[-‐]years?[-‐]old", re.IGNORECASE)
_AGE_TOKENS = 5  # "24", "-", "year", "-", "old", as the tokenizer may cut it
_LAST = 8  # names before a pronoun among which its clause's subject is looked for
_BESIDE = {"compound", "amod", "nmod", "appos"}
_WITHIN = {"compound", "amod", "nmod", "det"}  # not the last word of its phrase
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "pobj", "dative", "iobj"}
_PLURAL = ("sh", "ch", "ese", "ss")  # "the French" are many


def references(doc: Doc, named: Sequence[Mention]) -> Iterator[Mention]:
    """The words that stand for someone or some body named before them, as far as that is safe."""
    field = _Field(doc, named)
    for token in doc:
        field.move_to(token.idx)
        reference = field.of_pronoun(token) or field.of_description(token)
        if reference:
            field.see(reference)
            yield reference


@dataclass(frozen=True, slots=True)
class _Seen:
    """One naming, or one reference already resolved."""

    mention: Mention
    subject: bool
    sentence: int

    def farness(self, sentence: int) -> float:
        """How far back it lies for a pronoun: a subject of the sentence before is nearer than others of this one."""
        return sentence - self.sentence + (0.0 if self.subject else _NOT_SUBJECT)


class _Field:
    """Whom a document has named so far, nearest last, and what it has said they are."""

    def __init__(self, doc: Doc, named: Sequence[Mention]) -> None:
        self._doc = doc
        self._named = named
        self._at = 0
        self._seen: list[_Seen] = []
        self._said: dict[int, set[str]] = defaultdict(set)
        self._gender = _genders(doc, named)
        self._starts = [sentence.start_char for sentence in doc.sents]

    def move_to(self, offset: int) -> None:
        """Take in the names that end before an offset."""
        while self._at < len(self._named) and self._named[self._at].span.end <= offset:
            mention = self._named[self._at]
            self.see(mention)
            self._said[mention.entity].update(_said_of(_root(self._doc, mention)))
            self._at += 1

    def see(self, mention: Mention) -> None:
        self._seen.append(
            _Seen(mention, _is_subject(_root(self._doc, mention)), self._sentence(mention.span.start))
        )

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def of_pronoun(self, token: Token) -> Mention | None:
        """He and she are the nearest person who is a subject, else the nearest.

        "Lind had pushed him": whom something is done to is not who does it.
        """
        gender = _pronouns().get(token.lower_)
        if gender is None:
            return None
        here = self._sentence(token.idx)
        fitting = [
            seen
            for seen in self._near(token, EntityKind.PERSON, _BACK)
            if self._gender.get(seen.mention.entity, gender) == gender
        ]
        owner = min(fitting, key=lambda seen: seen.farness(here), default=None)
        if owner is None:
            return None
        self._gender.setdefault(owner.mention.entity, gender)
        lone = len({seen.mention.entity for seen in fitting if seen.sentence >= owner.sentence}) == 1
        sure = owner.mention.sure and lone and not self._someone_between(owner.mention, token)
        return _standing(owner.mention, Span(token.idx, token.idx + len(token.text)), sure)

    def _someone_between(self, owner: Mention, token: Token) -> bool:
        """Whether a person without a name acts since: "Ana Duarte left. The skipper was tired, she said."""
        known = [seen.mention.span for seen in self._seen if seen.mention.span.start > owner.span.start]
        return any(
            t.dep_ in _SUBJECTS and t.pos_ == "NOUN" and t.lemma_ in words("people")
            for t in self._doc[_root(self._doc, owner).i + 1 : token.i]
            if not any(span.start <= t.idx < span.end for span in known)
        )

    def of_description(self, noun: Token) -> Mention | None:
        """The one bearer whom a description fits: by what was said of it, else by its being the only one near."""
        article = _article(noun)
        if article is None:
            return None
        span = Span(article.idx, noun.idx + len(noun.text))
        if self._beside_name(span) or any(c.dep_ == "appos" for c in noun.children):
            return None
        owner = self._described(noun)
        return _standing(owner, span) if owner else None

    def _described(self, noun: Token) -> Mention | None:
        word, text = noun.lemma_.casefold(), str(noun.text)
        if word in words("bodies"):
            return self._fitting(word, EntityKind.ORGANISATION)
        of_nation = gazetteer().is_nationality(text) and not text.endswith(_PLURAL)
        if of_nation or _is_aged(noun):
            return self._fitting(word, EntityKind.PERSON) or self._only(noun)
        return self._fitting(word, EntityKind.PERSON) if word in words("people") else None

    def _beside_name(self, span: Span) -> bool:
        """Whether a name stands in a description or right after it: "the striker Anna Lind"."""
        return any(
            mention.span.start <= span.end + 1 and not gazetteer().is_nationality(mention.name.normal)
            for mention in self._named[self._at : self._at + 2]
        )

    def _near(self, token: Token, kind: EntityKind, back: int) -> Iterator[_Seen]:
        """Those of one kind up to so many sentences back, nearest first, less the one who does it to the token."""
        here, doer = self._sentence(token.idx), self._doer(token)
        for seen in reversed(self._seen):
            if here - seen.sentence > back:
                return
            if seen.mention.kind is kind and seen.mention.entity != doer:
                yield seen

    def _doer(self, token: Token) -> int | None:
        """Who does to somebody else what the clause tells."""
        verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        subject = subject_of(verb) if verb is not None and token.dep_ in _OBJECTS else None
        if subject is None:
            return None
        near = (seen.mention for seen in reversed(self._seen[-_LAST:]))
        return next((m.entity for m in near if m.span.start <= subject.idx < m.span.end), None)

    def _fitting(self, word: str, kind: EntityKind) -> Mention | None:
        """The bearer of whom the word was said, if it is one."""
        fitting = {
            seen.mention.entity: seen.mention
            for seen in self._seen
            if seen.mention.kind is kind and word in self._said[seen.mention.entity]
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _only(self, noun: Token) -> Mention | None:
        """The one person of this sentence, else of the one before; for a subject the one subject."""
        for back in (0, 1):
            near = list(self._near(noun, EntityKind.PERSON, back))
            alike = [seen for seen in near if seen.subject] if noun.dep_ in _SUBJECTS else near
            found = {seen.mention.entity: seen.mention for seen in alike}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None


def _standing(owner: Mention, span: Span, sure: bool = True) -> Mention:
    return replace(owner, span=span, pronoun=True, sure=sure)


@cache
def _pronouns() -> Mapping[str, str]:
    """Personal pronouns with the gender that they tell."""
    found: Mapping[str, str] = lexicon("mentions")["personal_pronouns"]
    return found


def _article(noun: Token) -> Token | None:
    """The "the" of a singular noun phrase that ends in this token."""
    if noun.tag_ not in {"NN", "JJ", "NNP"} or noun.dep_ in _WITHIN:
        return None
    return next((c for c in noun.children if c.lower_ == "the"), None)


def _is_aged(noun: Token) -> bool:
    """Whether a noun phrase gives an age: "the 24-year-old striker"."""
    start = max(noun.sent.start, noun.i - _AGE_TOKENS)
    return _AGED.search(str(noun.doc[start : noun.i + 1].text)) is not None


def _tokens(doc: Doc, mention: Mention) -> SpacySpan:
    tokens = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    assert tokens is not None  # a mention was read from these tokens
    return tokens


def _root(doc: Doc, mention: Mention) -> Token:
    return _tokens(doc, mention).root


def _is_subject(token: Token) -> bool:
    """Whether it is a subject, or stands beside one: "her team mate Anna Lind fell"."""
    beside = token.dep_ in _BESIDE and token.head.pos_ in {"NOUN", "PROPN"}
    return token.dep_ in _SUBJECTS or (beside and token.head.dep_ in _SUBJECTS)


def _said_of(name: Token) -> Iterator[str]:
    """The words of a name and those that describe it: "the Belgian Joris Maes", "Anna Lind, a striker"."""
    around = [name, *(c for c in name.children if c.dep_ in _BESIDE)]
    if name.dep_ in _BESIDE:
        around += [name.head, *(c for c in name.head.children if c.dep_ in _BESIDE)]
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        around += [c for c in name.head.children if c.dep_ == "attr"]
    for token in around:
        yield token.lemma_.casefold()
        yield from (c.lemma_.casefold() for c in token.children if c.dep_ in {"compound", "amod"})


def _genders(doc: Doc, named: Sequence[Mention]) -> dict[int, str]:
    """The gender that a title gives away, by entity."""
    titles = lexicon("speech")
    found: dict[int, str] = {}
    for mention in named:
        first = _tokens(doc, mention)[0]
        beside = {first.lower_.rstrip("."), first.nbor(-1).lower_.rstrip(".") if first.i else ""}
        for gender in ("male", "female"):
            if not beside.isdisjoint(titles[gender]):
                found.setdefault(mention.entity, gender)
    return found
