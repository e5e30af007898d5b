"""When a text was published, and how that is known."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.documents import Document
from reconcile.documents.article import study

BODY = "The tram ran on Tuesday, the city said.\n\nIt was late.\n"
DAY = date(2021, 3, 9)


def published(text: str, **known: object) -> tuple[date | None, date | None, str]:
    article = study(Document(id="a", text=text, **known))  # type: ignore[arg-type]
    return article.published_earliest, article.published_latest, article.published_from


def test_a_given_date_is_believed_before_the_text() -> None:
    text = f"---\ndate: 2020-01-01\n---\n{BODY}"
    assert published(text, published=DAY) == (DAY, DAY, "given")
    assert published(text, published=DAY, published_from="sources.yaml") == (DAY, DAY, "sources.yaml")


@pytest.mark.parametrize(
    "value", ["2021-03-09", "'2021-03-09'", "2021-03-09T08:00:00Z", "9 March 2021", "March 9, 2021"]
)
def test_front_matter_is_believed_before_datelines(value: str) -> None:
    text = f"---\ntitle: A: B\npublished: {value}\n---\nLisbon, 1 January 2020\n\n{BODY}"
    assert published(text) == (DAY, DAY, "front matter")


@pytest.mark.parametrize(
    "page",
    [
        f"The first tram in town\nMarch 9, 2021\n{BODY}",
        f"The first tram in town\nBy Ana Lima | March 9, 2021 | 10:15 am\n{BODY}",
        f"The first tram in town\nLisbon, 9 March 2021\n\n{BODY}",
        f"Press release, 9 March 2021\n\n{BODY}",
        f"Date: 9 March 2021\n\n{BODY}",
        f"LISBON, March 9, 2021 (LNA) - {BODY}",
        f"The first tram in town\nPublished: 9 March 2021\nUpdated: 11 March 2021\n{BODY}",
        f"{BODY}\n(Published on 9 March 2021)",
        f"{BODY}\nFirst published in The Lighthouse, 9 March 2021",
        f"Wed. Mar 10th, 2021\n\nThe first tram in town\n\nLISBON, March 9 (LNA) - {BODY}",
        f"Tuesday, March 9, 2021\nThe first tram in town\nMarch 9, 2021\n{BODY}",
        f"News, March 2021\n\nThe first tram in town\n\nLISBON, March 9 - {BODY}",
    ],
)
def test_datelines_and_bylines_are_read(page: str) -> None:
    assert published(page) == (DAY, DAY, "dateline")


@pytest.mark.parametrize(
    "header", ["Tue. Mar 9th, 2021", "date 2021-03-09 CITY", "Tuesday 9 March 2021", "Updated March 9, 2021"]
)
def test_a_lone_header_date_is_an_upper_bound_and_no_more(header: str) -> None:
    assert published(f"{header}\n\nThe first tram in town\n\n{BODY}") == (
        None,
        DAY,
        "header line (upper bound)",
    )


def test_two_headers_that_agree_confirm_each_other() -> None:
    assert published(f"Tue. Mar 9th, 2021\ndate 2021-03-09\n\n{BODY}") == (DAY, DAY, "dateline")


def test_a_month_is_an_interval() -> None:
    assert published(f"THE LIGHTHOUSE\nNews, March 2021\n\n{BODY}") == (
        date(2021, 3, 1),
        date(2021, 3, 31),
        "dateline",
    )


@pytest.mark.parametrize(
    "page",
    [
        BODY,
        f"LISBON, March 9 (LNA) - {BODY}",  # the year would be a guess
        f"Remembering 9 March 2021 and the trams\n\n{BODY}",
        f"The first tram in town\n04/03/2021\n\n{BODY}",  # two readings
        f"{BODY}\nRelated\nTram strike ends, March 9, 2021",
        f"{BODY}\nIn the archive: the tram of March 9, 2021 and its driver",
    ],
)
def test_without_evidence_the_date_is_unknown(page: str) -> None:
    assert published(page) == (None, None, "")
