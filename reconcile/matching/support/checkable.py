"""What of a text can be checked: the names, dates, figures and quotations that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claims.model import BoundValue, Claim, EntityKind, Extraction, FacetValue, Mention, Statement
from reconcile.coverage import Detail
from reconcile.facets.period import Bound, Period
from reconcile.facets.place import gazetteer
from reconcile.facets.polarity import Modality
from reconcile.findings import Kind
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.profiles import event_word
from reconcile.matching.quotations import key_of, label_of
from reconcile.text import Span

_LONGEST_WORD = 40  # letters
_WORD_BEFORE = re.compile(r"\b(\w)[\w'’.-]* \Z")
_STATED = {Modality.ASSERTED, Modality.PLANNED}


def stated(extraction: Extraction) -> list[Claim]:
    """The claims that the document itself makes: what is asked, possible, conditional or denied is not checked.

    Nor is what stands in a quotation, which is checked as a whole.
    """
    quoted = [s.quote.span for s in extraction.statements]
    return [
        claim
        for claim in extraction.claims
        if claim.modality in _STATED
        and not claim.denial
        and not any(span.contains(claim.predicate.span) for span in quoted)
    ]


def checkable_values(claim: Claim) -> Iterator[BoundValue]:
    """The dates and figures of a claim that a reader could look up."""
    yield from (bound for bound in claim.periods if _is_dated(bound.value))
    yield from (bound for bound in claim.quantities if _is_counted(bound))


def _is_dated(value: FacetValue) -> bool:
    """Whether it is known which days are meant; of a relative date only where the day of publication is."""
    assert isinstance(value, Period)
    if value.relative and value.bound is Bound.AT:
        return value.window.days is not None
    return value.known or value.yearly is not None


def _is_counted(bound: BoundValue) -> bool:
    """Whether a figure counts or measures: not "the first", nor "one man"."""
    value = bound.value
    assert not isinstance(value, Period)
    return value.dimension != "ordinal" and not (value.stated == 1 and not value.unit)


def checkable_names(claim: Claim, entities: Entities) -> Iterator[tuple[Mention, Entity]]:
    """Those whom a claim names, peoples left out ("the French")."""
    for mention in claim.mentions:
        entity = entities.by_number.get(entities.of(claim.document, mention))
        if entity and not mention.pronoun and not _is_people(mention):
            yield mention, entity


def _is_people(mention: Mention) -> bool:
    return mention.kind is EntityKind.OTHER and gazetteer().is_nationality(mention.name.normal)


def value_detail(claim: Claim, bound: BoundValue, text: str) -> Detail:
    """A date or a figure of a claim, known by the names of its sentence and the word that it hangs on.

    Nothing else goes in, so that neither a source nor a sentence put in before it changes what it is known by.
    """
    named = sorted(
        {
            (m.kind is EntityKind.PLACE, _key(m), _is_people(m), m.name.normal)
            for m in claim.wording.mentions
            if not m.pronoun
        }
    )
    names = ", ".join(dict.fromkeys([name for *_, people, name in named if not people][:2]))
    return Detail(
        document=claim.document,
        kind=Kind.DATE if isinstance(bound.value, Period) else Kind.NUMBER,
        span=bound.span,
        sentence=claim.sentence,
        words=bound.span.of(text),
        value=bound.value.normal,
        key=named[0][1] if named else "",
        subject=": ".join(part for part in (names, claim.words_of_predicate) if part),
        slot=event_word(bound.head),
    )


def _key(mention: Mention) -> str:
    """The word of a name by which it is known in every form: of a person the surname."""
    is_person = mention.kind is EntityKind.PERSON
    tokens = mention.name.tokens
    return (tokens[-1] if is_person else min(tokens, key=lambda t: (-len(t), t))).lower()


def name_detail(claims: Sequence[Claim], mentions: Sequence[Mention], text: str) -> Detail:
    """A name, where the document first gives it in full."""
    fullest = min(mentions, key=lambda m: (-len(m.name.tokens), m.span))
    claim = next(c for c in claims if fullest in c.mentions)
    return Detail(
        document=claim.document,
        kind=Kind.NAME,
        span=fullest.span,
        sentence=claim.sentence,
        words=fullest.span.of(text),
        value=fullest.name.normal,
        key=_key(fullest),
        subject=fullest.name.normal,
        slot="name",
    )


def standing_alone(name: str, text: str) -> Span | None:
    """Where a text first has a name word for word, and not inside a longer one: no "York City" in "New York City"."""
    written = re.finditer(r"(?<![\w-])" + r"\s+".join(map(re.escape, name.split())) + r"(?![\w-])", text)
    return next((Span(*m.span()) for m in written if not _goes_on(text, *m.span())), None)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands right before or right behind."""
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return bool(before and before[1].isupper()) or (
        text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    )


def quote_detail(statement: Statement) -> Detail:
    """A quotation, known by its longest words."""
    return Detail(
        document=statement.document,
        kind=Kind.QUOTE_WORDING,
        span=statement.quote.span,
        sentence=statement.sentence,
        words=statement.quote.words,
        value=statement.quote.normal,
        key=key_of([statement]),
        subject=label_of([statement]),
        slot="wording",
    )
