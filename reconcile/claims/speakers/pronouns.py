"""Whom a pronoun that speaks stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from reconcile.claims.speakers.attribution import Attribution
from reconcile.claims.speakers.naming import Phrases, words
from reconcile.facets.place import gazetteer
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DISCOUNT = 0.85
_BODIES = {"ORG", "GPE", "NORP", "LOC", "FAC"}


class _Sort(Enum):
    PERSON = "person"
    BODY = "body"
    UNSURE = "unsure"  # a name that may be a person's or a body's
    SOMEONE = "someone"  # a person without a name: "the winner"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Someone whom a later pronoun may stand for."""

    span: Span
    sort: _Sort
    gender: str | None = None  # as an honorific tells it


def resolved(doc: Doc, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions, those of a pronoun with the name that it stands for, as far as that is safe."""
    pronouns: dict[str, str] = lexicon("speech")["pronouns"]
    candidates = _candidates(doc, [a.speaker for a in found if a.speaker])
    text = str(doc.text)  # spaCy builds it anew each time it is asked
    for attribution in found:
        speaker = attribution.speaker
        wanted = pronouns.get(speaker.of(text).lower()) if speaker else None
        if speaker is None or wanted is None:
            yield attribution
        else:
            name = _antecedent(speaker, wanted, candidates)
            yield replace(attribution, resolved=name, confidence=round(attribution.confidence * _DISCOUNT, 2))


def _candidates(doc: Doc, speakers: Sequence[Span]) -> list[_Candidate]:
    """All named subjects, and all speakers, in the order of the text."""
    phrases = Phrases(doc)
    subjects = [phrases.named(t) for t in doc if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ == "PROPN"]
    people = [e for e in doc.ents if e.label_ == "PERSON" and not gazetteer().is_place(e.text)]
    titled = [phrases.named(e.root) for e in people if e.root.pos_ == "PROPN"]
    titled = [span for span in titled if (named := doc.char_span(span.start, span.end)) and _gender(named[0])]
    surnames, spoken = {e[-1].text for e in people}, set(speakers)
    found = (
        _candidate(doc, span, surnames, span in spoken) for span in sorted({*subjects, *titled, *speakers})
    )
    return [candidate for candidate in found if candidate]


def _candidate(doc: Doc, span: Span, surnames: set[str], speaks: bool) -> _Candidate | None:
    tokens = doc.char_span(span.start, span.end)
    if tokens is None or tokens.root.pos_ == "PRON":
        return None
    last = tokens[-1]
    if last.text in surnames:
        return _Candidate(span, _Sort.PERSON, _gender(tokens[0]))
    if last.lower_ in words("bodies"):
        return _Candidate(span, _Sort.BODY)
    if last.pos_ == "PROPN":
        body = last.ent_type_ in _BODIES or gazetteer().is_place(tokens.text) or tokens.text.isupper()
        return _Candidate(span, _Sort.BODY if body else _Sort.UNSURE, _gender(tokens[0]))
    return _Candidate(span, _Sort.SOMEONE) if speaks else None


def _gender(first: Token) -> str | None:
    before = first.nbor(-1).lower_.rstrip(".") if first.i else ""
    return next((g for g in ("male", "female") if before in words(g)), None)


def _antecedent(pronoun: Span, wanted: str, candidates: Sequence[_Candidate]) -> Span | None:
    """The nearest before the pronoun that fits; nobody where that is a person without a name."""
    sorts = {_Sort.BODY, _Sort.UNSURE} if wanted == "body" else {_Sort.PERSON, _Sort.SOMEONE, _Sort.UNSURE}
    earlier = candidates[: bisect_left(candidates, pronoun, key=lambda c: c.span)]
    fitting = (c for c in reversed(earlier) if c.sort in sorts and c.gender in {None, wanted})
    nearest = next(fitting, None)
    return nearest.span if nearest and nearest.sort is not _Sort.SOMEONE else None
