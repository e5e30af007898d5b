"""Reading places in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reconcile.facets.place.gazetteer import gazetteer
from reconcile.facets.place.site import fold
from reconcile.facets.place.value import Place, lies_in_all, meanings, named_place
from reconcile.facets.place.words import Words, words_of
from reconcile.lexicon import lexicon
from reconcile.text import Span

LONGEST_NAME = 6  # words
MOST_CONTAINERS = 2
WELL_KNOWN = 100_000  # people; a smaller city is read only where something points at a place

_SAME_NAME = re.compile(r"[ \u00a0-]|\. ")
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or))\s+")
_BEFORE_CONTAINER = re.compile(r"(?:,? (?:in|of) |, | \()(?:the )?")


def read_places(text: str) -> tuple[Place, ...]:
    """Places named in a text, in order: known ones, and unknown ones that it introduces ("the village of
    X", "Lake X").

    Capitals are required. "Reading", "Nice" and small towns need a word that points at a place ("in
    Reading"), and the last word of "Jack London" is none; other people and companies that are called like
    a place are for the caller to leave out.
    """
    words = words_of(text)
    found: list[Place] = []
    index = 0
    while index < len(words.all):
        place, index = _place_at(words, index, found[-1] if found else None)
        if place:
            found.append(place)
    return tuple(found)


def read_place(text: str) -> Place | None:
    """The place in a text that names one, the most particular where it names several ("Lima, the capital
    of Peru").

    A capitalised name that nobody knows is a place of unknown kind here, since the caller takes it for
    one.
    """
    start = len(text) - len(text.lstrip())
    span = Span(start, max(start, len(text.rstrip())))
    if len(span) and meanings(span.of(text)):
        return named_place(span, span.of(text), span.of(text))
    places = read_places(text)
    if any(place.generality == 0 for place in places) or not (unknown := _unknown_place(text, places)):
        return min(places, key=lambda place: (place.generality, place.span.start), default=None)
    return unknown


@cache
def _vocabulary(section: str) -> frozenset[str]:
    return frozenset(map(fold, lexicon("places")[section]))


@cache
def _feature_classes() -> Mapping[str, str]:
    return {noun: group for group, nouns in lexicon("places")["features"].items() for noun in nouns}


def _place_at(words: Words, first: int, previous: Place | None) -> tuple[Place | None, int]:
    """The place that starts at a word, if any, and the index of the word to read on from."""
    if not words.all[first].is_capital:
        return None, first + 1
    last = _known_name(words, first)
    introduced = _introduced(words, first, last)
    if introduced:
        name, end, feature, kind = introduced
    elif last > first:
        name, end, feature, kind = words.name(first, last), last, "", "unknown"
    else:
        return None, first + 1
    stated, end = _containers(words, end, name)
    if not (introduced or stated or _is_meant(words, first, last, previous)):
        return None, last
    span = Span(words.all[first].start, words.all[end - 1].end)
    return named_place(span, span.of(words.text), name, stated=stated, feature=feature, kind=kind), end


# Known names


def _known_name(words: Words, first: int) -> int:
    """Where the longest known name ends that starts at a word; the word itself when none does."""
    last = first + 1
    while last < min(len(words.all), first + LONGEST_NAME) and _SAME_NAME.fullmatch(words.gap(last)):
        last += 1
    while last > first and not (words.all[last - 1].is_capital and _is_name(words, first, last)):
        last -= 1
    return last


def _is_name(words: Words, first: int, last: int) -> bool:
    names, name = gazetteer(), words.name(first, last)
    if fold(name) in _vocabulary("openers") or (names.is_nationality(name) and not names.is_country(name)):
        return False
    if name.startswith("The ") and not any(site.key.startswith("The ") for site in names.senses(name)):
        return False
    if names.is_place(name):
        return name.isupper() or not names.is_acronym(name)
    is_pointed_at = _is_cued(words, first, "cues") or _is_dateline(words, first, last)
    return is_pointed_at and bool(names.foreign_senses(name))


def _is_meant(words: Words, first: int, last: int, previous: Place | None) -> bool:
    """Whether a known name stands for the place here: by what is around it, or by being well known."""
    name, best = words.name(first, last), meanings(words.name(first, last))[0]
    if _is_cued(words, first, "cues") or _continues_list(words, first, previous):
        return True
    if fold(name) in _vocabulary("ambiguous"):
        return best.kind == "country" and not _ends_name(words, first)
    if last - first > 1 or _is_cued(words, first, "weak_cues") or _is_dateline(words, first, last):
        return True
    return best.kind != "city" or (best.population >= WELL_KNOWN and not _ends_name(words, first))


def _is_cued(words: Words, first: int, cues: str) -> bool:
    """Whether one of the cues stands before it, words of direction aside: "in northern Reading"."""
    before = first - 1
    while before > 0 and fold(words.all[before].text) in _vocabulary("directions"):
        before -= 1
    return (
        before >= 0 and words.gap(before + 1) in " \n" and fold(words.all[before].text) in _vocabulary(cues)
    )


def _continues_list(words: Words, first: int, previous: Place | None) -> bool:
    if not previous or previous.kind == "country":
        return False
    between = words.text[previous.span.end : words.all[first].start]
    return len(between) < 8 and bool(_LISTED.fullmatch(between))


def _is_dateline(words: Words, first: int, last: int) -> bool:
    """Whether it stands in capitals at the head of a line: "HOBART, Jan 16 -"."""
    is_head = first == 0 or "\n" in words.gap(first)
    return is_head and words.name(first, last).isupper()


def _ends_name(words: Words, first: int) -> bool:
    """Whether a capitalised word before it makes it part of another name: "Jack London"."""
    if first == 0 or words.gap(first) != " " or not words.all[first - 1].is_capital:
        return False
    before = fold(words.all[first - 1].text)
    return before not in _vocabulary("directions") | _vocabulary("openers") and not gazetteer().is_known_name(
        before
    )


# Containers


def _containers(words: Words, last: int, name: str) -> tuple[tuple[str, ...], int]:
    """What the text says that the place lies in ("Naples, Florida"), and where the words end that say so."""
    stated: tuple[str, ...] = ()
    for _ in range(MOST_CONTAINERS):
        container, end = _container(words, last)
        senses = meanings(name, namesakes=True)
        fits = any(lies_in_all(site, (*stated, container)) for site in senses) if senses else bool(container)
        if not container or not fits:
            break
        stated, last = (*stated, container), end
    return stated, last


def _container(words: Words, last: int) -> tuple[str, int]:
    match = _BEFORE_CONTAINER.match(words.text, words.all[last - 1].end)
    first = words.at.get(match.end()) if match else None
    if match is None or first is None or not words.all[first].is_capital:
        return "", last
    short = next((a for a in _abbreviations() if words.text.startswith(a, match.end())), None)
    if short and "," in match[0]:
        return _abbreviations()[short], words.index_from(match.end() + len(short))
    end = _known_name(words, first)
    name = words.name(first, end) if end > first else ""
    is_larger = bool(name) and meanings(name)[0].kind != "city"
    return (name, end) if is_larger else ("", last)


@cache
def _abbreviations() -> Mapping[str, str]:
    """American and Canadian states as they stand after a city, the longest first."""
    states: Mapping[str, str] = lexicon("places")["state_abbreviations"]
    return dict(sorted(states.items(), key=lambda item: -len(item[0])))


# Introduced names


def _introduced(words: Words, first: int, known: int) -> tuple[str, int, str, str] | None:
    """Name, end, feature and kind of a place that the text introduces by what it is."""
    run = _capitals(words, first)
    before = _feature_before(words, first)
    if before:
        end = max(known, run)
        return words.name(first, end), end, before, _kind(before)
    inner = [fold(words.all[first].text), fold(words.all[run - 1].text)]
    feature = next((f for f in inner if _feature_classes().get(f) in ("site", "nature")), "")
    if feature and run - first > 1 and known < run:
        return words.name(first, run), run, feature, "unknown"
    return _before_feature(words, first, max(known, run))


def _before_feature(words: Words, first: int, end: int) -> tuple[str, int, str, str] | None:
    """ "Kirovka village", "Homs province": the feature follows, in small letters or capitals."""
    for last in (end, end - 1):
        after = fold(words.all[last].text) if first < last < len(words.all) and words.gap(last) == " " else ""
        if _feature_classes().get(after) in ("settlement", "division", "district"):
            name = words.name(first, last)
            if gazetteer().is_nationality(name):
                return None
            starts = words.starts_sentence(first) and not meanings(name)
            return None if starts else (name, last + 1, after, _kind(after))
    return None


def _feature_before(words: Words, first: int) -> str:
    """The feature noun of "the village of X"."""
    if first < 2 or fold(words.all[first - 1].text) != "of" or words.gap(first) != " ":
        return ""
    noun = fold(words.all[first - 2].text)
    return noun if _feature_classes().get(noun) in ("settlement", "division", "district", "nature") else ""


def _kind(feature: str) -> str:
    return {"settlement": "city", "division": "region"}.get(_feature_classes()[feature], "unknown")


def _capitals(words: Words, first: int) -> int:
    """Where the run of capitalised words ends, small linking words inside it included."""
    last = end = first + 1
    while last < min(len(words.all), first + LONGEST_NAME) and words.gap(last) in (" ", "-"):
        if words.all[last].is_capital:
            end = last + 1
        elif fold(words.all[last].text) not in _vocabulary("linking"):
            break
        last += 1
    return end


def _unknown_place(text: str, known: tuple[Place, ...]) -> Place | None:
    """The first capitalised name that is not known, where one that the caller vouches for."""
    words = words_of(text)
    for first, word in enumerate(words.all):
        is_start = words.starts_sentence(first) and len(words.all) > _capitals(words, first) and first == 0
        if (
            word.is_capital
            and not any(place.span.start <= word.start < place.span.end for place in known)
            and not is_start
            and not gazetteer().is_nationality(word.text)
        ):
            end = _capitals(words, first)
            name, feature = _without_feature(words, first, end)
            stated, end = _containers(words, end, name)
            span = Span(word.start, words.all[end - 1].end)
            return named_place(span, span.of(text), name, stated=stated, feature=feature)
    return None


def _without_feature(words: Words, first: int, end: int) -> tuple[str, str]:
    """A capitalised name, and the feature that its first or last word tells: "Yamhill County", "County Clare"."""
    follows = first + 2 if end - first > 2 and words.all[first + 1].text == "of" else first + 1
    for feature, name in ((end - 1, (first, end - 1)), (first, (follows, end))):
        noun = fold(words.all[feature].text)
        if name[0] < name[1] and _feature_classes().get(noun) in ("division", "district"):
            return words.name(*name), noun
    return words.name(first, end), ""
