"""The words for offices: `rules/lexicon/roles.yaml`, ready to be looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reconcile.lexicon import lexicon

Phrase = tuple[str, ...]  # lower-case words, hyphens and full stops left out

_MARKS = re.compile(r"[’'.]")


def plain(word: str) -> str:
    """A word without capitals, accents, apostrophes and full stops."""
    letters = unicodedata.normalize("NFKD", word)
    return _MARKS.sub("", "".join(c for c in letters if not unicodedata.combining(c))).casefold()


def phrase(words: str) -> Phrase:
    return tuple(plain(word) for word in words.replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Office:
    """What the lexicon holds of one office. `wider`: all more general offices that fit its holder too."""

    name: str
    portfolio: str = ""
    wider: frozenset[str] = frozenset()
    needs_title: bool = False
    needs_company: bool = False
    has_many_institutions: bool = False
    is_general: bool = False
    is_surname: bool = False
    is_attributive: bool = False
    is_kin: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase for an office, and how it must stand to be read."""

    office: Office
    is_acronym: bool = False
    is_abbreviation: bool = False
    with_portfolio: Office | None = (
        None  # what it names where a field is given: a "health secretary" is a minister
    )


class Vocabulary:
    """Offices, ranks, portfolios and kinds of institution by their phrases."""

    def __init__(self) -> None:
        self._data: dict[str, Any] = lexicon("roles")
        self.offices = {name: self._office(name) for name in self._data["offices"]}
        self.terms = dict(self._terms())
        self.abbreviations = frozenset(self._abbreviations())
        self.not_roles = frozenset(map(phrase, self._data["not_roles"]))
        self.first_words = frozenset(words[0] for words in (*self.terms, *self.not_roles))
        self.ranks = _inverted(self._data["ranks"])
        self.portfolios = _inverted(self._data["portfolios"])
        self.institutions = _inverted(self._data["institutions"])
        self.qualifiers = frozenset(map(phrase, self._data["qualifiers"]))
        self.suffixes: Mapping[str, str] = self._data["suffixes"]
        self.affiliating = frozenset(self._data["affiliating"])
        self.houses = frozenset(self._data["houses"])
        self.accredited = frozenset(self._data["accredited"])
        self.followers = frozenset(map(phrase, self._data["followers"]))
        self.links = frozenset(self._data["links"])
        self.lines = frozenset(self._data["lines"])
        self.verb_signs = frozenset(map(phrase, self._data["verb_signs"]))
        self.never_names = frozenset(map(phrase, (*self._data["honorifics"], *lexicon("places")["openers"])))
        self.nations = _nations()
        self.of_a_field = frozenset(self._data["of_a_field"])
        self._lasting = frozenset(self._data["lasting"])
        self._exclusive = tuple(map(frozenset, self._data["exclusive"]))
        self._exclusive_within = tuple(map(frozenset, self._data["exclusive_within"]))
        self._seldom_both = tuple(map(frozenset, self._data["seldom_both"]))

    def office(self, name: str) -> Office:
        """An office by its canonical name; one that is not listed is known by the end of its word, or by
        itself.
        """
        if name in self.offices:
            return self.offices[name]
        wider = next((w for end, w in self.suffixes.items() if name.endswith(end)), "")
        above = {wider, *self.offices[wider].wider} if wider else set()
        return Office(name, wider=frozenset(above))

    def lasts(self, name: str) -> bool:
        """Whether who is so once is so for long: kin, and what one was trained for."""
        return name in self._lasting or self.office(name).is_kin

    def exclude(self, a: str, b: str) -> bool:
        """Whether nobody holds both offices in one place at one time."""
        return any(a in group and b in group for group in self._exclusive)

    def exclude_within(self, a: str, b: str) -> bool:
        """Whether nobody holds both offices in one institution at one time."""
        return any(a in group and b in group for group in self._exclusive_within)

    def seldom_both(self, a: str, b: str) -> bool:
        """Whether accounts of one occasion that give a person the one and the other office hardly mean both."""
        return any(a in group and b in group for group in self._seldom_both)

    def fields_of(self, institution: str) -> frozenset[str]:
        """The portfolios that the words of an institution name: "tax office", "Kenya's forest service"."""
        return frozenset(
            self.portfolios[(word,)] for word in phrase(institution) if (word,) in self.portfolios
        )

    def nation(self, words: str) -> frozenset[str]:
        """ISO codes of the countries that a name or nationality can mean."""
        found = phrase(words)
        bare = found[1:] if found[:1] == ("the",) else found
        return self.nations.get(bare, frozenset())

    def class_of(self, institution: str) -> str:
        """The kind of institution that its words tell, the first of them in "College Hospital" apart."""
        words = phrase(institution)
        kinds = [self.institutions[(w,)] for w in words if (w,) in self.institutions]
        if not kinds:
            return ""
        return kinds[0] if "of" in words else kinds[-1]

    def _office(self, name: str) -> Office:
        entry = self._data["offices"][name]
        target, portfolio = entry.get("as", (name, ""))
        return Office(
            target,
            portfolio,
            wider=self._wider(target),
            needs_title=entry.get("title", False),
            needs_company=not entry.get("bare", True),
            has_many_institutions=entry.get("many", False),
            is_general=entry.get("general", False),
            is_surname=entry.get("surname", False),
            is_attributive=entry.get("attributive", False),
            is_kin=entry.get("kin", False),
        )

    def _wider(self, name: str) -> frozenset[str]:
        above = self._data["offices"].get(name, {}).get("under", ())
        return frozenset(above).union(*(self._wider(office) for office in above))

    def _abbreviations(self) -> Iterator[str]:
        """Every word that is written with a full stop: the "lt" and "col" of "Lt. Col."."""
        terms = [words for entry in self._data["offices"].values() for words in entry.get("also", ())]
        for words in (*terms, *self._data["honorifics"]):
            yield from (plain(word) for word in words.split() if word.endswith("."))

    def _terms(self) -> Iterator[tuple[Phrase, Term]]:
        with_portfolio = {
            words: self.offices[name]
            for name, entry in self._data["offices"].items()
            for words in entry.get("portfolio", ())
        }
        for name, entry in self._data["offices"].items():
            for words in (name, *entry.get("also", ())):
                office, other = self.offices[name], with_portfolio.get(words)
                yield phrase(words), Term(office, words.isupper(), words.endswith("."), other)


def _inverted(groups: Mapping[str, list[str]]) -> dict[Phrase, str]:
    return {phrase(words): name for name, listed in groups.items() for words in listed}


def _nations() -> dict[Phrase, frozenset[str]]:
    found: dict[Phrase, frozenset[str]] = {}
    for code, entry in lexicon("places")["countries"].items():
        names = (entry["name"], *entry.get("also", ()), *entry.get("spelt", ()), *entry.get("people", ()))
        for name in map(phrase, names):
            found[name] = found.get(name, frozenset()) | {code}
    return found


@cache
def vocabulary() -> Vocabulary:
    """The one vocabulary of the process, read on first use."""
    return Vocabulary()
