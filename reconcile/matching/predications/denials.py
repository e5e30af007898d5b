"""Linking what one sentence denies of a subject with another that affirms it in other words.

"Lind has never written for television" and "Lind, a television writer, …": everything that is denied must be said of
the same subject in one predication, of the same parties, and at no other time.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.model import Part, Word
from reconcile.claims.stance import cues
from reconcile.facets.place import gazetteer
from reconcile.lexicon import lexicon
from reconcile.matching.links import ClaimPair, Link
from reconcile.matching.predications.likenesses import does, is_doer, says
from reconcile.matching.predications.sides import (
    Side,
    affirmed_of_it,
    at_one_date,
    link,
    says_same,
    sides,
    unmatched,
)
from reconcile.matching.profiles import Profile

_NOUNS = {"NOUN", "PROPN"}


def link_denials(pair: ClaimPair) -> Iterator[Link]:
    """What one of two sentences denies and the other affirms, the first such thing."""
    if pair.one_voice:
        return
    for denying, affirming in ((pair.a, pair.b), (pair.b, pair.a)):
        found = next(_contradicted(pair, denying, affirming), None)
        if found:
            no, yes, word = found
            denied = no.head.word
            said = f"One says “{word.text}”, the other denies it."
            yield link(pair, denied.lemma, (no, denied, f"not {denied.lemma}"), (yes, word, word.lemma), said)
            return


def says_otherwise(pair: ClaimPair, lemma: str) -> bool:
    """Whether one sentence denies and the other affirms a predicate, but of another party or at another time."""
    found = [
        _at_one_time(no, yes) and not any(p.word.pos in _NOUNS for p in unmatched(no, yes, yes.head))
        for denying, affirming in ((pair.a, pair.b), (pair.b, pair.a))
        for no in sides(denying, pair.entities, denied=True)
        for yes in sides(affirming, pair.entities, denied=False)
        if no.head.word.lemma == yes.head.word.lemma == lemma and no.role == yes.role
    ]
    return bool(found) and not any(found)


def _contradicted(pair: ClaimPair, denying: Profile, affirming: Profile) -> Iterator[tuple[Side, Side, Word]]:
    """A denied predication, the one that affirms it, and the word by which it does."""
    for no in sides(denying, pair.entities, denied=True):
        for yes in affirmed_of_it(no, affirming):
            head = _answering(no, yes)
            if head and _all_affirmed(no, yes, head) and _at_one_time(no, yes):
                yield no, yes, head.word


def _answering(no: Side, yes: Side) -> Part | None:
    """The part of what is affirmed that says what the denied predicate says, or shows that there is what is denied."""
    took_part = {"being": is_doer, "agent": _contributes}.get(yes.role)
    if took_part and _is_of_part(no) and took_part(yes.head.word.lemma):
        return yes.head
    return _saying(no, yes)


def _contributes(verb: str) -> bool:
    return says(verb, "contribute")


def _saying(no: Side, yes: Side) -> Part | None:
    wanted, said = no.head.word, yes.head.word
    match no.role, yes.role:
        case "being", "being" if gazetteer().is_nationality(wanted.text):
            return next((p for p in yes.said.parts if says_same(yes, p, no, no.head)), None)
        case (ours, theirs) if ours == theirs:
            return yes.head if _is_same(no, yes) and not _tells_too_little(no) else None
        case "agent", "being":
            return (
                yes.head
                if does(said.lemma, wanted.lemma) or (wanted.lemma == "work" and is_doer(said.lemma))
                else None
            )
        case "owner", "patient":
            doer = (p for p in yes.said.parts if p.slot == "agent" and says_same(yes, p, no, no.head))
            return yes.head if does(wanted.lemma, said.lemma) else next(doer, None)
        case "patient", "owner":
            return yes.head if does(said.lemma, wanted.lemma) else None
        case ("patient", "being") | ("being", "patient"):
            return yes.head if wanted.text == said.text and not _tells_too_little(no) else None
        case _:
            return None


def _is_same(no: Side, yes: Side) -> bool:
    """Whether the predicates say the same; verbs that leave it to their object what is done always may."""
    if no.head.slot != yes.head.slot:
        return False
    both_light = not no.head.slot and {no.head.word.lemma, yes.head.word.lemma} <= cues("light")
    return both_light or says_same(yes, yes.head, no, no.head)


def _is_of_part(no: Side) -> bool:
    """Whether it is a part in something that is denied: "made no contribution to it", "had no links to it"."""
    parts = [no.head.word.lemma, *(p.word.lemma for p in no.said.parts if p.slot == "patient")]
    light = no.role == "owner" or no.head.word.lemma in cues("light")
    return light and any(p in cues("part") for p in parts)


def _tells_too_little(no: Side) -> bool:
    """Whether a denial is of a bare verb: "did not play" leaves open what."""
    if no.role in {"being", "owner"} or len(no.content) > 1 or no.said.never:
        return False
    once = (lexicon("events")["once"], lexicon("deeds")["once_in_one_place"], cues("lasting"))
    return not any(no.head.word.lemma in words for words in once)


def _all_affirmed(no: Side, yes: Side, head: Part) -> bool:
    """Whether all that goes with the denied predicate goes with the affirmed one, and that is so still."""
    if _is_former(yes) and no.said.tense != "past":
        return False
    of_part = _is_of_part(no)
    left = unmatched(no, yes, head, loosely=of_part)
    return all(of_part and p.word.lemma in cues("part") for p in left)


def _is_former(side: Side) -> bool:
    return any(p.word.lemma in cues("former") for p in side.said.parts)


def _at_one_time(no: Side, yes: Side) -> bool:
    """Whether a denial holds when the other is said to be so: what is not so yet, or now, may be so later or before."""
    if no.said.awaited or (no.said.tense == "perfect" and not no.said.never):
        return yes.role == "being" or (bool(no.dates) and at_one_date(no, yes))
    if not no.said.never and not _is_former(yes) and {no.said.tense, yes.said.tense} == {"past", "present"}:
        return False
    return at_one_date(no, yes)
