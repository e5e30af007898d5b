"""Runs of words that name something: where a name starts and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.claims.mentions.vocabulary import words
from reconcile.claims.parsing import is_in_dictionary
from reconcile.facets.place import gazetteer
from reconcile.facets.role import Role
from reconcile.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Run = list["Token"]

_NOT_NAMES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"}
_HYPHENS = {"-", "‐", "‑", "–"}
_LONGEST_LINK = 4  # tokens between two capitals of one name
_LONGEST_ACRONYM = 8  # letters
_LONGEST_NAME = 12  # tokens of a name in a heading
_LONGEST_COUNTRY = 6  # tokens
_LONGEST_TITLE = 8  # tokens of a work's title
_HEADLINE = 0.7  # share of capitalised words from which a line without a full stop is a title-case heading
_LONGEST_SMALL_WORD = 3  # letters; shorter words are not capitalised in such headings


def name_runs(doc: Doc, roles: Sequence[Role]) -> list[Run]:
    """The names of a parsed document, each as its tokens, in order.

    A heading in title case tells nothing about names: of its words those are taken that the body names.
    """
    offices = _office_offsets(roles)
    found: list[Run] = []
    headings: list[Run] = []
    for sentence in doc.sents:
        tokens = list(sentence)
        if _is_heading(tokens):
            headings.append(tokens)
        else:
            found.extend(part for run in _runs(tokens, offices) for part in _parts(run))
    known = {_key(run) for run in found}
    found.extend(run for tokens in headings for run in _known_runs(tokens, known, offices))
    return sorted(found, key=lambda run: run[0].i)


def acronym_of(run: Run) -> Token | None:
    """The acronym that a name is given in brackets right behind it: "World Health Organization (WHO)"."""
    doc, after = run[0].doc, run[-1].i + 1
    if after + 2 >= len(doc) or doc[after].text != "(" or doc[after + 2].text != ")" or len(run) < 2:
        return None
    short = doc[after + 1]
    letters = [c for c in short.text if c.isalpha()]
    if not 2 <= len(letters) <= _LONGEST_ACRONYM or sum(c.isupper() for c in letters) < 2:
        return None
    return short if _in_order("".join(letters).lower(), "".join(t.text for t in run).lower()) else None


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(c in rest for c in letters)


def _office_offsets(roles: Sequence[Role]) -> frozenset[int]:
    """Offsets of the words that name an office. Those of its institution may be a name: "University of Graz"."""
    offsets: set[int] = set()
    for role in roles:
        name, known = role.institution, gazetteer()
        at = (
            role.words.find(name)
            if name and not (known.is_nationality(name) or known.is_country(name))
            else -1
        )
        kept = range(role.span.start + at, role.span.start + at + len(name)) if at >= 0 else range(0)
        offsets.update(i for i in range(role.span.start, role.span.end) if i not in kept)
    return frozenset(offsets)


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a line in title case or in capitals."""
    longer = [t for t in tokens if t.is_alpha and len(t.text) > _LONGEST_SMALL_WORD]
    if len(longer) < 3 or any(t.text in {".", "!", "?"} for t in tokens[-2:]):
        return False
    capitals = sum(t.text[0].isupper() for t in longer)
    return capitals / len(longer) >= _HEADLINE and any(
        t.pos_ in {"VERB", "AUX"} or t.text.isupper() for t in longer
    )


def _known_runs(tokens: Sequence[Token], known: set[str], offices: frozenset[int]) -> Iterator[Run]:
    at = 0
    while at < len(tokens):
        fitting = (list(tokens[at:end]) for end in range(min(len(tokens), at + _LONGEST_NAME), at, -1))
        run = next((r for r in fitting if _key(r) in known), None)
        if run and run[0].idx not in offices:
            yield run
        at += len(run) if run else 1


def _key(run: Sequence[Token]) -> str:
    return " ".join(t.text.casefold() for t in run)


def _runs(tokens: Sequence[Token], offices: frozenset[int]) -> Iterator[Run]:
    """Longest runs of name tokens, joined across hyphens, particles, "of" and "&"."""
    at = 0
    while at < len(tokens):
        title = _quoted_title(tokens, at)
        if title or not _begins_name(tokens[at], offices):
            if title:
                yield title
            at += len(title) or 1
            continue
        end = at + 1
        while end < len(tokens):
            step = _step(tokens, at, end, offices)
            if not step:
                break
            end += step
        yield list(tokens[at:end])
        at = end


def _quoted_title(tokens: Sequence[Token], at: int) -> Run:
    """The title of a work that starts at a token: "The Miller's Daughter", quoted and in capitals throughout."""
    if at == 0 or not tokens[at - 1].is_quote or not tokens[at].text[0].isupper():
        return []
    ahead = list(tokens[at : at + _LONGEST_TITLE + 1])
    end = next((n for n, t in enumerate(ahead) if t.is_quote or t.text == ","), 0)
    title = ahead[:end]
    is_title = (
        all(t.text[0].isupper() or len(t.text) <= _LONGEST_SMALL_WORD for t in title) and title[-1:] != []
    )
    return title if is_title and len(title) > 1 and title[-1].text[0].isupper() and title[-1].is_alpha else []


def _step(tokens: Sequence[Token], first: int, end: int, offices: frozenset[int]) -> int:
    """How many tokens more the name takes in; 0 where it ends."""
    if _begins_name(tokens[end], offices):
        return 0 if _parts_names(tokens[first:end], tokens[end]) else 1
    link = end
    while link < len(tokens) and link - end < _LONGEST_LINK and _links(tokens, first, link, end):
        link += 1
    if link == end or link >= len(tokens):
        return 0
    tight = tokens[link - 1].text in _HYPHENS
    goes_on = _begins_name(tokens[link], offices) or (
        tight and tokens[link].text.isalpha() and tokens[link].idx not in offices
    )
    return link - end + 1 if goes_on else 0


def _links(tokens: Sequence[Token], first: int, at: int, end: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.text in _HYPHENS:
        return not before.whitespace_ and not token.whitespace_
    if token.text in words("particles") or token.text in words("ampersands"):
        return True
    if at > end and token.lower_ == "the":
        return tokens[at - 1].lower_ in words("linking")
    return token.lower_ in words("linking") and _takes_of(tokens[first:end], token)


def _takes_of(name: Sequence[Token], link: Token) -> bool:
    """Whether "of" continues a name: "Bank of England" is one, "Zhang of Peking University" is not."""
    last = name[-1]
    if last.lower_ in words("organisation_heads"):
        return True
    if link.lower_ != "of" or last.ent_type_ in {"PERSON", "NORP"}:
        return False
    one_entity = bool(link.ent_type_) and link.ent_iob_ == "I" and link.ent_type_ != "PERSON"
    return len(name) == 1 or one_entity


def _begins_name(token: Token, offices: frozenset[int]) -> bool:
    text = token.text
    if token.idx in offices or not text[:1].isupper() or not text[0].isalpha():
        return False
    if token.ent_type_ in _NOT_NAMES or token.lower_ in words("never") or _is_currency(token):
        return bool(token.is_sent_start) and _is_given_month(token)
    if token.is_sent_start or (token.i > 0 and token.nbor(-1).is_quote):
        return _opens_with_name(token) or _is_foreign_name(token)
    return token.pos_ == "PROPN" or bool(token.ent_type_) or token.pos_ not in {"PRON", "DET"}


def _is_currency(token: Token) -> bool:
    """Whether a code stands before or behind a figure: "SEK 200 million", "200 UAH"; "COP" alone may be a meeting."""
    if token.text not in lexicon("quantities")["currencies"]:
        return False
    beside = token.doc[max(0, token.i - 2) : token.i + 2]
    return any(t.like_num for t in beside)


def _opens_with_name(token: Token) -> bool:
    """Whether the capital at the start of a sentence is a name's."""
    if token.lower_ in _openers() or (token.is_stop and not token.text.isupper()):
        return bool(
            token.lower_ in words("particles")
            and token.i + 1 < len(token.doc)
            and token.nbor().text[:1].isupper()
        )
    return token.pos_ == "PROPN" or (bool(token.ent_type_) and token.pos_ in {"NOUN", "ADJ"})


def _is_foreign_name(token: Token) -> bool:
    """Whether a capital before another one can only be a given name's, since English has no such word."""
    if token.is_stop or token.lower_ in _openers() or not _has_surname(token):
        return False
    return not (is_in_dictionary(token.lemma_.lower()) or is_in_dictionary(token.lower_))


def _is_given_month(token: Token) -> bool:
    """Whether the name of a month is somebody's: "June Ashworth died"."""
    is_given = token.pos_ == "PROPN" and token.dep_ == "compound" and _has_surname(token)
    return is_given and token.nbor().ent_type_ not in _NOT_NAMES


def _has_surname(token: Token) -> bool:
    """Whether a capitalised word follows that is no country's or people's."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is None or after.pos_ != "PROPN" or not after.text[:1].isupper() or after.text.isupper():
        return False
    return not gazetteer().is_nationality(after.text) and after.lower_ not in words("thing_heads")


def _openers() -> frozenset[str]:
    return frozenset(lexicon("places")["openers"])


def _parts_names(name: Sequence[Token], token: Token) -> bool:
    """Whether a capital after a name belongs to another: "Russian Sergei", "Reuters Anna Lind"."""
    before = name[-1]
    if token.is_sent_start:
        return True
    if before.ent_type_ == "NORP" and token.ent_type_ != "NORP":
        return not _is_institution_ahead(token)
    starts_person = (
        token.ent_type_ == "PERSON" and token.ent_iob_ == "B" and before.ent_type_ in {"ORG", "GPE"}
    )
    return bool(
        starts_person
        and token.i + 1 < len(token.doc)
        and token.nbor().ent_type_ == "PERSON"
        and _is_whole(name)
    )


def _is_whole(name: Sequence[Token]) -> bool:
    """Whether the entity that the parser saw begins where the name does."""
    return name[0].ent_iob_ == "B"


def _is_institution_ahead(token: Token) -> bool:
    """Whether the name goes on to a body introduced with its acronym: "Philippine Coast Guard (PCG)"."""
    doc, at = token.doc, token.i
    while at < len(doc) and doc[at].text[:1].isupper():
        at += 1
    return bool(acronym_of(list(doc[token.i - 1 : at])) and doc[at + 1].text[:1] == doc[token.i - 1].text[:1])


def _parts(run: Run) -> list[Run]:
    """A run cut where two names stand side by side, without an article or an opening word in front."""
    while len(run) > 1 and run[0].lower_ in words("articles"):
        run = run[1:]
    if run[0].lower_ in words("articles"):
        return []
    if (
        run[0].is_sent_start
        and len(run) > 1
        and gazetteer().is_nationality(run[1].text)
        and not _belongs_to_nation(run[0])
    ):
        run = run[1:]  # "Growing French influence"
    return _apart_from_country(run)


def _apart_from_country(run: Run) -> list[Run]:
    """ "Burma Aung San" is a country and a person; "Ghana Airways" is one name."""
    heads = words("organisation_heads") | words("legal_forms") | words("place_heads") | words("thing_heads")
    if len(run) < 3 or heads & {t.lower_.strip(".") for t in run} or acronym_of(run):
        return [run]
    for length in range(min(len(run) - 2, _LONGEST_COUNTRY), 0, -1):
        if _is_nation(run[:length]) and run[length].text[0].isalpha():
            return [run[:length], run[length:]]
    return [run]


def _belongs_to_nation(first: Token) -> bool:
    return first.lower_ in words("before_nations") or gazetteer().is_known_name(first.text)


def _is_nation(run: Sequence[Token]) -> bool:
    text = str(run[0].doc[run[0].i : run[-1].i + 1].text)
    return gazetteer().is_country(text) or gazetteer().is_nationality(text)
