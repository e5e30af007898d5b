"""Figures that answer a question: by the noun they count, the deed that governs them, or the words beside them."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.model import BoundValue
from reconcile.facets.period import Period
from reconcile.facets.polarity import Modality
from reconcile.facets.quantity import Quantity
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer, Bearer, asked
from reconcile.matching.questions.bearers import bearer, described
from reconcile.matching.questions.phrases import before, behind, cued, told_before, told_behind, told_by_deeds

_LATELY = 60  # days before publication, beyond which what an article dates is not its news
_PASSED = {"DET", "ADV"}  # between a figure and the phrase before it: "a capacity of some 900"
_MONEY = "money"
_PEOPLE = "people"


def figures(profile: Profile) -> Iterator[Answer]:
    """The questions that a claim's figures answer; parts of a whole answer none."""
    of_old = is_of_old(profile)
    for bound in profile.claim.quantities:
        for question in () if bound.part or _is_rest(profile, bound) else sorted(_asked(profile, bound)):
            if not of_old or "of" in asked(question):
                yield _answer(profile, bound, _awaited(profile, question))


def _is_rest(profile: Profile, bound: BoundValue) -> bool:
    """Whether a figure comes on top of another: "another 25 firefighters", "two other children"."""
    beside = [*before(profile, bound.span)[-1:], *behind(profile, bound.span)[:1]]
    return any(word.text.lower() in lexicon("events")["rest_cues"] for word in beside)


def _awaited(profile: Profile, question: str) -> str:
    """What a figure answers that is not reached: what a painting may fetch is what somebody thinks it worth."""
    other: str = asked(question).get("awaited", question)
    return question if profile.claim.modality is Modality.ASSERTED else other


def _answer(profile: Profile, bound: BoundValue, question: str) -> Answer:
    entry = asked(question)
    owner = Bearer()
    if "of" in entry:
        measured = bound.head in entry.get("things", ())
        owner = described(profile, bound) if measured else bearer(profile, bound.span, entry.get("nouns", ()))
    return Answer(entry.get("answers", question), bound.value, bound.span, owner, bound)


def is_of_old(profile: Profile) -> bool:
    """Whether a claim's sentence is dated long before its document: what an article recalls is not its story."""
    dates = (v.stated.latest or v.latest for v in profile.claim.wording.values if isinstance(v, Period))
    day = profile.published
    return day is not None and any(last is not None and (day - last).days > _LATELY for last in dates)


def _asked(profile: Profile, bound: BoundValue) -> frozenset[str]:
    """The questions that a figure answers: by its noun, by the words around it, or by the deed that governs it."""
    if is_rate(bound) or not {bound.head, *bound.path}.isdisjoint(lexicon("questions")["wished"]):
        return frozenset()
    found = cued("nouns").get(bound.head, frozenset()) | cued("deeds").get(bound.head, frozenset())
    found = found.union(*(cued("beside").get(word, frozenset()) for word in _behind(bound)))
    found |= cued("things").get(bound.head, frozenset()) | told_before(before(profile, bound.span, _PASSED))
    after = behind(profile, bound.span)
    found |= told_behind(after) | told_behind(after[1:] if after and after[0].lemma == bound.head else ())
    if governs(profile, bound):
        found |= told_by_deeds(profile)
    return frozenset(filter(None, (_as_counted(profile, bound, question) for question in found)))


def _as_counted(profile: Profile, bound: BoundValue, question: str) -> str:
    """The question, if the figure is of what it asks for; of traders how many traders were killed."""
    if _counts(profile, bound, question):
        return question
    some = asked(question).get("asks") == _PEOPLE and bound.head in lexicon("mentions")["people"]
    return f"{question}: {bound.head}" if some and not _measured(bound) else ""


def _measured(bound: BoundValue) -> bool:
    return not isinstance(bound.value, Quantity) or bool(bound.value.dimension or bound.value.unit)


def governs(profile: Profile, bound: BoundValue) -> bool:
    """Whether a value hangs on the claim's deed; of "took off" it hangs on the verb."""
    return not {profile.predicate, profile.predicate.split()[0]}.isdisjoint({bound.head, *bound.path})


def is_rate(bound: BoundValue) -> bool:
    """Whether a figure is so many for each of something: "300 passengers a day", "8 dollars a share"."""
    return not bound.modifiers.union(_behind(bound)).isdisjoint(lexicon("questions")["each"])


def _behind(bound: BoundValue) -> list[str]:
    """The word right behind a figure and what it counts, if any."""
    return [word for word in bound.right if word != bound.head][:1]


def _counts(profile: Profile, bound: BoundValue, question: str) -> bool:
    """Whether a figure is of what a question asks for; of "detained six" the verb is all that it hangs on."""
    wanted: str = asked(question).get("asks", "")
    value = bound.value
    assert isinstance(value, Quantity)
    if value.dimension or value.unit:
        return value.dimension.partition(":")[0] == wanted
    if wanted == _MONEY:
        return value.may_be_sum and bound.head == profile.predicate
    nouns = lexicon("questions")["counts"].get(wanted, ())
    return bound.head in nouns or (bool(nouns) and bound.head == profile.predicate)
