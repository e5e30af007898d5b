"""What the adjectives of a definition tell: of which country its subject is, and in which language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claims.model import Word
from reconcile.facets.place import gazetteer
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.wordings.traits import Trait

NATIONALITY = "nationality"  # the slot
_HYPHENS = {"-", "‐"}


def nationality(complement: Sequence[Word]) -> Iterator[Trait]:
    """ "is a Danish painter": the adjective of a country; of a language it says nothing."""
    for i, word in enumerate(complement):
        following = {w.lemma for w in complement[i + 1 : i + 3]}
        hedged = any(
            w.lemma in lexicon("definitions")["hedged_adjectives"] for w in complement[max(0, i - 2) : i]
        )
        country = gazetteer().country_of(word.text) if gazetteer().is_nationality(word.text) else None
        if country and not hedged and not following.intersection(lexicon("definitions")["other_adjectives"]):
            yield Trait(NATIONALITY, Kind.PLACE, word.span, country, word.text)


def language(complement: Sequence[Word]) -> Iterator[Trait]:
    """ "a Spanish-language newspaper": the word before the hyphen."""
    for i, word in enumerate(complement[:-2]):
        if complement[i + 1].text in _HYPHENS and complement[i + 2].lemma == "language":
            yield Trait("language", Kind.NAME, word.span, word.text, word.text)
