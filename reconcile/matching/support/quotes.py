"""Which quotations others have, in the same words and by nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reconcile.agreement import Agreement
from reconcile.coverage import Passage
from reconcile.findings import Kind, Severity
from reconcile.matching.subjects import Holding, Subject
from reconcile.text import Span

Place = tuple[str, Span]


def requoted(subjects: Iterable[Subject]) -> Mapping[Place, list[Passage]]:
    """For each place of a quotation, where others have it in the same words, or in small words alone unlike."""
    found: dict[Place, list[Passage]] = defaultdict(list)
    chosen = [s for s in subjects if s.kind in {Kind.QUOTE_WORDING, Kind.QUOTE_SPEAKER}]
    of_others = {places for s in chosen if s.kind is Kind.QUOTE_SPEAKER for places in _of_two_speakers(s)}
    for subject in chosen:
        if subject.kind is Kind.QUOTE_WORDING:
            for a, b in _in_like_words(subject):
                if frozenset({a.place, b.place}) not in of_others:
                    found[a.place].append(Passage(b.document, b.span, b.sentence))
                    found[b.place].append(Passage(a.document, a.span, a.sentence))
    return found


def _in_like_words(subject: Subject) -> Iterator[tuple[Holding, Holding]]:
    for pair in subject.pairs:
        same = pair.comparison.agreement is Agreement.AGREE
        if same or (pair.comparison.agreement is Agreement.VARIANT and pair.loudest is Severity.INFO):
            yield subject.holdings[pair.a], subject.holdings[pair.b]


def _of_two_speakers(subject: Subject) -> Iterator[frozenset[Place]]:
    """The places of quotations that are given to two speakers; behind the speakers stand what they said."""
    said = subject.holdings[len(subject.holdings) // 2 :]
    for pair in subject.pairs:
        if pair.comparison.agreement is Agreement.DIFFER:
            yield frozenset({said[pair.a].place, said[pair.b].place})
