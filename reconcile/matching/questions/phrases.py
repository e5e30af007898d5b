"""The words right before and right behind a value, and the phrases of the lexicon among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from reconcile.claims.model import Word
from reconcile.lexicon import by_word, lexicon
from reconcile.matching.profiles import Profile, read_once_a_sentence
from reconcile.text import Span

_MOST = 6  # words of a phrase


@cache
def cued(section: str) -> Mapping[str, frozenset[str]]:
    """For each word or phrase of a section, the questions that it helps to answer."""
    questions = lexicon("questions")["questions"]
    return by_word((name, entry.get(section, ())) for name, entry in questions.items())


@read_once_a_sentence
def _words(profile: Profile) -> Sequence[Word]:
    return [w for w in profile.claim.wording.words if w.pos != "SPACE"]


def before(profile: Profile, value: Span, passed: Collection[str] = ()) -> Sequence[Word]:
    """The words of the sentence before a value; of the last ones those of some parts of speech are passed over."""
    words = [w for w in _words(profile) if w.span.end <= value.start]
    while words and words[-1].pos in passed:
        words.pop()
    return words[-_MOST:]


def behind(profile: Profile, value: Span) -> Sequence[Word]:
    """The words of the sentence behind a value."""
    return [w for w in _words(profile) if w.span.start >= value.end][:_MOST]


def told_by_deeds(profile: Profile) -> frozenset[str]:
    """The questions that what a claim tells of helps to answer."""
    return frozenset().union(*(cued("deeds").get(deed, frozenset()) for deed in profile.deeds))


def told_before(words: Sequence[Word]) -> frozenset[str]:
    """The questions of which a phrase ends a run of words."""
    return _found("before", (words[-n:] for n in range(1, len(words) + 1)))


def told_behind(words: Sequence[Word]) -> frozenset[str]:
    """The questions of which a phrase begins a run of words."""
    return _found("behind", (words[:n] for n in range(1, len(words) + 1)))


def _found(section: str, runs: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The questions of the phrases that runs of words are, by lemma or as they are written."""
    table = cued(section)
    forms = [
        " ".join(form) for run in runs for form in ([w.lemma for w in run], [w.text.lower() for w in run])
    ]
    return frozenset().union(*(table.get(form, frozenset()) for form in forms))
