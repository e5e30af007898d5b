"""What stands before an office in its noun phrase: rank, portfolio, institution."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from reconcile.facets.role.vocabulary import Phrase, vocabulary
from reconcile.facets.role.words import Words

LONGEST_BEFORE = 12  # words before an office
LONGEST_PHRASE = 4  # words of a rank or a portfolio
LONGEST_NAME = 9  # words of an institution


class Left(NamedTuple):
    """What stands before an office, from the word `first` on."""

    first: int
    ranks: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()
    institution: str = ""


def left_of(words: Words, head: int) -> Left:
    """Ranks, portfolios and institution before an office, as far as the noun phrase reaches."""
    left = Left(head)
    while head - left.first < LONGEST_BEFORE and words.joined(left.first):
        longer = _one_more(words, left)
        if longer is None:
            break
        left = longer
    return left


def _one_more(words: Words, left: Left) -> Left | None:
    known = vocabulary()
    if start := _phrase_before(words, left.first, known.ranks):
        rank = known.ranks[words.plain(start - 1, left.first)]
        return left._replace(first=start - 1, ranks=(rank, *left.ranks))
    if left.institution:
        return None
    if start := _phrase_before(words, left.first, known.portfolios):
        portfolio = known.portfolios[words.plain(start - 1, left.first)]
        return left._replace(first=start - 1, portfolios=(portfolio, *left.portfolios))
    if _phrase_before(words, left.first, known.qualifiers):
        return left._replace(first=left.first - 1)
    return _listed_portfolio(words, left) or _institution_before(words, left)


def _phrase_before(words: Words, end: int, phrases: Container[Phrase]) -> int:
    """One more than the index where the longest of the phrases starts that ends before a word; 0 when
    none does.
    """
    for length in range(LONGEST_PHRASE, 0, -1):
        first = end - length
        if (
            first >= 0
            and words.plain(first, end) in phrases
            and all(map(words.joined, range(first + 1, end)))
        ):
            return first + 1
    return 0


def _listed_portfolio(words: Words, left: Left) -> Left | None:
    """The "finance and" of "finance and economy minister"."""
    known, link = vocabulary().portfolios, left.first - 1
    if not left.portfolios or link < 1 or words.all[link].plain != "and" or not words.joined(link):
        return None
    start = _phrase_before(words, link, known)
    if not start:
        return None
    return left._replace(first=start - 1, portfolios=(known[words.plain(start - 1, link)], *left.portfolios))


def _institution_before(words: Words, left: Left) -> Left | None:
    """ "museum", "Russian", "Burkina Faso's", "Bank of England" before an office."""
    first = _name_start(words, left.first)
    if first < left.first:
        return left._replace(first=first, institution=words.slice(first, left.first).rstrip(" "))
    word = words.all[left.first - 1]
    if (word.plain,) in vocabulary().institutions or _is_owner(words, left.first - 1):
        return left._replace(first=left.first - 1, institution=word.text)
    return _nation_before(words, left)


def _is_owner(words: Words, index: int) -> bool:
    """The "victim" of "the victim's brother"."""
    return words.is_possessive(index) and index > 0 and words.all[index - 1].plain == "the"


def _nation_before(words: Words, left: Left) -> Left | None:
    """The nationality before a word of no account: "Dutch" in "Dutch art detective"."""
    nation = left.first - 2
    if nation < 0 or words.gap(nation + 1) != " " or not words.all[nation].is_capital:
        return None
    name = words.all[nation].text
    return left._replace(first=nation, institution=name) if vocabulary().nation(name) else None


def _name_start(words: Words, end: int) -> int:
    """Where the capitalised name starts that ends before a word; the word itself when there is none."""
    first = end
    while first > 0 and end - first < LONGEST_NAME and words.joined(first):
        if _may_be_name(words, first - 1):
            first -= 1
        elif first < end and _is_link_back(words, first - 1):
            first -= 2
        else:
            break
    if first < end and _is_opening_word(words, first, end):
        return end
    return first


def _may_be_name(words: Words, index: int) -> bool:
    word, known = words.all[index], vocabulary()
    is_acronym = len(word.text) > 1 and word.text.isupper()
    return word.is_capital and (
        is_acronym or ((word.plain,) not in known.never_names and (word.plain,) not in known.ranks)
    )


def _is_link_back(words: Words, index: int) -> bool:
    """The "of" of "Bank of England"."""
    before = index - 1
    is_link = words.all[index].plain == "of" and before >= 0 and words.joined(index)
    return (
        is_link and words.all[before].is_capital and (words.all[before].plain,) in vocabulary().institutions
    )


def _is_opening_word(words: Words, first: int, end: int) -> bool:
    """Whether a lone capital is only that of a sentence: "Veteran" in "Veteran singer"."""
    if end - first > 1 or not words.opens_sentence(first) or words.is_possessive(first):
        return False
    word = words.all[first]
    known = vocabulary().nation(word.text) or (word.plain,) in vocabulary().institutions
    return not known and not word.text.isupper()
