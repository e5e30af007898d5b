"""Who or what fills a slot of a definition: the names of "by Anna Lind, Per Holm and the Brand Company"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Mention, Word, Wording
from reconcile.facets.name import Name, compare_names, read_name
from reconcile.facets.place import gazetteer
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.traits import Trait
from reconcile.text import Span

_ENDING = {"ADP", "VERB", "AUX", "PRON", "SCONJ"}  # with these the phrase ends, but for those inside a name
_SEPARATING = {",", "and", "or", "&", "/", ";"}
_ENDING_MARKS = {"(", ")", ";", ":", "--", "–", "—", "."}
_SHORTEST = 4  # letters of a word that two names of one bearer may share


def fillers(wording: Wording, after: Sequence[Word]) -> tuple[Mention, ...]:
    """The names in a list that the words begin with, one for each of its members that has one.

    "her third album, Salt (2008)" gives Salt, "the Swiss writer Max Frey and others" Max Frey, "not Max Frey" none.
    """
    found = []
    for member in _members(wording, after):
        run = _name_of(wording, member)
        mention = _as_mention(wording, run) if run else None
        if mention:
            found.append(mention)
    return tuple(found)


def _members(wording: Wording, after: Sequence[Word]) -> Iterator[list[Word]]:
    member: list[Word] = []
    for word in after:
        named = _inside_name(wording, word)
        if (word.pos in _ENDING and not named) or word.text in _ENDING_MARKS:
            break
        if word.text.lower() in _SEPARATING and not named:
            yield member
            member = []
        else:
            member.append(word)
    yield member


def _inside_name(wording: Wording, word: Word) -> bool:
    """Whether a name goes on on both sides of the word: the "of" of "Game of Thrones"."""
    return any(m.span.start < word.span.start and word.span.end < m.span.end for m in wording.mentions)


def _name_of(wording: Wording, member: Sequence[Word]) -> list[Word]:
    """The last run of capitalised words that owns nothing; a nickname in quotation marks is left out of it."""
    if any(w.lemma in lexicon("definitions")["denials"] for w in member):
        return []
    runs: list[list[Word]] = [[]]
    for i, word in enumerate(member):
        quoted = word.text in _QUOTES or (
            0 < i < len(member) - 1 and member[i - 1].text in _QUOTES and member[i + 1].text in _QUOTES
        )
        if quoted and runs[-1]:
            continue
        if _is_capital(word) or (runs[-1] and _inside_name(wording, word)):
            runs[-1].append(word)
        else:
            runs.append([])
            if word.pos == "PART" and len(runs) > 1:
                runs[-2] = []  # a possessor
    return next((run for run in reversed(runs) if run), [])


_QUOTES = {'"', "“", "”", "'", "‘", "’", "''", "``"}


def _is_capital(word: Word) -> bool:
    is_number = word.pos == "NUM" and word.text.isdigit()
    return is_number or (word.text[:1].isupper() and not _is_nationality(word))


def _is_nationality(word: Word) -> bool:
    return word.pos == "ADJ" and gazetteer().is_nationality(word.text)


def _as_mention(wording: Wording, run: Sequence[Word]) -> Mention | None:
    """The run as one name: the mention that covers it, or one made of the words."""
    span = Span(run[0].span.start, run[-1].span.end)
    over = [m for m in wording.mentions if m.span.overlaps(span) and not m.pronoun]
    if over and over[-1].span.contains(span):
        return over[-1]
    name = read_name(" ".join(w.text for w in run))
    if name is None or not over:
        return None
    return replace(over[-1], span=span, name=name)


def filled(slot: str, found: Sequence[Mention], *, several: bool) -> Iterator[Trait]:
    """One trait for each name of a list; a list of two and more is taken for the whole."""
    for mention in found:
        yield Trait(
            slot, Kind.NAME, mention.span, mention, mention.name.normal, several, several and len(found) > 1
        )


def compare_fillers(a: Mention, b: Mention) -> Comparison:
    """Whether two names fill a slot alike. Two spellings, a shortened form and a word shared are no difference."""
    said = compare_names(a.name, b.name)
    if said.agreement is Agreement.DIFFER and (_share_word(a.name, b.name) or _sorts_differ(a, b)):
        return Comparison(Agreement.UNKNOWN, f"“{a.name.normal}” and “{b.name.normal}” may both do.")
    return said


def _share_word(a: Name, b: Name) -> bool:
    """Whether one name may be a part of the other; two full names of one surname are two people."""
    ours, theirs = ([t.casefold() for t in n.tokens] for n in (a, b))
    if len(ours) == len(theirs) > 1 and ours[-1] == theirs[-1]:
        return False
    return any(x == y and len(x) >= _SHORTEST for x, y in product(ours, theirs))


def _sorts_differ(a: Mention, b: Mention) -> bool:
    """Whether one is somebody and the other a body, which may do one thing together."""
    return {_sort(a), _sort(b)} == {EntityKind.PERSON, EntityKind.ORGANISATION}


def _sort(mention: Mention) -> EntityKind:
    words = [t.casefold() for t in mention.name.tokens]
    listed = lexicon("mentions")
    if any(w in listed["organisation_heads"] or w in listed["legal_forms"] for w in words):
        return EntityKind.ORGANISATION
    if mention.kind is EntityKind.ORGANISATION and len(words) > 1:
        return EntityKind.OTHER  # people's names are often taken for a body's
    return mention.kind
