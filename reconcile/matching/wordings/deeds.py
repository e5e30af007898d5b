"""What was done to the subject of a definition: "a film directed by Lea Holm", "was founded in 1951 in Bergen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.claims.model import EntityKind, Word, Wording
from reconcile.facets.period import Period
from reconcile.facets.place import read_place
from reconcile.findings import Kind
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import concepts
from reconcile.matching.wordings.traits import Trait

_JOINING = {"CCONJ", "PUNCT", "ADV"}  # may stand between two verbs of one phrase: "written and directed"


def deeds(wording: Wording, rest: Sequence[Word], fronted: Sequence[Period]) -> Iterator[Trait]:
    """Who did it, when and where, for each group of verbs that share what follows them.

    Args:
        wording: the sentence's.
        rest: its words after "is", or from its verb on.
        fronted: the dates before its subject, which belong to the first verb: "In 1951 the label was founded".
    """
    verbs: list[Word] = []
    first = next((w for w in rest if w.pos == "VERB"), None)
    if first and _slot(first.lemma):
        yield from (_when(_slot(first.lemma), date) for date in fronted)
    for i, word in enumerate(rest):
        if word.pos == "VERB":
            verbs.append(word)
        elif verbs and word.pos not in _JOINING:
            until = next(
                (w.span.start for w in rest[i:] if w.pos in {"VERB", "AUX", "PRON", "SCONJ"}),
                rest[-1].span.end,
            )
            for verb in verbs:
                yield from _of(wording, verb, rest[i:], until)
            verbs = []


def _of(wording: Wording, verb: Word, after: Sequence[Word], until: int) -> Iterator[Trait]:
    for i, word in enumerate(after):
        if word.pos == "ADP" and word.span.end <= until:
            end = next((w.span.start for w in after[i + 1 :] if w.pos == "ADP"), until)
            yield from _after(wording, verb, word, min(end, until))


def _after(wording: Wording, verb: Word, preposition: Word, end: int) -> Iterator[Trait]:
    """What the preposition introduces."""
    start, slot = preposition.span.end, _slot(verb.lemma)
    if not slot:
        return
    for value in wording.values:
        if isinstance(value, Period) and start - len("between ") <= value.span.start < end:
            yield _when(slot, value)
    for mention in wording.mentions:
        if mention.pronoun or not start <= mention.span.start < end:
            continue
        place = read_place(mention.name.normal)
        if preposition.text.lower() in {"in", "at", "from"} and place and mention.kind is EntityKind.PLACE:
            yield Trait(f"{slot} where", Kind.PLACE, mention.span, place, place.normal)
        elif preposition.text.lower() == "by" and verb.lemma in lexicon("deeds")["one_doer"]:
            yield Trait(f"{slot} by", Kind.NAME, mention.span, mention.name, mention.name.normal)


def _when(slot: str, date: Period) -> Trait:
    return Trait(f"{slot} when", Kind.DATE, date.span, date, date.normal)


@cache
def _slot(verb: str) -> str:
    """The name under which like deeds compare: of those that happen once the smallest synonym, else the verb itself."""
    if verb in lexicon("deeds")["one_doer"]:
        return verb
    once = sorted(
        w for w in lexicon("polarity")["defining"]["once"] if not concepts(w).isdisjoint(concepts(verb))
    )
    return once[0] if once else ""
