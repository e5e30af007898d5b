"""A sentence that says what somebody or something is, taken apart: its subject, and the words that tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.claims.model import Mention, Word, Wording
from reconcile.lexicon import lexicon
from reconcile.matching.profiles import Profile, read_once_a_sentence
from reconcile.matching.wordings.titles import Title, title
from reconcile.text import Span

_LONGEST = 15  # words of a predicate noun with what describes it
_ENDING = {"ADP", "VERB", "AUX", "PRON", "SCONJ"}  # with these the noun phrase ends
_HYPHENS = {"-", "‐"}
_BESIDE = {"ADP", "PART"}  # a name after "of" or before "'s" is not what the sentence is about
_QUOTES = {'"', "“", "”", "'", "‘", "’"}
_NUMERAL = re.compile(r"[IVX]+")  # of a king
_NOW = {"is", "are", "'s", "’s", "has", "have"}
_BRACKETS = frozenset("()[]")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence taken apart: its subject, what stands in brackets, and what follows its verb.

    `complement` is what follows "is": the words up to the first preposition, verb or comma. `rest` is all that follows.
    """

    wording: Wording
    about: Mention | Word | Title
    title: str  # what the sentence calls its subject, where it begins with that
    denied: bool
    brackets: tuple[Word, ...]
    complement: tuple[Word, ...]
    rest: tuple[Word, ...]
    deed: tuple[Word, ...]
    predicate: tuple[Word, ...]  # its verb and all after it, with the word before

    @property
    def now(self) -> bool:
        """Whether the verb is of the present."""
        return any(w.text.lower() in _NOW for w in self.predicate[:2])

    @property
    def lying(self) -> tuple[Word, ...]:
        """The words from "lies" on, where that is the verb."""
        verbs = [i for i, w in enumerate(self.predicate[:2]) if w.lemma in cues("lying")]
        return self.predicate[verbs[0] :] if verbs else ()

    @property
    def had(self) -> tuple[Word, ...]:
        """What follows "has", where that is the verb."""
        verbs = [i for i, w in enumerate(self.predicate[:2]) if w.lemma == "have"]
        return tuple(_complement(self.predicate[verbs[0] + 1 :])) if verbs else ()


@read_once_a_sentence
def take_apart(profile: Profile) -> Told | None:
    """A claim's sentence taken apart; None where it is not about somebody or something named."""
    wording = profile.claim.wording
    words, brackets = _apart(wording.words)
    called = title(words)
    about = _subject(wording, words) or _general(words) or called
    if about is None:
        return None
    verb = _verb(words, about.span)
    after = words[verb + 1 :] if verb is not None and words[verb].lemma == "be" else ()
    denied = bool(after) and after[0].lemma in cues("denials")
    rest = after[1:] if denied else after
    return Told(
        wording=wording,
        about=about,
        title=called.key if called else "",
        denied=denied,
        brackets=brackets,
        complement=tuple(_complement(rest)),
        rest=rest,
        deed=_deed(words, verb),
        predicate=words[max(0, verb - 1) :] if verb is not None else (),
    )


@cache
def cues(section: str) -> frozenset[str]:
    """Words of a section of the lexicon of definitions."""
    return frozenset(lexicon("definitions")[section])


def _apart(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words outside brackets, and those inside."""
    if all(_BRACKETS.isdisjoint(w.text) for w in words):
        return tuple(words), ()
    outside: list[Word] = []
    inside: list[Word] = []
    depth = 0
    for word in words:
        depth += word.text.count("(") + word.text.count("[")
        (inside if depth > 0 else outside).append(word)
        depth = max(0, depth - word.text.count(")") - word.text.count("]"))
    return tuple(outside), tuple(inside)


def _subject(wording: Wording, words: Sequence[Word]) -> Mention | None:
    """The first name before the verb that is neither a possessor nor governed by a preposition."""
    verb = next((w.span.start for w in words if w.pos in {"AUX", "VERB"}), 0)
    for mention in wording.mentions:
        if mention.span.end <= verb and any(w.span.overlaps(mention.span) for w in words):
            before = [w for w in words if w.span.end <= mention.span.start][-1:]
            after = _after_name(wording, words, mention)
            if not any(w.pos in _BESIDE for w in (*before, *after[:1])):
                named = _surname(wording, after) or mention
                return named if named is not mention or _stands_alone(after) else None
    return None


def _after_name(wording: Wording, words: Sequence[Word], mention: Mention) -> list[Word]:
    """The words after a name, a king's number and what he is king of left out: "Olaf II of Norway"."""
    after = [w for w in words if w.span.start >= mention.span.end]
    after = after[1:] if after and _NUMERAL.fullmatch(after[0].text) else after
    after = after[2:] if [w.lemma for w in after[:2]] in (["and", bar] for bar in cues("bars")) else after
    is_first = not any(w.span.end <= mention.span.start and w.pos != "DET" for w in words)
    if is_first and after and after[0].text in {"of", "at"}:
        land = next((m for m in wording.mentions if m.span.start >= after[0].span.end), None)
        if land:
            after = [w for w in after if w.span.start >= land.span.end]
    return after


def _surname(wording: Wording, after: Sequence[Word]) -> Mention | None:
    """The rest of a name after a nickname in quotation marks, which stands for the whole."""
    marks = [i for i, w in enumerate(after[:5]) if w.text in _QUOTES]
    if len(marks) < 2 or marks[0] or len(after) <= marks[1] + 1:
        return None
    start = after[marks[1] + 1].span.start
    return next((m for m in wording.mentions if m.span.start == start and not m.pronoun), None)


def _general(words: Sequence[Word]) -> Word | None:
    """The one word that a sentence begins with, right before its verb: "Gin is a spirit"."""
    starts = [w for w in words if w.text.strip() and w.pos != "SPACE"][:2]
    fits = (
        len(starts) == 2 and starts[0].pos in {"NOUN", "PROPN", "VERB"} and starts[1].pos in {"AUX", "VERB"}
    )
    return starts[0] if fits and starts[0].text[0].isupper() else None


def _stands_alone(after: Sequence[Word]) -> bool:
    """Whether the name is the whole subject, and not part of a longer one: "the Brand museum", "Brand and Lind"."""
    return not any(
        w.pos in {"NOUN", "PROPN", "NUM"} or (w.pos == "CCONJ" and w.text != "or") for w in after[:1]
    )


def _verb(words: Sequence[Word], subject: Span) -> int | None:
    """Where the verb of the subject stands: after what is set beside it in commas ("Salt, played by Lea Holm, is").

    Of "has been" it is the second word.
    """
    after = [i for i, w in enumerate(words) if w.span.start >= subject.end]
    verbs = [i for i in after if words[i].pos in {"AUX", "VERB"} and not _is_helping(words[i])]
    commas = [i for i in after if words[i].text == ","]
    if commas and verbs and commas[0] < verbs[0]:
        closing = [i for i in verbs if i - 1 in commas[1:] and words[i].pos == "AUX"]
        verbs = closing or verbs
    return verbs[0] if verbs else None


def _is_helping(word: Word) -> bool:
    return word.pos == "AUX" and word.lemma == "have"


def _deed(words: Sequence[Word], verb: int | None) -> tuple[Word, ...]:
    """The words that tell what was done to the subject, or what it did without an object: "started in Bergen"."""
    if verb is None:
        return ()
    if words[verb].lemma == "be":
        return tuple(words[verb + 1 :])
    followed = [w.pos for w in words[verb + 1 : verb + 2]]
    return tuple(words[verb:]) if followed == ["ADP"] else ()


def _complement(rest: Sequence[Word]) -> Iterator[Word]:
    for i, word in enumerate(rest[:_LONGEST]):
        if word.pos in _ENDING and not _describes(rest, i):
            return
        if word.pos == "PUNCT" and word.text not in _HYPHENS:
            return
        yield word


def _describes(rest: Sequence[Word], i: int) -> bool:
    """Whether a verb form is part of a noun phrase: "an animated series", "a video-sharing website"."""
    beside = [*rest[max(0, i - 1) : i], *rest[i + 1 : i + 2]]
    hyphenated = any(w.text in _HYPHENS for w in beside)
    return rest[i].pos == "VERB" and (hyphenated or any(w.pos == "NOUN" for w in rest[i + 1 : i + 2]))
