"""What backs the dates and figures of a document, gathered while claims are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from reconcile.claims.model import Extraction, FacetValue
from reconcile.coverage import Passage
from reconcile.facets.period import Period
from reconcile.facets.polarity import Modality
from reconcile.findings import Kind
from reconcile.matching.candidates import Candidate
from reconcile.matching.entities import Entities
from reconcile.matching.identity import one_event
from reconcile.matching.links import ClaimPair
from reconcile.matching.profiles import Profile
from reconcile.matching.stories import Stories
from reconcile.matching.support.checkable import checkable_names, checkable_values, stated
from reconcile.matching.support.values import rarity, supports
from reconcile.text import Span

Backers = Mapping[str, Collection[str]]
"""For each document whose details are looked for, those that may support them."""


class Backing:
    """Told of all pairs of claims that are compared, keeps what one side supports of the other.

    `claims` holds what each document asked about states itself.
    """

    def __init__(
        self,
        extractions: Iterable[Extraction],
        profiles: Sequence[Profile],
        entities: Entities,
        stories: Stories,
        backers: Backers,
    ) -> None:
        self.backers = backers
        self.claims = {x.document: stated(x) for x in extractions if x.document in backers}
        self._numbers = {(document, c.number) for document, claims in self.claims.items() for c in claims}
        self._profiles = profiles
        self._entities = entities
        self._stories = stories
        self._passages: dict[tuple[str, Span], dict[str, tuple[float, Passage]]] = defaultdict(dict)
        self._retold: set[tuple[str, int]] = set()

    def heeding(self, pairs: Iterable[Candidate]) -> Iterator[Candidate]:
        """The same pairs, each looked at on its way; before them those of one story that hold one value."""
        for ours, theirs in self._sharing():
            self._look(ours, theirs, 0.0)
        for i, j, cosine in pairs:
            a, b = self._profiles[i], self._profiles[j]
            self._look(a, b, cosine)
            self._look(b, a, cosine)
            yield i, j, cosine

    def _sharing(self) -> Iterator[tuple[Profile, Profile]]:
        """Claims that hold one value in whatever words, where it is a rare one or the documents tell one story."""
        holding: dict[Hashable, list[Profile]] = defaultdict(list)
        rare: dict[Hashable, bool] = {}
        for profile in self._profiles:
            for bound in (*profile.claim.periods, *profile.claim.quantities):
                holding[_exact(bound.value)].append(profile)
                rare[_exact(bound.value)] = rarity(profile, bound.value) > 0
        for value, members in holding.items():
            for ours, theirs in permutations(members, 2):
                documents = ours.claim.document, theirs.claim.document
                may_back = documents[1] in self.backers.get(documents[0], ())
                if may_back and (rare[value] or self._stories.are_one(*documents)):
                    yield ours, theirs

    def of(self, document: str, span: Span) -> tuple[Passage, ...]:
        """Where others have a date or a figure: the nearest passage of each document."""
        found = self._passages.get((document, span), {})
        return tuple(found[other][1] for other in sorted(found))

    def is_retold(self, document: str, number: int) -> bool:
        """Whether another document tells of the event of a claim and names all whom the claim names."""
        return (document, number) in self._retold

    def _look(self, ours: Profile, theirs: Profile, cosine: float) -> None:
        a, b = ours.claim, theirs.claim
        if b.document not in self.backers.get(a.document, ()) or (a.document, a.number) not in self._numbers:
            return
        if b.denial or b.modality not in {a.modality, Modality.ASSERTED} or a.negated is not b.negated:
            return
        pair = ClaimPair(ours, theirs, cosine, self._entities, self._stories)
        for x in checkable_values(a):
            for y in (*b.periods, *b.quantities):
                if supports(pair, x, y):
                    self._keep((a.document, x.span), Passage(b.document, y.span, b.sentence), cosine)
        named = {entity.number for _, entity in checkable_names(a, self._entities)}
        if named <= theirs.around and one_event(pair, Kind.SUPPORT):
            self._retold.add((a.document, a.number))

    def _keep(self, place: tuple[str, Span], passage: Passage, cosine: float) -> None:
        known = self._passages[place].get(passage.document)
        if known is None or (-cosine, passage.span) < (-known[0], known[1].span):
            self._passages[place][passage.document] = (cosine, passage)


def _exact(value: FacetValue) -> Hashable:
    """What two values have in common that are the same to the digit, or to the day."""
    if isinstance(value, Period):
        return value.stated
    return value.dimension, f"{value.stated:.6g}"
