"""A sentence as it is laid beside many others: its items, and what bounds from above how much of it may align."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile, concepts, read_once_a_sentence
from reconcile.matching.wordings.items import Figure, Item, Named, Token, items


@dataclass(frozen=True, eq=False)  # each is itself alone, so that it may be a key
class Sentence:
    """The items of one sentence of a run."""

    items: Sequence[Item]

    @cached_property
    def content(self) -> Counter[str]:
        """Its content words, with how often each stands in it."""
        return Counter(x.lemma for x in self.items if isinstance(x, Token) and x.content)

    @cached_property
    def length(self) -> int:
        """How many content words it has."""
        return self.content.total()

    @cached_property
    def answering(self) -> frozenset[str]:
        """All by which a content word of another sentence may be aligned with one of this."""
        words = (x.lemma for x in self.items if isinstance(x, Token))
        return frozenset(words).union(*(concepts(lemma) for lemma in self.content))

    @cached_property
    def named(self) -> Counter[int]:
        """The entities that it names, with how often it does."""
        return Counter(x.entity.number for x in self.items if isinstance(x, Named))

    @cached_property
    def telling(self) -> frozenset[int]:
        """The entities among them that few others could be taken for."""
        return frozenset(x.entity.number for x in self.items if isinstance(x, Named) and x.entity.distinctive)

    @cached_property
    def figures(self) -> int:
        """How many values it gives."""
        return sum(isinstance(x, Figure) for x in self.items)

    def overlap(self, other: Sentence) -> float:
        """The share of the shorter sentence's content words that the other has, in any order."""
        shared = self.content.keys() & other.content.keys()
        common = sum(min(self.content[lemma], other.content[lemma]) for lemma in shared)
        return common / max(1, min(self.length, other.length))

    def most_covered(self, other: Sentence) -> float:
        """No less than the share of its content words that any alignment with the other covers."""
        known = other.answering
        covered = sum(n for lemma, n in self.content.items() if not concepts(lemma).isdisjoint(known))
        return covered / self.length if self.length else 0.0

    def most_wholes(self, other: Sentence) -> int:
        """No less than the names and values that any alignment with the other covers."""
        return (self.named & other.named).total() + min(self.figures, other.figures)

    def names_others(self, other: Sentence) -> bool:
        """Whether each names someone or something that the other does not."""
        return bool(self.named.keys() - other.named.keys()) and bool(other.named.keys() - self.named.keys())


@read_once_a_sentence
def sentence(profile: Profile, entities: Entities) -> Sentence:
    """The sentence of a claim, one and the same for all its claims."""
    return Sentence(items(profile, entities))
