"""What a clause asserts: whether it is negated, and whether it is asserted at all.

What is only possible, planned, asked or conditional contradicts nothing that is asserted.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reconcile.facets.polarity import Modality
from reconcile.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CARRIERS = {"nsubj", "nsubjpass", "dobj", "attr"}
_AFTER_A_MARK = " ”\"'’"


@cache
def _words(*sections: str) -> frozenset[str]:
    found = lexicon("polarity")
    for section in sections:
        found = found[section]
    return frozenset(found)


def is_negated(head: Token) -> bool:
    """Whether the clause denies its predicate: not, never; refused to, failed to; "no survivors were found"."""
    carried = (
        grandchild
        for child in head.children
        if child.dep_ in _CARRIERS
        for grandchild in (child, *child.children)
    )
    times = sum(child.dep_ == "neg" or _negates(child, "advmod") for child in head.children)
    times += sum(
        _negates(token, "det") or _negates(token, "nsubj") or _negates(token, "nsubjpass")
        for token in carried
    )
    times += _lemma(head) in _words("failing") and any(c.dep_ == "xcomp" for c in head.children)
    return bool(times % 2)


def _negates(token: Token, as_: str) -> bool:
    return bool(token.dep_ == as_ and token.lower_ in _words("negators"))


def modality(head: Token) -> Modality:
    """How far the text commits itself to the clause."""
    if _is_question(head.sent):
        return Modality.QUESTION
    marks = {c.lower_ for c in head.children if c.dep_ in {"mark", "advmod"}}
    if "whether" in marks or (marks & _words("conditionals") and head.dep_ == "ccomp"):
        return Modality.UNSAID
    if marks & _words("conditionals"):
        return Modality.CONDITIONAL
    helpers = {c.lower_ for c in head.children if c.dep_ in {"aux", "advmod"}}
    announced = _is_announced(head)
    for kind in (Modality.POSSIBLE, Modality.CONDITIONAL):
        if helpers & _words("modals", kind.value) and not announced:
            return kind
    ahead = announced or is_future(head) or _is_planned(head) or _foresees(head)
    return Modality.PLANNED if ahead else Modality.ASSERTED


def _is_question(sentence: Span) -> bool:
    """Whether a sentence ends with a question mark, within quotation marks or not."""
    backwards = (sentence[i] for i in range(len(sentence) - 1, -1, -1))
    ends = (str(token.text).rstrip(_AFTER_A_MARK) for token in backwards)
    return next(filter(None, ends), "").endswith("?")


def is_future(head: Token) -> bool:
    """Whether the clause speaks of what is to come: will, is to, plans to."""
    helpers = {c.lower_ for c in head.children if c.dep_ == "aux"}
    return bool(helpers & _words("modals", "planned")) or _plans(head)


def _is_announced(head: Token) -> bool:
    """What was to come when somebody said so: "said that he would appeal"; not "said that she would if asked"."""
    above = head.head
    if head.dep_ != "ccomp" or above.tag_ != "VBD" or _lemma(above) not in _words("reporting"):
        return False
    aux = {c.lower_ for c in head.children if c.dep_ == "aux"}
    held = any(c.dep_ == "advcl" or c.lower_ in _words("modals", "possible") for c in head.children)
    return bool(aux & _words("backshifted")) and "have" not in aux and not held


def _plans(head: Token) -> bool:
    """A planning verb with its infinitive: "plans to sell", "is expected to grow"."""
    return _lemma(head) in _words("planning") and any(
        c.dep_ == "xcomp" and c.tag_ == "VB" for c in head.children
    )


def _is_planned(head: Token) -> bool:
    """The infinitive that a plan governs from outside ("plans … to sell")."""
    return head.dep_ in {"xcomp", "acl"} and head.tag_ == "VB" and _lemma(head.head) in _words("planning")


def _foresees(head: Token) -> bool:
    """A verb of expectation with what is expected: "anticipates a margin of 17%"."""
    return _lemma(head) in _words("foreseeing") and any(c.dep_ == "dobj" for c in head.children)


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower()
