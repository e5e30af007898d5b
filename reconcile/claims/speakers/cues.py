"""Cues of reported speech: the verbs and set phrases that give what is said to someone."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from reconcile.claims.speakers.naming import Phrases, span_of, words
from reconcile.facets.quote import Quote
from reconcile.lexicon import lexicon
from reconcile.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RELAY_REACH = 15  # tokens between "cited" and "as saying"
_LONGEST_LABEL = 14  # tokens before a colon
_CLIMB = {"conj", "advcl", "xcomp", "pcomp", "prep", "dep"}
_HIGHEST_CLIMB = 6


class CueKind(Enum):
    """What a cue does with what is said."""

    SAY = "say"
    WEAK = "weak"  # says something only beside a quotation
    DENY = "deny"
    LABEL = "label"  # gives a phrase of the speaker's
    ACCORDING = "according"
    CLOSING = "closing"  # names the speaker of the quotation right before it
    ACT = "act"  # no speech: what someone does just before a quotation


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue with its speaker, the verb being a token of the article's parse."""

    verb: Token
    kind: CueKind
    span: Span
    speaker: Span
    via: Span | None = None


class _Grammar:
    """An article's parse as the finding of speakers needs it: phrases, and what is outside of quotations."""

    def __init__(self, doc: Doc, quotes: Sequence[Quote]) -> None:
        self.phrases = Phrases(doc)
        spans = sorted(q.span for q in quotes)
        self._starts = [s.start for s in spans]
        self._ends = list(accumulate((s.end for s in spans), max))

    def outside(self, token: Token) -> bool:
        n = bisect_right(self._starts, token.idx)
        return n == 0 or self._ends[n - 1] <= token.idx

    def follows_quote(self, token: Token) -> bool:
        """Whether nothing but marks stands between a quotation and a token."""
        before = token.i - 1
        while (
            before >= 0
            and (token.doc[before].is_punct or token.doc[before].is_space)
            and self.outside(token.doc[before])
        ):
            before -= 1
        return 0 <= before < token.i - 1 and not self.outside(token.doc[before])


def find_cues(doc: Doc, quotes: Sequence[Quote]) -> tuple[Cue, ...]:
    """All cues that stand outside of quotations and have a speaker, in order."""
    grammar = _Grammar(doc, quotes)
    found: list[Cue] = []
    for token in doc:
        if grammar.outside(token):
            found.extend(_cue(token, grammar, found))
    return tuple(found)


def _cue(token: Token, grammar: _Grammar, before: Sequence[Cue]) -> Iterator[Cue]:
    kind = _kind(token)
    relay = _relay(token, grammar) if token.lemma_.lower() in words("relay") else None
    if relay:
        yield relay
    elif token.text.endswith(":") and (speaker := _labelled(token, grammar)):
        yield Cue(token, CueKind.LABEL, span_of(token, token), speaker)
    elif found := _set_phrase(token):
        section, last = found
        source = grammar.phrases.after(last)
        if source is not None:
            yield Cue(token, _SET_PHRASES[section], span_of(token, last), grammar.phrases.named(source))
    elif kind and not any(child.dep_ == "neg" for child in token.children):
        speaker = _speaker(token, kind, grammar, before)
        if speaker:
            yield Cue(token, kind, span_of(token, token), speaker, _medium(token, grammar.phrases))


def _labelled(colon: Token, grammar: _Grammar) -> Span | None:
    """Who is named before a colon, in a line without a verb: "Ana Reyes (mayor): “…”"."""
    line = list(takewhile(lambda t: not t.is_space, reversed(colon.sent.doc[colon.sent.start : colon.i])))
    if not line or len(line) > _LONGEST_LABEL or any(t.pos_ in {"VERB", "AUX"} for t in line):
        return None
    head = grammar.phrases.at(line[-1].i) or line[-1]
    named = grammar.phrases.named(head)
    tokens = colon.doc.char_span(named.start, named.end, alignment_mode="expand")
    is_person = tokens is not None and any(t.ent_type_ == "PERSON" for t in tokens)
    return named if is_person and grammar.outside(line[-1]) else None


def _set_phrase(token: Token) -> tuple[str, Token] | None:
    """The section and the last word of "according to" and the like, if one begins with this token."""
    for section, phrase in _phrases().get(token.lower_, ()):
        following = token.doc[token.i : token.i + len(phrase)]
        if [t.lower_ for t in following] == phrase:
            return section, following[-1]
    return None


_SET_PHRASES = {"according": CueKind.ACCORDING, "closing": CueKind.CLOSING}


@cache
def _phrases() -> Mapping[str, Sequence[tuple[str, list[str]]]]:
    """The set phrases, each with its section, by their first words."""
    found: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for section in _SET_PHRASES:
        for phrase in lexicon("speech")[section]:
            found[phrase.split()[0]].append((section, phrase.split()))
    return found


def _kind(token: Token) -> CueKind | None:
    if token.lower_ in words("certain"):
        return CueKind.SAY
    if token.i and _as_saying(token.nbor(-1)):
        return None  # a part of "cited … as saying"
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ == "amod":
        return None
    lemma = token.lemma_.lower()
    if lemma in words("deny"):
        return CueKind.DENY
    if lemma in words("say_it") and any(c.dep_ == "dobj" and c.lower_ == "it" for c in token.rights):
        return CueKind.SAY
    if lemma in words("say"):
        weak = lemma in words("weak") or any(c.lower_ == "to" and c.dep_ == "aux" for c in token.lefts)
        return CueKind.WEAK if weak else CueKind.SAY
    if lemma in words("label"):
        return CueKind.LABEL
    return CueKind.ACT if token.dep_ == "ROOT" else None


def _relay(verb: Token, grammar: _Grammar) -> Cue | None:
    """ "The daily cited Ms Okoye as saying": she speaks, the daily passes it on."""
    until = min(len(verb.doc) - 1, verb.i + _RELAY_REACH)
    at = next((i for i in range(verb.i + 1, until) if _as_saying(verb.doc[i])), None)
    if at is None:
        return None
    phrases, subject = grammar.phrases, _subject(verb, grammar)
    if _is_passive(verb):
        agent = _agent(verb, phrases)
        speaker, via = subject, agent
    else:
        heads = [h for i in range(verb.i + 1, at) if (h := phrases.at(i)) is not None]
        speaker = next((h for h in reversed(heads) if _may_speak(h)), None)
        via = subject
    if speaker is None:
        return None
    return Cue(
        verb,
        CueKind.SAY,
        span_of(verb, verb),
        phrases.named(speaker),
        phrases.named(via) if via is not None else None,
    )


def _may_speak(head: Token) -> bool:
    return head.ent_type_ not in {"DATE", "TIME"} and head.lemma_.lower() not in words("nouns")


def is_relayed(verb: Token) -> bool:
    """Whether a verb passes on what somebody is quoted as saying, where others repeat somebody else's words."""
    return any(_as_saying(child) for child in verb.rights if child.i + 1 < len(verb.doc))


def _as_saying(token: Token) -> bool:
    return (
        token.lower_ == "as"
        and token.nbor().tag_ == "VBG"
        and token.nbor().lemma_.lower() in words("relayed")
    )


def _speaker(verb: Token, kind: CueKind, grammar: _Grammar, before: Sequence[Cue]) -> Span | None:
    """Who speaks: whoever stands right behind the verb where it is turned round, else the verb's subject."""
    if _is_passive(verb) and not _in_free_relative(verb):
        head = _agent(verb, grammar.phrases)
    elif kind is CueKind.ACT:
        head = next(
            (c for c in verb.children if c.dep_ == "nsubj" and _is_someone(c) and grammar.outside(c)), None
        )
    else:
        head = _behind(verb, grammar) or _owner(_subject(verb, grammar)) or _beside(verb, grammar)
    if head is not None:
        return grammar.phrases.named(head)
    earlier = before[-1] if before and verb.tag_ == "VBG" else None
    return earlier.speaker if earlier and earlier.verb.sent == verb.sent else None


def _is_someone(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.lower_ in {"he", "she"}


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in {"acl", "advcl"}
        and not any(c.lemma_ == "have" for c in verb.lefts)
    )


def _in_free_relative(verb: Token) -> bool:
    """ "What the embassy dubbed “…”", which the parser takes for an embassy that was dubbed something."""
    return verb.dep_ == "acl" and any(t.tag_ == "WP" for t in verb.head.lefts)


def _agent(verb: Token, phrases: Phrases) -> Token | None:
    by = next((c for c in verb.rights if c.lower_ == "by"), None)
    return phrases.after(by) if by is not None else None


def _behind(verb: Token, grammar: _Grammar) -> Token | None:
    """ "…,” said the mayor", "…, says Ana Reyes": after a quotation or a comma, the speaker may follow."""
    head = grammar.phrases.at(verb.i + 1) or _description_behind(verb)
    if head is None or not grammar.outside(head) or verb.lemma_ in words("say_it"):
        return None
    if grammar.follows_quote(verb):
        return None if verb.lemma_ in words("addressing") and head.dep_ != "nsubj" else head
    after_comma = verb.i > 0 and verb.nbor(-1).text in {",", "-", "–", "—"}
    return head if after_comma and head.head.i == verb.i and verb.lemma_ not in words("addressing") else None


def _description_behind(verb: Token) -> Token | None:
    """The "teacher" of "…, said teacher Ana Reyes, …", which the parser takes for no phrase."""
    noun = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    return noun if noun is not None and noun.pos_ == "NOUN" and noun.head.i == verb.i else None


def _subject(verb: Token, grammar: _Grammar) -> Token | None:
    """The subject of a verb, or of the verbs above that share theirs with it."""
    told = verb
    for _ in range(_HIGHEST_CLIMB):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and grammar.outside(child) and _shares(told, verb):
                return verb.head if child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else child
        reported = verb.dep_ == "ccomp" and verb is not told and verb.head.lemma_.lower() in words("say")
        if not (verb.dep_ in _CLIMB or reported):
            return None
        verb = verb.head
    return None


def _shares(told: Token, verb: Token) -> bool:
    """Whether a cue can have the subject of a verb above it: not if that verb is itself in what is reported.

    In "Lind confirmed that Norway will pay, explaining …" and "Lind said that Norway pays and described …" it
    is Lind who explains and describes.
    """
    if told.i == verb.i:
        return True
    reported = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words("say")
    return not reported or (told.tag_ == verb.tag_ and told.dep_ == "conj")


def _owner(subject: Token | None) -> Token | None:
    """Whose statement it is, where the statement itself is said to say something."""
    if subject is not None and subject.lemma_.lower() in words("nouns"):
        return next((c for c in subject.lefts if c.dep_ == "poss" and c.pos_ in {"NOUN", "PROPN"}), subject)
    return subject


def _beside(verb: Token, grammar: _Grammar) -> Token | None:
    """Whoever stands right before the verb, between commas perhaps: "the head of the museum, Ana Reyes, said"."""
    comma = verb.i > 1 and verb.nbor(-1).text == ","
    before = grammar.phrases.at(verb.i - 1 - comma) if verb.i else None
    return _owner(before) if before is not None and grammar.outside(before) else None


def _medium(verb: Token, phrases: Phrases) -> Span | None:
    """The medium that was told: "told AFP", "said in an interview with the daily"."""
    hearer = phrases.at(verb.i + 1) if verb.lemma_ == "tell" else None
    if hearer is None:
        spoken = (t for t in verb.doc[verb.i + 1 : verb.i + 8] if t.lemma_.lower() in words("nouns"))
        noun = next(spoken, None)
        if noun is None or noun.i + 1 == len(verb.doc) or noun.nbor().lower_ not in {"with", "to"}:
            return None
        hearer = phrases.after(noun.nbor())
    return phrases.named(hearer) if hearer is not None and _is_medium(hearer) else None


def _is_medium(head: Token) -> bool:
    phrase = [*(t for t in head.lefts if t.pos_ == "PROPN"), head]
    if any(t.lower_ in words("media") for t in phrase):
        return True
    return head.pos_ == "PROPN" and head.ent_type_ == "ORG" and not any(t.dep_ == "det" for t in head.lefts)
