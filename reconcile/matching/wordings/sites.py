"""Where the subject of a definition lies: "a town in Norway", "located in the Italian city of Turin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from reconcile.claims.model import Word, Wording
from reconcile.facets.place import Place, gazetteer, read_place, read_places
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.phrases import ends_with, matches
from reconcile.matching.wordings.traits import Trait

_ENDING = {"VERB", "AUX", "PRON", "SCONJ"}
_MORE = {"that", "which"}


def sites(
    wording: Wording, complement: Sequence[Word], after: Sequence[Word], *, bare: bool
) -> Iterator[Trait]:
    """The places that hold it, and towards which side of one it lies.

    Args:
        wording: the sentence's.
        complement: what the sentence says its subject is, up to the first preposition.
        after: the words from there on, or from "lies" on.
        bare: whether "is in Norway" tells where it lies, without a word for what it is.
    """
    if not after or not (complement or bare):
        return
    lying = after[0].lemma in _listed("lying")
    fits = ends_with(complement, _listed("sites")) or _named_first(complement)
    spans = ends_with(complement, _listed("spanning"))
    if spans or (complement and not lying and not fits and not ends_with(complement, _listed("fields"))):
        return
    phrase = _phrase(after[1:] if lying else after)
    if phrase:
        yield from _within(wording, phrase)
        yield from _side(wording, phrase)


@cache
def _listed(section: str) -> tuple[str, ...]:
    return tuple(lexicon("definitions")[section])


def _named_first(complement: Sequence[Word]) -> bool:
    """Whether one of several things that it is said to be lies somewhere: "a village and former station"."""
    return any(True for _, at in matches(complement, _listed("sites")) if _is_head(complement, at.stop))


def _is_head(words: Sequence[Word], end: int) -> bool:
    return not any(w.pos in {"NOUN", "PROPN", "PUNCT"} for w in words[end : end + 1])


def _phrase(after: Sequence[Word]) -> Sequence[Word]:
    """The words from "in" to the next verb or to a preposition that places nothing: not "after Madrid"."""
    if not after or after[0].text.lower() not in _listed("within"):
        return ()
    for i, word in enumerate(after):
        other = word.pos == "ADP" and word.text.lower() not in _listed("within")
        if word.pos in _ENDING or other or word.text.lower() in _MORE:
            return after[:i]
    return after


def _within(wording: Wording, phrase: Sequence[Word]) -> Iterator[Trait]:
    for i, word in enumerate(phrase):
        place = _described(phrase, i)
        if place:
            yield Trait("site", Kind.PLACE, word.span, place, place.normal)
    for place in _places(wording, phrase):
        if _introducer(phrase, place) != "of" or _is_large(place) or place.feature:
            yield Trait("site", Kind.PLACE, place.span, place, place.normal)


def _places(wording: Wording, phrase: Sequence[Word]) -> Iterator[Place]:
    """The places of a phrase, by what is known of them and by what the text takes for a name; spans in the document."""
    start = phrase[0].span.start
    known = [replace(p, span=p.span.shifted(start)) for p in read_places(_text(phrase))]
    yield from known
    for mention in wording.mentions:
        inside = phrase[0].span.end <= mention.span.start < phrase[-1].span.end
        unread = inside and not any(p.span.overlaps(mention.span) for p in known)
        if unread and (place := read_place(mention.name.normal)):
            yield replace(place, span=mention.span)


def _text(phrase: Sequence[Word]) -> str:
    """The words as far apart as they stand."""
    text = ""
    for word in phrase:
        text = text.ljust(word.span.start - phrase[0].span.start) + word.text
    return text


def _introducer(phrase: Sequence[Word], place: Place) -> str:
    """The preposition that a place stands after."""
    before = [w.text.lower() for w in phrase if w.pos == "ADP" and w.span.end <= place.span.start]
    return before[-1] if before else ""


def _is_large(place: Place) -> bool:
    return gazetteer().is_country(place.key) or place.kind in {"country", "continent"}


def _described(phrase: Sequence[Word], i: int) -> Place | None:
    """ "the Italian city of …", "the African continent": the place whose adjective stands before such a noun."""
    following = phrase[i + 1 : i + 2]
    if not any(w.lemma in _listed("described_places") for w in following):
        return None
    name = gazetteer().place_of_people(phrase[i].text)
    return read_place(name) if name else None


def _side(wording: Wording, phrase: Sequence[Word]) -> Iterator[Trait]:
    """ "in northern Syria", "in the north of Syria": the side, of the place after it."""
    for place in _places(wording, phrase):
        before = [w for w in phrase if w.span.end <= place.span.start and w.pos not in {"DET", "PUNCT"}]
        nearest = before[-2:] if before and before[-1].text.lower() == "of" else before[-1:]
        side = _sides().get(nearest[0].lemma) if nearest else None
        if side:
            yield Trait(f"side of {place.key}", Kind.PLACE, nearest[0].span, side, f"{side} {place.key}")


@cache
def _sides() -> dict[str, str]:
    return {word: side for side, words in lexicon("definitions")["directions"].items() for word in words}
