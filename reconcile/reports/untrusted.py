"""Text that others wrote, made fit to be shown: what commands a terminal or hides words is escaped."""

from __future__ import annotations

import re
import unicodedata

# Invisible characters that words need: soft hyphens, and the joiners of Persian, Hindi and emoji.
_HARMLESS = frozenset("\u00ad\u200c\u200d")
_SURROGATES = re.compile("[\ud800-\udfff]")
_COMMANDS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class _Escapes(dict[int, str]):
    """What each code point is shown as; filled as they are met, so that translating stays fast."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        commands = unicodedata.category(character) in _COMMANDS and character not in _HARMLESS
        self[code] = _escaped(code) if commands else character
        return self[code]


def _escaped(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_VISIBLE = _Escapes()
_VISIBLE_LINES = _Escapes({ord("\n"): "\n", ord("\t"): "\t"})


def visible(text: str) -> str:
    """`text` on one line, with control, bidirectional and other commanding characters written as escapes.

    Runs of white space become one space. The result holds no lone surrogates and can be encoded in UTF-8.
    """
    return " ".join(text.split()).translate(_VISIBLE)


def visible_lines(text: str) -> str:
    """The same, but line breaks, tabs and runs of spaces stay."""
    return text.translate(_VISIBLE_LINES)


def encodable(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate: valid in UTF-8, and every offset stays where it was."""
    return _SURROGATES.sub("\ufffd", text)
