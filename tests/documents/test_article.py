"""What of a document is read: its article, its headline, its language."""

from __future__ import annotations

import pytest

from reconcile.documents import Article, Document
from reconcile.documents.article import study

PAGE = """\
Skip to content
Politics
4 MIN READ
Harbour city opens its new tram after nine years
The line links the port to the airport and cost 610 million euros, a third more than planned.
Harbour city opens its new tram after nine years
The tram on its first run. / Photo: Ana Lima
Ana LimaAna Lima
March 9, 2021

VALENA, March 9 (LNA) - The city opened its first tram line on Tuesday.

Some 40,000 people rode on it on the first day, the operator said.

RelatedTram drivers end strike after a week
RECOMMENDED

A long wait

Work on the line began in 2012. The reasons for the delay were:

- a landslide near the airport
- two lawsuits

“We are proud,” said the mayor, Rui Costa.

SOURCE: agencies
Explore
Ferry sinks off northern coast, nine missing
Tax on sugar passes first vote
Who owns the islands?
The ferry company has been bought. It was sold last year.
"""


def body(article: Article) -> list[str]:
    return [span.of(article.document.text) for span in article.body]


def test_an_article_is_taken_out_of_its_page() -> None:
    article = study(Document(id="a", text=PAGE))
    assert body(article) == [
        "Harbour city opens its new tram after nine years",
        "The line links the port to the airport and cost 610 million euros, a third more than planned.",
        "The city opened its first tram line on Tuesday.",
        "Some 40,000 people rode on it on the first day, the operator said.",
        "Work on the line began in 2012. The reasons for the delay were:",
        "a landslide near the airport",
        "two lawsuits",
        "“We are proud,” said the mayor, Rui Costa.",
    ]
    assert article.headline == article.body[0]
    assert [span.of(PAGE) for span in article.headings] == ["A long wait"]
    assert article.dateline is not None
    assert article.dateline.of(PAGE) == "VALENA, March 9 (LNA) - "
    assert (article.language, article.problem) == ("en", None)


def test_front_matter_gives_the_headline_and_is_no_prose() -> None:
    matter = '---\ntitle: "Tram: a first ride"\ndate: 2021-03-09\n---\n'
    text = f"{matter}Tram: a first ride\n\nThe tram ran on Tuesday.\n"
    article = study(Document(id="a", text=text))
    assert body(article) == ["Tram: a first ride", "The tram ran on Tuesday."]
    assert article.headline is not None
    assert article.headline.start == text.index("Tram")


def test_header_fields_without_a_fence_are_front_matter_too() -> None:
    text = "Title: A first ride\nSource: The Lighthouse\nDate: 9 March 2021\n\nThe tram ran on Tuesday.\n"
    assert body(study(Document(id="a", text=text))) == ["A first ride", "The tram ran on Tuesday."]


def test_a_single_line_like_a_field_is_no_front_matter() -> None:
    assert body(study(Document(id="a", text="Source: the river rose.\nIt fell."))) == ["It fell."]
    assert body(study(Document(id="a", text="Place: the river rose.\nIt fell."))) == [
        "Place: the river rose.",
        "It fell.",
    ]


def test_a_rule_in_the_text_does_not_make_it_front_matter() -> None:
    assert body(study(Document(id="a", text="---\nThe tram ran.\n\nIt was late."))) == [
        "The tram ran.",
        "It was late.",
    ]


def test_comments_and_the_author_come_after_the_article() -> None:
    article = "The tram ran on Tuesday. It was late, and it was full to the doors."
    after = "About the author\nAna rides trams. She has two.\n\n3 Comments\nNice tram!"
    assert body(study(Document(id="a", text=f"{article}\n\n{after}"))) == [article]


def test_a_menu_above_the_article_does_not_end_it() -> None:
    text = "Comments\nMost read\nThe tram ran on Tuesday. It was late.\nPeople waved."
    assert body(study(Document(id="a", text=text))) == [
        "The tram ran on Tuesday. It was late.",
        "People waved.",
    ]


def test_short_paragraphs_and_quotes_amid_prose_stay() -> None:
    text = "He waited.\n\nNothing.\n\n“Why?” she asked.\n\nNo tram came that day, or the next."
    assert len(body(study(Document(id="a", text=text)))) == 4


def test_a_sentence_that_lacks_its_full_stop_stays() -> None:
    line = "The mayor, who was speaking in Porto on Monday, said the bridge would not open before June"
    text = f"The bridge is late.\n\n{line}\n\nNobody was surprised."
    assert line in body(study(Document(id="a", text=text)))


def test_after_a_label_even_a_long_line_is_a_link() -> None:
    line = "Why the mayor, who was elected in May, says that the bridge would not open before June"
    text = f"The bridge is late.\n\nRecommended\n\n{line}\n\nNobody was surprised."
    assert line not in body(study(Document(id="a", text=text)))


def test_a_sign_off_after_the_last_full_stop_does_not_hide_a_paragraph() -> None:
    text = "The tram ran.\n\nThe mayor said that the bridge had failed. ANI RK"
    assert len(body(study(Document(id="a", text=text)))) == 2


def test_speakers_of_a_transcript_are_no_datelines() -> None:
    text = "PRESENTER: A tanker has run aground.\n\nREPORTER: It carried diesel.\n"
    article = study(Document(id="a", text=text))
    assert (article.dateline, len(article.body)) == (None, 2)


def test_a_single_claim_without_full_stop_is_read() -> None:
    assert body(study(Document(id="a", text="The tram opened last March"))) == ["The tram opened last March"]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (Document(id="a", text=""), "is empty"),
        (Document(id="a", text=" \n\n"), "is empty"),
        (Document(id="a", text="", problem="is binary, not text"), "is binary, not text"),
        (Document(id="a", text="Home\nNews\nShare"), "has no sentences that can be read"),
        (
            Document(
                id="a", text="Le tramway a été inauguré mardi après neuf ans de travaux, a dit le maire."
            ),
            "is in French, which is not supported",
        ),
    ],
)
def test_what_cannot_be_checked_is_said(document: Document, problem: str) -> None:
    assert study(document).problem == problem
