"""The entities of one document: which of its names mean the same bearer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.agreement import Agreement
from reconcile.claims.mentions.kinds import Vote, elected
from reconcile.claims.mentions.vocabulary import words
from reconcile.claims.model import EntityKind, Mention
from reconcile.facets.name import Name, blocking_keys, name_agreement
from reconcile.facets.place import gazetteer


@dataclass(frozen=True, slots=True)
class Sighting:
    """One naming, with what tells of its kind, before it is known whom it means."""

    mention: Mention
    votes: tuple[Vote, ...]
    located: bool = False  # stands after "in", "near": a place, if the map knows it
    stands_for: Name | None = None  # the full name that introduced this acronym in brackets
    coupled: bool = False  # the "Tom" of "Tom and Susan Baker"
    of_body: bool = False  # the "Baker" of "the Baker paper mill"


@dataclass(slots=True)
class _Bearer:
    """Someone or something as far as it has been gathered."""

    names: list[Name] = field(default_factory=list)  # the full ones
    members: list[int] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)

    @property
    def kind(self) -> EntityKind:
        return elected(self.votes)


def cluster(sightings: Sequence[Sighting]) -> list[Mention]:
    """Number the entities: full names first, then the short forms that point at one of them."""
    bearers: list[_Bearer] = []
    index: dict[str, list[int]] = defaultdict(list)
    full = [n for n, s in enumerate(sightings) if _is_full(s.mention.name)]
    short = [n for n, s in enumerate(sightings) if not _is_full(s.mention.name)]
    for n in full:
        _take(n, sightings, bearers, index, _home_of_full(sightings[n], bearers, index))
    fixed = len(bearers)
    for n in short:
        _take(n, sightings, bearers, index, _home_of_short(sightings[n], sightings, bearers, index, fixed))
    return _numbered(sightings, bearers)


def _is_full(name: Name) -> bool:
    return len(_bare(name)) > 1


def _bare(name: Name) -> tuple[str, ...]:
    """The words of a name without the legal form of a firm."""
    kept = tuple(t for t in name.tokens if t.casefold().strip(".") not in words("legal_forms"))
    return kept or name.tokens


def _key(name: Name) -> str:
    """What makes two names the same: their words, a firm's legal form and capitals aside, and a Jr. or Sr."""
    return " ".join((*_bare(name), name.suffix)).casefold().strip()


def _take(
    n: int,
    sightings: Sequence[Sighting],
    bearers: list[_Bearer],
    index: dict[str, list[int]],
    home: int | None,
) -> None:
    sighting = sightings[n]
    if home is None:
        home = len(bearers)
        bearers.append(_Bearer())
    bearer, name = bearers[home], sighting.mention.name
    if _is_full(name) or not bearer.members or not any(map(_is_full, bearer.names)):
        bearer.votes.extend(sighting.votes)
    if not _is_called(bearer, _key(name)):
        bearer.names.append(name)
    for key in sorted({_key(name), *blocking_keys(name)}):
        if home not in index[key]:
            index[key].append(home)
    bearer.members.append(n)


def _candidates(name: Name, index: Mapping[str, list[int]]) -> list[int]:
    keys = {_key(name), *blocking_keys(name)}
    return sorted({home for key in keys for home in index.get(key, ())})


def _home_of_full(
    sighting: Sighting, bearers: Sequence[_Bearer], index: Mapping[str, list[int]]
) -> int | None:
    name = sighting.mention.name
    kind = elected(sighting.votes)
    return next((h for h in _candidates(name, index) if _one_bearer(name, kind, bearers[h])), None)


def _one_bearer(name: Name, kind: EntityKind, bearer: _Bearer) -> bool:
    longest = max(bearer.names, key=lambda n: len(n.tokens))
    if _is_called(bearer, _key(name)):
        return True
    if EntityKind.PLACE in {kind, bearer.kind}:
        return kind is bearer.kind and name_agreement(name, longest) is Agreement.VARIANT
    return name_agreement(name, longest) in {Agreement.AGREE, Agreement.VARIANT}


def _home_of_short(
    sighting: Sighting,
    sightings: Sequence[Sighting],
    bearers: Sequence[_Bearer],
    index: Mapping[str, list[int]],
    fixed: int,
) -> int | None:
    """The bearer of a surname, acronym or single name: the nearest before it that fits, else the first after."""
    if sighting.coupled:
        return None
    name = sighting.mention.name
    if sighting.stands_for:
        return next(
            (h for h, bearer in enumerate(bearers) if _is_called(bearer, _key(sighting.stands_for))), None
        )
    same = [h for h in _candidates(name, index) if h >= fixed and _is_called(bearers[h], _key(name))]
    is_place = _is_place(sighting)
    fitting = (
        []
        if is_place
        else [h for h in _candidates(name, index) if h < fixed and _is_short_for(name, bearers[h])]
    )
    if sighting.of_body:
        fitting = [h for h in fitting if bearers[h].kind is not EntityKind.PERSON]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return min(
            fitting, key=lambda h: _distance(sighting, [sightings[n].mention for n in bearers[h].members])
        )
    return next(
        (h for h in same if is_place == (bearers[h].kind is EntityKind.PLACE)), next(iter(same), None)
    )


def _is_called(bearer: _Bearer, key: str) -> bool:
    return any(key == _key(name) for name in bearer.names)


def _is_place(sighting: Sighting) -> bool:
    """Whether a single word names a place here: "in Washington" does, "Washington said" may be anyone."""
    name = sighting.mention.name.normal
    known = gazetteer()
    if known.is_nationality(name):
        return True
    return known.is_place(name) and (
        sighting.located or (known.is_country(name) and elected(sighting.votes) is EntityKind.PLACE)
    )


def _is_short_for(name: Name, bearer: _Bearer) -> bool:
    """Whether a word shortens a bearer's name: surname, given name, acronym, a firm's first word."""
    if bearer.kind is EntityKind.PLACE:
        return False
    if any(len(name.tokens) == 1 and name.normal == known.normal for known in bearer.names):
        return True
    return any(_is_full(known) and name_agreement(name, known) is Agreement.AGREE for known in bearer.names)


def _distance(sighting: Sighting, known: Sequence[Mention]) -> tuple[bool, int]:
    here = sighting.mention.span.start
    before = [m.span.start for m in known if m.span.start <= here]
    nearest = max(before) if before else min(m.span.start for m in known)
    return not before, abs(here - nearest)


def _numbered(sightings: Sequence[Sighting], bearers: Sequence[_Bearer]) -> list[Mention]:
    order = sorted(range(len(bearers)), key=lambda h: min(bearers[h].members))
    found: list[tuple[int, Mention]] = [
        (n, replace(sightings[n].mention, entity=number, kind=bearers[home].kind))
        for number, home in enumerate(order)
        for n in bearers[home].members
    ]
    return [mention for _, mention in sorted(found, key=lambda pair: pair[0])]
