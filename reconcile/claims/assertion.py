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
_PAUSES = {",", "-", "–", "—", "and", "("}
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
    times = sum(_denies(child) for child in head.children)
    times += sum(
        _negates(token, "det") or _negates(token, "nsubj") or _negates(token, "nsubjpass")
        for token in carried
    )
    times += _lemma(head) in _words("failing") and any(c.dep_ == "xcomp" for c in head.children)
    return bool(times % 2)


def _denies(child: Token) -> bool:
    if child.dep_ != "neg" and not _negates(child, "advmod"):
        return False
    return child.i < child.head.i or not is_contrast(child)


def is_contrast(token: Token | None) -> bool:
    """Whether a "not" sets aside what follows alone: "on 3 May, not on 5 May", "12, rather than 13"."""
    if token is None or token.i == 0:
        return False
    words = token.doc[token.i : token.i + 2]
    if token.lower_ == "not":
        return token.nbor(-1).text in _PAUSES
    return " ".join(t.lower_ for t in words) in _words("contrasting")


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
    if _is_hearsay(head):
        return Modality.POSSIBLE
    ahead = announced or is_future(head) or _is_planned(head) or _foresees(head)
    return Modality.PLANNED if ahead else Modality.ASSERTED


def _is_hearsay(head: Token) -> bool:
    """Whether nobody vouches for the clause: "it is said that", "rumour has it that", "talk that"."""
    above = head.head
    if head.dep_ not in {"ccomp", "acl"} or above.i == head.i:
        return False
    verbs, nouns = lexicon("polarity")["hearsay"]["verbs"], lexicon("polarity")["hearsay"]["nouns"]
    if above.pos_ == "NOUN":
        return head.dep_ == "acl" and _lemma(above) in nouns
    subjects = [c for c in above.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    if _lemma(above) == "have":
        return any(c.lower_ in nouns for c in subjects)
    return _lemma(above) in verbs and any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in subjects)


def _is_question(sentence: Span) -> bool:
    """Whether a sentence ends with a question mark, within quotation marks or not."""
    backwards = (sentence[i] for i in range(len(sentence) - 1, -1, -1))
    ends = (str(token.text).rstrip(_AFTER_A_MARK) for token in backwards)
    return next(filter(None, ends), "").endswith("?")


def is_future(head: Token) -> bool:
    """Whether the clause speaks of what is to come: will, is to, plans to, and for what that is done."""
    helpers = {c.lower_ for c in head.children if c.dep_ == "aux"}
    return bool(helpers & _words("modals", "planned")) or _plans(head) or _serves_plan(head, helpers)


def _serves_plan(head: Token, helpers: set[str]) -> bool:
    """An infinitive under what is to come: "will stay to open the new wing in May"."""
    if head.tag_ != "VB" or helpers != {"to"}:
        return False
    above = next((t for t in head.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return above is not None and is_future(above)


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
