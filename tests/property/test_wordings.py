"""Laws of laying two sentences side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.matching.wordings.alignment import Alignment, align
from reconcile.matching.wordings.differences import differences
from reconcile.matching.wordings.items import Item, Token
from reconcile.matching.wordings.sentences import Sentence
from reconcile.text import Span

WORDS = [
    "mill",
    "rise",
    "fall",
    "open",
    "close",
    "not",
    "the",
    "of",
    "sale",
    "high",
    "low",
    "island",
    "build",
    "construct",
]
FUNCTION = {"not", "the", "of"}


def sentence(words: list[str]) -> tuple[Item, ...]:
    return tuple(
        Token(Span(n * 10, n * 10 + len(w)), w, "DET" if w in FUNCTION else "NOUN", w)
        for n, w in enumerate(words)
    )


SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(sentence)


def opposed(alignment: Alignment) -> set[tuple[str, Span, Span]]:
    return {(d.kind, d.x.span, d.y.span) for d in differences(alignment)}


@given(SENTENCES)
def test_a_sentence_is_aligned_with_itself_word_by_word(side: tuple[Item, ...]) -> None:
    """Nothing is left over, and nothing differs."""
    alignment = align(side, side)
    assert alignment.pairs == tuple((i, i) for i in range(len(side)))
    assert not differences(alignment)


@given(SENTENCES, SENTENCES)
def test_swapping_the_sentences_swaps_what_is_found(a: tuple[Item, ...], b: tuple[Item, ...]) -> None:
    """The order in which two documents are given is no matter."""
    there, back = align(a, b), align(b, a)
    assert there.pairs == tuple((j, i) for i, j in back.pairs)
    assert opposed(there) == {(kind, y, x) for kind, x, y in opposed(back)}


@given(SENTENCES, SENTENCES)
def test_pairs_rise_and_gaps_hold_the_rest(a: tuple[Item, ...], b: tuple[Item, ...]) -> None:
    """Every item is either aligned, in order, or stands in exactly one gap."""
    alignment = align(a, b)
    assert list(alignment.pairs) == sorted(set(alignment.pairs))
    ours = [i for gap in alignment.gaps for i in gap.ours] + [i for i, _ in alignment.pairs]
    theirs = [j for gap in alignment.gaps for j in gap.theirs] + [j for _, j in alignment.pairs]
    assert sorted(ours) == list(range(len(a)))
    assert sorted(theirs) == list(range(len(b)))


@given(SENTENCES, SENTENCES)
def test_shares_are_shares(a: tuple[Item, ...], b: tuple[Item, ...]) -> None:
    """Coverage and context lie between none and all."""
    alignment = align(a, b)
    assert all(0 <= share <= 1 for share in alignment.coverage)
    assert all(0 <= alignment.context(gap) <= 1 for gap in alignment.gaps)


@given(SENTENCES, SENTENCES)
def test_no_alignment_covers_more_than_its_bound(a: tuple[Item, ...], b: tuple[Item, ...]) -> None:
    """What is ruled out before two sentences are aligned could not have passed afterwards."""
    ours, theirs = Sentence(a), Sentence(b)
    covered = align(a, b).coverage
    assert covered[0] <= ours.most_covered(theirs)
    assert covered[1] <= theirs.most_covered(ours)
