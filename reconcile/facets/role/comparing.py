"""Comparing two roles of one person."""

from __future__ import annotations

import re
from enum import Enum

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.role.value import Role
from reconcile.facets.role.vocabulary import Phrase, phrase, vocabulary

_EMPTY = frozenset({"the", "of", "for", "and", "at", "in", "s"})


class Relation(Enum):
    """How two offices stand to each other, leaving rank, portfolio and institution aside."""

    SAME = "the same office"
    WIDER = "one names the office more generally than the other"
    EXCLUSIVE = "nobody holds both at one time"
    ONE_EACH = "nobody holds both in one institution"
    SELDOM_BOTH = "one person seldom holds both"
    MEMBER = "one names an institution only"
    KINDRED = "two offices of one line of work"
    UNLIKE = "one person can hold both"


def compare_roles(a: Role, b: Role, *, in_one_story: bool = False) -> Comparison:
    """Whether two roles given to one person agree. Roles hold for a time: a former one is unknown against
    a present one.

    `in_one_story` says that both texts tell of one occasion, so that a post without an institution is a post in
    the same house as the other.

    Agree: one office in other words, one more general than the other, an interim president and a
    president. Differ: offices that exclude each other, a deputy and the minister, two portfolios, two
    institutions of one office. Unknown: offices that one person can hold at once.
    """
    pair = _both(a, b)
    relation = _relation(a.office, b.office)
    institutions = _same_institution(a, b)
    if ("former" in a.ranks) != ("former" in b.ranks):
        return Comparison(Agreement.UNKNOWN, f"{pair}: one is given as former, and roles hold for a time.")
    if relation is Relation.MEMBER:
        return _of_one_place(a, b, institutions, pair)
    if relation is Relation.SELDOM_BOTH:
        return _of_one_house(in_one_story and institutions is not False, relation, pair)
    if relation is Relation.UNLIKE and in_one_story and institutions is False and _belong_apart(a, b):
        return Comparison(Agreement.DIFFER, f"{pair}: two institutions.")
    if relation is Relation.UNLIKE:
        return Comparison(Agreement.UNKNOWN, f"{pair}: {relation.value}.")
    if relation is Relation.EXCLUSIVE:
        agreement = Agreement.DIFFER if _may_be_one_place(a, b, institutions) else Agreement.UNKNOWN
        return Comparison(agreement, f"{pair}: {relation.value} in one place.")
    if relation is Relation.ONE_EACH:
        return _of_one_house(institutions or (institutions is None and in_one_story), relation, pair)
    if institutions is False or (institutions is None and in_one_story and _are_two_houses(a, b)):
        return Comparison(Agreement.DIFFER, f"{pair}: two institutions.")
    if relation is Relation.KINDRED:
        return Comparison(Agreement.UNKNOWN, f"{pair}: {relation.value}, which one person can hold together.")
    return _of_one_office(a, b, relation, pair)


def may_change(a: Role, b: Role) -> bool:
    """Whether one person may have had the one role first and the other later; nobody becomes a cousin."""
    return not (vocabulary().lasts(a.office) and vocabulary().lasts(b.office))


def _both(a: Role, b: Role) -> str:
    """The two as a sentence names them: in full where they are told apart by more than their words."""
    same = a.words.casefold() == b.words.casefold()
    return f"“{a.normal}” and “{b.normal}”" if same else f"“{a.words}” and “{b.words}”"


def _kinds(a: Role, b: Role) -> set[str]:
    """The sorts of house that two institutions are."""
    return {vocabulary().class_of(role.institution) for role in (a, b)}


def _belong_apart(a: Role, b: Role) -> bool:
    """Whether both belong to houses of a sort of which one has one: two universities."""
    kinds = _kinds(a, b)
    return len(kinds) == 1 and kinds <= vocabulary().affiliating


def _are_two_houses(a: Role, b: Role) -> bool:
    """Whether the institutions are described as of two sorts: a fire brigade and a labour inspectorate."""
    kinds = _kinds(a, b)
    return len(kinds) == 2 and kinds <= vocabulary().houses


def _of_one_house(is_one: bool, relation: Relation, pair: str) -> Comparison:
    agreement = Agreement.DIFFER if is_one else Agreement.UNKNOWN
    return Comparison(agreement, f"{pair}: {relation.value}.")


def _of_one_place(a: Role, b: Role, institutions: bool | None, pair: str) -> Comparison:
    """Compares an institution without an office with another, or with that of an office."""
    if institutions is False and len(_kinds(a, b)) == 1:
        return Comparison(Agreement.DIFFER, f"{pair}: two institutions.")
    if institutions:
        return Comparison(Agreement.AGREE, f"{pair}: one institution.")
    return Comparison(Agreement.UNKNOWN, f"{pair}: one person can belong to both.")


def _of_one_office(a: Role, b: Role, relation: Relation, pair: str) -> Comparison:
    if a.portfolios and b.portfolios and not a.portfolios & b.portfolios:
        is_sure = relation is Relation.SAME and a.office in vocabulary().of_a_field
        agreement = Agreement.DIFFER if is_sure else Agreement.UNKNOWN
        return Comparison(agreement, f"{pair}: {a.portfolio} is not {b.portfolio}.")
    if relation is Relation.WIDER:
        return Comparison(Agreement.AGREE, f"{pair}: {relation.value}.")
    if ("deputy" in a.ranks) != ("deputy" in b.ranks):
        return Comparison(Agreement.DIFFER, f"{pair}: one is the deputy of the other.")
    if ("elect" in a.ranks) != ("elect" in b.ranks):
        return Comparison(Agreement.UNKNOWN, f"{pair}: one has yet to take office.")
    if ("acting" in a.ranks) != ("acting" in b.ranks):
        return Comparison(Agreement.AGREE, f"{pair}: one office, which one text calls acting or interim.")
    return Comparison(Agreement.AGREE, f"{pair}: {relation.value}.")


def _relation(a: str, b: str) -> Relation:
    if not a or not b:
        return Relation.MEMBER
    known = vocabulary()
    one, two = known.office(a), known.office(b)
    if a == b:
        return Relation.SAME
    if a in two.wider or b in one.wider or one.is_general or two.is_general:
        return Relation.WIDER
    if known.exclude(a, b):
        return Relation.EXCLUSIVE
    if known.exclude_within(a, b):
        return Relation.ONE_EACH
    if known.seldom_both(a, b):
        return Relation.SELDOM_BOTH
    return Relation.KINDRED if one.wider & two.wider & known.lines else Relation.UNLIKE


def _may_be_one_place(a: Role, b: Role, institutions: bool | None) -> bool:
    """Whether two offices are held in one place, as far as the texts say: a "team" may be any."""
    if institutions or not (_is_proper(a.institution) and _is_proper(b.institution)):
        return True
    return institutions is None and bool(_nations_in(a.institution) & _nations_in(b.institution))


def _nations_in(name: str) -> frozenset[str]:
    """The countries that an institution's name holds: "Fiji's parliament"."""
    words = re.sub(r"['’]s\b", "", name).split()
    return frozenset().union(*map(vocabulary().nation, words))


def _is_proper(name: str) -> bool:
    return bool(name) and not name.islower()


def _same_institution(a: Role, b: Role) -> bool | None:
    """Whether two roles are held at one institution; None where that is not known."""
    if a.accredited and b.accredited and _compare_names(a.accredited, b.accredited) is False:
        return False
    same = _compare_names(a.institution, b.institution)
    known = vocabulary()
    has_many = known.office(a.office).has_many_institutions or known.office(b.office).has_many_institutions
    is_sure = (
        known.nation(a.institution) or known.class_of(a.institution) == known.class_of(b.institution) != ""
    )
    return None if same is False and has_many and not is_sure else same


def _compare_names(a: str, b: str) -> bool | None:
    """Whether two names are of one institution: a country by its nationality, a part of the name,
    initials.
    """
    nations = vocabulary().nation(a), vocabulary().nation(b)
    if all(nations):
        return bool(nations[0] & nations[1])
    one, two = _telling(a), _telling(b)
    if not one or not two or any(nations):
        return None
    if set(one) <= set(two) or set(two) <= set(one) or _are_initials(a, b) or _are_initials(b, a):
        return True
    fields = vocabulary().fields_of(a), vocabulary().fields_of(b)
    if all(fields) and fields[0].isdisjoint(fields[1]):
        return False
    return None if _may_be_one(a, b) else False


def _may_be_one(a: str, b: str) -> bool:
    """Whether two names that are not the same could still be: a common noun, a shared word, two kinds of
    institution.
    """
    known = vocabulary()
    kinds = {known.class_of(a), known.class_of(b)} - {""}
    proper = [{w for w in _telling(name) if (w,) not in known.institutions} for name in (a, b)]
    return not (_is_proper(a) and _is_proper(b)) or len(kinds) > 1 or bool(proper[0] & proper[1])


def _telling(name: str) -> Phrase:
    """The words of a name that tell it, articles and prepositions left out."""
    return tuple(word for word in phrase(name) if word not in _EMPTY)


def _are_initials(short: str, long: str) -> bool:
    letters = "".join(word[0] for word in _telling(long))
    return len(letters) > 1 and phrase(short) == (letters,)
