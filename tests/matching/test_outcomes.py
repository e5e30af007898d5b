"""Which end of a matter a claim tells of, and who bears it."""

from __future__ import annotations

import pytest

from reconcile.lexicon import lexicon
from reconcile.matching.entities import resolve
from reconcile.matching.outcomes import Outcome, matters, outcomes
from reconcile.matching.profiles import profiles
from tests.conftest import Reader


def told(read: Reader, text: str) -> list[Outcome]:
    found = [read(text)]
    return [o for profile in profiles(found, resolve(found)) for o in outcomes(profile)]


@pytest.mark.parametrize(
    ("text", "matter", "end"),
    [
        ("The jury found the baker Odd Lien, 61, guilty of arson.", "verdict", True),
        ("Odd Lien was found not guilty of arson.", "verdict", False),
        ("Odd Lien walked out of the courtroom free.", "verdict", False),
        ("Odd Lien was not convicted of arson.", "verdict", False),
        ("Odd Lien won his appeal.", "appeal", True),
        ("The appeal was turned down.", "appeal", False),
        ("The union failed to reach a deal.", "deal", False),
        ("The mine was forced to close.", "staying open", True),
        ("There was no distress call.", "rescue call", False),
        ("The mate radioed for help.", "rescue call", True),
        ("Shares in Norbus slipped 2%.", "shares", False),
        ("The mayor had received no warning.", "warning", False),
    ],
)
def test_one_end_under_many_words(read: Reader, text: str, matter: str, end: bool) -> None:
    assert (matter, end) in {(o.matter, o.end) for o in told(read, text)}


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("The company bought shares in Norbus and grew them.", "market"),  # they do nothing
        ("The call was made by the deputy mayor.", "rescue call"),  # a call of another kind
        ('"The sirens sounded," said Odd Lien.', "alarm"),  # in quotation marks
        ("Odd Lien won the case after losing his appeal.", "verdict"),
    ],
)
def test_what_tells_of_no_end(read: Reader, text: str, matter: str) -> None:
    assert matter not in {o.matter for o in told(read, text)}


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("The jury in Bergen convicted Odd Lien of arson.", "lien"),
        ("The villagers had not received a line of warning.", "villager"),
        ("The sirens of the harbour stayed silent.", "siren"),
    ],
)
def test_whom_an_outcome_befalls(read: Reader, text: str, bearer: str) -> None:
    assert [p.head for o in told(read, text) for p in o.bearers] == [bearer]


def test_no_phrase_tells_of_both_ends_of_a_matter() -> None:
    for name, entry in lexicon("outcomes")["matters"].items():
        assert not {*entry["one"], *entry.get("one_told", ())} & {
            *entry["other"],
            *entry.get("other_told", ()),
        }, name


def test_the_flags_of_the_lexicon_are_known() -> None:
    words = {"of", "one", "other", "one_told", "other_told"}
    known = words | set(matters()["verdict"].__slots__)
    assert all(entry.keys() <= known for entry in lexicon("outcomes")["matters"].values())
