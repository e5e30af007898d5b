"""Whether two quotations are one: the same words, one statement in two wordings, or two statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment

from reconcile.agreement import Agreement, Comparison
from reconcile.facets.quote.reading import Quote
from reconcile.facets.quote.words import GAP, Token, read_tokens, weight
from reconcile.text import Span

_VARIANT = 0.6  # likeness; chosen on the examples of tests/facets/test_quote.py
_DISTINCTIVE = 3.0  # words of content that two wordings must share: below it stands a set phrase
_TELLING = 0.5  # weight of a word from which it changes what is said
_LONGEST = 1000  # tokens that are compared
_SMALL = 0.5  # weight of a stretch in common below which it does not part what differs
_RELATED = 0.8  # what two forms of one word count, measured by one word twice
_STEM = 4  # letters that two forms of a word share at least
_SHOWN = 3  # differing stretches that a detail names
_KEPT = 65536  # pairs of quotations
_NOWHERE = Span(0, 0)


_Stretch: TypeAlias = tuple[Sequence[Token], Sequence[Token]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two quotations side by side: the shorter one, and what answers to it in the longer."""

    short: Sequence[Token]
    long: Sequence[Token]

    def stretches(self) -> Iterator[tuple[bool, _Stretch]]:
        """In turn what both have (True) and what differs; a lone small word in common parts nothing."""
        short, long = _texts(self.short), _texts(self.long)
        held: tuple[int, int] | None = None  # where a stretch that differs began
        for code in LCSseq.opcodes(short, long):
            common = short[code.src_start : code.src_end] if code.tag == "equal" else []
            if common and (held is None or _weight(common) >= _SMALL):
                if held:
                    yield False, (self.short[held[0] : code.src_start], self.long[held[1] : code.dest_start])
                held = None
                yield (
                    True,
                    (self.short[code.src_start : code.src_end], self.long[code.dest_start : code.dest_end]),
                )
            elif held is None:
                held = code.src_start, code.dest_start
        if held:
            yield False, (self.short[held[0] :], self.long[held[1] :])

    def differences(self) -> list[_Stretch]:
        return [s for same, s in self.stretches() if not (same or _editorial(s[0]) or _editorial(s[1]))]


def _texts(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens]


def _editorial(tokens: Sequence[Token]) -> bool:
    """Whether a stretch is an editor's: an ellipsis, or words put in brackets."""
    return any(t.text == GAP for t in tokens) or (bool(tokens) and all(t.editorial for t in tokens))


def compare_quotes(a: Quote, b: Quote) -> Comparison:
    """Whether two quotations are one.

    `agree`: the same words, or one a contiguous part of the other. `variant`: one statement in two wordings;
    the detail names what differs. `differ`: two statements. `unknown`: one of them has no words.
    """
    return _compared(_anywhere(a), _anywhere(b))


def _anywhere(quote: Quote) -> Quote:
    """A quotation apart from where it stands: one that many print is compared once."""
    return Quote(_NOWHERE, quote.words, True, quote.tokens)


@lru_cache(maxsize=_KEPT)
def _compared(a: Quote, b: Quote) -> Comparison:
    if not a.tokens or not b.tokens:
        return Comparison(Agreement.UNKNOWN, "One of the two quotations has no words.")
    if _part(a.tokens, b.tokens) or _part(b.tokens, a.tokens):
        return Comparison(Agreement.AGREE, _same_words(a, b))
    pair = _pair(a, b)
    shared = _shared(pair)
    if not pair.differences() and shared >= min(_weight(a.tokens), _weight(b.tokens)) * 0.8:
        return Comparison(
            Agreement.AGREE, "The words are the same but for what an editor left out or put in."
        )
    if shared >= _DISTINCTIVE and _likeness(pair) >= _VARIANT:
        return Comparison(Agreement.VARIANT, f"One statement in two wordings: {_shown(a, b)}.")
    return Comparison(Agreement.DIFFER, "The quotations are two different statements.")


def likeness(a: Quote, b: Quote) -> float:
    """How much of their content two quotations share, word for word and in order, from 0 to 1.

    Small words count little, set phrases half; a shorter quotation is held against the part of the longer one
    that is most like it.
    """
    return _alike(_anywhere(a), _anywhere(b)) if a.tokens and b.tokens else 0.0


@lru_cache(maxsize=_KEPT)
def _alike(a: Quote, b: Quote) -> float:
    return _likeness(_pair(a, b))


def alignment(a: Quote, b: Quote) -> tuple[tuple[str, str], ...]:
    """The stretches in which two quotations differ, as words of `a` and of `b`; one side may be empty."""
    if _in_order(a, b) != (a, b):
        return tuple((left, right) for right, left in alignment(b, a))
    return tuple((_words(a, left), _words(b, right)) for left, right in _pair(a, b).differences())


def _in_order(a: Quote, b: Quote) -> tuple[Quote, Quote]:
    """The shorter quotation first, so that comparing gives the same whichever way round."""
    return (b, a) if (len(b.tokens), b.tokens, b.words) < (len(a.tokens), a.tokens, a.words) else (a, b)


def only_small_words(a: Quote, b: Quote) -> bool:
    """Whether two quotations differ in words alone that tell nothing, such as a "that" put in."""
    return _of_small_words(_anywhere(a), _anywhere(b))


@lru_cache(maxsize=_KEPT)
def _of_small_words(a: Quote, b: Quote) -> bool:
    return all(weight(t.text) < _TELLING for x, y in _pair(a, b).differences() for t in (*x, *y))


def _same_words(a: Quote, b: Quote) -> str:
    whole = "The words are the same"
    return (
        f"{whole}." if len(a.tokens) == len(b.tokens) else f"{whole}; one quotation is a part of the other."
    )


def _part(part: Sequence[str], whole: Sequence[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _pair(a: Quote, b: Quote) -> _Pair:
    short, long = (read_tokens(quote.words)[:_LONGEST] for quote in _in_order(a, b))
    return _Pair(short, _counterpart(short, long))


def _counterpart(short: Sequence[Token], long: Sequence[Token]) -> Sequence[Token]:
    """The part of a longer quotation that answers to a shorter one; all of it if they are of a length."""
    words, among = _texts(short), _texts(long)
    if _weight(words) < _DISTINCTIVE or len(long) <= 1.25 * len(short):
        return long
    place = partial_ratio_alignment(words, among)
    if place is None:
        return long
    margin = len(short) // 4 + 2
    start = max(0, min(place.dest_start, place.dest_end - len(short)) - margin)
    end = max(place.dest_end, place.dest_start + len(short)) + margin
    codes = [c for c in LCSseq.opcodes(words, among[start:end]) if c.tag == "equal"]
    if not codes:
        return long
    return long[start + codes[0].dest_start : start + codes[-1].dest_end]


def _weight(words: Sequence[str]) -> float:
    return sum(map(weight, words))


def _likeness(pair: _Pair) -> float:
    short = _weight(_texts(pair.short))
    total = max(short + _weight(_texts(pair.long)), 2 * short)
    in_order = sum(_weight(_texts(stretch[0])) for same, stretch in pair.stretches() if same)
    return min(1.0, (in_order + _shared(pair)) / total) if total else 0.0


def _shared(pair: _Pair) -> float:
    """The weight of the words in common, wherever they stand; two forms of one word count nearly as one."""
    short, long = Counter(_texts(pair.short)), Counter(_texts(pair.long))
    forms = sorted((long - short).elements())
    related = 0.0
    for word in sorted((short - long).elements()):
        match = next((f for f in forms if _one_stem(word, f)), None)
        if match:
            forms.remove(match)
            related += _RELATED * min(weight(word), weight(match))
    return _weight(list((short & long).elements())) + related


def _one_stem(a: str, b: str) -> bool:
    """Whether two words look like forms of one: Peru and Peruvian, participate and participation."""
    if a[:_STEM] != b[:_STEM]:
        return False
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= _STEM and common >= 0.6 * max(len(a), len(b)) - 1


def _words(quote: Quote, tokens: Sequence[Token]) -> str:
    return quote.words[tokens[0].span.start : tokens[-1].span.end] if tokens else ""


def _shown(a: Quote, b: Quote) -> str:
    stretches = [
        " / ".join(f"“{words}”" if words else "nothing" for words in pair) for pair in alignment(a, b)
    ]
    return "; ".join([*stretches[:_SHOWN], "…"] if len(stretches) > _SHOWN else stretches)
