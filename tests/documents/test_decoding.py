"""Bytes to text: what is known is read, what is not is said, nothing is guessed."""

from __future__ import annotations

import pytest

from reconcile.documents.decoding import DecodingError, decode

TEXT = "The café in Málaga isn’t “cheap” — it costs €4, José Núñez said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_usual_encodings_give_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_byte_order_mark_takes_no_offset() -> None:
    assert decode(b"\xef\xbb\xbfOslo")[0] == "O"


def test_every_line_end_is_one_character() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_cyrillic_in_a_legacy_encoding_is_read_and_not_taken_for_latin() -> None:
    words = "Президент прибыл в Казань на саммит."
    assert decode(words.encode("cp1251")) == words


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"PK\x03\x04\x00\x00", "is binary, not text"),
        ("Łódź: Żółkiewski w Gdańsku.".encode("cp1250"), "save it as UTF-8"),
        (bytes(range(1, 256)) * 4, "save it as UTF-8"),
        (b"\xff\xfea\x00b", "is damaged"),
        (b"The bridge\nwas \xed\xa0\x80 opened.", "is damaged: line 2 holds half a character"),
        (b"A smile \xed\xa0\xbd\xed\xb8\x80 of two halves.", "save it as UTF-8"),
        (b"The mayor said so.\n" * 20 + b"It was\x8d late, and \x90 in the evening.", "save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_said_and_not_guessed(data: bytes, complaint: str) -> None:
    with pytest.raises(DecodingError, match=complaint):
        decode(data)
