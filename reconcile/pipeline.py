"""The whole story on one page: documents → claims → subjects → findings → report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version

from reconcile.cache.packing import Reading
from reconcile.cache.readings import read_documents
from reconcile.cache.store import Store
from reconcile.cache.vectors import RememberingEncoder
from reconcile.claims.model import Claim, Extraction
from reconcile.documents.language import ENGLISH
from reconcile.documents.model import Article, Document, DocumentRole
from reconcile.findings import Finding
from reconcile.matching import match
from reconcile.matching.encoder import DEFAULT_MODEL, Encoder, SentenceEncoder
from reconcile.matching.subjects import Subject
from reconcile.opinion import CrossEncoderOpinion, SecondOpinion, consult
from reconcile.progress import Progress, untold
from reconcile.reports.model import DocumentEntry, ModelEntry, Report
from reconcile.rules.evaluation import evaluate
from reconcile.rules.house import house_spellings, spelling_lists
from reconcile.rules.loading import load_packs, shipped_packs
from reconcile.rules.packs import Packs
from reconcile.rules.references import references
from reconcile.rules.support import backers, contradicted, unsupported
from reconcile.rules.voices import copies, voiced


class Checker:
    """Checks sets of documents. Built once, used for many checks; models load on first use.

    Args:
        packs: the rules to apply; by default the shipped ones.
        ignore: ids of rules to leave out.
        model: name or folder of the embedding model.
        encoder: an encoder to use instead of a model, for tests.
        second_opinion: name or folder of an NLI cross-encoder, or another judge, that confirms or doubts findings.
        store: where claims and vectors are kept from one run to the next; by default nowhere.
        notify: told of work that takes more than a moment and is done once: preparing the default model.
        processes: how many may read documents at once, where there are many. More than one asks of a script that
            its main module can be imported (`if __name__ == "__main__"`).

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
        store: Store | None = None,
        processes: int = 1,
        notify: Callable[[str], None] | None = None,
    ) -> None:
        self.packs = packs or load_packs(shipped_packs())
        self.rules = tuple(rule for rule in self.packs.rules if rule.id not in ignore)
        self.encoder: Encoder = encoder or SentenceEncoder(model or DEFAULT_MODEL, notify=notify)
        self.store = store
        self.processes = processes
        if store:
            self.encoder = RememberingEncoder(self.encoder, store)
        self.second_opinion: SecondOpinion | None = (
            CrossEncoderOpinion(second_opinion) if isinstance(second_opinion, str) else second_opinion
        )

    def check(
        self, documents: Sequence[Document], *, progress: Progress = untold, coverage: bool = False
    ) -> Report:
        """Compare documents with one another and within themselves.

        Where some documents are sources (`role`), only findings that involve a checked one are reported, and the
        report says what the sources support; `coverage` asks for that of documents among themselves, too.
        """
        return self.explained(documents, progress=progress, coverage=coverage)[0]

    def explained(
        self, documents: Sequence[Document], *, progress: Progress = untold, coverage: bool = False
    ) -> tuple[Report, dict[str, Subject]]:
        """What `check` reports, and behind each finding, by its id, the subject with every pair compared."""
        read = sorted([*self._read(documents, progress), *self._known], key=_id)
        dated = {r.article.document.id: _dated(r.article) for r in read}
        extractions = [r.extraction for r in read]
        stories = copies(extractions)
        asked = backers(dated.values(), stories, among_themselves=coverage)
        matched = match(extractions, self.encoder, progress, asked)
        progress("judging", 0, 0)
        subjects = [*matched.subjects, *house_spellings(self.packs.names, extractions)]
        known = {r.article.document.id for r in self._known}
        found = {
            voiced(finding, stories, known): subject
            for finding, subject in evaluate(self.rules, subjects, dated).items()
            if _concerns(finding, dated)
        }
        covered = contradicted(matched.coverage, found) if matched.coverage else None
        found |= unsupported(self.rules, covered, dated) if covered else {}
        if self.second_opinion:
            found = consult(self.second_opinion, found)
        report = Report(
            tool_version=version("reconcile-claims"),
            model_name=self.encoder.name,
            model_sha256=self.encoder.sha256,
            documents=tuple(_entry(r.article, r.extraction) for r in read),
            findings=tuple(found),
            second_opinion=_model(self.second_opinion),
            coverage=covered,
        )
        return report, {finding.id: subject for finding, subject in found.items()}

    def claims(self, documents: Sequence[Document]) -> list[tuple[Document, tuple[Claim, ...]]]:
        """What is extracted from each document, in the order given."""
        read = self._read(documents, untold)
        return [(r.article.document, r.extraction.claims) for r in read]

    def _read(self, documents: Sequence[Document], progress: Progress) -> list[Reading]:
        return read_documents(documents, store=self.store, processes=self.processes, progress=progress)

    @cached_property
    def _known(self) -> list[Reading]:
        """What the packs hold to be true, read once."""
        facts = self._read(references(self.packs.facts), untold)
        return [*facts, *map(_unread, spelling_lists(self.packs.names))]


def _unread(document: Document) -> Reading:
    """A document that holds no sentences."""
    article = Article(document, (), None, None, None, "", ENGLISH, None)
    return Reading(article, Extraction(document.id, (), (), (), ()))


def _id(reading: Reading) -> str:
    """What documents are ordered by, so that the order in which they are given is no matter."""
    return reading.article.document.id


def _dated(article: Article) -> Document:
    """The document with the publication date that was found in it, where it is known to the day."""
    return replace(article.document, published=article.published_on, published_from=article.published_from)


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
