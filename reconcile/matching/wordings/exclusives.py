"""What may be several things unless a sentence says "only": where somebody works and in which field, a work's genre, an
office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claims.model import Word, Wording
from reconcile.facets.place import read_place
from reconcile.facets.role import Role, read_roles
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.phrases import ends_with, matches
from reconcile.matching.wordings.traits import Trait
from reconcile.text import Span

_NEAR = 4  # words from "as" to the office, and from the beginning to the verb
_VERBS = {"VERB", "AUX", "PRON", "SCONJ"}


def exclusives(
    wording: Wording, predicate: Sequence[Word], complement: Sequence[Word], after: Sequence[Word]
) -> Iterator[Trait]:
    """Fields, places, genres and roles; those that a sentence gives with "only" are its only ones.

    Args:
        wording: the sentence's.
        predicate: the words from its verb on, and the one before.
        complement: what the sentence says its subject is, up to the first preposition.
        after: the words from that preposition on.
    """
    only = _is_exclusive(predicate)
    yield from _genres(complement, only)
    yield from _roles(predicate, only)
    if any(w.pos == "NOUN" for w in complement):
        yield from _fields(complement, only)
        yield from _places(wording, after, only)
    elif any(w.lemma in _listed("working") for w in predicate[:_NEAR]):
        yield from _fields(predicate, only)
        yield from _places(wording, predicate, only)


def _listed(section: str) -> list[str]:
    found: list[str] = lexicon("definitions")[section]
    return found


def _is_exclusive(predicate: Sequence[Word]) -> bool:
    """Whether "only" or the like says that nothing else holds; "the only" and "not only" do not."""
    for i, word in enumerate(predicate):
        if word.lemma in _listed("exclusive"):
            return not any(w.text.lower() in _listed("not_exclusive") for w in predicate[max(0, i - 1) : i])
    return False


def _trait(slot: str, kind: Kind, span: Span, value: object, only: bool) -> Trait:
    normal = value.normal if isinstance(value, Role) else str(value)
    return Trait(slot, kind, span, value, normal, several=True, only=only)


def _span(words: Sequence[Word], at: range) -> Span:
    return Span(words[at.start].span.start, words[at.stop - 1].span.end)


def _fields(words: Sequence[Word], only: bool) -> Iterator[Trait]:
    """ "worked in film", "a film and television producer"."""
    for field, names in lexicon("definitions")["fields_of_work"].items():
        for _, at in matches(words, names):
            yield _trait("field", Kind.POLARITY, _span(words, at), field, only)


def _genres(complement: Sequence[Word], only: bool) -> Iterator[Trait]:
    """ "an epic drama film": all that a work is called, before what it is."""
    if ends_with(complement, _listed("genre_works")):
        for genre, at in matches(complement, _listed("genres")):
            yield _trait("genre", Kind.POLARITY, _span(complement, at), genre, only)


def _places(wording: Wording, after: Sequence[Word], only: bool) -> Iterator[Trait]:
    """Where somebody works or lives: "an actor in Lima", "only works in Lima"."""
    start = next((i for i, w in enumerate(after[:_NEAR]) if w.text.lower() == "in"), None)
    if start is None:
        return
    end = next((w.span.start for w in after[start + 1 :] if w.pos in {*_VERBS, "ADP"}), after[-1].span.end)
    for mention in wording.mentions:
        place = read_place(mention.name.normal) if after[start].span.end <= mention.span.start < end else None
        if place:
            yield Trait("works where", Kind.PLACE, mention.span, place, place.normal, several=True, only=only)


def _roles(predicate: Sequence[Word], only: bool) -> Iterator[Trait]:
    """ "served as the first mayor of Lima"."""
    words = [w for w in predicate if w.pos not in {"PUNCT", "SPACE"}]
    served = [i for i, w in enumerate(words) if w.text == "as" and _is_serving(words[max(0, i - 2) : i])]
    if not served:
        return  # reading offices is dear
    text, starts = _joined(words)
    for role in read_roles(text):
        inside = [n for n, at in enumerate(starts) if role.span.start <= at < role.span.end]
        if role.office and inside and any(i < inside[0] <= i + _NEAR for i in served):
            yield _trait("office", Kind.POLARITY, _span(words, range(inside[0], inside[-1] + 1)), role, only)


def _is_serving(before: Sequence[Word]) -> bool:
    return any(w.lemma == "serve" for w in before)


def _joined(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The words with a space between them, and where each begins."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word.text) + 1
    return " ".join(w.text for w in words), starts
