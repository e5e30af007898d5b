"""Who and what a document names: mentions found in the parse, gathered into the document's entities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reconcile.claims.mentions.aliases import with_aliases
from reconcile.claims.mentions.clusters import Sighting, cluster
from reconcile.claims.mentions.kinds import is_located, is_of_body, votes
from reconcile.claims.mentions.references import references
from reconcile.claims.mentions.runs import Run, acronym_of, name_runs
from reconcile.claims.model import EntityKind, Mention
from reconcile.facets.name import read_name
from reconcile.facets.place import gazetteer
from reconcile.facets.role import Role
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_mentions"]

_COPULAS = (" is ", " was ")
_BESIDE = re.compile(r", (?:an? |the |its |his |her |their )?")


def find_mentions(doc: Doc, roles: Sequence[Role]) -> tuple[Mention, ...]:
    """All namings in a parsed document, in order, numbered by entity, with what stands for a name."""
    runs = name_runs(doc, roles)
    introduced = {short.i: run for run in runs if (short := acronym_of(run)) is not None}
    named = with_aliases(doc.text, cluster(_sightings(doc, runs, roles, introduced)))
    return tuple(sorted([*named, *references(doc, named)], key=lambda m: m.span))


def _sightings(
    doc: Doc, runs: Sequence[Run], roles: Sequence[Role], introduced: dict[int, Run]
) -> list[Sighting]:
    text = doc.text  # spaCy joins it anew at each call
    titles, starts_of_titles = {role.span.end for role in roles}, {role.span.start for role in roles}
    full = {
        doc[i].text: mention.name for i, run in introduced.items() if (mention := _mention(doc, text, run))
    }
    starts = {run[0].i for run in runs if len(run) > 1}
    found: list[Sighting] = []
    for run in runs:
        mention = _mention(doc, text, run)
        if mention is None:
            continue
        if found and found[-1].mention.span.overlaps(mention.span):
            found.pop()  # the "Ibrahim" of "(Ibrahim) Ndiaye"
        cast = votes(run, _after_title(text, mention, titles), _before_title(text, mention, starts_of_titles))
        coupled = (
            len(run) == 1
            and run[0].i + 1 < len(doc)
            and run[0].nbor().lower_ == "and"
            and run[0].i + 2 in starts
        )
        stands_for = full.get(mention.name.words) if len(run) == 1 else None
        found.append(Sighting(mention, tuple(cast), is_located(run), stands_for, coupled, is_of_body(run)))
    return found


def _after_title(text: str, mention: Mention, ends: set[int]) -> bool:
    """Whether an office stands before a name: "Captain Anna Lind", "the captain, Anna Lind"; not "the mayor, Lima"."""
    start = mention.span.start
    if any(start - len(verb) in ends and text.startswith(verb, start - len(verb)) for verb in _COPULAS):
        return len(mention.name.tokens) > 1  # "The captain is Anna Lind"
    set_off = start - 2 in ends and text[start - 2] == "," and len(mention.name.tokens) > 1
    return start - 1 in ends or (set_off and not gazetteer().is_place(mention.name.normal))


def _before_title(text: str, mention: Mention, starts: set[int]) -> bool:
    """Whether an office is set beside a name, right behind it: "Anna Lind, the captain"."""
    beside = _BESIDE.match(text, mention.span.end)
    return beside is not None and beside.end() in starts


def _mention(doc: Doc, text: str, run: Run) -> Mention | None:
    first, last = run[0].i, run[-1].i
    if (
        first >= 3
        and doc[first - 1].text == ")"
        and doc[first - 3].text == "("
        and doc[first - 2].pos_ == "PROPN"
    ):
        first -= 3  # "President (Ibrahim) Ndiaye": the desk put the given name in
    span = Span(doc[first].idx, doc[last].idx + len(doc[last].text))
    name = read_name(span.of(text))
    return Mention(span, name, EntityKind.OTHER, -1) if name and name.tokens else None
