"""The whole story on one page: documents → claims → subjects → findings → report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version

from reconcile.claims.extraction import extract
from reconcile.claims.model import Claim, Extraction
from reconcile.documents.article import study
from reconcile.documents.language import ENGLISH
from reconcile.documents.model import Article, Document, DocumentRole
from reconcile.findings import Finding
from reconcile.matching import find_subjects
from reconcile.matching.encoder import DEFAULT_MODEL, Encoder, SentenceEncoder
from reconcile.matching.subjects import Subject
from reconcile.opinion import CrossEncoderOpinion, SecondOpinion, consult
from reconcile.reports.model import DocumentEntry, ModelEntry, Report
from reconcile.rules.evaluation import evaluate
from reconcile.rules.house import house_spellings, spelling_lists
from reconcile.rules.loading import Packs, load_packs, shipped_packs
from reconcile.rules.references import references
from reconcile.rules.voices import copies, voiced

Progress = Callable[[str, int, int], None]  # (stage, done, of how many)


class Checker:
    """Checks sets of documents. Built once, used for many checks; models load on first use.

    Args:
        packs: the rules to apply; by default the shipped ones.
        ignore: ids of rules to leave out.
        model: name or folder of the embedding model.
        encoder: an encoder to use instead of a model, for tests.
        second_opinion: name or folder of an NLI cross-encoder, or another judge, that confirms or doubts findings.

    Raises:
        ModelError: the second opinion is missing, or tells no contradiction.
    """

    def __init__(
        self,
        *,
        packs: Packs | None = None,
        ignore: Collection[str] = (),
        model: str | None = None,
        encoder: Encoder | None = None,
        second_opinion: str | SecondOpinion | None = None,
    ) -> None:
        self.packs = packs or load_packs(shipped_packs())
        self.rules = tuple(rule for rule in self.packs.rules if rule.id not in ignore)
        self.encoder: Encoder = encoder or SentenceEncoder(model or DEFAULT_MODEL)
        self.second_opinion: SecondOpinion | None = (
            CrossEncoderOpinion(second_opinion) if isinstance(second_opinion, str) else second_opinion
        )

    def check(self, documents: Sequence[Document], *, progress: Progress | None = None) -> Report:
        """Compare documents with one another and within themselves.

        Where some documents are sources (`role`), only findings that involve a checked one are reported.
        """
        return self.explained(documents, progress=progress)[0]

    def explained(
        self, documents: Sequence[Document], *, progress: Progress | None = None
    ) -> tuple[Report, dict[str, Subject]]:
        """What `check` reports, and behind each finding, by its id, the subject with every pair compared."""
        read = sorted([*self._read(documents, progress), *self._known], key=_id)
        dated = {article.document.id: _dated(article) for article, _ in read}
        extractions = [extraction for _, extraction in read]
        subjects = find_subjects(extractions, self.encoder)
        subjects += house_spellings(self.packs.names, extractions)
        stories = copies(extractions)
        known = {article.document.id for article, _ in self._known}
        found = {
            voiced(finding, stories, known): subject
            for finding, subject in evaluate(self.rules, subjects, dated).items()
            if _concerns(finding, dated)
        }
        if self.second_opinion:
            found = consult(self.second_opinion, found)
        report = Report(
            tool_version=version("reconcile-claims"),
            model_name=self.encoder.name,
            model_sha256=self.encoder.sha256,
            documents=tuple(_entry(article, extraction) for article, extraction in read),
            findings=tuple(found),
            second_opinion=_model(self.second_opinion),
        )
        return report, {finding.id: subject for finding, subject in found.items()}

    def claims(self, documents: Sequence[Document]) -> list[tuple[Document, tuple[Claim, ...]]]:
        """What is extracted from each document, in the order given."""
        found = {article.document.id: extraction for article, extraction in self._read(documents, None)}
        return [(document, found[document.id].claims) for document in documents]

    def _read(
        self, documents: Sequence[Document], progress: Progress | None
    ) -> list[tuple[Article, Extraction]]:
        """Read every document, in the order of their ids."""
        read = []
        for n, document in enumerate(sorted(documents, key=lambda d: d.id)):
            if progress:
                progress("reading", n, len(documents))
            article = study(document)
            read.append(
                (
                    article,
                    extract(article) if not article.problem else Extraction(document.id, (), (), (), ()),
                )
            )
        return read

    @cached_property
    def _known(self) -> list[tuple[Article, Extraction]]:
        """What the packs hold to be true, read once."""
        facts = self._read(references(self.packs.facts), None)
        return [*facts, *map(_unread, spelling_lists(self.packs.names))]


def _unread(document: Document) -> tuple[Article, Extraction]:
    """A document that holds no sentences."""
    return Article(document, (), None, None, None, "", ENGLISH, None), Extraction(document.id, (), (), (), ())


def _id(read: tuple[Article, Extraction]) -> str:
    """What documents are ordered by, so that the order in which they are given is no matter."""
    return read[0].document.id


def _dated(article: Article) -> Document:
    """The document with the publication date that was found in it, where it is known to the day."""
    first, last = article.published_earliest, article.published_latest
    return replace(
        article.document,
        published=first if first and first == last else None,
        published_from=article.published_from,
    )


def _entry(article: Article, extraction: Extraction) -> DocumentEntry:
    document = _dated(article)
    problems = [article.problem] if article.problem else []
    return DocumentEntry(
        id=document.id,
        path=document.path,
        role=document.role,
        published=document.published.isoformat() if document.published else None,
        published_from=document.published_from,
        claims=len(extraction.claims),
        problems=tuple(problems),
    )


def _model(opinion: SecondOpinion | None) -> ModelEntry | None:
    return ModelEntry(opinion.name, opinion.sha256) if opinion else None


def _concerns(finding: Finding, documents: dict[str, Document]) -> bool:
    """Whether a finding involves a document that is being checked."""
    return any(
        documents[e.document].role is DocumentRole.CHECKED
        for position in finding.positions
        for e in position.evidence
    )
