"""Page furniture by its words."""

from __future__ import annotations

import pytest

from reconcile.documents.furniture import (
    ends_the_article,
    is_caption,
    is_furniture,
    is_sentence,
    is_signature,
)


@pytest.mark.parametrize(
    "line",
    [
        "5 MIN READ",
        "Share this article",
        "Comments (12)",
        "RECOMMENDED",
        "RelatedTwo villages cut off by snow",
        "READ ALSO: Two villages cut off",
        ">> Video >> Map",
        "ALSO IN THIS ISSUE: Gardens | Boats",
        "Media contact: Ana Lima, +351 200 000 000",
        "Subscribe to our newsletter and never miss a story.",
        "We use cookies to improve this site.",
        "Enjoying the blog? You can buy me a coffee.",
        "By Ana Lima and Rui Costa, Porto",
        "(Reporting by Ana Lima; Editing by Rui Costa)",
        "Ana Lima in Porto contributed to this report.",
        "An earlier version of this article misspelled a name.",
        "© 2021 The Lighthouse. All rights reserved.",
        "Copyright 2021 The Lighthouse",
        "#Porto #Floods",
        "Published in The Lighthouse, May 3rd, 2021",
        "![A bridge](bridge.jpg)",
    ],
)
def test_furniture_is_known_by_its_words(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge at dawn. / Photo: Ana Lima",
        "The mayor of Porto (left) at the bridge /Lusa/",
        "The bridge on Monday (Rui Costa/AFP)",
        "The bridge at dawn. Photograph: Rui Costa/AP",
        "FILE PHOTO: The bridge at dawn. REUTERS/Rui Costa",
        "The bridge at dawn via Getty Images",
    ],
)
def test_a_caption_is_known_by_its_credit(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "No.",
        "“We saw nothing,” she said.",
        "Related industries suffered too.",
        "Editing bylines is a craft, she said.",
        "The comments drew criticism in Porto.",
        "Share prices fell by 3 per cent.",
        "Back to school they went.",
        "By Monday, the water had fallen.",
        "From Porto the fire spread east.",
        "Sources close to the mayor denied it.",
        "Sponsored by two parties, the bill passed.",
        "The soldiers entered without permission.",
        "The firm changed its privacy policy in May.",
        "She won the prize for a photo of the bridge.",
        "It was bought by Getty Images.",
        "The price was 1/2 that of 2020.",
        "Watchdogs fined the bank 4 million euros.",
        "The road is open, police said. (Lusa)",
        "Explore the caves, the guide told them, and they did.",
        "Ana Lima is a reporter for The Lighthouse who was held in May.",
    ],
)
def test_sentences_of_news_are_not_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_what_follows_articles_is_known_by_its_label() -> None:
    assert ends_the_article("About the author:")
    assert ends_the_article("12 COMMENTS")
    assert not ends_the_article("The author said so.")


def test_a_signature_says_who_wrote() -> None:
    assert is_signature("Ana Lima is a staff reporter for The Lighthouse, based in Porto.")
    assert not is_signature("Ana Lima is the mayor of Porto.")


def test_headlines_lack_the_small_words_of_a_sentence() -> None:
    assert is_sentence(
        "The mayor, who was speaking in Porto on Monday, said the bridge would not open before June"
    )
    assert not is_sentence(
        "Porto mayor promises new bridge before June as floods cut off northern villages for third week"
    )
