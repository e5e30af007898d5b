"""Voices: copies of one wire story are one, however many documents print it, and are shown as such."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from reconcile.claims.model import Extraction
from reconcile.findings import Evidence, Finding, Position
from reconcile.matching.unions import Unions

_NEARLY = 0.75  # share of the shorter document's sentences that both have, word for word
_FEWEST = 4  # of such sentences; below, only the sentences themselves tell a copy

_WORD = re.compile(r"\w+")


def copies(extractions: Iterable[Extraction]) -> dict[str, str]:
    """For each document that is nearly a copy of another one: the first of all that tell the story, by id."""
    first: dict[str, str] = {}
    length: dict[str, int] = {}
    tellers: dict[str, str] = {}  # of each sentence
    for extraction in sorted(extractions, key=lambda extraction: extraction.document):
        told = _sentences(extraction)
        length[extraction.document] = len(told)
        shared = Counter(tellers[sentence] for sentence in told if sentence in tellers)
        for story, number in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:1]:
            if number >= max(_FEWEST, _NEARLY * min(len(told), length[story])):
                first[extraction.document] = story
        teller = first.get(extraction.document, extraction.document)
        tellers |= {sentence: teller for sentence in told if sentence not in tellers}
    return first


def _sentences(extraction: Extraction) -> set[str]:
    if extraction.article is None:
        return set()
    text = extraction.article.document.text
    return {_words(claim.sentence.of(text)) for claim in extraction.claims}


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def voiced(
    finding: Finding, stories: Mapping[str, str], apart: Collection[str] = (), silent: Collection[str] = ()
) -> Finding:
    """The finding, with each place knowing the document that speaks for it, where another has the same words.

    Args:
        stories: what `copies` gives.
        apart: documents that copy nobody, and whom nobody copies: what a desk holds to be true.
        silent: documents that speak for no other one: their words are not shown.
    """
    positions = (_voiced(position, stories, apart, silent) for position in finding.positions)
    return replace(finding, positions=tuple(positions))


def _voiced(
    position: Position, stories: Mapping[str, str], apart: Collection[str], silent: Collection[str]
) -> Position:
    places = position.evidence
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, place in enumerate(places):
        if place.document in apart:
            continue
        told["words", _words(place.claim_text)].append(n)
        if place.document in stories or place.document in stories.values():
            told["story", stories.get(place.document, place.document)].append(n)

    def rank(document: str) -> tuple[bool, str]:
        return document in silent, document

    unions = Unions(len(places))
    for one, *others in told.values():
        for other in others:
            unions.join(one, other)
    voice = {
        n: min((places[i].document for i in group), key=rank) for group in unions.groups() for n in group
    }
    return replace(position, evidence=tuple(_spoken_for(e, voice[n]) for n, e in enumerate(places)))


def _spoken_for(place: Evidence, voice: str) -> Evidence:
    return place if place.document == voice else replace(place, same_as=voice)
