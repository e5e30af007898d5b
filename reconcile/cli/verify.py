"""`reconcile verify`: whether the same inputs still give the same report."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from reconcile.cli import streams
from reconcile.cli.run import Request, carry_out
from reconcile.cli.timings import Stopwatch
from reconcile.errors import UsageError

SAME, OTHER = 0, 1

ManifestPath = Annotated[
    Path, typer.Argument(metavar="MANIFEST", help="What `reconcile check --manifest` wrote.")
]
Hidden = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="The confidential sources, which a manifest knows by alias alone.",
        show_default=False,
    ),
]


def verify(manifest: ManifestPath, paths: Hidden = []) -> int:  # noqa: B006  typer copies its defaults
    """Run a check again as its manifest says, in the same folder, and compare: 0 the same report, 1 another.

    What has changed of texts, rules, configuration, model, libraries and code is named. Nothing is taken from the
    cache.
    """
    from reconcile.cli.manifest import differences, read_manifest
    from reconcile.cli.manifest import manifest as manifest_of
    from reconcile.reports.summary import counted

    before = read_manifest(manifest)
    aliases = {document.id for document in before.documents if document.confidential}
    request = _unveiled(before.request, aliases, paths)
    now = manifest_of(request, carry_out(request, Stopwatch(), cache=False))
    changes = list(differences(before, now))
    for change in changes:
        streams.say(change)
    if before.report == now.report:
        known = f"{counted(len(now.report.findings), 'finding')}, exit code {now.report.exit_code}"
        streams.say(f"Verified: the same report ({known}), sha256 {now.report.sha256}.")
        return SAME
    why = "its inputs have changed" if changes else "although all that it hangs on is the same"
    streams.say(f"Another report, {why}: sha256 {now.report.sha256}, not {before.report.sha256}.")
    return OTHER


def _unveiled(request: Request, aliases: Collection[str], paths: Sequence[str]) -> Request:
    """The request with paths of confidential sources where it has aliases. Raises UsageError if that cannot be."""
    missing = [path for path in (*request.paths, *request.against) if path in aliases]
    if bool(missing) != bool(paths):
        raise UsageError(
            f"the manifest knows {missing[0]} by alias alone: give the paths of the confidential sources too."
            if missing
            else "the manifest knows every source by its path: give no other."
        )
    sources = any(alias in request.against for alias in missing)
    kept = {
        name: tuple(path for path in given if path not in aliases)
        for name, given in (("paths", request.paths), ("against", request.against))
    }
    hidden = "against" if sources else "paths"
    return replace(request, **{**kept, hidden: (*kept[hidden], *paths)})  # type: ignore[arg-type]
