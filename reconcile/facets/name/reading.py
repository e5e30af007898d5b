"""Reading the one name that a few words hold."""

from __future__ import annotations

from reconcile.facets.name.scripts import plain
from reconcile.facets.name.value import Name, words_of
from reconcile.facets.name.words import Word, segments, without_suffixes, without_titles
from reconcile.lexicon import lexicon
from reconcile.text import Span

_LONGEST_SYLLABLE = 6  # letters of a syllable written apart, as in "Kim Jong Un"
_LONGEST_INVERTED = 4  # words on either side of the comma in "Surname, Given"


def read_name(text: str) -> Name | None:
    """The one name that a text holds, or None.

    Reads "President (Ibrahim) Ndiaye", "Dr Anna Lind", "Smith, John Jr.", names in capitals and in other
    scripts; of a longer text the longest run of words that may be a name.
    """
    parts, suffix = without_suffixes([w for w in map(without_titles, segments(text)) if w])
    inverted = len(parts) == 2 and all(_is_nothing_else(words) for words in parts)
    words = parts[1] + parts[0] if inverted else max(map(_longest_run, parts), key=len, default=[])
    if not words:
        return None
    span = _bracketed(text, Span(min(w.start for w in words), max(w.end for w in (*words, *suffix))))
    tokens = tuple(w.text for w in words)
    given, surname = _given_and_surname(tokens, len(parts[1]) if inverted else None)
    return Name(span, span.of(text), tokens, given, surname, _suffix(suffix))


def _is_nothing_else(words: list[Word]) -> bool:
    """Whether all the words may belong to a name."""
    return len(words) <= _LONGEST_INVERTED and all(
        w.may_name or w.key in words_of("particles") for w in words
    )


def _longest_run(words: list[Word]) -> list[Word]:
    """The longest run of words that may be a name, particles inside and in front of it included."""
    runs: list[list[Word]] = [[]]
    for word in words:
        inside = word.key in words_of("particles") and (
            runs[-1] or word.key not in {"of", "and", "the", "for", "et"}
        )
        if word.may_name or inside:
            runs[-1].append(word)
        else:
            runs.append([])
    return max(map(_trimmed, runs), key=len)


def _trimmed(run: list[Word]) -> list[Word]:
    """Without an article in front, without particles at the end, and not a lone title."""
    if run and run[0].key in {"the", "a", "an"}:
        run = [] if len(run) == 2 and run[1].key in words_of("titles", "in_front") else run[1:]
    while run and not run[-1].may_name:
        run = run[:-1]
    return run


def _bracketed(text: str, span: Span) -> Span:
    """With the bracket that belongs to "(Ibrahim) Ndiaye"."""
    opened = span.of(text).count("(") - span.of(text).count(")")
    if opened < 0 and text[span.start - 1 : span.start] == "(":
        return Span(span.start - 1, span.end)
    return Span(span.start, span.end + 1) if opened > 0 and text[span.end : span.end + 1] == ")" else span


def _suffix(words: list[Word]) -> str:
    """One way of writing each generational suffix; degrees and orders are none."""
    kinds = (lexicon("names")["suffixes"][word.key] for word in words)
    return next(({"jr": "Jr.", "sr": "Sr."}.get(kind, kind.upper()) for kind in kinds if kind), "")


def _given_and_surname(tokens: tuple[str, ...], cut: int | None) -> tuple[str, str]:
    """Given names and surname, cut where a comma said, or else where the spelling suggests it."""
    if cut is None and _family_comes_first(tokens):
        return " ".join(tokens[1:]), tokens[0]
    cut = _surname_at(tokens) if cut is None else cut
    return " ".join(tokens[:cut]), " ".join(tokens[cut:])


def _surname_at(tokens: tuple[str, ...]) -> int:
    """At the last word, or at the particles before it."""
    at = len(tokens) - 1
    while at > 0 and tokens[at - 1].casefold() in words_of("particles") and (at > 1 or tokens[0].islower()):
        at -= 1
    return at


def _family_comes_first(tokens: tuple[str, ...]) -> bool:
    """Whether this is written as Chinese, Korean and Vietnamese names are."""
    if not 2 <= len(tokens) <= 3 or plain(tokens[0]) not in words_of("family_first"):
        return False
    given = tokens[1:]
    return "-" in given[0] or (len(given) == 2 and all(len(t) <= _LONGEST_SYLLABLE for t in given))
