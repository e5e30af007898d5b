"""Binding dates and figures to the clause and the slot that they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reconcile.claims.assertion import is_contrast
from reconcile.claims.clauses import Clause, event_lemma, happens, is_event, subject_of
from reconcile.claims.exceptives import excepted
from reconcile.claims.model import BoundValue, FacetValue
from reconcile.facets.period import Bound, Period
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_DASH = re.compile("[-–—]")
_NEAR = 3  # content words on each side of a value that help to tell its slot
_DESCRIBING = {"amod", "compound", "nmod", "poss", "advmod", "npadvmod", "quantmod"}


def bind(
    doc: Doc, text: str, values: Sequence[FacetValue], found: Sequence[Clause]
) -> Iterator[tuple[int, BoundValue]]:
    """(clause index, value) for every value that stands in one of the clauses.

    Args:
        text: that of `doc`, which spaCy would join anew for every sentence.
        values: dates or figures whose spans are offsets into `text`.
        found: the clauses of the sentence that holds them.
    """
    taken = [v.span for v in values]
    for value in values:
        tokens = doc.char_span(value.span.start, value.span.end, alignment_mode="expand")
        if tokens is None or not len(tokens) or is_contrast(_before(tokens)):
            continue
        inside = {t.i for t in tokens}
        governor = _governor(tokens.root, inside)
        if isinstance(value, Period):
            governor = _dated(governor, tokens.root)
            value, governor = _cleft(value, tokens.root, governor)
        home = _home(governor, tokens.root, found)
        if home is not None:
            bound = _bound(value, governor, found[home], inside, taken)
            if (noun := _left_out(tokens.root)) is not None:
                bound = replace(bound, head=event_lemma(noun), path=(_lemma(governor),))
            others = [] if isinstance(value, Period) else list(_told_of(governor, found))
            if not (others and _is_aside(governor)):
                yield home, bound
            yield from ((n, replace(bound, path=path)) for n, path in others)


def _left_out(root: Token) -> Token | None:
    """The noun that a figure leaves to the verb before: in "buried 14 houses and damaged 40" the houses."""
    verb = root.head
    if root.pos_ != "NUM" or root.dep_ != "dobj" or verb.dep_ != "conj":
        return None
    objects = (c for c in verb.head.children if c.dep_ == "dobj" and c.pos_ == "NOUN")
    return next((o for o in objects if any(c.pos_ == "NUM" for c in o.children)), None)


def is_lifetime(value: FacetValue, text: str) -> bool:
    """Whether a span of years stands in brackets of its own: "by Anna Lind (1601-1659)" dates nothing that happened."""
    around = text[value.span.start - 1 : value.span.end + 1]
    return isinstance(value, Period) and around[:1] + around[-1:] == "()" and bool(_DASH.search(value.words))


def _told_of(noun: Token, found: Sequence[Clause]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The relative clauses that tell of what is counted, too: "the 26 people whom it drove from home went back"."""
    for n, clause in enumerate(found):
        if clause.head.dep_ in {"relcl", "acl"} and clause.head.head.i == noun.i:
            yield n, (_lemma(clause.head),)


def _is_aside(noun: Token) -> bool:
    """Whether what is counted has a deed of its own: "40 shells were fired, with one shell stopped"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "with" and any(c.dep_ == "acl" for c in noun.children)


def _governor(root: Token, inside: set[int]) -> Token:
    """The word that the value says something of: past its own words and the preposition before it."""
    token = root
    while token.head.i != token.i and (
        token.i in inside or token.pos_ in {"ADP", "SCONJ"} or token.dep_ == "quantmod"
    ):
        token = token.head
    return token


def _dated(governor: Token, root: Token) -> Token:
    """What a date dates: an event, never the place beside it ("in a museum in 1998" dates what happened there).

    A noun takes a date that stands before it ("a 2022 coup"), or one that follows it where it names an event; not
    one with a preposition of its own ("On 3 May the court ruled").
    """
    token = governor
    opening = root.dep_ == "pobj" and root.i < governor.i
    while (
        token.pos_ in {"NOUN", "PROPN"}
        and token.head.i != token.i
        and (root.i > token.i or opening)
        and (opening or not is_event(token))
    ):
        token = token.head
        while token.pos_ == "ADP" and token.head.i != token.i:
            token = token.head
    return token


def _cleft(period: Period, root: Token, governor: Token) -> tuple[Period, Token]:
    """A date that is set apart dates what follows: "it was on 3 May that it fell", "3 May is when it fell".

    "It was not until 3 May that it fell": it fell on that day.
    """
    if governor.lemma_ != "be":
        return period, governor
    told = (c for c in governor.rights if c.dep_ in {"ccomp", "advcl"} and _takes_up(c, governor, root))
    event = next(told, None)
    if event is None:
        return period, governor
    if period.bound is Bound.UNTIL and any(c.dep_ == "neg" for c in governor.children):
        period = replace(period, bound=Bound.AT, earliest=period.stated.earliest)
    return period, event


def _takes_up(clause: Token, verb: Token, date: Token) -> bool:
    """Whether a clause tells what is dated: "it was then that …", "3 May is when …"."""
    opening = {c.lower_ for c in clause.lefts}
    is_it = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.lefts)
    return ("that" in opening and is_it) or ("when" in opening and date.dep_ in {"nsubj", "attr", "dep"})


def _before(tokens: SpacySpan) -> Token | None:
    """The word before a value and its preposition."""
    first = tokens[0]
    while first.i > first.sent.start and first.nbor(-1).pos_ in {"ADP", "DET"}:
        first = first.nbor(-1)
    return first.nbor(-1) if first.i > first.sent.start else None


def _home(governor: Token, root: Token, found: Sequence[Clause]) -> int | None:
    """The innermost clause that holds the governor: a nominal event before the clause around it."""
    holding = [n for n, clause in enumerate(found) if any(t.i == governor.i for t in clause.tokens)]
    if not holding:
        holding = [n for n, clause in enumerate(found) if any(t.i == root.i for t in clause.tokens)]
    return min(holding, key=lambda n: len(found[n].tokens), default=None)


def _bound(
    value: FacetValue, governor: Token, clause: Clause, inside: set[int], taken: Sequence[Span]
) -> BoundValue:
    head = _said_of(governor) or governor
    return BoundValue(
        value=value,
        span=value.span,
        head=event_lemma(head),
        modifiers=frozenset(_modifiers(head, inside)),
        path=tuple(_path(head, clause.head)),
        part=_is_part(governor, inside),
        left=tuple(_near(governor.doc, min(inside) - 1, -1, taken)),
        right=tuple(_near(governor.doc, max(inside) + 1, 1, taken)),
    )


def _said_of(governor: Token) -> Token | None:
    """What it says something of: in "the lead is 29 seconds" the lead, in "the vote took place in May" the vote."""
    if governor.lemma_ == "be":
        return _event_of(subject_of(governor))
    if not happens(governor):
        return None
    subject = subject_of(governor)
    return subject if subject is not None and (is_event(subject) or _is_verbal(subject)) else None


def _event_of(subject: Token | None) -> Token | None:
    """The crash of "the date of the crash"."""
    if subject is None or subject.lemma_ not in lexicon("events")["dating_nouns"]:
        return subject
    of = (c for c in subject.rights if c.lower_ == "of")
    return next((t for c in of for t in c.rights if t.dep_ == "pobj" and is_event(t)), subject)


def _is_verbal(noun: Token) -> bool:
    """Whether a noun is made of a verb: "the signing of the treaty"."""
    return noun.pos_ == "NOUN" and noun.lower_.endswith("ing")


def _modifiers(head: Token, inside: set[int]) -> Iterator[str]:
    for child in head.children:
        if child.i in inside or child.is_punct:
            continue
        if child.dep_ in _DESCRIBING and child.pos_ != "NUM" and not child.is_stop:
            yield _lemma(child)
            yield from (
                _lemma(c)
                for c in child.children
                if c.dep_ in _DESCRIBING and not c.is_stop and c.i not in inside
            )
        elif child.dep_ == "prep" and child.lower_ in {"of", "per", "in", "for"}:
            yield from (
                _lemma(c)
                for c in child.children
                if c.dep_ == "pobj" and c.i not in inside and c.pos_ != "NUM"
            )


def _path(head: Token, top: Token) -> Iterator[str]:
    token = head
    while token.i != top.i and token.head.i != token.i:
        token = token.head
        if token.pos_ in {"NOUN", "PROPN", "VERB", "AUX", "ADJ"}:
            yield _lemma(token)


@cache
def _part_cues() -> frozenset[str]:
    return frozenset(lexicon("events")["part_cues"])


def _is_part(governor: Token, inside: set[int]) -> bool:
    """Whether the value counts some of a whole: "three of them", "including 281 in cash", "four of his men"."""
    doc = governor.doc
    first, last = min(inside), max(inside)
    if _is_rest(governor, inside) or _is_of_ones_own(governor) or excepted(governor) is not None:
        return True
    before = {t.lower_ for t in doc[max(0, first - 4) : first] if not _is_relative(t)}
    after = [t.lower_ for t in doc[last + 1 : last + 4]]
    return bool(before & _part_cues()) or (
        after[:1] == ["of"] and bool({"them", "whom", "which", "the", "those"} & set(after[1:]))
    )


def _is_rest(governor: Token, inside: set[int]) -> bool:
    """Whether the value leaves out those named before it: "the mayor and 17 other people"."""
    around = [governor, *governor.children, *(governor.doc[i] for i in sorted(inside))]
    return governor.dep_ == "conj" and any(t.lower_ in lexicon("events")["rest_cues"] for t in around)


def _is_of_ones_own(governor: Token) -> bool:
    """Whether what is counted belongs to somebody's people or things: "members of his family"."""
    of = (c for c in governor.children if c.dep_ == "prep" and c.lower_ == "of")
    return any(t.tag_ == "PRP$" for c in of for owned in c.children for t in owned.children)


def _is_relative(token: Token) -> bool:
    """Whether "which" takes up the whole, as against "of which"."""
    return token.tag_ in {"WDT", "WP"} and (token.i == 0 or token.nbor(-1).pos_ != "ADP")


def _near(doc: Doc, start: int, step: int, taken: Sequence[Span]) -> Iterator[str]:
    left, i = _NEAR, start
    sentence = doc[max(0, start - (step > 0))].sent
    while sentence.start <= i < sentence.end and left:
        token = doc[i]
        i += step
        if token.is_stop or not token.is_alpha or any(s.start <= token.idx < s.end for s in taken):
            continue
        left -= 1
        yield _lemma(token)


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower()
