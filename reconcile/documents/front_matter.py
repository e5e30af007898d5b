"""Fields at the head of a text: between lines of `---`, or bare lines such as "Title: …" and "Date: …"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from reconcile.lexicon import lexicon
from reconcile.text import Span

_FENCE = re.compile(r"\s{0,9}---[ \t]{0,9}\r?\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]{0,9}\r?$", re.MULTILINE)
_FIELD = re.compile(r"[ \t]{0,9}(?P<key>[A-Za-z][\w -]{0,30}?)[ \t]{0,3}:[ \t]{0,9}(?P<value>[^\r\n]*)")
_LONGEST = (
    20_000  # characters; a `---` after more of them is a rule in the text, not the end of its front matter
)
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The span of each field's value by its lower-case name; `end` is where the text proper begins."""

    end: int = 0
    fields: Mapping[str, Span] = field(default_factory=dict)

    def first(self, kind: str) -> Span | None:
        """The value of the first field of a kind: `title_fields` or `publication_fields` of the lexicon."""
        return next((self.fields[name] for name in lexicon("datelines")[kind] if name in self.fields), None)


def front_matter(text: str) -> FrontMatter:
    """Read line by line: a title with a colon is no YAML, and the date below it is wanted all the same."""
    fence = _FENCE.match(text)
    if fence:
        end = _FENCE_END.search(text, fence.end(), fence.end() + _LONGEST)
        return FrontMatter(end.end(), _fields(text, fence.end(), end.start())) if end else FrontMatter()
    return _bare(text)


def _bare(text: str) -> FrontMatter:
    """Header lines without a fence: from the first line on, of known names alone, and at least two."""
    start = len(text) - len(text.lstrip())
    end = start
    while (line := _FIELD.match(text, end)) and line["key"].casefold() in _known():
        end = _next_line(text, line.end())
    fields = _fields(text, start, end)
    return FrontMatter(end, fields) if len(fields) > 1 else FrontMatter()


def _next_line(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _fields(text: str, start: int, end: int) -> dict[str, Span]:
    fields: dict[str, Span] = {}
    while start < end:
        line = _FIELD.match(text, start, end)
        if line:
            fields.setdefault(line["key"].casefold(), _value(text, Span(*line.span("value"))))
        start = _next_line(text, start)
    return fields


def _value(text: str, span: Span) -> Span:
    words = span.of(text).rstrip()
    quoted = len(words) > 1 and words[0] == words[-1] and words[0] in _QUOTES
    return Span(span.start + quoted, span.start + len(words) - quoted)


@cache
def _known() -> frozenset[str]:
    kinds = lexicon("datelines")
    return frozenset(
        name for kind in ("publication_fields", "title_fields", "other_fields") for name in kinds[kind]
    )
