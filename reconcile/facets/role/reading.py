"""Reading roles in running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reconcile.facets.role.before import left_of
from reconcile.facets.role.behind import after_name, right_of
from reconcile.facets.role.value import Role
from reconcile.facets.role.vocabulary import Office, Term, vocabulary
from reconcile.facets.role.words import Words, words_of

LONGEST_TERM = 7  # words
SHORTEST_STEM = 3  # letters before the ending of an occupation


def read_roles(text: str) -> tuple[Role, ...]:
    """Roles named in a text, in order: "Russian Deputy Defense Minister", "a glaciologist at the
    University of Padua".

    Plurals name no one's role and are left out. Words that are common otherwise ("head", "general",
    "major") are read only as a title or with an institution.
    """
    words = words_of(text)
    found: list[Role] = []
    index = 0
    while index < len(words.all):
        head = _head_at(words, index)
        role = _role(words, head) if head else None
        if role:
            found.append(role)
        index = head.last if head else index + 1
    return tuple(found)


def read_role(text: str) -> Role | None:
    """The role in a text that names one: the first that is not a general word. An unlisted one is its
    last word.
    """
    roles = read_roles(text)
    if roles:
        return next((role for role in roles if not vocabulary().office(role.office).is_general), roles[0])
    words = words_of(text)
    return _unlisted(words) if words.all else None


class _Head(NamedTuple):
    """The words that name the office itself."""

    first: int
    last: int
    term: Term | None


def _head_at(words: Words, first: int) -> _Head | None:
    """The longest term for an office that starts at a word, or the longest phrase that is none but holds
    one.
    """
    if words.all[first].plain not in vocabulary().first_words:
        return _by_ending(words, first)
    last = first + 1
    while last - first < LONGEST_TERM and words.joined(last):
        last += 1
    for end in range(last, first, -1):
        if words.plain(first, end) in vocabulary().not_roles:
            return _Head(first, end, None)
        if term := _term(words, first, end):
            return _Head(first, end, term)
    return None


def _term(words: Words, first: int, last: int) -> Term | None:
    """The term that a run of words is, where it is written as it must be."""
    term = vocabulary().terms.get(words.plain(first, last))
    if term is None or (term.is_acronym and not words.slice(first, last).isupper()):
        return None
    is_before_name = words.all[first].is_capital and words.joined(last) and words.all[last].is_capital
    return term if is_before_name or not term.is_abbreviation else None


def _by_ending(words: Words, first: int) -> _Head | None:
    """ "glaciologist": an occupation by the end of its word."""
    word = words.all[first].plain
    ending = next((e for e in vocabulary().suffixes if word.endswith(e)), "")
    is_occupation = ending and len(word) >= len(ending) + SHORTEST_STEM
    return _Head(first, first + 1, Term(vocabulary().office(word))) if is_occupation else None


def _role(words: Words, head: _Head) -> Role | None:
    if head.term is None:
        return None
    office = head.term.office
    left = left_of(words, head.first)
    right = right_of(words, head.last, office.name)
    portfolios = tuple(dict.fromkeys((office.portfolio, *left.portfolios, *right.portfolios)))
    portfolio = " and ".join(sorted(p for p in portfolios if p))
    institution = left.institution or right.institution or after_name(words, right.last)
    has_company = bool(institution or portfolio or left.ranks)
    if not (institution if office.is_kin else _is_meant(words, head, office, has_company)):
        return None
    named = head.term.with_portfolio if portfolio and head.term.with_portfolio else office
    span = words.span(left.first, right.last)
    ranks = " ".join(dict.fromkeys((*left.ranks, *right.ranks)))
    return Role(span, span.of(words.text), named.name, ranks, portfolio, institution, right.accredited)


def _is_meant(words: Words, head: _Head, office: Office, has_company: bool) -> bool:
    """Whether the words name an office here, and are no verb, adjective or surname."""
    is_capital = words.all[head.first].is_capital
    is_title = is_capital and words.joined(head.last) and words.all[head.last].is_capital
    before = words.plain(head.first - 1, head.first) if words.joined(head.first) else ()
    if before in vocabulary().verb_signs and not is_capital:
        return False
    if office.is_surname and is_capital and _is_surname(words, head, is_title):
        return False
    if _is_before_noun(words, head, office):
        return False
    return has_company or is_title or not (office.needs_title or office.needs_company)


def _is_surname(words: Words, head: _Head, is_title: bool) -> bool:
    """The "King" of "Stephen King", unlike those of "King Charles", "the King" and "Danish King"."""
    before = words.all[head.first - 1] if words.joined(head.first) else None
    if before is None or vocabulary().nation(before.text) or before.plain == "the":
        return before is None and not is_title
    is_body = (before.plain,) in vocabulary().institutions  # "Elk County Sheriff"
    return not is_title or (before.is_capital and not is_body)


def _is_before_noun(words: Words, head: _Head, office: Office) -> bool:
    """ "passenger plane", and the "justice" of "justice minister"."""
    if not words.joined(head.last) or words.all[head.last].is_capital:
        return False
    if words.plain(head.first, head.last) in vocabulary().portfolios:
        return words.all[head.last].plain in vocabulary().first_words
    after = words.all[head.last].plain
    return office.is_attributive and (after,) not in vocabulary().followers and not after.endswith("ed")


def _unlisted(words: Words) -> Role | None:
    """What is called a role by whoever asks, though no one knows the office: its last word."""
    candidates = list(_noun_run(words))
    if not candidates:
        return None
    last = candidates[-1] + 1
    left = left_of(words, last - 1)
    span = words.span(left.first, last)
    return Role(
        span,
        span.of(words.text),
        words.all[last - 1].plain,
        " ".join(left.ranks),
        " and ".join(left.portfolios),
        left.institution,
    )


def _noun_run(words: Words) -> Iterator[int]:
    """Indices of the words before the first comma or preposition, articles left out."""
    for index, word in enumerate(words.all):
        if index and (
            not words.joined(index) or word.plain in ("of", "at", "for", "in", "with", "from", "who")
        ):
            return
        if (word.plain,) not in vocabulary().never_names:
            yield index
