"""What stands behind an office: "-elect", "of defence", "at the University of Graz"."""

from __future__ import annotations

from typing import NamedTuple

from reconcile.facets.role.vocabulary import vocabulary
from reconcile.facets.role.words import Words
from reconcile.lexicon import lexicon

LONGEST_PHRASE = 4  # words of a portfolio, a subject, a common name of an institution
LONGEST_INSTITUTION = 9  # words
LONGEST_KIND = 3  # words that say what sort of body a name is of: "space research firm"
LONGEST_NAME = 4  # words of a person's name between a title and "of the University"

_PREPOSITIONS = frozenset({"of", "for", "at", "from", "to"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})


class Right(NamedTuple):
    """What stands behind an office, up to the word `last`, which is excluded."""

    last: int
    ranks: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()
    institution: str = ""
    accredited: str = ""


def right_of(words: Words, end: int, office: str) -> Right:
    """ "-elect", "of defence", "at the University of Padua" behind an office."""
    right = _rank_behind(words, end)
    right = _portfolio_behind(words, right)
    right = right._replace(last=_subject_end(words, right.last))
    first = _after_preposition(words, right.last)
    if first is None:
        return right
    first = _name_behind_kind(words, first)
    last = _institution_end(words, first)
    if last == first:
        return right
    name = words.slice(first, last)
    if words.all[right.last].plain == "to":
        is_posting = office in vocabulary().accredited
        return right._replace(last=last, accredited=name) if is_posting else right
    return right._replace(last=last, institution=name)


def after_name(words: Words, first: int) -> str:
    """The institution of "Professor X Y of the University of Z", the title ending before `first`."""
    last = first
    while last - first < LONGEST_NAME and words.joined(last) and words.all[last].is_capital:
        last += 1
    if last == first or last >= len(words.all) or words.gap(last) not in (" ", ", "):
        return ""
    begin = _after_preposition(words, last, after_comma=True)
    end = _institution_end(words, begin) if begin is not None else 0
    name = words.slice(begin, end) if begin is not None and end > begin else ""
    return name if vocabulary().class_of(name) and words.all[last].plain != "to" else ""


def _rank_behind(words: Words, end: int) -> Right:
    if words.joined(end) and words.gap(end) in ("-", " "):
        rank = vocabulary().ranks.get(words.plain(end, end + 1), "")
        if rank == "elect" or words.all[end].plain == "emeritus":
            return Right(end + 1, ranks=(rank,))
    return Right(end)


def _portfolio_behind(words: Words, right: Right) -> Right:
    """ "of defence", "for foreign affairs and trade"; not the "health" of "of the health agency"."""
    longer, first = right, _after_preposition(words, right.last)
    while first is not None and (end := _phrase_after(words, first)):
        portfolio = vocabulary().portfolios[words.plain(first, end)]
        longer = longer._replace(last=end, portfolios=(*longer.portfolios, portfolio))
        is_listed = words.joined(end) and words.all[end].plain == "and" and words.joined(end + 1)
        first = end + 1 if is_listed else None
    is_named_after = (
        words.joined(longer.last) and words.plain(longer.last, longer.last + 1) in vocabulary().institutions
    )
    return right if is_named_after else longer


def _subject_end(words: Words, end: int) -> int:
    """Where "of physics" ends in "professor of physics at Z"; where it started when no institution
    follows.
    """
    if not words.joined(end) or words.all[end].plain not in ("of", "in"):
        return end
    for last in range(end + 2, min(len(words.all), end + 2 + LONGEST_PHRASE)):
        if not words.joined(last) or words.all[last - 1].is_capital:
            break
        if words.all[last].plain in ("at", "from"):
            return last
    return end


def _phrase_after(words: Words, first: int) -> int:
    """Where the longest portfolio ends that starts at a word; 0 when none does."""
    for last in range(min(len(words.all), first + LONGEST_PHRASE), first, -1):
        is_joined = all(words.joined(index) for index in range(first + 1, last))
        if is_joined and words.plain(first, last) in vocabulary().portfolios:
            return last
    return 0


def _after_preposition(words: Words, index: int, after_comma: bool = False) -> int | None:
    """The word that follows "of the", "at a", "for" at an index."""
    if index >= len(words.all) or words.all[index].plain not in _PREPOSITIONS:
        return None
    if not words.joined(index) and not after_comma:
        return None
    first = index + 1
    if words.joined(first) and words.all[first].plain in _ARTICLES:
        first += 1
    return first if words.joined(first) else None


def _institution_end(words: Words, first: int) -> int:
    """Where an institution ends that starts at a word: a capitalised name, or words up to "museum",
    "ministry".
    """
    if words.all[first].is_capital:
        return (
            _capital_end(words, first) if (words.all[first].plain,) not in vocabulary().never_names else first
        )
    last = first
    while last - first < LONGEST_PHRASE and (last == first or words.joined(last)) and last < len(words.all):
        last += 1
        if words.plain(last - 1, last) in vocabulary().institutions or _titles(words, last):
            named = words.joined(last) and words.all[last].is_capital
            return _capital_end(words, last) if named else last
        if words.all[last - 1].plain in _PREPOSITIONS | _ARTICLES | {"and"}:
            break
    return first


def _name_behind_kind(words: Words, first: int) -> int:
    """Where the name begins in "the Bremen space firm Nordlicht"; the word given where nothing is named so."""
    kind = first
    while words.joined(kind) and words.all[kind].is_capital:
        kind += 1
    for at in range(kind, min(kind + LONGEST_KIND, len(words.all) - 1)):
        if not words.joined(at) or words.all[at].is_capital or words.is_possessive(at - 1):
            break
        if words.plain(at, at + 1) in vocabulary().institutions:
            return at + 1 if kind > first and words.joined(at + 1) and words.all[at + 1].is_capital else first
    return first


def _titles(words: Words, last: int) -> bool:
    """Whether an office ends here that stands before its holder: "cousin of the minister Anna Lind"."""
    is_office = words.plain(last - 1, last) in vocabulary().terms
    return is_office and words.joined(last) and words.all[last].is_capital


def _capital_end(words: Words, first: int) -> int:
    last = end = first + 1
    while words.joined(last) and last - first < LONGEST_INSTITUTION:
        if words.is_possessive(last - 1):
            return _institution_end(words, last)
        if words.all[last].plain in lexicon("roles")["parentage"]:
            return first
        if words.all[last].is_capital:
            end = last + 1
        elif words.all[last].plain not in vocabulary().links or not _links_on(words, first, last):
            break
        last += 1
    return end


def _links_on(words: Words, first: int, index: int) -> bool:
    """Whether "and" joins parts of one institution ("Ministry of Health and Welfare") and not two things."""
    return words.all[index].plain != "and" or (words.all[first].plain,) in vocabulary().institutions
