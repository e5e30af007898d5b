"""Stories: documents that tell of the same people and bodies, and the events that each of them tells of once.

Within one story an event is known by what happens and to what, although another account names nobody in the
sentence and takes another verb: "The picture was stolen in 1998", "the panel vanished from the museum in 1989".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

import numpy as np

from reconcile.agreement import Agreement
from reconcile.claims.model import EntityKind, FacetValue, Participant
from reconcile.facets.quantity import Quantity, shape
from reconcile.lexicon import by_word, lexicon
from reconcile.matching.entities import Entities, Entity
from reconcile.matching.feats import feats
from reconcile.matching.outcomes import outcomes
from reconcile.matching.pairs import Pairs, ends, gathered
from reconcile.matching.postings import Postings
from reconcile.matching.profiles import Profile, alike, are_of_kind, days, read_once
from reconcile.matching.questions import Accounts, Answer, answers, compare_bearers
from reconcile.matching.vetoes import at_other_times, elsewhere

_SHARED = 2  # distinctive names from which two documents tell one story
_SHARED_ACTING = 2  # people or bodies from which they do
_ACTING = {EntityKind.PERSON, EntityKind.ORGANISATION}


class Stories:
    """Which documents of a run tell one story, and which of their claims are the only one of their sort."""

    def __init__(self, profiles: Sequence[Profile], entities: Entities) -> None:
        self._entities = entities
        self._profiles = profiles
        self._accounts = Accounts(((p, answer) for p in profiles for answer in answers(p)), entities)
        self._named: dict[str, set[int]] = defaultdict(set)
        self._told: dict[tuple[str, str], list[Profile]] = defaultdict(list)
        self._ended: dict[tuple[str, str], list[Profile]] = defaultdict(list)
        self._credited: dict[tuple[str, str], list[Profile]] = defaultdict(list)
        self._one: dict[tuple[str, str], bool] = {}  # asked for each pair of claims
        self._figures = {
            (p.claim.document, v.stated)
            for p in profiles
            for v in p.claim.wording.values
            if isinstance(v, Quantity)
        }
        for profile in profiles:
            self._named[profile.claim.document] |= profile.around
            for family in families(profile):
                self._told[profile.claim.document, family].append(profile)
            for outcome in outcomes(profile):
                self._ended[profile.claim.document, outcome.matter].append(profile)
            for feat in feats(profile):
                self._credited[profile.claim.document, feat.name].append(profile)
        self._near = self._neighbours()

    def are_one(self, a: str, b: str) -> bool:
        """Whether two documents name several of the same, people or bodies among them.

        Where they share a single name, a third document that shares enough with either stands between them.
        """
        pair = (a, b) if a < b else (b, a)
        try:
            return self._one[pair]
        except KeyError:
            found = self._one[pair] = b in self._near[a] or self._are_linked(*pair)
            return found

    def are_of_one(self, a: Profile, b: Profile) -> bool:
        """Whether the documents of two claims tell one story, or their sentences give one day and one name."""
        if self.are_one(a.claim.document, b.claim.document):
            return True
        names = self._entities.by_number
        return not days(a).isdisjoint(days(b)) and any(names[n].distinctive for n in a.around & b.around)

    def _are_linked(self, a: str, b: str) -> bool:
        return not self._near[a].isdisjoint(self._near[b]) and bool(self._telling(a, b))

    def _telling(self, a: str, b: str) -> list[Entity]:
        shared = (self._entities.by_number[n] for n in self._named[a] & self._named[b])
        return [e for e in shared if e.distinctive]

    def _share_enough(self, a: str, b: str) -> bool:
        telling = self._telling(a, b)
        acting = [e for e in telling if e.kind in _ACTING]
        return len(acting) >= _SHARED_ACTING or (bool(acting) and len(telling) >= _SHARED)

    def kindred(self) -> Pairs:
        """Pairs of claims, by index, that in one story tell of one sort of event, or answer one question or matter."""
        members: dict[str, dict[str, list[int]]] = {document: defaultdict(list) for document in self._named}
        for i, profile in enumerate(self._profiles):
            for sort in _sorts(profile):
                members[profile.claim.document][sort].append(i)
        return gathered(
            pair
            for a, b in self._of_one_story()
            for sort in members[a].keys() & members[b].keys()
            for pair in product(members[a][sort], members[b][sort])
        )

    def _of_one_story(self) -> Iterator[tuple[str, str]]:
        """Pairs of documents: of each, those that share enough with it, and those that a third one links to it."""
        for a, near in sorted(self._near.items()):
            around = near.union(*(self._near[c] for c in near))
            yield from ((a, b) for b in sorted(around) if a < b and self.are_one(a, b))

    def _neighbours(self) -> dict[str, set[str]]:
        """For each document those that share enough with it, found by the people and bodies that both name."""
        documents = sorted(self._named)
        entries = [
            (i, n)
            for i, document in enumerate(documents)
            for n in self._named[document]
            if self._entities.by_number[n].kind in _ACTING
        ]
        numbers, keys = np.array(entries, dtype=np.int64).reshape(-1, 2).T
        found: dict[str, set[str]] = {document: set() for document in documents}
        for i, j in zip(*ends(Postings(numbers, keys, len(documents)).pairs(0, len(documents))), strict=True):
            a, b = documents[i], documents[j]
            if self._share_enough(a, b):
                found[a].add(b)
                found[b].add(a)
        return found

    def telling(self, document: str, matter: str) -> Sequence[Profile]:
        """The claims of a document that tell how a matter ended."""
        return self._ended.get((document, matter), ())

    def crediting(self, document: str, feat: str) -> Sequence[Profile]:
        """The claims of a document that say who did a feat."""
        return self._credited.get((document, feat), ())

    def gives(self, document: str, value: FacetValue) -> bool:
        """Whether a document holds a figure, in whatever unit."""
        return isinstance(value, Quantity) and (document, value.stated) in self._figures

    def answer_once(self, a: Profile, x: Answer, b: Profile, y: Answer) -> bool:
        """Whether two documents of one story answer a question in one way each, for one bearer as far as is known."""
        if not self.are_of_one(a, b):
            return False
        found = compare_bearers(a, x.bearer, b, y.bearer, self._entities)
        if x.is_shared:
            known = found is not Agreement.DIFFER or not (x.bearer.mention and y.bearer.mention)
        else:
            known = found is Agreement.AGREE or (found is Agreement.UNKNOWN and x.may_be_anyones)
        shown = found is Agreement.AGREE and not x.is_shared
        return known and all(self._accounts.is_one(p, v, shown=shown) for p, v in ((a, x), (b, y)))

    def tell_alike(self, a: Profile, b: Profile) -> bool:
        """Whether two claims tell of what happens once in either document, and to what may be the same."""
        shared = families(a) & families(b)
        if not shared or not self.are_of_one(a, b) or not fit(a, b):
            return False
        return any(self._is_lone(a, family) and self._is_lone(b, family) for family in shared)

    def _is_lone(self, profile: Profile, family: str) -> bool:
        """Whether all that its document tells of the sort may be this one event."""
        others = self._told[profile.claim.document, family]
        return not any(
            self._are_apart(profile, other) for other in others if other is not profile and not other.heading
        )

    def _are_apart(self, a: Profile, b: Profile) -> bool:
        return not fit(a, b) or at_other_times(a, b) or elsewhere(a, b, self._entities)


def _sorts(profile: Profile) -> Iterator[str]:
    """What makes a claim kindred to others of its story: its event, what it answers, settles or
    credits, the digits of its figures."""
    yield from families(profile)
    yield from (f"?{answer.question}" for answer in answers(profile))
    yield from (f"!{outcome.matter}" for outcome in outcomes(profile))
    yield from (f"+{feat.name}" for feat in feats(profile))
    figures = (b.value for b in profile.claim.quantities)
    yield from {f"#{shape(v)}" for v in figures if isinstance(v, Quantity) and shape(v)}


@cache
def _akin() -> Mapping[str, frozenset[str]]:
    """For each word, the families of events that it stands in, by their first words."""
    return by_word((group[0], group) for group in lexicon("events")["akin"])


@read_once
def families(profile: Profile) -> frozenset[str]:
    """The families of events that a claim's predicate may belong to; who "touched minus 54C" touched nothing."""
    if _is_measured(profile):
        return frozenset()
    return frozenset().union(*(_akin().get(deed, frozenset()) for deed in profile.deeds))


def _is_measured(profile: Profile) -> bool:
    """Whether what a verb is done to is a measure: a temperature, a height, a speed; money changes hands."""
    patients = (p for p in profile.claim.participants if p.slot == "patient")
    figures = (figure for p in patients for figure in _figures(profile, p))
    return any(figure.unit and not figure.dimension.startswith("money") for figure in figures)


def _figures(profile: Profile, participant: Participant) -> Iterator[Quantity]:
    """The figures that stand for a participant: "touched minus 54C", "fetched 9 million euros"."""
    for bound in profile.claim.quantities:
        if isinstance(bound.value, Quantity) and participant.span.overlaps(bound.span):
            yield bound.value


def are_akin(a: Profile, b: Profile) -> bool:
    """Whether two claims tell under words of one family what happened to one named thing: "sank", "went down"."""
    if families(a).isdisjoint(families(b)):
        return False
    return not undergone(a).isdisjoint(undergone(b))


def befall_one(a: Profile, b: Profile) -> bool:
    """Whether what two claims tell happens to one named thing, or to one common noun in sentences that share a name."""
    if not undergone(a).isdisjoint(undergone(b)):
        return True
    pairs = list(product(_affected(a), _affected(b)))
    if any({x.head, y.head} & _anybody() for x, y in pairs):
        return True
    return bool(a.around & b.around) and any(
        x.span not in a.things and y.span not in b.things and alike(x.head, y.head) for x, y in pairs
    )


def befall_of_kind(a: Profile, b: Profile) -> bool:
    """Whether what two claims tell happens to what nouns of one sort are used of: "the factory", "the plant"."""
    return any(are_of_kind(x.head, y.head) for x, y in product(_affected(a), _affected(b)))


@read_once
def undergone(profile: Profile) -> frozenset[int]:
    """The entities that a claim tells something to happen to."""
    return frozenset(profile.things[p.span] for p in _affected(profile) if p.span in profile.things)


def fit(a: Profile, b: Profile) -> bool:
    """Whether what one event is told of may be what the other is told of: nothing known of both is unlike."""
    pairs = list(product(_affected(a), _affected(b)))
    return not pairs or any(_may_be_one(a, x, b, y) for x, y in pairs)


def _affected(profile: Profile) -> list[Participant]:
    """What something happens to: the patient, that of "bit into rock", or the agent of what is done to nobody: "sank",
    "left Cebu". A sum is nothing that is done to: "fetched 9 million euros"."""
    found = profile.claim.participants
    patients = [p for p in found if p.slot == "patient" and p.head not in profile.deeds and not _is_place(p)]
    patients = [p for p in patients if not any(figure.dimension for figure in _figures(profile, p))]
    reached = [p for p in found if f"{profile.predicate} {p.slot}" in _akin()]
    return patients or reached or [p for p in found if p.slot == "agent"]


def _is_place(participant: Participant) -> bool:
    """Whether it is only where something happens: "left Cebu"."""
    return participant.mention is not None and participant.mention.kind is EntityKind.PLACE


@cache
def _anybody() -> frozenset[str]:
    return frozenset(lexicon("stance")["nobody"]) | frozenset(lexicon("stance")["anybody"])


def _may_be_one(a: Profile, x: Participant, b: Profile, y: Participant) -> bool:
    ours, theirs = a.things.get(x.span), b.things.get(y.span)
    if ours is not None and theirs is not None:
        return ours == theirs
    if ours is not None or theirs is not None or x.pronoun or y.pronoun:
        return True
    if {x.head, y.head} & _anybody() or {x.head, y.head} <= set(lexicon("deeds")["people"]):
        return True
    return alike(x.head, y.head) or are_of_kind(x.head, y.head)
