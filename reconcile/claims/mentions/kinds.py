"""What a name names: a person, a body or a place, by everything that speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reconcile.claims.mentions.runs import Run, acronym_of
from reconcile.claims.mentions.vocabulary import words
from reconcile.claims.model import EntityKind
from reconcile.facets.place import gazetteer
from reconcile.lexicon import lexicon

Vote = tuple[EntityKind, float]

PERSON, ORGANISATION, PLACE, OTHER = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.PLACE,
    EntityKind.OTHER,
)
_LABELS = {
    "PERSON": (PERSON, 1.5),
    "ORG": (ORGANISATION, 1.0),
    "GPE": (PLACE, 1.0),
    "LOC": (PLACE, 1.0),
    "FAC": (PLACE, 0.5),
    "NORP": (OTHER, 1.0),
    "EVENT": (OTHER, 1.0),
    "WORK_OF_ART": (OTHER, 1.0),
    "LAW": (OTHER, 1.0),
}
_SURE = 4.0  # of a noun that says what the thing is, a country, a title
_LIKELY = 2.0
_SLIGHT = 1.0
_ENOUGH = 1.0
_LARGE = 100_000  # people of a city that everyone knows by its name
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_AGE = re.compile(r"\d{1,3}")
_DATE = r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) \d{3,4}"
_LIFE = re.compile(
    rf" \((?:[^()]{{0,80}}[;,] )?{_DATE} ?(?:--|[-–—]) ?{_DATE}\)"
)  # "(4 May 1901 – 7 June 1990)"
_LIFE_WITHIN = 40  # words


def votes(run: Run, after_title: bool, before_title: bool) -> Iterator[Vote]:
    """What one mention tells of its kind. The parser's label is one voice; titles, heads and the map weigh more.

    `after_title`: "Captain Anna Lind"; `before_title`: "Anna Lind, a captain".
    """
    label = _LABELS.get(run[-1].ent_type_, (OTHER, 0.0))
    if label[0] is not PLACE or _may_be_place(run):
        yield label
    heads = list(_by_heads(run))
    yield from heads
    if after_title and not heads:
        yield PERSON, _SURE
    if before_title:
        yield PERSON, _LIKELY
    yield from _by_form(run)
    yield from _by_map(run)
    yield from _by_neighbours(run)


def elected(cast: Iterable[Vote]) -> EntityKind:
    """The kind with the most votes; `other` where too little speaks for any."""
    tally = dict.fromkeys((PERSON, PLACE, ORGANISATION, OTHER), 0.0)
    for kind, weight in cast:
        tally[kind] += weight
    winner = max(tally, key=lambda kind: tally[kind])
    return winner if tally[winner] >= _ENOUGH else OTHER


def _by_heads(run: Run) -> Iterator[Vote]:
    """ "Bank of England", "Lake Victoria", "the Council": the first or last word says what it is."""
    if len(run) < 2:
        if run[0].i and run[0].nbor(-1).lower_ == "the" and run[0].lower_ in words("organisation_heads"):
            yield ORGANISATION, _SURE
        return
    first, last = run[0].lower_.strip("."), run[-1].lower_.strip(".")
    if last in words("legal_forms") or any(t.text in words("ampersands") for t in run):
        yield ORGANISATION, _SURE
    for section, kind in (
        ("organisation_heads", ORGANISATION),
        ("place_heads", PLACE),
        ("thing_heads", OTHER),
    ):
        if first in words(section) and (len(run) == 2 or run[1].lower_ == "of"):
            yield kind, _SURE
            return
        if last in words(section):  # "Anna Church" is someone
            yield kind, _LIKELY if run[-1].ent_type_ == "PERSON" else _SURE
            return
    if any(t.lower_ in words("organisation_heads") for t in run):
        yield ORGANISATION, _LIKELY


def _by_form(run: Run) -> Iterator[Vote]:
    text = run[0].text
    if len(run) == 1 and len(text) > 1 and text.isupper() and text.isalpha():
        yield ORGANISATION, _SLIGHT
    if acronym_of(run):
        yield ORGANISATION, _LIKELY
    if run[0].lower_ in words("honorifics") or any(_INITIAL.fullmatch(t.text) for t in run[:-1]):
        yield PERSON, _SURE


def _by_map(run: Run) -> Iterator[Vote]:
    known, text = gazetteer(), _text(run)
    if known.is_country(text):
        yield PLACE, _SURE + _SLIGHT
    elif known.is_nationality(text):
        yield OTHER, _SURE
    elif known.is_place(text) and _may_be_place(run):
        yield PLACE, _LIKELY


def _may_be_place(run: Run) -> bool:
    """A single word that is a small town's name or a common surname is a place only where it is said to be one."""
    if len(run) > 1 or is_located(run):
        return True
    known, text = gazetteer(), _text(run)
    people = max((site.population for site in known.senses(text)), default=0)
    return known.is_country(text) or (people >= _LARGE and text.lower() not in _ambiguous())


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(lexicon("places")["ambiguous"])


def is_located(run: Run) -> bool:
    """Whether a name stands after "in", "near"."""
    return bool(run[0].i and run[0].nbor(-1).lower_ in words("locatives"))


def is_of_body(run: Run) -> bool:
    """Whether a word is the name of what follows it, whoever that is named after: "the Oyarzun paper mill"."""
    head = run[-1].head
    named = len(run) == 1 and run[0].dep_ == "compound" and head.i > run[0].i and head.pos_ == "NOUN"
    return named and head.lemma_.lower() in words("bodies") | words("premises")


def _by_neighbours(run: Run) -> Iterator[Vote]:
    """ "in Lugano", "Anna Lind, 54,", "Anna Lind, who"; before the name an honorific, or "striker", "company"."""
    doc, first, last = run[0].doc, run[0].i, run[-1].i
    before = doc[first - 1].lower_ if first else ""
    if before in words("honorifics"):
        yield PERSON, _SURE
    if before == "of" and first > 1 and doc[first - 2].lower_ in words("place_heads"):
        yield PLACE, _SURE  # "the city of Gera"
    if before in words("people"):
        yield PERSON, _LIKELY
    elif before in words("bodies"):
        yield ORGANISATION, _LIKELY
    if is_of_body(run):
        yield ORGANISATION, _LIKELY
    if is_located(run) and len(run) < 3:
        yield PLACE, _SLIGHT
    after = doc[last + 1 : last + 4]
    if (
        len(after) == 3
        and after[0].text in {",", "("}
        and _AGE.fullmatch(after[1].text)
        and after[2].text in {",", ")", "."}
    ):
        yield PERSON, _LIKELY
    if len(after) > 1 and after[0].text == "," and after[1].lower_ in {"who", "whose", "whom"}:
        yield PERSON, _SLIGHT
    yield from _by_life(run)


def _by_life(run: Run) -> Iterator[Vote]:
    """ "Anna Lind (4 May 1901 – 7 June 1990)", "Anna Lind was born"."""
    last = run[-1]
    if _LIFE.match(last.whitespace_ + str(last.doc[last.i + 1 : last.i + 1 + _LIFE_WITHIN].text)):
        yield PERSON, _SURE
    if last.dep_ in {"nsubj", "nsubjpass"} and last.head.lower_ in words("vital"):
        yield PERSON, _LIKELY


def _text(run: Run) -> str:
    return str(run[0].doc[run[0].i : run[-1].i + 1].text)
