"""Comparing two polarities, and which predicates are opposites or name one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.polarity.value import Modality, Polarity
from reconcile.facets.polarity.words import Token, lemma, tokens_of
from reconcile.lexicon import lexicon
from reconcile.text import Span

_CHANGE = 4  # words: in a longer change it is not clear which word takes the place of which
_LIKENESS = 0.6
_SHORTEST_DENIED = 3  # letters of a word that a prefix denies
_AT_HAND = 1 << 14  # predicates of a large run whose reading is kept

Side = tuple[
    int | str, bool
]  # which pair of opposites, by its number or by the word denied, and which side of it


def compare_polarities(a: Polarity, b: Polarity) -> Comparison:
    """Whether two clauses about one thing say the reverse of each other. Symmetric.

    `differ` where both are asserted of one predicate and one is negated, or of opposite predicates and
    neither is. Two plans may oppose each other as well; a plan and a fact may not, nor what is left open.
    """
    said = f"'{a.normal}' and '{b.normal}'"
    if a.modality is not b.modality or a.modality not in (Modality.ASSERTED, Modality.PLANNED):
        return Comparison(Agreement.UNKNOWN, f"{said}: not both are asserted, so neither denies the other.")
    if opposite(a.predicate, b.predicate):
        if a.negated or b.negated:
            return Comparison(Agreement.UNKNOWN, f"{said} may both hold.")
        return Comparison(Agreement.DIFFER, f"{said} are opposites.")
    if not same_event(a.predicate, b.predicate):
        return Comparison(Agreement.UNKNOWN, f"{said} speak of different things.")
    if a.negated != b.negated:
        return Comparison(Agreement.DIFFER, f"{said}: one says it is so, the other that it is not.")
    return Comparison(Agreement.AGREE, f"{said} say the same.")


def opposite(a: str, b: str) -> bool:
    """Whether two predicates, lemmas or inflected, cannot both be said of one thing: `rise`, `fell`."""
    return not stances(a).isdisjoint(opposites(b))


def same_event(a: str, b: str) -> bool:
    """Whether two predicates may name one event: equal lemmas, or synonyms (`die`, `death`)."""
    return not event_names(a).isdisjoint(event_names(b))


@lru_cache(maxsize=_AT_HAND)
def event_names(predicate: str) -> frozenset[str | int]:
    """The lemma of a predicate, and the groups of synonyms that it stands in by their numbers."""
    return _synonyms().get(_key(predicate), frozenset()) | {_key(predicate)}


@lru_cache(maxsize=_AT_HAND)
def stances(predicate: str) -> frozenset[Side]:
    """The sides on which a predicate stands in pairs of opposites."""
    return _antonyms().get(_key(predicate), frozenset()) | {_by_prefix(_key(predicate))}


def _by_prefix(word: str) -> Side:
    """The word that a prefix denies, on the denied side: `solvent` of `insolvent`; any other on its own side."""
    forms = lexicon("polarity")["denying prefixes"]
    for prefix in forms["prefixes"]:
        rest = word.removeprefix(prefix)
        if rest != word and rest not in forms["no denial"] and _is_denied(prefix, rest, forms):
            return rest, True
    return word, False


def _is_denied(prefix: str, rest: str, forms: Mapping[str, Sequence[str]]) -> bool:
    """Whether what follows the prefix may be an adjective of its own; in "include" and "impress" nothing is denied."""
    if prefix in forms["prefixes of any"]:
        return len(rest) >= _SHORTEST_DENIED
    return rest in forms["denied"] or rest.endswith(tuple(forms["endings"]))


@lru_cache(maxsize=_AT_HAND)
def opposites(predicate: str) -> frozenset[Side]:
    """The other sides of those pairs."""
    return frozenset((pair, not side) for pair, side in stances(predicate))


def opposed_words(a: str, b: str) -> tuple[tuple[Span, Span], ...]:
    """Where two wordings of one sentence say the reverse: opposite words in one place, or a negator added.

    Each pair is a span of `a` and a span of `b`; beside an added negator stands the word that it negates.
    Empty where fewer than three in five words are the same: nothing then shows what stands for what.
    """
    if b < a:
        return tuple((one, other) for other, one in opposed_words(b, a))
    ours, theirs = tokens_of(a), tokens_of(b)
    matcher = SequenceMatcher(None, [t.lemma for t in ours], [t.lemma for t in theirs], autojunk=False)
    if matcher.ratio() < _LIKENESS:
        return ()
    changes = [change[1:] for change in matcher.get_opcodes() if change[0] != "equal"]
    return tuple(
        pair
        for i, i_end, j, j_end in changes
        for pair in (
            *_opposites(ours[i:i_end], theirs[j:j_end]),
            *_negated(ours, theirs, (i, i_end), (j, j_end)),
        )
    )


def _opposites(ours: Sequence[Token], theirs: Sequence[Token]) -> Iterator[tuple[Span, Span]]:
    if max(len(ours), len(theirs)) <= _CHANGE:
        yield from ((x.span, y.span) for x in ours for y in theirs if opposite(x.lemma, y.lemma))


def _negated(
    ours: Sequence[Token], theirs: Sequence[Token], mine: tuple[int, int], yours: tuple[int, int]
) -> Iterator[tuple[Span, Span]]:
    """A negator that only one side has, with the word after it on the other side."""
    if min(mine[1] - mine[0], yours[1] - yours[0]) > 1:
        return  # reworded, not negated
    one, other = _negator(ours[slice(*mine)]), _negator(theirs[slice(*yours)])
    if one and not other and yours[1] < len(theirs):
        yield one, theirs[yours[1]].span
    if other and not one and mine[1] < len(ours):
        yield ours[mine[1]].span, other


def _negator(changed: Sequence[Token]) -> Span | None:
    if len(changed) > _CHANGE:
        return None
    negators = lexicon("polarity")["negating adverbs"]
    return next((token.span for token in changed if token.word in negators), None)


@lru_cache(maxsize=_AT_HAND)
def _key(predicate: str) -> str:
    return " ".join(lemma(word) for word in predicate.split())


@cache
def _antonyms() -> Mapping[str, frozenset[Side]]:
    index: dict[str, set[Side]] = defaultdict(set)
    pairs = [pair for part in lexicon("polarity")["antonyms"].values() for pair in part]
    for number, pair in enumerate(pairs):
        for side, words in enumerate(pair):
            for word in words:
                index[_key(word)].add((number, bool(side)))
    return {word: frozenset(sides) for word, sides in index.items()}


@cache
def _synonyms() -> Mapping[str, frozenset[int]]:
    index: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(lexicon("polarity")["synonyms"]):
        for word in words:
            index[_key(word)].add(number)
    return {word: frozenset(groups) for word, groups in index.items()}
