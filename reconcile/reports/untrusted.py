"""Text that others wrote, made fit to be shown: what commands a terminal or a pipeline, or hides words, is escaped.

The runner of a pipeline reads what a job prints: Azure and TeamCity act on `##vso[…]` and `##teamcity[…]` anywhere in a
line, GitHub on `##[…]` too, and on `::error::…` at its start. Text is wrapped after this, so that any place may be one.
"""

from __future__ import annotations

import json
import re
import unicodedata

# Invisible characters that words need: soft hyphens, and the joiners of Persian, Hindi and emoji.
_HARMLESS = frozenset("\u00ad\u200c\u200d")
_SURROGATES = re.compile("[\ud800-\udfff]")
_COMMANDS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_TO_RUNNERS = re.compile(r"#(?=#\w*\[)|:(?=:[A-Za-z])")
_TO_RUNNERS_IN_JSON = re.compile(r"(?<=#)#(?=\w*\[)")
_LINE_ENDS = {
    end: f"\\u{end:04x}" for end in (0x85, 0x2028, 0x2029)
}  # for some readers; JSON escapes the others


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
    """`text` on one line, with what commands a terminal or a runner written as escapes, and bidirectional controls.

    Runs of white space become one space. The result holds no lone surrogates and can be encoded in UTF-8.
    """
    return _harmless(" ".join(text.split()).translate(_VISIBLE))


def visible_lines(text: str) -> str:
    """The same, but line breaks, tabs and runs of spaces stay."""
    return _harmless(text.translate(_VISIBLE_LINES))


def _harmless(text: str) -> str:
    return _TO_RUNNERS.sub(lambda sign: _escaped(ord(sign[0])), text)


def as_json(content: object, indent: int | None = 2) -> str:
    """`content` as JSON that a pipeline may print: nothing is lost but lone surrogates, which become U+FFFD."""
    told = encodable(json.dumps(content, ensure_ascii=False, indent=indent)).translate(_LINE_ENDS)
    return _TO_RUNNERS_IN_JSON.sub(r"\\u0023", told) + "\n"


def encodable(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate: valid in UTF-8, and every offset stays where it was."""
    return _SURROGATES.sub("\ufffd", text)
