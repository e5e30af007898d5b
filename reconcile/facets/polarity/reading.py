"""Reading the polarity of a clause: find the cues, find the predicate, let the cues before it decide."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reconcile.facets.polarity.cues import Cue, cues_in, is_filler
from reconcile.facets.polarity.value import Modality, Polarity
from reconcile.facets.polarity.words import Token, event_words, known_words, tokens_of, verbs
from reconcile.lexicon import lexicon
from reconcile.text import Span

_OBJECT = 2  # so many words after the predicate a negator still negates it: "reported no injuries"


def read_polarity(text: str) -> Polarity | None:
    """The polarity of the first main clause; None where there is neither a predicate nor a cue."""
    tokens = tokens_of(text)
    clause = _Clause(tokens, cues_in(tokens))
    head = clause.head()
    decisive = [cue for cue in clause.cues if cue.meaning.decides and clause.applies(cue, head)]
    if head is None and not decisive:
        return None
    words = _predicate(tokens, head) if head is not None else ()
    shown = _first_run(tokens, decisive) if decisive else words
    span = Span(shown[0].span.start, shown[-1].span.end)
    predicate = " ".join(token.lemma for token in words)
    asked = tokens[-1].word == "?"
    return Polarity(span, span.of(text), _negated(decisive), _modality(decisive, asked), predicate)


def _first_run(tokens: Sequence[Token], cues: Sequence[Cue]) -> Sequence[Token]:
    """The first cue with those that follow it at once: "will not", "did not fail to"."""
    end = cues[0].end
    for cue in cues[1:]:
        end = cue.end if cue.start <= end + 1 else end
    return tokens[cues[0].start : end]


def _negated(cues: Sequence[Cue]) -> bool:
    """Two negators of one clause ("neither … nor") are one negation; "did not fail to" is none."""
    negated = any(cue.meaning.negates for cue in cues)
    return negated ^ (sum(cue.meaning.reverses for cue in cues) % 2 == 1)


def _modality(cues: Sequence[Cue], asked: bool) -> Modality:
    """The first that leaves something open: what it governs comes after it."""
    opened = [cue.meaning.modality for cue in cues if cue.meaning.modality is not Modality.ASSERTED]
    return opened[0] if opened else Modality.QUESTION if asked else Modality.ASSERTED


class _Clause:
    """The words of a text with its cues, and which of them belong to the main clause."""

    def __init__(self, tokens: Sequence[Token], cues: Sequence[Cue]) -> None:
        self.tokens = tokens
        self.cues = cues
        self._cue_at = {index: cue for cue in cues for index in range(cue.start, cue.end)}
        beside = _beside(tokens)
        self._main = [index for index in range(len(tokens)) if index not in beside]

    def head(self) -> int | None:
        """The predicate: the first verb, else the first word for an event, else what a cue ends with."""
        free = [index for index in self._main if index not in self._cue_at]
        verb = self._first_verb(free)
        if verb is not None:
            return self._object(verb, free) or verb
        named = (index for index in free if self.tokens[index].lemma in event_words())
        last = self.cues[-1].end - 1 if self.cues else None
        return next(named, next((index for index in free if self._may_be_verb(index)), last))

    def _object(self, verb: int, free: Sequence[int]) -> int | None:
        """What names the event where the verb does not: "made a loss", "had no plans to close"."""
        if self.tokens[verb].lemma not in _words("light"):
            return None
        near = range(verb + 1, verb + 2 + _OBJECT)
        opened = (self._cue_at[at] for at in near if at in self._cue_at)
        plan = next((cue for cue in opened if cue.meaning.modality is Modality.PLANNED), None)
        if plan:
            return self._first_verb([index for index in free if index >= plan.end])
        return next((at for at in free if at in near and self.tokens[at].lemma in event_words()), None)

    def _may_be_verb(self, index: int) -> bool:
        """A word in -s after a noun, in a text that has no surer verb: "smoking causes cancer"."""
        token = self.tokens[index]
        before = self._before(index)
        third_person = token.word.endswith("s") and token.word != token.lemma and not token.capital
        return third_person and before is not None and before.word not in _words("determiners")

    def applies(self, cue: Cue, head: int | None) -> bool:
        """Whether a cue concerns the predicate."""
        if cue.meaning.trails or head is None:
            return True
        if cue.start > head:
            between = self.tokens[head + 1 : cue.start]
            return cue.meaning.negates and len(between) < _OBJECT and not any(t.word in ",;" for t in between)
        return cue.start in self._main and not self._parted(cue.end, head)

    def _parted(self, start: int, end: int) -> bool:
        """Whether another main clause begins in between: "It is not new, but it has been released"."""
        words = [token.word for token in self.tokens[max(0, start - 1) : end]]
        return any(word in _words("joining") and before == "," for before, word in pairwise(words))

    def _first_verb(self, free: Sequence[int]) -> int | None:
        passing = 0  # verbs of relative clauses without a comma: "the man who stole it was arrested"
        for index in free:
            if self.tokens[index].word in _words("relatives"):
                passing += 1
            elif self._is_verb(index):
                if not passing:
                    return index
                passing -= 1
        return None

    def _is_verb(self, index: int) -> bool:
        token = self.tokens[index]
        if token.lemma in _words("auxiliaries"):
            return token.lemma in ("be", "have", "do") and self._stands_alone(index)
        if is_filler(token) or not token.word[0].isalpha() or (token.capital and index):
            return False
        before = self._before(index)
        if before is not None and (self._calls_for_verb(before) or self._denied(index)):
            return token.word not in _words("determiners")
        if before is not None and before.word in _words("determiners"):
            return False
        if token.inflected:
            return token.lemma in known_words() or token.word.endswith("ed")
        return token.lemma in verbs() and not token.word.endswith("ing") and self._goes_on(index)

    def _stands_alone(self, index: int) -> bool:
        """An auxiliary that is the verb itself: "is a bridge", "had no director", "have doubts"."""
        after = self._after(index)
        if after is None or after.word in _words("determiners") or not after.word[0].isalpha():
            return index > 0
        if index and self.tokens[index - 1].word in _words("existential"):
            return self.tokens[index].lemma == "be"
        participle = after.inflected or after.lemma in verbs() or after.lemma in _words("auxiliaries")
        return self.tokens[index].lemma == "have" and not participle

    def _calls_for_verb(self, token: Token) -> bool:
        return token.lemma in _words("auxiliaries") or token.word == "to"

    def _denied(self, index: int) -> bool:
        """Straight after "never" stands a verb, whatever it looks like; so does an -ing form after a cue."""
        gerund = self.tokens[index].word.endswith("ing") and index - 1 in self._cue_at
        return gerund or self.tokens[index - 1].word in _words("before verbs")

    def _goes_on(self, index: int) -> bool:
        """A word that may be noun or verb is a noun where the real verb, or "of", comes next."""
        after = self._after(index)
        return after is None or not (
            after.word == "of" or after.inflected or after.lemma in _words("auxiliaries")
        )

    def _before(self, index: int) -> Token | None:
        """The word before, past adverbs and negations."""
        for at in range(index - 1, -1, -1):
            if not self._passable(at):
                return self.tokens[at]
        return None

    def _after(self, index: int) -> Token | None:
        return next(
            (self.tokens[at] for at in range(index + 1, len(self.tokens)) if not self._passable(at)), None
        )

    def _passable(self, at: int) -> bool:
        token = self.tokens[at]
        return token.word in _words("negating adverbs") or (
            is_filler(token) and token.lemma not in _words("auxiliaries")
        )


def _beside(tokens: Sequence[Token]) -> frozenset[int]:
    """The words beside the main clause: in brackets, or from "after", "who" … to the next comma."""
    beside: set[int] = set()
    opened, brackets = False, 0
    for index, token in enumerate(tokens):
        brackets = max(0, brackets + (token.word in "([") - (token.word in ")]"))
        if index == 0 or tokens[index - 1].word == ",":
            opened = token.word in _words("subordinators") and _closes(tokens, index)
        if opened or brackets:
            beside.add(index)
    return frozenset(beside)


def _closes(tokens: Sequence[Token], index: int) -> bool:
    """At the start of a text a side clause ends with a comma, or it is all there is to read."""
    return index > 0 or any(token.word == "," for token in tokens)


def _predicate(tokens: Sequence[Token], head: int) -> Sequence[Token]:
    """The predicate with its particle, where the lexicon knows the two as one: `step down`."""
    pair = tokens[head : head + 2]
    return pair if " ".join(token.lemma for token in pair) in event_words() else pair[:1]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon("polarity")[key])
