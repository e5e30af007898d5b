"""From an article to its claims, quotations and roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reconcile.claims.assertion import is_future, is_negated, modality
from reconcile.claims.binding import bind, is_lifetime
from reconcile.claims.clauses import Clause, arguments, clauses, content_words, event_lemma, taken_up
from reconcile.claims.exceptives import excepted
from reconcile.claims.mentions import find_mentions
from reconcile.claims.model import (
    BoundValue,
    Claim,
    Extraction,
    FacetValue,
    Mention,
    Part,
    Participant,
    Predication,
    Statement,
    Word,
    Wording,
)
from reconcile.claims.parsing import parse
from reconcile.claims.predications import Said, predications
from reconcile.claims.roles import role_mentions
from reconcile.claims.speakers import Attribution, attributions, is_relayed
from reconcile.documents.model import Article
from reconcile.facets.period import Anchor, Hour, Period, read_hours, read_periods
from reconcile.facets.place import Place, read_places
from reconcile.facets.quantity import Quantity, read_quantities
from reconcile.facets.quote import Quote, read_quotes
from reconcile.facets.role import Role, read_roles, told_roles
from reconcile.lexicon import lexicon
from reconcile.text import Span

_BY_PRONOUN = 0.85  # how much surer a name is than a pronoun that stands for it

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan


@dataclass(frozen=True, slots=True)
class _Reading:
    """A parsed article with what was found in its whole text, for its sentences to draw on."""

    document: str
    doc: Doc
    text: str  # the doc's, which spaCy joins anew at each call
    anchor: Anchor | None
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    said: tuple[Attribution, ...]


def extract(article: Article) -> Extraction:
    """Read one article. Offsets in the result are those of the document's text."""
    return next(extract_together([article]))


def extract_together(articles: Sequence[Article]) -> Iterator[Extraction]:
    """What `extract` gives of each, in order: of several short ones sooner than one by one."""
    return map(_extracted, articles, parse(articles))


def _extracted(article: Article, doc: Doc) -> Extraction:
    roles = _roles(article, read_roles)
    quotes = read_quotes(article.document.text, article.body)
    mentions = find_mentions(doc, roles)
    reading = _Reading(
        article.document.id,
        doc,
        doc.text,
        _anchor(article),
        mentions,
        quotes,
        attributions(doc, quotes, article.body),
    )
    return Extraction(
        document=article.document.id,
        claims=tuple(_numbered(_claims(reading))),
        mentions=mentions,
        statements=tuple(_statements(reading)),
        roles=tuple(
            role_mentions(doc, article.document.id, [*roles, *_roles(article, told_roles)], mentions)
        ),
        article=article,
    )


def _roles(article: Article, read: Callable[[str], Iterable[Role]]) -> list[Role]:
    """The roles that are read from the paragraphs of an article."""
    return [_moved(r, p.start) for p in article.body for r in read(p.of(article.document.text))]


def _moved(value: Role, by: int) -> Role:
    return replace(value, span=value.span.shifted(by))


def _anchor(article: Article) -> Anchor | None:
    if article.published_earliest is None and article.published_latest is None:
        return None
    return Anchor(article.published_earliest, article.published_latest)


def _numbered(claims: Iterator[Claim]) -> Iterator[Claim]:
    return (replace(claim, number=n) for n, claim in enumerate(claims))


def _claims(reading: _Reading) -> Iterator[Claim]:
    for sentence in reading.doc.sents:
        if not str(sentence.text).strip():
            continue
        found = list(clauses(sentence))
        dates = _periods(reading, sentence, future=False)
        periods = _bound_periods(reading, sentence, found, dates)
        figures = _bound_quantities(reading, sentence, found, dates)
        wording = _wording(
            reading, sentence, [b for bound in (*periods.values(), *figures.values()) for b in bound]
        )
        for n, clause in enumerate(found):
            dated = periods.get(n) or _shared_dates(clause, found, periods)
            dated = tuple(d for d in dated if not is_lifetime(d.value, reading.text))
            claim = _claim(reading, sentence, clause, dated, figures.get(n, ()))
            yield replace(claim, wording=wording, hours=tuple(_hours(clause, wording.hours)))


def _shared_dates(
    clause: Clause, found: Sequence[Clause], periods: Mapping[int, tuple[BoundValue, ...]]
) -> tuple[BoundValue, ...]:
    """Dates that open a sentence hold for all its joined verbs: "On Friday she rode away and won the stage"."""
    head = clause.head
    if head.dep_ != "conj" or clause.nominal:
        return ()
    first = next((n for n, other in enumerate(found) if other.head.i == head.head.i), None)
    dates = periods.get(first, ()) if first is not None else ()
    return tuple(replace(d, head=head.lemma_.lower()) for d in dates if d.span.start < head.head.idx)


def _wording(reading: _Reading, sentence: SpacySpan, bound: Sequence[BoundValue]) -> Wording:
    around = Span(sentence.start_char, sentence.end_char)
    return Wording(
        words=tuple(_word(t) for t in sentence if not t.is_space),
        values=tuple(b.value for b in sorted(bound, key=lambda b: b.span)),
        mentions=tuple(m for m in reading.mentions if around.contains(m.span)),
        predications=tuple(_predications(reading, sentence)),
        hours=tuple(
            replace(hour, span=hour.span.shifted(around.start)) for hour in read_hours(str(sentence.text))
        ),
    )


def _predications(reading: _Reading, sentence: SpacySpan) -> Iterator[Predication]:
    """What the sentence itself affirms and denies: not in quotation marks, nor what somebody is said to deny."""
    for said in predications(sentence):
        at = said.parts[0][1].idx
        quoted = any(q.span.start <= at < q.span.end for q in reading.quotes)
        reported = any(a.content.start <= at < a.content.end for a in reading.said)
        if not quoted and not (reported and said.denied):
            yield _predication(reading, said)


def _predication(reading: _Reading, said: Said) -> Predication:
    return Predication(
        subject=_participant(reading, said.role, said.subject),
        parts=tuple(Part(slot, _word(token)) for slot, token in said.parts),
        denied=said.denied,
        tense=said.tense,
        awaited=said.awaited,
        never=said.never,
    )


def _bound_periods(
    reading: _Reading, sentence: SpacySpan, found: Sequence[Clause], dates: Sequence[Period]
) -> dict[int, tuple[BoundValue, ...]]:
    """Dates by clause; bare weekdays and months are read as coming ones where the clause speaks of the future, or
    something is put off to them."""
    bound = _by_clause(reading, dates, found)
    ahead = {v.span for n, values in bound.items() if is_future(found[n].head) for v in values}
    put_off = {v.span for values in bound.values() for v in values if _is_put_off(reading, v)} - ahead
    if not ahead and not put_off:
        return bound
    later = _by_clause(reading, _periods(reading, sentence, future=True), found)
    coming = {(n, v.span): v for n, values in later.items() for v in values}

    def chosen(n: int, value: BoundValue) -> BoundValue:
        other = coming.get((n, value.span), value)
        if value.span in put_off:
            return min(value, other, key=lambda v: _distance(reading, v))
        return other if value.span in ahead else value

    return {n: tuple(chosen(n, v) for v in values) for n, values in bound.items()}


def _distance(reading: _Reading, date: BoundValue) -> int:
    """Days between a date and its article: who writes in April that it was put off to March means the last one."""
    day = reading.anchor.latest if reading.anchor else None
    first = date.value.earliest if isinstance(date.value, Period) else None
    return abs((first - day).days) if first and day else 0


def _is_put_off(reading: _Reading, date: BoundValue) -> bool:
    """Whether something is put off, or set, to a date."""
    events = lexicon("events")
    before = reading.text[: date.span.start].rsplit(maxsplit=1)[-1:]
    return date.head in events["scheduling"] and before[0].lower() in events["scheduled"] if before else False


def _periods(reading: _Reading, sentence: SpacySpan, *, future: bool) -> tuple[Period, ...]:
    found = read_periods(str(sentence.text), reading.anchor, future=future)
    return tuple(replace(p, span=p.span.shifted(sentence.start_char)) for p in found)


def _bound_quantities(
    reading: _Reading, sentence: SpacySpan, found: Sequence[Clause], dates: Sequence[Period]
) -> dict[int, tuple[BoundValue, ...]]:
    figures = (_shifted(q, sentence.start_char) for q in read_quantities(str(sentence.text)))
    numbers = [q for q in figures if not any(q.span.overlaps(date.span) for date in dates)]
    return _by_clause(reading, numbers, found)


def _shifted(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, span=quantity.span.shifted(by), number_span=quantity.number_span.shifted(by))


def _by_clause(
    reading: _Reading, values: Sequence[FacetValue], found: Sequence[Clause]
) -> dict[int, tuple[BoundValue, ...]]:
    gathered: dict[int, list[BoundValue]] = {}
    for n, value in bind(reading.doc, reading.text, values, found):
        gathered.setdefault(n, []).append(value)
    return {n: tuple(values) for n, values in gathered.items()}


def _claim(
    reading: _Reading,
    sentence: SpacySpan,
    clause: Clause,
    periods: tuple[BoundValue, ...],
    quantities: tuple[BoundValue, ...],
) -> Claim:
    head = clause.head
    span, around = Span(clause.start, clause.end), Span(sentence.start_char, _stripped_end(sentence))
    tokens = {t.idx for t in clause.tokens}
    saying = next((a for a in reading.said if a.content.start <= head.idx < a.content.end), None)
    values = [v.span for v in (*periods, *quantities)]
    return Claim(
        document=reading.document,
        number=0,
        span=span,
        sentence=around,
        text=span.of(reading.text),
        gist=" ".join(t.text for t in clause.tokens if not t.is_punct),
        predicate=replace(_word(head), lemma=event_lemma(head)),
        words=tuple(
            _word(t) for t in content_words(clause) if not any(s.start <= t.idx < s.end for s in values)
        ),
        participants=tuple(_participants(reading, clause)),
        mentions=tuple(m for m in reading.mentions if m.span.start in tokens),
        periods=periods,
        quantities=quantities,
        places=tuple(_placed(p, span.start) for p in read_places(span.of(reading.text))),
        negated=is_negated(head) != _is_reversed(clause),
        modality=modality(head),
        quoted=any(q.span.contains(span) for q in reading.quotes),
        nominal=clause.nominal,
        speaker=saying.speaker if saying else None,
        denial=bool(saying and saying.denial),
    )


def _hours(clause: Clause, told: Sequence[Hour]) -> Iterator[Hour]:
    """The times of day in the clause's own words."""
    return (hour for hour in told if any(hour.span.start <= t.idx < hour.span.end for t in clause.tokens))


def _placed(place: Place, start: int) -> Place:
    return replace(place, span=place.span.shifted(start))


def _stripped_end(sentence: SpacySpan) -> int:
    return int(sentence.start_char) + len(str(sentence.text).rstrip())


def _word(token: Token) -> Word:
    negated = any(c.dep_ == "neg" for c in token.children)
    is_base = token.tag_ == "VB"  # "to found" is no form of "find"
    return Word(
        token.lower_ if is_base else token.lemma_.lower(),
        token.pos_,
        Span(token.idx, token.idx + len(token.text)),
        negated,
        str(token.text),
    )


def _participants(reading: _Reading, clause: Clause) -> Iterator[Participant]:
    found = [*arguments(clause)]
    left_out = {i: other for i, (_, noun) in enumerate(found) if (other := excepted(noun)) is not None}
    named_apart = {other.i for other in left_out.values()}
    for i, (slot, noun) in enumerate(found):
        if i in left_out or noun.i not in named_apart:
            yield _participant(reading, slot, left_out.get(i, taken_up(noun)))


def _is_reversed(clause: Clause) -> bool:
    """Whether the clause is told of the one left out of "nobody" or "all", of whom the reverse holds."""
    return any(excepted(noun) is not None for slot, noun in arguments(clause) if slot in {"agent", "patient"})


def _participant(reading: _Reading, slot: str, noun: Token) -> Participant:
    mention = _mention_at(reading, noun)
    span = mention.span if mention else Span(noun.idx, noun.idx + len(noun.text))
    modifiers = frozenset(
        c.lemma_.lower()
        for c in noun.children
        if c.dep_ in {"amod", "compound", "poss", "nmod", "nummod"} and not c.is_stop
    )
    return Participant(slot, noun.lemma_.lower(), span, mention, modifiers, noun.pos_ == "PRON")


def _mention_at(reading: _Reading, noun: Token) -> Mention | None:
    """The naming that the noun belongs to, or the name that stands beside it ("the founder, Anna Lind").

    Of "the ferry Santa Rita sank" the parser makes two subjects of one verb.
    """
    beside = [c for c in noun.children if c.dep_ == "appos"]
    if noun.dep_ == "appos":
        beside.append(noun.head)
    beside += [
        t
        for t in noun.head.children
        if t.left_edge.i == noun.i + 1 and t.pos_ == "PROPN" and t.dep_ == noun.dep_
    ]
    for token in (noun, *beside):
        for mention in reading.mentions:
            if mention.span.start <= token.idx < mention.span.end:
                return mention
    return None


def _speaker(reading: _Reading, said: Attribution) -> Mention | None:
    """Who is named as the speaker; whom "she said" means, where nobody else can be meant."""
    mention = _mention_over(reading.mentions, said.speaker) if said.speaker else None
    return mention if mention and mention.sure and not _echoes(reading, said) else None


def _echoes(reading: _Reading, said: Attribution) -> bool:
    """Whether somebody else's words are repeated: "she said, quoting her father", "he recited"."""
    cue = reading.doc.char_span(said.cue.start, said.cue.end, alignment_mode="expand")
    told = (t for t in cue.sent if not said.content.start <= t.idx < said.content.end) if cue else ()
    echo = lexicon("speech")["echo"]
    return any(t.pos_ == "VERB" and t.lemma_.lower() in echo and not is_relayed(t) for t in told)


def _confidence(said: Attribution, speaker: Mention | None) -> float:
    return round(said.confidence * (_BY_PRONOUN if speaker and speaker.pronoun else 1), 2)


def _statements(reading: _Reading) -> Iterator[Statement]:
    for quote in reading.quotes:
        if not quote.telling:
            continue
        said = None if _is_nested(quote, reading.quotes) else _attribution_of(quote, reading.said)
        speaker = _speaker(reading, said) if said else None
        yield Statement(
            document=reading.document,
            quote=quote,
            sentence=quote.span,
            speaker=said.speaker if said else None,
            speaker_mention=speaker,
            confidence=_confidence(said, speaker) if said else 0.0,
        )


def _attribution_of(quote: Quote, said: Sequence[Attribution]) -> Attribution | None:
    return next((a for a in said if a.direct and a.content.overlaps(quote.span)), None)


def _is_nested(quote: Quote, quotes: Sequence[Quote]) -> bool:
    """Whether somebody who is quoted repeats it: it may be anybody's."""
    return any(q.span.contains(quote.span) and q.span != quote.span for q in quotes)


def _mention_over(mentions: Sequence[Mention], span: Span) -> Mention | None:
    return next((m for m in mentions if m.span.overlaps(span)), None)
