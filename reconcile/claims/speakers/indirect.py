"""Indirect speech: clauses that are given to someone without quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from reconcile.claims.speakers.attribution import Attribution
from reconcile.claims.speakers.cues import Cue, CueKind
from reconcile.claims.speakers.direct import outermost
from reconcile.claims.speakers.naming import span_of, words
from reconcile.facets.quote import Quote
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SURE, _LIKELY = 0.9, 0.7
_PARENTHETIC = {"parataxis", "ccomp", "dep"}


def indirect_speech(doc: Doc, quotes: Sequence[Quote], cues: Sequence[Cue]) -> Iterator[Attribution]:
    """One attribution for each clause that a cue gives to a speaker."""
    outer = outermost(quotes)
    ends = [q.span.end for q in outer]
    for cue in cues:
        if cue.kind in {CueKind.LABEL, CueKind.ACT, CueKind.CLOSING}:
            continue
        content = _content(cue)
        if content and len(content) and not _quoted(content, cue, outer[bisect_right(ends, content.start) :]):
            denial = cue.kind is CueKind.DENY
            sure = cue.kind is not CueKind.ACCORDING
            yield Attribution(
                cue.speaker, cue.span, content, False, denial, cue.via, confidence=_SURE if sure else _LIKELY
            )


def _content(cue: Cue) -> Span | None:
    if cue.kind is CueKind.ACCORDING:
        return _around(cue)
    clause = next((c for verb in _verbs(cue.verb) for c in verb.children if c.dep_ == "ccomp"), None)
    if cue.kind is CueKind.WEAK and not (
        clause is not None and any(c.lower_ == "that" for c in clause.lefts)
    ):
        return None
    if clause is not None:
        return _clause(clause, cue.verb)
    if cue.verb.dep_ in _PARENTHETIC and cue.verb.head.pos_ in {"VERB", "AUX"} and _after_comma(cue.verb):
        return _clause(cue.verb.head, cue.verb)
    if cue.verb.dep_ in {"conj", "ROOT"} and (before := _before_comma(cue.verb)):
        return before
    lemma = cue.verb.lemma_.lower()
    if lemma in words("announce") or cue.kind is CueKind.DENY:
        thing = next((c for c in cue.verb.rights if c.dep_ in {"dobj", "xcomp"}), None)
        return _clause(thing, cue.verb) if thing is not None else None
    return None


def _verbs(verb: Token) -> list[Token]:
    """A cue's verb, and the "saying" of "quoted her as saying"."""
    saying = [t for c in verb.rights if c.lower_ == "as" for t in c.rights if t.dep_ == "pcomp"]
    return [verb, *saying]


def _before_comma(verb: Token) -> Span | None:
    """What stands before ", the radio quoted her as saying" at the end of a sentence."""
    first = _after_comma(verb)
    if first is None or not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.lefts):
        return None
    before = [t for t in verb.sent if t.i < first.i - 1 and not t.is_space]
    has_verb = any(t.pos_ in {"VERB", "AUX"} and t.dep_ in {"ROOT", "ccomp", "conj"} for t in before)
    return span_of(before[0], before[-1]) if has_verb else None


def _after_comma(verb: Token) -> Token | None:
    """The first word of a cue with its subject, behind a comma: "she" of "The dam, she says, is old"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    first = subject.left_edge if subject is not None else verb
    return first if first.i and first.nbor(-1).text in {",", "-", "–", "—"} else None


def _clause(head: Token, verb: Token) -> Span:
    """The words of a clause, up to the cue or from it on, without "that" and the commas at its ends."""
    tokens = [t for t in head.subtree if not t.is_space]
    before = [t for t in tokens if t.i < verb.i]
    after = [t for t in tokens if t.i > verb.i]
    if head.i < verb.i and verb not in head.subtree:
        tokens = before
    elif head.i > verb.i and verb not in head.subtree:
        tokens = after
    while tokens and (tokens[0].is_punct or (tokens[0].dep_ == "mark" and tokens[0].lower_ == "that")):
        tokens.pop(0)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return span_of(tokens[0], tokens[-1]) if tokens else Span(0, 0)


def _around(cue: Cue) -> Span | None:
    """The sentence around "according to …", whichever side of it is longer."""
    sentence = cue.verb.sent
    source_end = max((t.i for t in cue.verb.subtree), default=cue.verb.i)
    after = [t for t in sentence if t.i > source_end and not t.is_space]
    before = [t for t in sentence if t.i < cue.verb.i and not t.is_space]
    side = before if len(before) > len(after) else after
    while side and side[0].is_punct:
        side.pop(0)
    while side and side[-1].is_punct:
        side.pop()
    return span_of(side[0], side[-1]) if side else None


def _quoted(content: Span, cue: Cue, quotes: Sequence[Quote]) -> bool:
    """Whether what is said is a direct quotation: most of it, or for "according to" a good part."""
    within = takewhile(lambda q: q.span.start < content.end, quotes)
    shares = (min(q.span.end, content.end) - max(q.span.start, content.start) for q in within)
    enough = 4 if cue.kind is CueKind.ACCORDING else 2
    return enough * max(shares, default=0) > len(content)
