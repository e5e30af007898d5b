"""What one party alone did, and to whom a claim gives it."""

from __future__ import annotations

import pytest

from reconcile.lexicon import lexicon
from reconcile.matching.entities import resolve
from reconcile.matching.feats import adds, feats, singles_out
from reconcile.matching.profiles import Profile, profiles
from tests.conftest import Reader


def read_profiles(read: Reader, text: str) -> list[Profile]:
    found = [read(text)]
    return profiles(found, resolve(found))


@pytest.mark.parametrize(
    ("text", "feat", "doer"),
    [
        ("The penalty was scored by Odd Lien.", "penalty", "lien"),
        ("Then came the penalty, which Odd Lien put away.", "penalty", "lien"),
        ("Odd Lien equalised from the penalty spot.", "penalty", "lien"),
        ("Lunde drew level from the spot through Odd Lien.", "penalty", "lien"),
        ("It was a baker who first noticed the leak.", "discovery", "baker"),
        ("The complaint came from a neighbour.", "complaint", "neighbour"),
    ],
)
def test_a_feat_and_its_doer_under_many_words(read: Reader, text: str, feat: str, doer: str) -> None:
    told = [f for profile in read_profiles(read, text) for f in feats(profile)]
    assert (feat, doer) in {(f.name, p.head) for f in told for p in f.doers}


@pytest.mark.parametrize(
    "text",
    [
        "The penalty was not scored by Odd Lien.",
        '"Odd Lien scored the penalty," said his mother.',
        "They scored the penalty.",  # nobody knows who
        "Odd Lien missed the penalty.",
    ],
)
def test_nobody_is_given_a_feat_that_is_not_told_of_them(read: Reader, text: str) -> None:
    assert not [f for profile in read_profiles(read, text) for f in feats(profile)]


@pytest.mark.parametrize(
    ("text", "alone", "joined"),
    [
        ("It was Odd Lien who saw it.", True, False),
        ("Odd Lien saw it, too.", False, True),
        ("Odd Lien saw it.", False, False),
    ],
)
def test_words_that_leave_room_for_another_doer_or_none(
    read: Reader, text: str, alone: bool, joined: bool
) -> None:
    told = read_profiles(read, text)[-1]
    assert (singles_out(told), adds(told)) == (alone, joined)


def test_the_flags_of_the_lexicon_are_known() -> None:
    for feat in lexicon("feats")["feats"].values():
        assert feat.keys() <= {"once", "exact", "of", "told"}
        assert all(entry.keys() == {"by", "deeds"} for entry in feat["told"])
