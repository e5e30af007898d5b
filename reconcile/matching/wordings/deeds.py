"""What was done to the subject of a definition: "a film directed by Lea Holm", "was founded in 1951 in Bergen"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.claims.model import EntityKind, Word, Wording
from reconcile.facets.period import Period
from reconcile.facets.place import gazetteer, read_place
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import concepts
from reconcile.matching.wordings.fillers import filled, fillers
from reconcile.matching.wordings.traits import Trait

_JOINING = {"CCONJ", "PUNCT", "ADV"}  # may stand between two verbs of one phrase: "written and directed"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done to a thing, under its canonical verb; see `deeds` in rules/lexicon/definitions.yaml."""

    verb: str
    several: bool
    passing: bool
    office: bool


def deeds(wording: Wording, rest: Sequence[Word], fronted: Sequence[Period], now: bool) -> Iterator[Trait]:
    """Who did it, when and where, for each group of verbs that share what follows them.

    Args:
        wording: the sentence's.
        rest: its words after "is", or from its verb on.
        fronted: the dates before its subject, which belong to the first verb: "In 1951 the label was founded".
        now: whether the sentence says how things are, and not how they were.
    """
    verbs: list[Word] = []
    first = next((w for w in rest if w.pos == "VERB"), None)
    if first and _slot(_verb(first)):
        yield from (_when(_slot(_verb(first)), date) for date in fronted)
    for i, word in enumerate(rest):
        if word.pos == "VERB" or _verb(word) != word.lemma:
            verbs.append(word)
        elif verbs and word.pos not in _JOINING:
            until = next(
                (w.span.start for w in rest[i:] if w.pos in {"VERB", "AUX", "PRON", "SCONJ"}),
                rest[-1].span.end,
            )
            for verb in verbs:
                yield from _of(wording, verb, rest[i:], until, now)
            verbs = []


def _verb(word: Word) -> str:
    """The verb of a word; the parser takes "originating" in "a dance originating from Fiji" for a noun."""
    stem = word.lemma.removesuffix("ing")
    once = (form for form in (stem, f"{stem}e") if form in lexicon("definitions")["once"])
    return next(once, word.lemma) if word.pos == "NOUN" and stem != word.lemma else word.lemma


def _of(wording: Wording, verb: Word, after: Sequence[Word], until: int, now: bool) -> Iterator[Trait]:
    for i, word in enumerate(after):
        if word.pos != "ADP" or word.span.end > until:
            continue
        if word.text.lower() == "by":
            yield from done_by(wording, _verb(verb), after[i + 1 :], now)
        else:
            end = next((w.span.start for w in after[i + 1 :] if w.pos == "ADP"), until)
            yield from _after(wording, _verb(verb), word, min(end, until))


def done_by(wording: Wording, verb: str, after: Sequence[Word], now: bool) -> Iterator[Trait]:
    """The doers that the words begin with."""
    deed = deed_of(verb)
    if deed and (now or not deed.passing):
        yield from filled(f"{deed.verb} by", fillers(wording, after), several=deed.several)


def _after(wording: Wording, verb: str, preposition: Word, end: int) -> Iterator[Trait]:
    """When and where, as the preposition introduces it."""
    start, slot = preposition.span.end, _slot(verb)
    if not slot:
        return
    for value in wording.values:
        if isinstance(value, Period) and start - len("between ") <= value.span.start < end:
            yield _when(slot, value)
    if (
        preposition.text.lower() not in {"in", "at", "from"}
        or verb in lexicon("definitions")["in_many_places"]
    ):
        return
    for mention in wording.mentions:
        if mention.pronoun or not start <= mention.span.start < end:
            continue
        place = read_place(mention.name.normal)
        known = mention.kind is EntityKind.PLACE or gazetteer().is_country(mention.name.normal)
        if place and known:
            yield Trait(f"{slot} where", Kind.PLACE, mention.span, place, place.normal)


def _when(slot: str, date: Period) -> Trait:
    return Trait(f"{slot} when", Kind.DATE, date.span, date, date.normal)


@cache
def _slot(verb: str) -> str:
    """The name under which like deeds compare: of those that happen once the smallest synonym, else the verb itself."""
    deed = deed_of(verb)
    if deed and not deed.several and not deed.passing:
        return deed.verb
    once = sorted(w for w in lexicon("definitions")["once"] if not concepts(w).isdisjoint(concepts(verb)))
    return once[0] if once else ""


def deed_of(verb: str) -> Deed | None:
    """The deed of a verb (its lemma) that has one doer, or doers that a list may name in full."""
    return _deeds().get(verb)


@cache
def _deeds() -> Mapping[str, Deed]:
    return {
        word: Deed(verb, *(bool(entry.get(flag)) for flag in ("several", "passing", "office")))
        for verb, entry in lexicon("definitions")["deeds"].items()
        for word in (verb, *entry.get("also", ()))
    }


def deed_of_doer(noun: str) -> Deed | None:
    """The deed of which somebody is the doer: "direct" for "director"."""
    return _deeds_of_doers().get(noun)


@cache
def _deeds_of_doers() -> Mapping[str, Deed]:
    deeds = reversed(lexicon("definitions")["deeds"].items())  # of two, the first one listed counts
    return {noun: _deeds()[verb] for verb, entry in deeds for noun in entry.get("doers", ())}
