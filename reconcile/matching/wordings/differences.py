"""Where two aligned sentences say something else in one place: a value, a name, an opposite word, a negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind
from reconcile.facets.name import compare_names
from reconcile.facets.period import Period
from reconcile.facets.place import compare_places, read_place
from reconcile.facets.polarity import opposed_words, opposite
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.alignment import Alignment, Gap
from reconcile.matching.wordings.items import Figure, Item, Named, Token, compared

_STEM = 4  # letters; in a shorter word a prefix may be none ("inland")
_REWORDED = 1  # content words: in a longer stretch it is not clear which word takes the place of which
_BEFORE = 3  # items before a date in which stands what it is compared by
_LETTERS = 3  # with so many the same at the start of a word, two names may be short forms of one

_Kept = TypeVar("_Kept", Token, Figure, Named)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the two sentences say differently in one place."""

    kind: Kind
    x: Item
    y: Item
    normal: tuple[str, str]  # the two values as a report shows them
    comparison: Comparison
    gap: Gap


def differences(alignment: Alignment) -> list[Difference]:
    """All differences, in the order of the sentences."""
    found = [d for gap in alignment.gaps for d in _in_gap(alignment, gap)]
    negated = {_is_negation(d) for d in found if d.kind is Kind.POLARITY}
    if negated == {True, False}:
        return [d for d in found if d.kind is not Kind.POLARITY]  # "did not fall" is no opposite of "rose"
    if True in negated or _one_denies(alignment):
        return [d for d in found if d.kind is Kind.POLARITY]  # "not the first" and "the second" may both hold
    return found


def _one_denies(alignment: Alignment) -> bool:
    return any(
        _negates(x) and i not in aligned
        for side, aligned in zip((alignment.a, alignment.b), alignment.aligned, strict=True)
        for i, x in enumerate(side)
    )


def _is_negation(difference: Difference) -> bool:
    return any(words.startswith("not ") for words in difference.normal)


def _in_gap(alignment: Alignment, gap: Gap) -> Iterator[Difference]:
    ours, theirs = [alignment.a[i] for i in gap.ours], [alignment.b[j] for j in gap.theirs]
    yield from _figures(alignment, gap, ours, theirs)
    yield from _names(alignment, gap, ours, theirs)
    yield from _opposites(alignment, gap, ours, theirs)
    yield from _negations(alignment, gap, ours, theirs)


def _only(kept: type[_Kept], items: Sequence[Item]) -> list[_Kept]:
    return [x for x in items if isinstance(x, kept)]


def _figures(
    alignment: Alignment, gap: Gap, ours: Sequence[Item], theirs: Sequence[Item]
) -> Iterator[Difference]:
    """The one date that faces one date, the one figure that faces one figure of its dimension."""
    for kind in (Kind.DATE, Kind.NUMBER):
        xs = [
            x
            for x in _only(Figure, ours)
            if _kind(x) is kind and not _settled(x, alignment.b, alignment.aligned[1])
        ]
        ys = [
            y
            for y in _only(Figure, theirs)
            if _kind(y) is kind and not _settled(y, alignment.a, alignment.aligned[0])
        ]
        faced = _facing(xs, ys, ours, theirs)
        if faced and _commensurate(*faced):
            x, y = faced
            yield Difference(
                kind, x, y, (x.value.normal, y.value.normal), _compared(alignment, x, y, gap), gap
            )


def _facing(
    xs: Sequence[Figure], ys: Sequence[Figure], ours: Sequence[Item], theirs: Sequence[Item]
) -> tuple[Figure, Figure] | None:
    """The two that stand in one place: the only ones, or both at the start or both at the end of the stretch."""
    if len(xs) == len(ys) == 1:
        return xs[0], ys[0]
    for at in (0, -1):
        if xs and ys and ours[at] is xs[at] and theirs[at] is ys[at]:
            return xs[at], ys[at]
    return None


def _compared(alignment: Alignment, x: Figure, y: Figure, gap: Gap) -> Comparison:
    """Dates that cannot be resolved differ by their words, or as what something is measured against."""
    found = compared(x.value, y.value)
    if (
        found.agreement is not Agreement.UNKNOWN
        or not isinstance(x.value, Period)
        or not isinstance(y.value, Period)
    ):
        return found
    before = {t.lemma for t in _only(Token, alignment.a[max(0, gap.ours.start - _BEFORE) : gap.ours.start])}
    measured = bool(before & _comparing()) and x.value.grain is not y.value.grain
    if measured or opposed_words(x.value.words, y.value.words):
        return Comparison(Agreement.DIFFER, f"“{x.value.words}” and “{y.value.words}” are two times.")
    return found


@cache
def _comparing() -> frozenset[str]:
    return frozenset(lexicon("polarity")["comparing"])


def _kind(figure: Figure) -> Kind:
    return Kind.DATE if isinstance(figure.value, Period) else Kind.NUMBER


def _settled(figure: Figure, other: Sequence[Item], aligned: frozenset[int]) -> bool:
    """Whether the other sentence holds the value too, in another place."""
    free = [y for j, y in enumerate(other) if j not in aligned]
    return any(compared(figure.value, y.value).agreement is Agreement.AGREE for y in _only(Figure, free))


def _commensurate(x: Figure, y: Figure) -> bool:
    """Whether both are dates, or figures of one dimension of which not merely one is hedged."""
    if isinstance(x.value, Period) or isinstance(y.value, Period):
        return True
    return x.value.dimension == y.value.dimension and (
        x.value.stated != y.value.stated or _bound_apart(x.value, y.value)
    )


def _bound_apart(x: Quantity, y: Quantity) -> bool:
    return (x.bound.is_floor and y.bound.is_ceiling) or (x.bound.is_ceiling and y.bound.is_floor)


def _names(
    alignment: Alignment, gap: Gap, ours: Sequence[Item], theirs: Sequence[Item]
) -> Iterator[Difference]:
    """The one name that faces one name, neither of which the other sentence has."""
    xs = [x for x in _only(Named, ours) if x.entity.number not in _entities(alignment.b)]
    ys = [y for y in _only(Named, theirs) if y.entity.number not in _entities(alignment.a)]
    if len(xs) == len(ys) == 1 and _of_one_kind(xs[0], ys[0]) and not _may_shorten(xs[0], ys[0]):
        kind, comparison = _compared_names(xs[0], ys[0])
        yield Difference(
            kind, xs[0], ys[0], (xs[0].mention.name.normal, ys[0].mention.name.normal), comparison, gap
        )


def _of_one_kind(x: Named, y: Named) -> bool:
    return x.entity.kind is y.entity.kind and x.entity.kind in {EntityKind.PERSON, EntityKind.PLACE}


def _may_shorten(x: Named, y: Named) -> bool:
    """Whether a word of one name begins like a word of the other: "Fed", "Federal Reserve"."""
    ours, theirs = ({t.casefold()[:_LETTERS] for t in n.mention.name.tokens} for n in (x, y))
    return not ours.isdisjoint(theirs)


def _entities(side: Sequence[Item]) -> set[int]:
    return {x.entity.number for x in _only(Named, side)}


def _compared_names(x: Named, y: Named) -> tuple[Kind, Comparison]:
    first, second = read_place(x.mention.name.normal), read_place(y.mention.name.normal)
    if x.entity.kind is y.entity.kind is EntityKind.PLACE and first and second:
        return Kind.PLACE, compare_places(first, second)
    return Kind.NAME, compare_names(x.mention.name, y.mention.name)


def _opposites(
    alignment: Alignment, gap: Gap, ours: Sequence[Item], theirs: Sequence[Item]
) -> Iterator[Difference]:
    xs, ys = _only(Token, ours), _only(Token, theirs)
    if max(_content(xs), _content(ys)) > _REWORDED:
        return
    found = [(x, y) for x in xs for y in ys if _opposed(x, y) and not _tell_of_two_times(alignment, x, y)]
    if len(found) == 1 and _negator(xs) is None and _negator(ys) is None:
        x, y = found[0]
        said = Comparison(Agreement.DIFFER, f"“{x.word}” stands against “{y.word}”.")
        yield Difference(Kind.POLARITY, x, y, (x.word, y.word), said, gap)


def _tell_of_two_times(alignment: Alignment, x: Token, y: Token) -> bool:
    """Whether the words set two times and each has figures of its own: "nine goals this season", "14 last season"."""
    if not {x.word, y.word} <= frozenset(lexicon("polarity")["deictics"]):
        return False
    sides = zip((alignment.a, alignment.b), alignment.aligned, strict=True)
    return all(any(i not in aligned for i, _ in _figured(side)) for side, aligned in sides)


def _figured(side: Sequence[Item]) -> Iterator[tuple[int, Figure]]:
    return ((i, item) for i, item in enumerate(side) if isinstance(item, Figure))


def _opposed(x: Token, y: Token) -> bool:
    if {x.word, y.word} & frozenset(lexicon("polarity")["loose prepositions"]):
        return False
    return (
        opposite(x.word, y.word)
        or opposite(x.lemma, y.lemma)
        or _prefixed(x.word, y.word)
        or _prefixed(y.word, x.word)
    )


def _prefixed(a: str, b: str) -> bool:
    """Whether one word is the other with a prefix that denies it: "certain", "uncertain"."""
    return len(b) >= _STEM and any(a == prefix + b for prefix in lexicon("polarity")["negating prefixes"])


def _negations(
    alignment: Alignment, gap: Gap, ours: Sequence[Item], theirs: Sequence[Item]
) -> Iterator[Difference]:
    """A negator that only one sentence has, with the word after it that both have."""
    if (
        _times_denied(alignment.a) == _times_denied(alignment.b)
        or _is_limited(alignment.a)
        or _is_limited(alignment.b)
    ):
        return
    mine, other = _negator(_only(Token, ours)), _negator(_only(Token, theirs))
    if gap.ours.stop >= len(alignment.a) or gap.theirs.stop >= len(alignment.b):
        return
    if min(_content(ours), _content(theirs)) or max(_content(ours), _content(theirs)) > 1:
        return
    x, y = alignment.a[gap.ours.stop], alignment.b[gap.theirs.stop]
    if isinstance(x, Token) and isinstance(y, Token) and x.content and bool(mine) != bool(other):
        said = Comparison(Agreement.DIFFER, f"One says “{x.lemma}”, the other denies it.")
        words = (f"not {x.lemma}", y.lemma) if mine else (x.lemma, f"not {y.lemma}")
        yield Difference(Kind.POLARITY, mine or x, other or y, words, said, gap)


def _content(items: Sequence[Item]) -> int:
    return sum(x.content and not _negates(x) for x in items)


def _negator(tokens: Sequence[Token]) -> Token | None:
    return next((t for t in tokens if _negates(t)), None)


def _negates(item: Item) -> bool:
    return isinstance(item, Token) and item.lemma in _negators()


@cache
def _negators() -> frozenset[str]:
    return frozenset(lexicon("polarity")["negating adverbs"]) | frozenset(
        lexicon("polarity")["negating determiners"]
    )


def _times_denied(side: Sequence[Item]) -> int:
    return sum(_negates(x) for x in side)


def _is_limited(side: Sequence[Item]) -> bool:
    """Whether the sentence says "only", "until" and the like, with which "not" makes no denial."""
    return any(isinstance(x, Token) and x.word in lexicon("polarity")["limiting"] for x in side)
