"""Times of day: "at 3 a.m.", "shortly after noon", "at half past two in the afternoon", "at dawn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from reconcile.agreement import Agreement, Comparison
from reconcile.lexicon import lexicon
from reconcile.text import Span

DAY = 24 * 60  # minutes
_HALF_A_DAY = 12 * 60
_APART = 20  # minutes by which two accounts of one moment may differ
_REACH = 24  # characters before a time in which stands how it is meant
_LONGEST = 44  # characters behind a time that tell its half of the day, or its zone

_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBERS = f"{_HOURS}|fifteen|twenty|twenty-five|thirty|thirty-five|forty|forty-five|fifty"
_TIME = re.compile(
    rf"""(?<![\w:.,$£€-])(?:
      (?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|\.?m\b)
    | (?P<day_hour>[01]?\d|2[0-3])(?::|\.(?=\d\d\s(?:hrs|GMT|UTC)\b))(?P<day_minute>[0-5]\d)(?![\d:])
    | (?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s(?:hrs|hours|GMT|UTC)\b)
    | (?P<clock>\d{{1,2}}|{_HOURS})(?=\so['’]clock\b|\sin\sthe\s(?:morning|afternoon|evening)\b|\sat\snight\b)
    | (?:(?P<past>half|quarter|five|ten|twenty)\spast|(?P<to>quarter)\sto)\s(?P<whole>\d{{1,2}}|{_HOURS})\b
    | (?P<named>noon|midday|midnight)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OFFSET = re.compile(
    rf"(?:(?P<count>\d{{1,2}}|{_NUMBERS})[\s-]minutes?|(?P<part>a\squarter\sof\san\shour|half\san\shour|an\shour))"
    r"\s(?P<side>before|after|past|to)\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\so['’]clock)?(?:\s(?P<part>in\sthe\s(?:morning|afternoon|evening)|at\snight))?"
    r"(?:\s\(?(?P<zone>GMT|UTC|local\stime|[A-Z]{2,4}T|(?!Some|This|That|Each|Next|Last|Every|Any)(?:[A-Z][a-z]+[\s-]){1,3}[Tt]ime)\b)?"
)


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day. `first` and `last` are minutes after midnight, and reach into the next day for a night.

    `halves`: what may be added to them, where the words do not tell morning from evening. `zone` is empty for local
    time. `pinned`: told by the clock, as against "at dawn". `hedged`: "about", "shortly before".
    """

    span: Span
    words: str
    first: int
    last: int
    halves: tuple[int, ...] = (0,)
    zone: str = ""
    pinned: bool = True
    hedged: bool = False

    @property
    def normal(self) -> str:
        """The value for reports: "03:00", "21:00 GMT"; where the time is hedged or its half open, the words."""
        middle, odd = divmod(self.first + self.last, 2)
        if not self.pinned or odd or len(self.halves) > 1 or self.hedged:
            return " ".join(self.words.split())
        hour, minute = divmod((middle + self.halves[0]) % DAY, 60)
        return f"{hour:02}:{minute:02} {self.zone}".rstrip()


def read_hours(text: str) -> tuple[Hour, ...]:
    """All times of day at which a text may set something, in order; the ends of a span of time are left out."""
    found = [*_clock_times(text)]
    parts = (h for h in _parts(text) if not any(h.span.overlaps(other.span) for other in found))
    return tuple(sorted((*found, *parts), key=lambda h: h.span))


def compare_hours(a: Hour, b: Hour) -> Comparison:
    """`differ` where two times of one day lie farther apart than two watches do; `unknown` in two zones. Symmetric."""
    said = f"“{' '.join(a.words.split())}” and “{' '.join(b.words.split())}”"
    if a.zone != b.zone:
        return Comparison(Agreement.UNKNOWN, f"{said} are of two time zones.")
    if not (a.pinned or b.pinned):
        return Comparison(Agreement.UNKNOWN, f"{said} are too vague to compare.")
    apart = min(
        max(b.first + q + turn - (a.last + p), a.first + p - (b.last + q + turn))
        for p, q, turn in product(a.halves, b.halves, (-DAY, 0, DAY))
    )
    if apart > _APART:
        return Comparison(Agreement.DIFFER, f"{said} are two times of day.")
    return Comparison(Agreement.AGREE if apart <= 0 else Agreement.UNKNOWN, f"{said} may be one time.")


def _clock_times(text: str) -> Iterator[Hour]:
    for found in _TIME.finditer(text):
        start, shift = _shifted(text, found.start())
        before = text[max(0, start - _REACH) : start].lower()
        behind = _AFTER.match(text[found.end() : found.end() + _LONGEST])
        assert behind is not None  # every part of it may be missing
        hedge, cue = _hedge(before)
        zone = (behind["zone"] or "").upper().replace("LOCAL TIME", "")
        timed = cue or zone or not found["day_hour"]  # "2:31" alone may be a score or how long a race took
        told = _told(found, (behind["part"] or "").lower())
        if told is not None and timed and hedge not in _words("spanning"):
            minute, precision, halves = told
            minute, precision = minute + shift, _precision(shift) if shift else precision
            early, late = _margins(hedge, precision)
            span = Span(start, found.end() + behind.end())
            loosely = bool(hedge) and hedge not in _words("at")
            yield Hour(span, span.of(text), minute - early, minute + late, halves, zone, hedged=loosely)


def _shifted(text: str, start: int) -> tuple[int, int]:
    """Where "twenty minutes before" begins in front of a time, and by how many minutes it moves it."""
    begin = max(0, start - _LONGEST)
    offset = _OFFSET.search(text[begin:start])
    if not offset:
        return start, 0
    minutes = {"an hour": 60, "half an hour": 30}.get(" ".join((offset["part"] or "").lower().split()), 15)
    minutes = _counted(offset["count"].lower()) if offset["count"] else minutes
    earlier = offset["side"].lower() in {"before", "to"}
    return begin + offset.start(), -minutes if earlier else minutes


def _counted(words: str) -> int:
    """ "25", "twenty-five"."""
    if words.isdigit():
        return int(words)
    periods = lexicon("periods")
    return sum(periods["tens"].get(word) or periods["numbers"][word] for word in words.split("-"))


def _told(found: re.Match[str], part: str) -> tuple[int, int, tuple[int, ...]] | None:
    """The minute of the day, how exact it is, and the halves of the day that it may lie in; None if there is none."""
    groups = found.groupdict()
    if groups["named"]:
        return (0, 10, (0, DAY)) if groups["named"].lower() == "midnight" else (_HALF_A_DAY, 10, (0,))
    if groups["military"]:
        return _minutes(groups["military"][:2], groups["military"][2:]), 1, (0,)
    if groups["day_hour"]:
        at = _minutes(groups["day_hour"], groups["day_minute"])
        whole_day = groups["day_hour"].startswith("0") or at >= _HALF_A_DAY + 60
        return at, _precision(at), (0,) if whole_day else _halves(at, part)
    if groups["whole"]:
        past = _number(groups["past"] or "") if groups["past"] else -_number(groups["to"])
        at = _number(groups["whole"]) * 60 + past
        return at % _HALF_A_DAY, 8, _halves(at % _HALF_A_DAY, part)
    hour = _number(groups["hour"] or groups["clock"])
    if not 1 <= hour <= 12:
        return None
    at = (hour % 12) * 60 + int(groups["minute"] or 0)
    halves = (_HALF_A_DAY if groups["half"].lower() == "p" else 0,) if groups["half"] else _halves(at, part)
    return at, _precision(at) if groups["minute"] else 20, halves


def _minutes(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute)


def _number(words: str) -> int:
    fractions = {"half": 30, "quarter": 15}
    return (
        int(words)
        if words.isdigit()
        else fractions.get(words.lower()) or lexicon("periods")["numbers"].get(words.lower(), 20)
    )


def _precision(at: int) -> int:
    """How far from a written minute the moment may lie: who writes 3:30 may mean 3:32."""
    return 8 if at % 15 == 0 else 3 if at % 5 == 0 else 1


def _halves(at: int, part: str) -> tuple[int, ...]:
    if not part:
        return (0, _HALF_A_DAY)
    early = part.endswith("morning") or (part == "at night" and at < 6 * 60)
    return (0,) if early else (_HALF_A_DAY,)


def _hedge(before: str) -> tuple[str, bool]:
    """How a time is meant, by the words before it, and whether they show that it is one."""
    words = re.sub(r"\bthe\b|\(", " ", before).split()
    for length in (2, 1):
        phrase = " ".join(words[-length:])
        if any(phrase in _words(section) for section in ("before", "after", "about", "spanning", "at")):
            return phrase, True
    return "", False


def _margins(hedge: str, precision: int) -> tuple[int, int]:
    """The minutes by which a moment may lie before and after the time that is written."""
    if hedge in _words("before"):
        return 45, 0
    if hedge in _words("after"):
        return 0, 45
    loose = precision + 20 if hedge in _words("about") else precision
    return loose, loose


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lexicon("periods")["clock"][section])


def _parts(text: str) -> Iterator[Hour]:
    """ "at dawn", "in the early hours": stretches of a day."""
    for found in _part_of_day().finditer(text):
        first, last = _spans()[found[1].lower()]
        yield Hour(Span(*found.span(1)), found[1], first * 60, last * 60, pinned=False)


@cache
def _spans() -> Mapping[str, tuple[int, int]]:
    return {words: (first, last) for words, (first, last) in lexicon("periods")["clock"]["parts"].items()}


@cache
def _part_of_day() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(sorted(_spans(), key=len, reverse=True)) + r")\b", re.IGNORECASE)
