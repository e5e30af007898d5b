"""The veil over confidential sources: a finding says of them that they exist, and how they date or count.

Their words appear nowhere: neither as a passage nor in the subject, message or explanation of a finding, not even of
one in which they have no part. A normalised date or figure is not their wording, and stays: it is what is weighed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from reconcile.documents.model import Document
from reconcile.findings import Evidence, Finding, Kind, Position
from reconcile.text import Span

WITHHELD = "withheld"
EXPLANATION = "A confidential source has a part in it: its words, and how they were matched, are withheld."

_TELLING = 3  # words in a row that give a text away; of a subject each single one does, elsewhere a name
_MEASURED = frozenset({Kind.DATE, Kind.NUMBER})  # whose values are normalised, and no wording of the source
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Veil:
    """Which documents are confidential, and what only they say: words, and runs of them, in lower case.

    Of these words `names` are those that are written with a capital letter, as they are written.
    """

    documents: frozenset[str]
    secrets: frozenset[str]
    names: frozenset[str]

    @classmethod
    def over(cls, documents: Collection[Document]) -> Veil:
        """The veil that a set of documents needs. What a public document says too is no secret."""
        hidden = [document for document in documents if document.confidential]
        secrets = {run for document in hidden for run in _runs(document.text)}
        for document in documents if secrets else ():
            if not document.confidential:
                secrets.difference_update(_runs(document.text))
        names = {
            word
            for document in hidden
            for word in _WORD.findall(document.text)
            if word[0].isupper() and word.casefold() in secrets
        }
        return cls(frozenset(document.id for document in hidden), frozenset(secrets), frozenset(names))

    def drawn(self, finding: Finding, template: str, slot: str) -> Finding:
        """The finding as anybody may see it; `template` is the message of its rule, `slot` what its values answer."""
        if not self.documents:
            return finding
        positions = tuple(self._position(position, finding.kind) for position in finding.positions)
        subject = WITHHELD if self._names(finding.subject) else finding.subject
        veiled = replace(finding, positions=positions, subject=subject)
        concerned = any(place.withheld for position in positions for place in position.evidence)
        if concerned or (positions, subject) != (finding.positions, finding.subject):
            values = " or ".join(position.said for position in sorted(positions, key=_all_withheld))
            slot = WITHHELD if self._names(slot) else slot
            veiled = replace(veiled, message=template.format(subject=subject, values=values, slot=slot))
        if concerned or self.tells(finding.explanation):
            veiled = replace(veiled, explanation=EXPLANATION)
        return veiled

    def _position(self, position: Position, kind: Kind) -> Position:
        public = [place for place in position.evidence if place.document not in self.documents]
        if len(public) == len(position.evidence) and kind in _MEASURED:
            return position
        evidence = tuple(dict.fromkeys(map(self._place, position.evidence)))
        if public and not self._names(f"{position.value} {position.said}"):
            return replace(position, evidence=evidence)
        if public:
            # A name has its fullest form from whoever gives it; the quotation is longer than its speaker.
            return Position(min((place.text for place in public), key=_short_first), evidence)
        return Position(position.value if kind in _MEASURED else WITHHELD, evidence)

    def _place(self, place: Evidence) -> Evidence:
        if place.document not in self.documents:
            return place
        nowhere = Span(0, 0)
        return Evidence(place.document, nowhere, "", 1, 1, nowhere, "", place.same_as, withheld=True)

    def _names(self, words: str) -> bool:
        """Whether a word of a confidential source, or some in a row, stand in a name or a heading."""
        return any(run in self.secrets for run in _runs(words))

    def tells(self, words: str) -> bool:
        """Whether a sentence repeats what only a confidential source says, or names whom only it names."""
        told = any(run in self.secrets for run in _runs(words, single=False))
        return told or not self.names.isdisjoint(_WORD.findall(words))


def _short_first(words: str) -> tuple[int, str]:
    return len(words), words


def _all_withheld(position: Position) -> bool:
    """What public documents say comes first, so that no words of theirs run on into a value of the others."""
    return all(place.withheld for place in position.evidence)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(text: str, *, single: bool = True) -> Iterator[str]:
    """The runs of so many words of a text, and each `single` one."""
    words = _words(text)
    if single:
        yield from words
    for start in range(len(words) - _TELLING + 1):
        yield " ".join(words[start : start + _TELLING])
