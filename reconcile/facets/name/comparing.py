"""Whether two names mean one bearer, and whether they are spelt alike."""

from __future__ import annotations

from functools import lru_cache

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.name.acronyms import abbreviates
from reconcile.facets.name.alignment import alignment
from reconcile.facets.name.parts import parts
from reconcile.facets.name.scripts import is_han, is_latin, plain
from reconcile.facets.name.tokens import Likeness
from reconcile.facets.name.value import Name, words_of

_HOW = {
    Likeness.SAME: "are one name",
    Likeness.INITIAL: "are one name, in full and with initials",
    Likeness.MARKS: "are one name, and differ in accents, hyphens or spaces only",
    Likeness.SPELLING: "are two spellings of one name",
    Likeness.FORM: "are two forms of one name",
    Likeness.NICKNAME: "are two forms of one name",
    Likeness.TYPO: "are one name, spelt with a letter more, less or out of place",
    Likeness.SLIP: "are one name, spelt with a letter more, less or out of place",
}

_ALIKE = frozenset({Likeness.SAME, Likeness.INITIAL})  # as written, or shortened


def compare_names(a: Name, b: Name) -> Comparison:
    """Compare two names: `agree` one name or a shortened form, `variant` one spelt otherwise, `differ` two.

    `unknown` where an organisation's name may or may not be short for the other, or where a name in Chinese
    characters cannot be read without knowing its language.
    """
    agreement, how = _compared(a, b)
    return Comparison(agreement, f"“{a.normal}” and “{b.normal}” {how}.")


def name_agreement(a: Name, b: Name) -> Agreement:
    """What `compare_names` gives, without the sentence."""
    return _compared(a, b)[0]


@lru_cache(maxsize=65536)
def _compared(a: Name, b: Name) -> tuple[Agreement, str]:
    if abbreviates(a, b) or abbreviates(b, a):
        return Agreement.AGREE, "are a name and its initial letters"
    if _digits(a) and _digits(b) and _digits(a) != _digits(b):
        return Agreement.DIFFER, "are two names, told apart by a number"
    found = alignment(a, b)
    if found is None and is_han(a.words) != is_han(b.words):
        return Agreement.UNKNOWN, "are in two scripts and may be one name"
    if found is None or _suffixes_conflict(a, b):
        return Agreement.DIFFER, "are two names"
    if _leaves_out_too_much(a, b):
        return Agreement.UNKNOWN, "may or may not stand for one another"
    return _of_one_bearer(a, b, max(found))


def _digits(name: Name) -> str:
    return "".join(filter(str.isdigit, "".join(name.tokens)))


def _of_one_bearer(a: Name, b: Name, worst: Likeness) -> tuple[Agreement, str]:
    if is_latin(a.words) != is_latin(b.words):
        return Agreement.AGREE, "are one name in two scripts"
    if worst > Likeness.INITIAL:
        return Agreement.VARIANT, _HOW[worst]
    if len(parts(a)) != len(parts(b)):
        return Agreement.AGREE, "are a full and a short form of one name"
    return Agreement.AGREE, _HOW[worst]


def only_marks(a: Name, b: Name) -> bool:
    """Whether two names, one of them in short perhaps, differ in nothing but accents, hyphens, apostrophes, spaces."""
    left, right = (" ".join(name.tokens).casefold() for name in (a, b))
    if is_latin(left) != is_latin(right):
        return False
    found = frozenset(alignment(a, b) or ())
    whole = left != right and plain(left) == plain(right) != ""
    return whole or (Likeness.MARKS in found and found <= _ALIKE | {Likeness.MARKS})


def only_nickname(a: Name, b: Name) -> bool:
    """Whether two names differ in an everyday form of a given name, and in nothing else: "Bob" and "Robert"."""
    found = frozenset(alignment(a, b) or ())
    return Likeness.NICKNAME in found and found <= _ALIKE | {Likeness.NICKNAME}


def is_short_form(a: Name, b: Name) -> bool:
    """Whether one of two names shortens the other: surname alone, initials, a middle name left out."""
    found = alignment(a, b)
    if found is None or _suffixes_conflict(a, b) or _leaves_out_too_much(a, b):
        return abbreviates(a, b) or abbreviates(b, a)
    return len(parts(a)) != len(parts(b)) or Likeness.INITIAL in found


def _suffixes_conflict(a: Name, b: Name) -> bool:
    """Junior is neither Senior nor who has no suffix, unless that is a surname beside a full name."""
    if a.suffix == b.suffix:
        return False
    bare, other = (b, a) if a.suffix else (a, b)
    return bool(bare.suffix) or len(bare.tokens) > 1 or len(other.tokens) == 1


def _leaves_out_too_much(a: Name, b: Name) -> bool:
    """Of an organisation's name only words like "Company" may be left out, and of two joined names none."""
    if not any(_is_of_several_words(name) for name in (a, b)):
        return False
    left, right = (sum(w.casefold() not in words_of("designators") for w in parts(name)) for name in (a, b))
    return left != right


def _is_of_several_words(name: Name) -> bool:
    """Whether a name says what its bearer is ("Bank"), or joins two ("and")."""
    telling = words_of("organisation_words") | words_of("joining")
    return any(token.casefold() in telling for token in name.tokens)
