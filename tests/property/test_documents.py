"""Laws of reading documents: any text can be studied, spans slice back, what is English stays readable."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reconcile.documents import Document
from reconcile.documents.article import study
from reconcile.documents.decoding import DecodingError, decode
from reconcile.documents.paragraphs import paragraphs
from reconcile.documents.stamps import stamps

WORDS = (
    "The tram ran.",
    "A tram",
    "in small letters",
    "Ünïcode",
    "\ud800",
    "\r",
    "\u2028",
    "(AP)",
    "---",
    "title: x",
)
MARKS = (
    "date: 2021-03-09",
    "March 9, 2021",
    "1/2/2021",
    "OSLO, May 3 - The tram ran",
    "- item",
    "# Head",
    "Comments",
)
PIECES = st.sampled_from([*WORDS, *MARKS, "RECOMMENDED", "RelatedTram"])
TEXTS = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(PIECES, max_size=12).map("\n".join),
    st.lists(PIECES, max_size=12).map(" \n\n".join),
)


@given(TEXTS)
def test_any_text_can_be_studied_and_its_spans_are_its_words(text: str) -> None:
    article = study(Document(id="a", text=text))
    for span in (*article.body, *article.headings):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text) != ""
    prose = [span for span in article.body if span != article.headline]
    assert prose == sorted(prose)
    assert not any(one.overlaps(two) for one, two in pairwise(prose))
    assert bool(article.body) or article.problem


@given(TEXTS)
def test_studying_twice_gives_the_same(text: str) -> None:
    assert study(Document(id="a", text=text)) == study(Document(id="a", text=text))


@given(TEXTS)
def test_paragraphs_leave_out_no_letter(text: str) -> None:
    kept = "".join(paragraph.words for paragraph in paragraphs(text))
    assert [c for c in kept if c.isalpha()] == [c for c in text if c.isalpha()]


@given(TEXTS)
def test_an_interval_of_publication_is_not_inverted(text: str) -> None:
    article = study(Document(id="a", text=text))
    if article.published_earliest and article.published_latest:
        assert article.published_earliest <= article.published_latest
    assert bool(article.published_from) == bool(article.published_latest)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%a %d %b %Y"]),
)
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    (stamp,) = stamps(f"Posted on {day.strftime(form)} at noon")
    assert stamp.earliest == stamp.latest == day


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert "\r" not in decode(data)
    except DecodingError as error:
        assert str(error)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff"), max_size=100))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    if "\0" not in text:
        assert decode(text.encode()) == text
