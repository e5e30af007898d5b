"""Building blocks for documents: sentences about invented people, places and events, with values to vary.

Each `Beat` is one paragraph of which one value may change; each story's beats name the same people, so that two
documents of one story agree or disagree beat by beat. The stories share no name, place or event with one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import strategies as st

from reconcile import Document

PUBLISHED = date(2021, 11, 20)


@dataclass(frozen=True)
class Beat:
    """One paragraph in several wordings, with a gap, and what may stand in the gap."""

    wordings: tuple[str, ...]
    values: tuple[str, ...]

    def told(self, wording: int, value: int) -> str:
        return self.wordings[wording % len(self.wordings)].format(self.values[value % len(self.values)])


OPENING = Beat(
    (
        "The Oyarzun paper mill in Valdivia was opened by Marcela Oyarzun {} after a long delay.",
        "Marcela Oyarzun opened the Oyarzun paper mill {}.",
        "The Oyarzun paper mill in southern Chile was opened {}, when the railway had come.",
    ),
    ("on 3 May 2017", "on 4 June 2018", "in May 2017", "on 12 May 2019"),
)
FIRE = Beat(
    (
        "The fire at the Oyarzun paper mill injured {} workers on 9 March 2020.",
        "On 9 March 2020 {} workers were injured in a fire at the Oyarzun paper mill in Valdivia.",
    ),
    ("14", "about 20", "23", "31"),
)
FOREMAN = Beat(
    (
        "The foreman {} told reporters that he had closed the steam valve of the Oyarzun paper mill himself.",
        "The steam valve had been closed by {}, the foreman.",
    ),
    ("Bernhard Czerniawski", "Bernhard Czerniavsky", "Bernhard Czernyavskij"),
)
PROMISE = Beat(
    (
        "“Nobody will work another night shift in this building before the roof is safe,” said {}.",
        "{} told the union: “Nobody will work another night shift in this building before the roof is safe.”",
    ),
    ("Marcela Oyarzun", "Rodrigo Henriquez", "Marcela Oyarzun of the mill"),
)
INSURERS = Beat(
    (
        "Rodrigo Henriquez said: “The insurers promised {} million pesos and have so far paid us nothing at all.”",
        "“The insurers promised {} million pesos and have so far paid us nothing at all,” Henriquez said.",
    ),
    ("forty", "sixty"),
)
OFFICE = Beat(
    (
        "Rodrigo Henriquez, the {} of the mill, was not in the building.",
        "The {}, Rodrigo Henriquez, lives nearby.",
    ),
    ("accountant", "treasurer", "chief engineer"),
)
WAREHOUSE = Beat(
    (
        "The province of Valdivia bought the old Oyarzun warehouse for {} million pesos in 2020.",
        "In 2020 the old Oyarzun warehouse was bought by the province of Valdivia for {} million pesos.",
    ),
    ("120", "210", "118"),
)
RAIN = Beat(("Rain fell on the roofs of the {} town all through the week.",), ("grey", "small"))
QUARREL = Beat(
    ("{} over the water rights in 2015.",), ("Timber Sur sued Kraft Andina", "Kraft Andina sued Timber Sur")
)
LETTER = Beat(("Rodrigo Henriquez {} the letter of the bank on 2 June 2020.",), ("signed", "did not sign"))
NAMELESS = (OPENING, FIRE, INSURERS, OFFICE, WAREHOUSE, LETTER)  # whose values name nobody
MILL = (OPENING, FIRE, FOREMAN, PROMISE, INSURERS, OFFICE, WAREHOUSE, RAIN, QUARREL, LETTER)

OBSERVATORY = (
    Beat(
        ("The astronomer Sunniva Hegge discovered the comet Hegge-Dahl on {}.",),
        ("7 July 2009", "8 August 2010"),
    ),
    Beat(("The telescope at Andøya cost {} kroner, Sunniva Hegge wrote.",), ("45 million", "54 million")),
    Beat(
        ("“A mirror of that size forgives no fingerprint and no careless student,” {} recalled.",),
        ("Sunniva Hegge", "Torvald Dahl"),
    ),
)


@dataclass(frozen=True)
class Draft:
    """A document still in paragraphs."""

    id: str
    paragraphs: tuple[str, ...]

    @property
    def document(self) -> Document:
        return Document(id=self.id, text="\n\n".join(self.paragraphs) + "\n", published=PUBLISHED)

    def named(self, id: str) -> Draft:
        return Draft(id, self.paragraphs)

    def with_inserted(self, paragraph: str, at: int) -> Draft:
        at = min(at, len(self.paragraphs))
        return Draft(self.id, (*self.paragraphs[:at], paragraph, *self.paragraphs[at:]))


def documents(drafts: Iterable[Draft]) -> list[Document]:
    return [draft.document for draft in drafts]


def paragraphs(story: Sequence[Beat]) -> st.SearchStrategy[str]:
    """One of the story's beats, in one of its wordings."""
    return st.builds(Beat.told, st.sampled_from(story), st.integers(0, 2), st.integers(0, 3))


@st.composite
def drafts(draw: st.DrawFn, id: str, story: Sequence[Beat] = MILL) -> Draft:
    """A document that tells some of a story's beats, in any order, perhaps one of them twice."""
    return Draft(id, tuple(draw(st.lists(paragraphs(story), min_size=2, max_size=4))))


@dataclass(frozen=True)
class Telling:
    """A beat in one of its wordings, with one of its values."""

    beat: Beat
    wording: int
    value: int

    @property
    def paragraph(self) -> str:
        return self.beat.told(self.wording, self.value)

    @property
    def words(self) -> str:
        return self.beat.values[self.value]


@dataclass(frozen=True)
class Edit:
    """A draft before and after the value of one of its paragraphs was changed."""

    before: list[Telling]
    at: int
    value: int

    @property
    def after(self) -> list[Telling]:
        return [
            *self.before[: self.at],
            replace(self.before[self.at], value=self.value),
            *self.before[self.at + 1 :],
        ]


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    """Some beats of one story, each once, in any order."""
    beats = draw(st.lists(st.sampled_from(MILL), min_size=2, max_size=5, unique=True))
    choices = [(range(len(beat.wordings)), range(len(beat.values))) for beat in beats]
    return [
        Telling(beat, draw(st.sampled_from(wordings)), draw(st.sampled_from(values)))
        for beat, (wordings, values) in zip(beats, choices, strict=True)
    ]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """A changed date, figure, role or denial. Another name would say that someone else is meant, here and elsewhere."""
    before = draw(tellings().filter(lambda told: any(telling.beat in NAMELESS for telling in told)))
    at = draw(st.sampled_from([n for n, telling in enumerate(before) if telling.beat in NAMELESS]))
    others = [n for n in range(len(before[at].beat.values)) if n != before[at].value]
    return Edit(before, at, draw(st.sampled_from(others)))


@st.composite
def sets(draw: st.DrawFn) -> list[Draft]:
    """Two or three documents of one story."""
    return [draw(drafts(id)) for id in draw(st.sampled_from([("a", "b"), ("a", "b", "c")]))]


@st.composite
def joins(draw: st.DrawFn) -> tuple[list[Telling], ...]:
    """Two tellings of the same beats, and a third that has each value of one of them, in any wording."""
    first = draw(tellings())

    def retold(values: Sequence[Sequence[int]]) -> list[Telling]:
        wordings = (draw(st.integers(0, len(t.beat.wordings) - 1)) for t in first)
        return [
            Telling(t.beat, wording, draw(st.sampled_from(known)))
            for t, wording, known in zip(first, wordings, values, strict=True)
        ]

    second = retold([range(len(t.beat.values)) for t in first])
    return first, second, retold([(a.value, b.value) for a, b in zip(first, second, strict=True)])
