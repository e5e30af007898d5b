"""The whole story on one page: documents → claims → subjects → findings → report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version

from reconcile.cache.packing import Reading
from reconcile.cache.readings import read_documents
from reconcile.cache.store import Store
from reconcile.cache.vectors import RememberingEncoder
from reconcile.claims.model import Claim, Extraction
from reconcile.documents.confidential import aliased
from reconcile.documents.language import ENGLISH
from reconcile.documents.model import Article, Document, DocumentRole
from reconcile.findings import Finding, Silence, Silenced
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
from reconcile.rules.support import backers, contradicted, unsupported, veiled
from reconcile.rules.veil import Veil
from reconcile.rules.voices import copies, voiced


class Checker:
    """Checks sets of documents. Built once, used for many checks; models load on first use.

    Args:
        packs: the rules to apply; by default the shipped ones.
        ignore: ids of rules whose findings are silenced.
        model: name or folder of the embedding model.
        encoder: an encoder to use instead of a model, for tests.
        second_opinion: name or folder of an NLI cross-encoder, or another judge, that confirms or doubts findings.
        store: where claims and vectors are kept from one run to the next; by default nowhere.
        notify: told of work that takes more than a moment and is done once: preparing the default model.
        processes: how many may read and compare at once, where there is much to do. More than one asks of a script that
            its main module can be imported (`if __name__ == "__main__"`), and on Linux forks it.

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
        self.ignore = frozenset(ignore)
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
        report says what the sources support; `coverage` asks for that of documents among themselves, too. Of a
        confidential document the report holds an alias, and no word.
        """
        return self.explained(documents, progress=progress, coverage=coverage)[0]

    def explained(
        self, documents: Sequence[Document], *, progress: Progress = untold, coverage: bool = False
    ) -> tuple[Report, dict[str, Subject]]:
        """What `check` reports, and behind each finding, by its id, the subject with every pair compared."""
        read = sorted([*self._read(aliased(documents), progress), *self._known], key=_id)
        dated = {r.article.document.id: _dated(r.article) for r in read}
        extractions = [r.extraction for r in read]
        matched = match(
            extractions,
            self._encoder_for(read),
            progress,
            backers(dated.values(), extractions, among_themselves=coverage),
            self.processes,
        )
        progress("judging", 0, 0)
        subjects = [*matched.subjects, *house_spellings(self.packs.names, extractions)]
        found = {
            finding: subject
            for finding, subject in evaluate(self.packs.rules, subjects, dated).items()
            if _concerns(finding, dated)
        }
        covered = matched.coverage and contradicted(matched.coverage, self._applied(found))
        found |= unsupported(self.packs.rules, covered, dated) if covered else {}
        if self.second_opinion:
            found = consult(self.second_opinion, found)
        shown = dict(zip(self._shown(found, extractions, dated), found.values(), strict=True))
        report = Report(
            tool_version=version("reconcile-claims"),
            model_name=self.encoder.name,
            model_sha256=self.encoder.sha256,
            documents=tuple(_entry(r.article, r.extraction) for r in read),
            findings=tuple(finding for finding in shown if finding.silenced is None),
            silenced=tuple(finding for finding in shown if finding.silenced is not None),
            second_opinion=_model(self.second_opinion),
            rules=self.packs.rules,
            coverage=veiled(covered, dated) if covered else None,
        )
        return report, {finding.id: subject for finding, subject in shown.items()}

    def _encoder_for(self, readings: Iterable[Reading]) -> Encoder:
        """The encoder, which keeps nothing of confidential documents."""
        if not isinstance(self.encoder, RememberingEncoder):
            return self.encoder
        hidden = (r.extraction.claims for r in readings if r.article.document.confidential)
        return replace(self.encoder, forgets=frozenset(claim.gist for claims in hidden for claim in claims))

    def _applied(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those of rules that are not ignored."""
        return [finding for finding in findings if finding.rule not in self.ignore]

    def _shown(
        self,
        found: Mapping[Finding, Subject],
        extractions: Sequence[Extraction],
        documents: Mapping[str, Document],
    ) -> Iterator[Finding]:
        """Findings as a report shows them: copies as one voice, confidential sources veiled, ignored rules silenced."""
        stories = copies(extractions)
        known = {r.article.document.id for r in self._known}
        veil = Veil.over(documents.values())
        templates = {rule.id: rule.message for rule in self.packs.rules}
        for finding, subject in found.items():
            told = veil.drawn(
                voiced(finding, stories, known, veil.documents), templates[finding.rule], subject.slot
            )
            yield replace(told, silenced=_IGNORED) if finding.rule in self.ignore else told

    def claims(self, documents: Sequence[Document]) -> list[tuple[Document, tuple[Claim, ...]]]:
        """What is extracted from each document, in the order given."""
        read = self._read(aliased(documents), untold)
        return [(r.article.document, r.extraction.claims) for r in read]

    def _read(self, documents: Sequence[Document], progress: Progress) -> list[Reading]:
        return read_documents(documents, store=self.store, processes=self.processes, progress=progress)

    @cached_property
    def _known(self) -> list[Reading]:
        """What the packs hold to be true, read once."""
        facts = self._read(references(self.packs.facts), untold)
        return [*facts, *map(_unread, spelling_lists(self.packs.names))]


_IGNORED = Silenced(Silence.IGNORED, "This run does not apply its rule.")


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
    told = DocumentEntry(
        id=document.id,
        path=document.path,
        role=document.role,
        published=None,
        published_from=None,
        claims=len(extraction.claims),
        problems=(article.problem,) if article.problem else (),
        confidential=document.confidential,
    )
    if document.confidential:
        return told
    return replace(
        told,
        published=document.published.isoformat() if document.published else None,
        published_from=document.published_from,
        text=document.text,
        title=article.headline.of(document.text) if article.headline else "",
        tier=document.tier,
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
