"""From what others support to coverage: every detail and every claim of a document, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.claims.model import Claim, Extraction, Mention
from reconcile.coverage import ClaimStanding, Coverage, Detail, Passage, Standing
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.subjects import Subject
from reconcile.matching.support.backing import Backing
from reconcile.matching.support.checkable import (
    checkable_names,
    checkable_values,
    name_detail,
    quote_detail,
    standing_alone,
    value_detail,
)
from reconcile.matching.support.quotes import Place, requoted
from reconcile.text import Span


def cover(
    extractions: Iterable[Extraction],
    entities: Entities,
    backing: Backing,
    subjects: Iterable[Subject],
    sentences: Mapping[Place, Span],
) -> Coverage:
    """How the details and claims of the documents asked about stand, as far as others support them.

    Args:
        sentences: around each naming.
    """
    read = list(extractions)
    asked = [x for x in read if x.document in backing.claims]
    texts = {x.document: x.article.document.text for x in read if x.article}
    run = _Run(entities, backing, requoted(subjects), sentences, texts)
    covered = [_Covered(extraction, run) for extraction in asked]
    return Coverage(
        documents=tuple(x.document for x in asked),
        details=tuple(detail for one in covered for detail in one.details()),
        claims=tuple(claim for one in covered for claim in one.claims()),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """What is the same for all documents."""

    entities: Entities
    backing: Backing
    quotes: Mapping[Place, Sequence[Passage]]
    sentences: Mapping[Place, Span]  # of all namings
    texts: Mapping[str, str]


class _Covered:
    """The details of one document, each with its support."""

    def __init__(self, extraction: Extraction, run: _Run) -> None:
        self._run = run
        self._document = extraction.document
        self._backers = run.backing.backers[extraction.document]
        self._claims = run.backing.claims[extraction.document]
        self._text = run.texts.get(extraction.document, "")
        self._values = dict(self._stated_values())
        self._names = dict(self._stated_names())
        self._quotes = {s.quote.span: self._quote(quote_detail(s)) for s in extraction.statements}
        self._quoted = [
            c for c in extraction.claims if any(s.contains(c.predicate.span) for s in self._quotes)
        ]

    def details(self) -> list[Detail]:
        """All of them, in the order of the text."""
        found = [*self._values.values(), *self._names.values(), *self._quotes.values()]
        return sorted(found, key=lambda detail: (detail.span, detail.kind))

    def claims(self) -> Iterator[ClaimStanding]:
        """How the claims stand that have details."""
        for claim in self._claims:
            values = [self._values[bound.span] for bound in checkable_values(claim)]
            names = [self._names[e.number] for _, e in checkable_names(claim, self._run.entities)]
            if values or names:
                backed = all(d.support for d in (*values, *names))
                retold = bool(values) or self._run.backing.is_retold(self._document, claim.number)
                yield _standing(claim, backed and retold)
        for claim in self._quoted:
            around = (d for span, d in self._quotes.items() if span.contains(claim.predicate.span))
            yield _standing(claim, any(detail.support for detail in around))

    def _stated_values(self) -> Iterator[tuple[Span, Detail]]:
        for claim in self._claims:
            for bound in checkable_values(claim):
                detail = value_detail(claim, bound, self._text)
                yield bound.span, _backed(detail, self._run.backing.of(self._document, bound.span))

    def _stated_names(self) -> Iterator[tuple[int, Detail]]:
        found: dict[Entity, list[Mention]] = defaultdict(list)
        for claim in self._claims:
            for mention, entity in checkable_names(claim, self._run.entities):
                found[entity].append(mention)
        for entity, mentions in found.items():
            detail = name_detail(self._claims, mentions, self._text)
            yield entity.number, _backed(detail, [*self._named(entity), *self._written(detail.words)])

    def _named(self, entity: Entity) -> Iterator[Passage]:
        for document, mention in entity.mentions:
            if document in self._backers:
                sentence = self._run.sentences.get((document, mention.span), mention.span)
                yield Passage(document, mention.span, sentence)

    def _written(self, name: str) -> Iterator[Passage]:
        """Where a name of several words stands word for word, also where it was not seen to be a name."""
        for document in self._backers if " " in name else ():
            found = standing_alone(name, self._run.texts.get(document, ""))
            if found:
                yield Passage(document, found, found)

    def _quote(self, detail: Detail) -> Detail:
        places = self._run.quotes.get((detail.document, detail.span), ())
        return _backed(detail, (p for p in places if p.document in self._backers))


def _backed(detail: Detail, passages: Iterable[Passage]) -> Detail:
    """The detail with its first passage of each document."""
    first: dict[str, Passage] = {}
    for passage in sorted(passages, key=lambda p: (p.document, p.span)):
        first.setdefault(passage.document, passage)
    standing = Standing.AGREES if first else Standing.ALONE
    return replace(detail, standing=standing, support=tuple(first.values()))


def _standing(claim: Claim, backed: bool) -> ClaimStanding:
    return ClaimStanding(
        claim.document, claim.span, claim.sentence, Standing.AGREES if backed else Standing.ALONE
    )
