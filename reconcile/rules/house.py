"""House spelling: names that a text under check spells otherwise than the desk does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import EntityKind, Extraction, Mention
from reconcile.documents.model import Document, DocumentRole
from reconcile.findings import Kind, Over
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.rules.packs import HouseName
from reconcile.rules.references import cited
from reconcile.text import Span

_SURE = 0.95


def spelling_lists(names: Iterable[HouseName]) -> list[Document]:
    """For each pack one reference document, with a line for each name as the house spells it."""
    lists: dict[str, list[str]] = defaultdict(list)
    for name in names:
        lists[_list(name)].append(name.canonical)
    return [
        Document(id=id, text="\n".join(spellings), role=DocumentRole.REFERENCE)
        for id, spellings in sorted(lists.items())
    ]


def _list(name: HouseName) -> str:
    return cited(name.place, "house spelling")  # no fact can have this id


def house_spellings(names: Sequence[HouseName], extractions: Sequence[Extraction]) -> Iterator[Subject]:
    """One subject for each name that a text under check spells in a way that the house does not."""
    lists = {document.id: document.text for document in spelling_lists(names)}
    written = _written({variant for name in names for variant in name.variants}, extractions)
    for name in names:
        found = [holding for variant in name.variants for holding in written.get(variant, ())]
        if found:
            yield _subject(name, found, lists[_list(name)])


def _written(variants: set[str], extractions: Iterable[Extraction]) -> Mapping[str, list[Holding]]:
    """Every place of each variant."""
    found: dict[str, list[Holding]] = defaultdict(list)
    for extraction in extractions:
        article = extraction.article
        if article is None or article.document.role is not DocumentRole.CHECKED:
            continue
        text = article.document.text
        for mention in extraction.mentions:
            for span in _spans(mention, mention.span.of(text)):
                words = " ".join(span.of(text).split())
                if words in variants:
                    found[words].append(_holding(extraction, span, words))
                    break
    return found


def _spans(mention: Mention, words: str) -> Iterator[Span]:
    """The name as it stands; of a person also its last words ("President Selenskyj", but not "Dynamo Kiew")."""
    yield mention.span
    if mention.kind is EntityKind.PERSON:
        spaces = (n + 1 for n, character in enumerate(words) if character.isspace())
        yield from (Span(mention.span.start + n, mention.span.end) for n in spaces)


def _holding(extraction: Extraction, span: Span, words: str) -> Holding:
    sentences = (claim.sentence for claim in extraction.claims if claim.sentence.contains(span))
    return Holding(extraction.document, span, next(sentences, span), words, words)


def _subject(name: HouseName, found: Sequence[Holding], spellings: str) -> Subject:
    line = Span(0, len(name.canonical)).shifted(f"\n{spellings}\n".index(f"\n{name.canonical}\n"))
    ours = Holding(_list(name), line, line, name.canonical, name.canonical)
    detail = f"This house writes “{name.canonical}”."
    pairs = (
        Pair(0, n, Comparison(Agreement.DIFFER, detail), _SURE, f"{_list(name)} holds both for one name")
        for n, _ in enumerate(found, 1)
    )
    label = name.canonical
    return Subject(Over.ENTITY, Kind.STYLE, label, label, "spelling", (ours, *found), tuple(pairs))
