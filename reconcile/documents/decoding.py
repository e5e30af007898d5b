"""Bytes to text."""

from __future__ import annotations

import codecs
import re

_MARKS = (  # the longer first: a UTF-32 mark begins like a UTF-16 one
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN, _OTHERS = ["cp1252"], ["cp1251", "cp1253"]  # legacy encodings; the detector mixes the Latin ones up
_MOST_CHAOS = 0.1  # by charset-normalizer's measure of mess, 0 to 1
_SYMBOL_IN_WORD = re.compile(r"[^\W\d_][£¤¥¦§±²³¶¹¼½¾¿¡¯×÷][^\W\d_]|£[^\W\d_]")  # Polish read as French, say


class DecodingError(ValueError):
    """The bytes are no text; the message goes on from the name of the file: "is binary, not text"."""


def decode(data: bytes) -> str:
    """The text of a file, without byte order mark, each line end as one `\\n`. Raises DecodingError."""
    return _decoded(data).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding)
    if b"\0" in data:
        raise DecodingError("is binary, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _holds_surrogates(data):
            line = data.count(b"\n", 0, error.start) + 1
            told = f"is damaged: line {line} holds half a character; save it as UTF-8"
            raise DecodingError(told) from None
        return _detected(data)


def _holds_surrogates(data: bytes) -> bool:
    """Whether it is UTF-8 but for lone surrogates, which other encodings take for letters."""
    try:
        return bool(data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return False


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise DecodingError(f"is damaged: it begins as {encoding.upper()} and does not go on so") from None


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    for encodings in (_LATIN, _OTHERS):
        best = from_bytes(data, cp_isolation=encodings, preemptive_behaviour=False).best()
        if best and best.chaos <= _MOST_CHAOS:
            text = _strictly(data, best.encoding)
            if not _SYMBOL_IN_WORD.search(text) and (encodings is _LATIN or _is_foreign(text)):
                return text
    raise DecodingError("is not text in a known encoding; save it as UTF-8")


def _is_foreign(text: str) -> bool:
    """Whether a script of its own writes most letters: a few such letters among Latin ones are broken bytes."""
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(character.isascii() for character in letters) < len(letters)
