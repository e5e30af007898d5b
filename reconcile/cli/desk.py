"""What every check needs before it starts: the configuration, the rule packs and the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli import streams
from reconcile.cli.arguments import meant
from reconcile.errors import ConfigurationError, UsageError
from reconcile.files import place_of
from reconcile.folders import cache_folder

if TYPE_CHECKING:
    from reconcile.cache.store import Store
    from reconcile.config import Configuration
    from reconcile.documents import Document
    from reconcile.pipeline import Checker
    from reconcile.rules import Packs


@dataclass(frozen=True, slots=True)
class Desk:
    """The settings of one run, from the command line and the configuration together."""

    configuration: Configuration
    packs: Packs
    pack_files: tuple[Path, ...]
    ignore: frozenset[str]

    def checker(self, second_opinion: str | None = None, store: Store | None = None) -> Checker:
        from reconcile.claims.parsing import be_alone
        from reconcile.pipeline import Checker
        from reconcile.processes import cores

        be_alone()
        return Checker(
            packs=self.packs,
            ignore=self.ignore,
            model=self.configuration.model,
            second_opinion=second_opinion,
            store=store,
            notify=streams.complain,
            processes=cores(),
        )


@contextmanager
def claims_store(wanted: bool = True) -> Iterator[Store | None]:
    """The store of claims and vectors; if it fails, the run goes on without, and is told why."""
    from reconcile.cache.store import Store

    if not wanted:
        yield None
        return
    store = Store(cache_folder())
    try:
        yield store
    finally:
        store.close()
    if store.problem:
        streams.complain(f"warning: {store.problem}.")


def open_desk(config: Path | None, rules: Sequence[Path], ignore: Sequence[str] = ()) -> Desk:
    """Read the configuration and the packs. Raises ConfigurationError, RuleError or UsageError."""
    from reconcile.config import load_configuration
    from reconcile.rules import load_packs, shipped_packs

    configuration = load_configuration(config, Path.cwd())
    files = (*shipped_packs(), *pack_files([*configuration.rules, *rules]))
    packs = load_packs(files)
    known = [rule.id for rule in packs.rules]
    for unknown in sorted(set(ignore) - set(known)):
        raise UsageError(f"--ignore {unknown}: there is no such rule; {meant(unknown, known)}")
    for unknown in sorted(set(configuration.ignore) - set(known)):
        told = f"`ignore` names {unknown}, but there is no such rule; {meant(unknown, known)}"
        raise ConfigurationError(f"{configuration.path}: {told}")
    return Desk(configuration, packs, files, frozenset([*ignore, *configuration.ignore]))


def pack_files(paths: Iterable[Path]) -> list[Path]:
    """The packs that paths name; a folder stands for the YAML files in it."""
    files: list[Path] = []
    for path in paths:
        files += sorted([*path.glob("*.yaml"), *path.glob("*.yml")]) if path.is_dir() else [path]
    return files


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents of a run, those to check first; how many files of folders were passed over."""

    documents: tuple[Document, ...]
    skipped: int


def gather(paths: Sequence[str], against: Sequence[str] = (), stdin_filename: str | None = None) -> Gathered:
    """Read what is to be checked, and the sources; what is both is only checked. Raises UsageError."""
    from reconcile.documents import DocumentRole, read_documents

    if "-" in paths and "-" in against:
        raise UsageError("standard input cannot be both PATH and --against: give one of them a file.")
    if stdin_filename is not None and "-" not in (*paths, *against):
        raise UsageError("--stdin-filename names standard input, which is not read: give - as a PATH.")
    checked = read_documents(paths, DocumentRole.CHECKED, stdin_name=stdin_filename)
    sources = read_documents(against, DocumentRole.SOURCE, stdin_name=stdin_filename)
    places = {_place(document) for document in checked.documents}
    others = tuple(document for document in sources.documents if _place(document) not in places)
    _complain_of_doubles(checked.documents, others)
    return Gathered((*checked.documents, *others), checked.skipped + sources.skipped)


def _place(document: Document) -> Path | None:
    return place_of(document.path) if document.path else None


def _complain_of_doubles(checked: Iterable[Document], others: Iterable[Document]) -> None:
    from reconcile.documents.confidential import named

    known = {document.id: document for document in checked}
    for other in others:
        if other.id in known:
            both = f"{named(known[other.id])} and {named(other)}"
            raise ConfigurationError(f"{both} have one id: give each its own in sources.yaml.")
