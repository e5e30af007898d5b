"""Text that others wrote, as GitHub Flavored Markdown that shows it and does nothing else.

A backslash takes their meaning from the characters of Markdown. Code hosts then look through the text that is shown for
@mentions, #1, :emoji: and addresses, where no backslash helps: those are broken by a zero-width space.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from rich.text import Text

from reconcile.reports.passages import MARK
from reconcile.reports.untrusted import visible

_BREAK: Final = "\u200b"  # visible() leaves none of theirs
_OPEN, _CLOSE = "\x02", "\x03"  # nor these
_EMOJI = r"[\w+-]*[^\W\d][\w+-]*:|[+-]1:|100:|1234:"
_REFERENCE = re.compile(
    rf"(?<=[@#])(?=\S)|(?<=:)(?=//|{_EMOJI})|(?<=\bwww)(?=\.)|(?<=\bGH-)(?=\d)", re.IGNORECASE
)
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~^$@#]|[!%](?=\w)")
_START = re.compile(r"^(\d*)([-+=.)])")  # of a list, or of the line under a heading
_TICKS = re.compile("`+")


def escaped(text: str) -> str:
    """`text` on one line, wherever on a line it is put, in a cell of a table too."""
    return _escaped(visible(text))


def code(text: str) -> str:
    """`text` as code, in which nothing is read; not for cells of a table. Of nothing comes nothing."""
    shown = visible(text)
    fence = "`" * (max(map(len, _TICKS.findall(shown)), default=0) + 1)
    space = " " * (shown[:1] == "`" or shown[-1:] == "`")
    return f"{fence}{space}{shown}{space}{fence}" if shown else ""


def strong(text: str) -> str:
    """`text` in bold."""
    return with_marks(Text.assemble((visible(text), MARK)))


def with_marks(passage: Text) -> str:
    """A passage, made visible, with its marked words in bold."""
    plain, told, end = passage.plain, "", 0
    for span in passage.spans:
        start, stop = _core(plain, span.start, span.end)
        if start < stop:
            told += f"{plain[end:start]}{_OPEN}{plain[start:stop]}{_CLOSE}"
            end = stop
    return _escaped(told + plain[end:]).replace(_OPEN, "**").replace(_CLOSE, "**")


def _core(text: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch less what keeps asterisks from being read at its ends: spaces, and punctuation beside a word."""
    while start < stop and not _opens(text[start], text[start - 1 : start]):
        start += 1
    while start < stop and not _opens(text[stop - 1], text[stop : stop + 1]):
        stop -= 1
    return start, stop


def _opens(inside: str, outside: str) -> bool:
    """Whether asterisks between the two are read as bold: they are "flanking" in the words of CommonMark.

    Older parsers take symbols for letters, newer ones for punctuation.
    """
    if inside.isspace():
        return False
    in_word = unicodedata.category(inside)[0] not in "PS"
    return in_word or not outside or outside.isspace() or unicodedata.category(outside)[0] == "P"


def _escaped(text: str) -> str:
    text = _MARKUP.sub(r"\\\g<0>", _REFERENCE.sub(_BREAK, text))
    return _START.sub(r"\1\\\2", text).replace(_BREAK, "&#8203;")
