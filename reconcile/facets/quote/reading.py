"""Direct quotations as they stand in running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.facets.quote.marks import marked_stretches
from reconcile.facets.quote.words import read_tokens, weight
from reconcile.text import Span

_SUBSTANTIAL = 4.0  # words of content
_TELLING = 3.5  # words of content


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation. `span` holds the words without their marks.

    `closed` says that both marks are there; `tokens` are the words folded for comparing, "…" among them where
    words were left out.
    """

    span: Span
    words: str
    closed: bool
    tokens: tuple[str, ...]

    @property
    def normal(self) -> str:
        return " ".join(self.words.split())

    @property
    def substantial(self) -> bool:
        """Whether enough is quoted to know the quotation again: no title, no scare quotes, no set phrase."""
        return self.weight >= _SUBSTANTIAL

    @property
    def telling(self) -> bool:
        """Whether enough is quoted to know it again on one occasion, where nobody changed a word."""
        return self.weight >= _TELLING

    @property
    def weight(self) -> float:
        """How much it tells, in words of content: small words count little, set phrases half."""
        return sum(map(weight, self.tokens))


def read_quotes(text: str, paragraphs: Sequence[Span] = ()) -> tuple[Quote, ...]:
    """The direct quotations of a running text, in order; nested ones stand after the one around them.

    Given `paragraphs`, nothing outside of them is read; else line ends part them. A quotation goes on over
    several if each begins with an opening mark, as printers have it.
    """
    return tuple(
        _quote(text, m.span, closed=m.opened and m.closed) for m in marked_stretches(text, paragraphs)
    )


def quote_of(text: str) -> Quote:
    """The first quotation in a text, or the whole of it if nothing stands between marks."""
    found = read_quotes(text)
    return found[0] if found else _quote(text, Span(0, len(text)), closed=False)


def _quote(text: str, span: Span, *, closed: bool) -> Quote:
    words = span.of(text)
    return Quote(span, words, closed, tuple(t.text for t in read_tokens(words)))
