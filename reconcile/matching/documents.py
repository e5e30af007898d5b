"""Subjects within a document: a weekday beside a date that is not that day, and one word in two spellings.

Documents with the same slip, such as copies of one article, make one subject.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim, Extraction, Mention
from reconcile.facets.period import Period, weekday_contradiction
from reconcile.facets.quote import Quote, read_quotes
from reconcile.findings import Kind, Over
from reconcile.lexicon import lexicon
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.text import Span

_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_SURE = 0.95


def slips(extractions: Sequence[Extraction]) -> Iterator[Subject]:
    """What documents contradict within one date, or spell in two ways."""
    yield from _gathered(extractions, _weekdays, _weekday_subject)
    yield from _gathered(extractions, _mixed, _spelling_subject)


@dataclass(frozen=True, slots=True)
class _Slip:
    """Two holdings of one document that do not go together; `key` is what they are about."""

    key: str
    a: Holding
    b: Holding
    detail: str


def _gathered(
    extractions: Sequence[Extraction],
    find: Callable[[Extraction], Iterator[_Slip]],
    subject: Callable[[Sequence[_Slip]], Subject],
) -> Iterator[Subject]:
    found: dict[str, list[_Slip]] = defaultdict(list)
    for extraction in extractions:
        for slip in find(extraction):
            found[slip.key].append(slip)
    yield from (subject(slips) for _, slips in sorted(found.items()))


def _subject(slips: Sequence[_Slip], kind: Kind, label: str, slot: str, why: str) -> Subject:
    places = {h.place: h for slip in slips for h in (slip.a, slip.b)}
    holdings = [places[place] for place in sorted(places)]
    number = {h.place: n for n, h in enumerate(holdings)}
    pairs = (
        Pair(number[s.a.place], number[s.b.place], Comparison(Agreement.DIFFER, s.detail), _SURE, why)
        for s in slips
    )
    return Subject(Over.DOCUMENT, kind, slips[0].key, label, slot, tuple(holdings), tuple(pairs))


# --- weekdays


def _weekdays(extraction: Extraction) -> Iterator[_Slip]:
    seen: set[Span] = set()
    for claim in extraction.claims:
        for bound in claim.periods:
            period = bound.value
            if isinstance(period, Period) and period.span not in seen:
                seen.add(period.span)
                yield from _contradicted(claim, period)


def _contradicted(claim: Claim, period: Period) -> Iterator[_Slip]:
    wrong, weekday = weekday_contradiction(period), _WEEKDAY.search(period.words)
    day = _beside(period.words, weekday.span()) if weekday else None
    if wrong and weekday and day:
        name, date = weekday[0].rstrip("."), period.stated.earliest
        spans = (Span(*weekday.span()), day)
        a, b = (
            Holding(claim.document, span.shifted(period.span.start), claim.sentence, value, normal)
            for span, value, normal in zip(spans, (name, period), (name, str(date)), strict=True)
        )
        yield _Slip(f"{name.casefold()} {date}", a, b, wrong)


def _beside(words: str, weekday: tuple[int, int]) -> Span | None:
    """The longer stretch of the words before or behind the weekday."""
    before, behind = (0, weekday[0]), (weekday[1], len(words))
    start, end = max(before, behind, key=lambda part: part[1] - part[0])
    kept = words[start:end].strip(" ,()")
    at = words.find(kept, start)
    return Span(at, at + len(kept)) if kept else None


def _weekday_subject(slips: Sequence[_Slip]) -> Subject:
    label = f"“{' '.join(slips[0].b.value.words.split())}”"
    return _subject(slips, Kind.DATE, label, "weekday", "the one stands beside the other")


# --- spellings


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One of the two ways to write a word: the word in British spelling, and the word in this one."""

    word: str
    written: str


def _mixed(extraction: Extraction) -> Iterator[_Slip]:
    """Each word that a document spells in two ways in its own voice, names and quotations aside."""
    found: dict[str, dict[str, list[Holding]]] = defaultdict(lambda: defaultdict(list))
    for span, spelling in _spelt(extraction):
        holding = Holding(extraction.document, span, _around(extraction, span), spelling, spelling.written)
        found[spelling.word][spelling.written].append(holding)
    for word, ways in found.items():
        if len(ways) > 1:
            yield from _opposed(word, *ways.values())


def _opposed(word: str, some: Sequence[Holding], others: Sequence[Holding]) -> Iterator[_Slip]:
    """Every place of one spelling against one of the other."""
    first, other = some[0], others[0]
    detail = f"“{first.normal}” and “{other.normal}” are British and American spelling of one word."
    pairs = [*((first, holding) for holding in others), *((holding, other) for holding in some[1:])]
    return (_Slip(word, a, b, detail) for a, b in pairs)


def _spelt(extraction: Extraction) -> Iterator[tuple[Span, _Spelling]]:
    if extraction.article is None:
        return
    text, body = extraction.article.document.text, extraction.article.body
    known, foreign = _spellings(), _not_its_own(extraction, read_quotes(text, body))
    for paragraph in body:
        for match in _WORD.finditer(text, paragraph.start, paragraph.end):
            spelling = known.get(match[0].casefold())
            if spelling and not foreign(Span(*match.span()), match[0]):
                yield Span(*match.span()), spelling


def _not_its_own(extraction: Extraction, quotes: Sequence[Quote]) -> Callable[[Span, str], bool]:
    """Tells whether a word is part of a name or of what someone else said; "Defence Minister" is no name."""
    offices = [role.role.span for role in extraction.roles]
    names = [m.span for m in extraction.mentions if not m.pronoun and _is_name(m, offices)]
    opening = {claim.sentence.start for claim in extraction.claims}

    def foreign(span: Span, word: str) -> bool:
        if any(span.overlaps(other) for other in (*names, *(q.span for q in quotes))):
            return True
        return word[0].isupper() and span.start not in opening and not any(o.contains(span) for o in offices)

    return foreign


def _is_name(mention: Mention, offices: Sequence[Span]) -> bool:
    """The parser takes "Defence Minister Anna Lind", or the "Defence" in it, for one name."""
    return not any(
        office.overlaps(mention.span) and (len(mention.name.tokens) == 1 or not office.contains(mention.span))
        for office in offices
    )


def _around(extraction: Extraction, span: Span) -> Span:
    """The sentence that holds a word; the word alone, where nothing is claimed in its sentence."""
    return next((claim.sentence for claim in extraction.claims if claim.sentence.contains(span)), span)


@cache
def _spellings() -> Mapping[str, _Spelling]:
    """Every form of every word that has two spellings; forms that both spellings share tell nothing."""
    words = lexicon("spelling")
    forms: dict[str, _Spelling] = {}
    for british, american in words["pairs"]:
        ours, theirs = _inflected(british), _inflected(american)
        forms |= dict.fromkeys(ours - theirs, _Spelling(british, british))
        forms |= dict.fromkeys(theirs - ours, _Spelling(british, american))
    for stem in words["ise"]:
        for verb in (f"{stem}ise", f"{stem}ize"):
            forms |= dict.fromkeys(_inflected(verb) | _derived(verb), _Spelling(f"{stem}ise", verb))
    return {form: spelling for form, spelling in forms.items() if form not in words["either"]}


def _inflected(word: str) -> set[str]:
    """The regular forms of a noun or verb; those that no one writes do no harm."""
    stem = word.removesuffix("e")
    doubled = {f"{word}led", f"{word}ling"} if word.endswith("l") else set()
    return {word, f"{word}s", f"{stem}ed", f"{stem}ing"} | doubled


def _derived(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    return {f"{stem}{ending}" for ending in ("ation", "ations", "er", "ers")}


def _spelling_subject(slips: Sequence[_Slip]) -> Subject:
    return _subject(slips, Kind.STYLE, slips[0].a.normal, "spelling", "one text uses both")
